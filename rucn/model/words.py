"""What codes are called in English, where a sentence needs them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.model.vocabulary import Measure

# How a note begins that tells a doubt.
DOUBT = "Doubt:"
# Into which amounts are converted: those that are stated, and the euro.
CURRENCIES = ("USD", "CNY", "RUB", "EUR")
COUNTRIES = {"RU": "Russia", "CN": "China"}
MEASURES: "dict[Measure, str]" = {
    "trade_volume": "trade volume",
    "trade_growth": "trade growth",
    "trade_share": "share of trade",
    "partner_rank": "rank among partners",
    "investment": "investment",
    "project_investment": "investment in projects",
    "project_count": "number of projects",
    "fund_capital": "capital of a fund",
    "supply_growth": "growth of supplies",
    "supply_multiple": "multiple of supplies",
    "tie_count": "number of ties",
    "bridge_count": "number of bridges",
    "exports": "exports",
    "imports": "imports",
    "export_growth": "growth of exports",
    "import_growth": "growth of imports",
    "export_rank": "rank among buyers",
    "import_rank": "rank among suppliers",
    "import_share": "share of imports",
    "national_share": "share of the national total",
    "national_rank": "rank among the country’s regions",
}
EVENTS = {
    "planned_launch": "planned launch",
    "planned_opening": "planned opening",
    "documents_in_state_review": "documents in state review",
    "behind_schedule": "behind schedule",
    "construction_started": "construction started",
    "chinese_section_completed": "Chinese section completed",
    "tracks_laid": "tracks laid",
    "construction_completed": "construction completed",
    "opened": "opened",
}
