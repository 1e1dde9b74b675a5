"""The closed vocabularies of the records.

Sectors and topics are open: the `terms` table of a database lists them, and an editor may add to it.
"""

from typing import Literal

Country = Literal["RU", "CN"]
RegionKind = Literal[
    "republic",
    "territory",
    "region",
    "federal_city",
    "autonomous_region",
    "autonomous_area",
    "province",
    "municipality",
    "special_administrative_region",
]
Role = Literal["governor", "head", "party_secretary", "government_chair", "auditor"]
Measure = Literal[
    "trade_volume",
    "trade_growth",
    "trade_share",
    "partner_rank",
    "investment",
    "project_investment",
    "project_count",
    "fund_capital",
    "supply_growth",
    "supply_multiple",
    "tie_count",
    "bridge_count",
    "exports",
    "imports",
    "export_growth",
    "import_growth",
    "export_rank",
    "import_rank",
    "import_share",
    "national_share",
    "national_rank",
]
Unit = Literal["USD", "CNY", "RUB", "percent", "times", "rank", "count"]
Currency = Literal["USD", "CNY", "RUB"]
# Into which amounts are converted: those that are stated, and the euro.
TargetCurrency = Literal["USD", "CNY", "RUB", "EUR"]
Scope = Literal["bilateral", "all_partners", "commodity", "project", "unclear"]
Qualifier = Literal["about", "nearly", "more_than", "at_most", "expected", "initial"]
ProjectKind = Literal["project", "infrastructure", "instrument", "proposal", "aggregate"]
Status = Literal["proposed", "announced", "approved", "under_way", "construction_started", "operating"]
PlaceKind = Literal["region", "city"]
NameMatch = Literal["exact", "alias", "inflected", "translit", "layout", "prefix", "fuzzy", "ambiguous", "none"]
RegionBasis = Literal["stated", "speaker"]
TieKind = Literal["twin_cities", "festival", "fair", "expo", "forum", "exchange"]
Rule = Literal["conversion", "earlier_volume", "later_volume", "overall_volume", "national_share"]
Basis = Literal["stated", "reference"]
Verdict = Literal["agrees", "close", "differs", "not comparable", "no reference"]
CitationStyle = Literal["text", "markdown", "bibtex", "csl-json"]
Event = Literal[
    "planned_launch",
    "planned_opening",
    "documents_in_state_review",
    "behind_schedule",
    "construction_started",
    "chinese_section_completed",
    "tracks_laid",
    "construction_completed",
    "opened",
]
