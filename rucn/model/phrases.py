"""What is measured, with whom and when, in words: `exports to Russia, 2017`, `share of China’s trade with Russia`."""

from typing import Any

from rucn.model.words import COUNTRIES, MEASURES

# How a measure is told together with the partner, and with the country of its region.
_WITH_PARTNER = {
    "trade_volume": "trade volume with {partner}",
    "trade_growth": "growth of trade with {partner}",
    "trade_share": "share of {partner} in foreign trade",
    "partner_rank": "rank of {partner} among partners",
    "exports": "exports to {partner}",
    "imports": "imports from {partner}",
    "export_growth": "growth of exports to {partner}",
    "import_growth": "growth of imports from {partner}",
    "export_rank": "rank of {partner} among buyers",
    "import_rank": "rank of {partner} among suppliers",
    "import_share": "share of {partner} in imports",
    "national_share": "share of {country}’s trade with {partner}",
    "national_rank": "rank in {country} by trade with {partner}",
}
# A project or fund is told by its name.
_OF_A_PROJECT = ("project_investment", "fund_capital")
ALL_PARTNERS = "all partners"
NOT_STATED = "with whom is not stated"
YEAR_INFERRED = "(year inferred)"


def measure_of(record: Any) -> str:
    """What a figure, reference or claim measures, with whom, or of what commodity."""
    measure, partner = record["measure"], COUNTRIES.get(record["partner"] or "", "")
    if measure not in _WITH_PARTNER:
        whose = "" if measure in _OF_A_PROJECT else partner
        what = f"stock of {MEASURES[measure]}" if record.get("stock") else MEASURES[measure]
        return ", ".join(filter(None, (what, record.get("commodity"), whose)))
    if record.get("scope") == "unclear":
        return f"{MEASURES[measure]}, {NOT_STATED}"
    country = COUNTRIES.get((record["region"] or "")[:2], "the country")
    return _WITH_PARTNER[measure].format(partner=partner or ALL_PARTNERS, country=country)


def when(record: Any) -> str:
    """The period of a figure or reference, and that its year is inferred where it is; empty for none."""
    return period_told(record["period"], bool(record.get("period_inferred")))


def period_told(period: str | None, inferred: bool) -> str:
    """A period, and that its year is inferred where it is; empty for none."""
    return " ".join(filter(None, (period, YEAR_INFERRED if period and inferred else "")))
