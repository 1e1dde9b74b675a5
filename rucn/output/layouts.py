"""The type of record behind each layout."""

from rucn import records

RECORD_TYPES: dict[str, type] = {
    "region": records.Region,
    "region_profile": records.RegionProfile,
    "official": records.Official,
    "official_profile": records.OfficialProfile,
    "quote": records.Quote,
    "figure": records.Figure,
    "trade_row": records.TradeRow,
    "project": records.Project,
    "tie": records.Tie,
    "other_number": records.OtherNumber,
    "source": records.Source,
    "search_hit": records.SearchHit,
    "resolution": records.Resolution,
    "problem": records.Problem,
}
