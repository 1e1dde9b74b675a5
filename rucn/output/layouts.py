"""The type of record behind each layout; what stands after a colon is added to the plain records."""

from rucn import records

RECORD_TYPES: dict[str, type] = {
    "region": records.Region,
    "region_profile": records.RegionProfile,
    "region_profile:converted": records.ConvertedRegionProfile,
    "official": records.Official,
    "official_profile": records.OfficialProfile,
    "quote": records.Quote,
    "figure": records.Figure,
    "figure:converted": records.ConvertedFigure,
    "trade_row": records.TradeRow,
    "trade_row:converted": records.ConvertedTradeRow,
    "trade_row:implied": records.ImpliedTradeRow,
    "project": records.Project,
    "project:converted": records.ConvertedProject,
    "reference": records.Reference,
    "reference:converted": records.ConvertedReference,
    "reference:series": records.SeriesPoint,
    "reference:series:converted": records.ConvertedSeriesPoint,
    "project_event": records.ProjectEvent,
    "comparison": records.Comparison,
    "comparison:converted": records.ConvertedComparison,
    "computed": records.Computed,
    "citation": records.Citation,
    "tie": records.Tie,
    "other_number": records.OtherNumber,
    "source": records.Source,
    "search_hit": records.SearchHit,
    "resolution": records.Resolution,
    "problem": records.Problem,
}
