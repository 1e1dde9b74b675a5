"""The records that `rucn` answers with, field by field: what the command line prints and the Python API returns.

A record is a plain dictionary of JSON values; the types here name its keys, in the order in which they are printed, and
say what each means. JSON Schemas are made from them. A value that is absent is None.
"""

from rucn.model.records.answers import (
    Citation,
    ConvertedRegionProfile,
    ExportedTable,
    OfficialProfile,
    Problem,
    RegionProfile,
    Resolution,
    ResolutionCandidate,
    SearchHit,
    TimelineEntry,
)
from rucn.model.records.computed import (
    Comparison,
    Computed,
    ConvertedComparison,
    ConvertedFigure,
    ConvertedProject,
    ConvertedReference,
    ConvertedSeriesPoint,
    ConvertedTradeRow,
    ImpliedTradeRow,
    Link,
    Rated,
    SeriesPoint,
)
from rucn.model.records.reported import ProjectEvent, Reference
from rucn.model.records.stated import (
    Figure,
    Names,
    Office,
    Official,
    OtherNumber,
    Place,
    Project,
    Quote,
    Region,
    Source,
    Tie,
    TradeRow,
)

AnyRecord = (
    Region | Official | Quote | Figure | Project | Tie | OtherNumber | Source | Reference | ProjectEvent | Computed
)

__all__ = [
    "AnyRecord",
    "Citation",
    "Comparison",
    "Computed",
    "ConvertedComparison",
    "ConvertedFigure",
    "ConvertedProject",
    "ConvertedReference",
    "ConvertedRegionProfile",
    "ConvertedSeriesPoint",
    "ConvertedTradeRow",
    "ExportedTable",
    "Figure",
    "ImpliedTradeRow",
    "Link",
    "Names",
    "Office",
    "Official",
    "OfficialProfile",
    "OtherNumber",
    "Place",
    "Problem",
    "Project",
    "ProjectEvent",
    "Quote",
    "Rated",
    "Reference",
    "Region",
    "RegionProfile",
    "Resolution",
    "ResolutionCandidate",
    "SearchHit",
    "SeriesPoint",
    "Source",
    "Tie",
    "TimelineEntry",
    "TradeRow",
]
