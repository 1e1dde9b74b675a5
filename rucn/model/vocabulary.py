"""The vocabularies of the records, and what codes are called in English where a sentence needs them.

The codes of measures, units and currencies are those of their rows (`measures.py`, `currencies.py`). Sectors and topics
are open: the `terms` table of a database lists them, and an editor may add to it.
"""

from typing import Annotated, Literal, get_args


class Vocabulary(str):
    """Marks text whose values are the codes of this vocabulary."""


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
# Whose words a quote is: the speaker's own, or the document's sentence on what was said.
QuoteKind = Literal["direct", "reported"]
Measure = Annotated[str, Vocabulary("measure")]
Unit = Annotated[str, Vocabulary("unit")]
# In which amounts are stated, and into which they are converted.
Currency = Annotated[str, Vocabulary("stated_currency")]
TargetCurrency = Annotated[str, Vocabulary("currency")]
Sector = Annotated[str, Vocabulary("sector")]
Topic = Annotated[str, Vocabulary("topic")]
# What may come from the context, and not from the words.
InferredOfFigure = Literal["period", "region", "partner", "unit"]
InferredOfTradeRow = Literal[
    "region", "partner", "period", "currency", "volume", "growth_percent", "share_percent", "partner_rank"
]
InferredOfProject = Literal["region", "places", "currency", "partners"]
InferredOfTie = Literal["region", "period", "place"]
InferredOfQuote = Literal["region"]
InferredOfOffice = Literal["region", "date"]
Scope = Literal["bilateral", "all_partners", "commodity", "project", "unclear"]
Qualifier = Literal["about", "nearly", "more_than", "at_most", "expected", "initial"]
ProjectKind = Literal["project", "infrastructure", "instrument", "proposal", "aggregate"]
Status = Literal["proposed", "announced", "approved", "under_way", "construction_started", "operating"]
PlaceKind = Literal["region", "city"]
NameMatch = Literal[
    "exact", "alias", "inflected", "translit", "layout", "prefix", "fuzzy", "parent", "override", "ambiguous", "none"
]
# What `resolve` can add to a table.
ADDED_FIELDS = ("code", "name", "kind", "match", "score", "region_name", "country", "candidates")
# Codes of regions: ISO 3166-2, Russian classifiers and tax numbers, GB/T 2260, FIPS 10-4, GeoNames, HASC.
CodeSystem = Literal["iso", "okato", "oktmo", "tax", "gb2260", "fips", "geonames", "hasc"]
RegionBasis = Literal["stated", "speaker"]
TieKind = Literal["twin_cities", "festival", "fair", "expo", "forum", "exchange"]
TimelineKind = Literal["figure", "project_start", "project_completion", "tie", "event"]
Rule = Literal["conversion", "earlier_volume", "later_volume", "overall_volume", "national_share"]
Basis = Literal["stated", "reference"]
Verdict = Literal["agrees", "close", "differs", "not comparable", "no reference"]
# What hinders a comparison, what is nearest to one first.
Hindrance = Literal[
    "other_period",
    "other_scope",
    "other_region",
    "other_measure",
    "perhaps_another",
    "no_rate",
    "other_step",
    "no_date",
    "no_number",
]
HINDRANCES: tuple[Hindrance, ...] = get_args(Hindrance)
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

# The verdicts, the clearest first; those that say how far a claim is from a reference.
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
DECIDED: tuple[Verdict, ...] = ("agrees", "close", "differs")
# What is asked about a claim that does not fit.
SLIP = "possible slip of scale?"
SEVERAL_YEARS = "a sum of several years, or of contracts?"
QUESTIONS = (SLIP, SEVERAL_YEARS)
COUNTRIES = {"RU": "Russia", "CN": "China"}
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
# The fields of a project that may be empty, and what else they are called.
LEFT_OUT = {
    "investment": "cost costs price money amount",
    "status": "state",
    "partners": "partner",
    "region": "",
    "places": "place",
    "sectors": "sector",
    "start": "beginning",
    "completion": "end",
    "note": "",
}
