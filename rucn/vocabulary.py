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
]
Unit = Literal["USD", "CNY", "RUB", "percent", "times", "rank", "count"]
Currency = Literal["USD", "CNY", "RUB"]
Scope = Literal["bilateral", "all_partners", "commodity", "project", "unclear"]
Qualifier = Literal["about", "nearly", "more_than", "at_most", "expected", "initial"]
ProjectKind = Literal["project", "infrastructure", "instrument", "proposal", "aggregate"]
Status = Literal["proposed", "announced", "approved", "under_way", "construction_started", "operating"]
PlaceKind = Literal["region", "city"]
NameMatch = Literal["exact", "alias", "inflected", "translit", "layout", "prefix", "fuzzy", "ambiguous", "none"]
RegionBasis = Literal["stated", "speaker"]
TieKind = Literal["twin_cities", "festival", "fair", "expo", "forum", "exchange"]
