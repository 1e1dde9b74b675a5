"""What puts records together, or tells about them."""

from typing import Annotated, TypedDict

from rucn.model.records.computed import ConvertedFigure, ConvertedProject, ConvertedReference, ConvertedTradeRow
from rucn.model.records.reported import ProjectEvent, Reference
from rucn.model.records.stated import Figure, Official, Project, Quote, Region, Tie, TradeRow
from rucn.model.vocabulary import CitationStyle, NameMatch, PlaceKind, QuoteKind, TimelineKind


class RegionProfile(TypedDict):
    """What is about one region and what its leaders said, and what other sources report of it."""

    region: Region
    trade: list[TradeRow]
    figures: list[Figure]
    projects: list[Project]
    ties: list[Tie]
    officials: list[Official]
    quotes: list[Quote]
    references: list[Reference]
    project_events: list[ProjectEvent]


class ConvertedRegionProfile(TypedDict):
    """A region's profile, with the amounts in the currency asked for."""

    region: Region
    trade: list[ConvertedTradeRow]
    figures: list[ConvertedFigure]
    projects: list[ConvertedProject]
    ties: list[Tie]
    officials: list[Official]
    quotes: list[Quote]
    references: list[ConvertedReference]
    project_events: list[ProjectEvent]


class OfficialProfile(TypedDict):
    """One official and what was said."""

    official: Official
    quotes: list[Quote]
    figures: list[Figure]
    projects: list[Project]
    ties: list[Tie]


class TimelineEntry(TypedDict):
    """Something that has a date: a figure, the start or completion of a project, a tie, an event that others report."""

    date: Annotated[str, "SDMX; of an event ISO 8601"]
    inferred: Annotated[bool, "true where the date comes from the context"]
    what: TimelineKind
    id: str
    region: Annotated[str | None, "ISO 3166-2"]
    region_name: str | None
    name: Annotated[str, "what is stated, with its value"]
    said_by: Annotated[str, "the official or institution; of an event who reports it"]
    source: Annotated[str, "id; of an event the address"]
    quote_kind: Annotated[QuoteKind | None, "whose words it rests on; null for an event"]


class SearchHit(TypedDict):
    """A record that matches the words searched for."""

    kind: Annotated[str, "region, official, quote, figure, project, tie or source"]
    id: Annotated[str, "for `show`"]
    name: str
    score: Annotated[int, "0 to 100"]
    excerpt: Annotated[str, "the words that match best"]
    found_by: Annotated[str, "words, or the term through which it was found: sector: wood"]
    source: Annotated[str | None, "id; null for a region, an official and a source itself"]


class ResolutionCandidate(TypedDict):
    """A region that a name may mean."""

    code: Annotated[str, "ISO 3166-2"]
    name: Annotated[str, "of a city with the region it lies in"]
    score: Annotated[int, "0 to 100"]


class Resolution(TypedDict):
    """What a written name of a region or city means."""

    query: Annotated[str, "the name as written"]
    code: Annotated[str | None, "ISO 3166-2; of a city its region's; null where the name is refused or ambiguous"]
    name: Annotated[str | None, "English name of the region, or of the city"]
    kind: PlaceKind | None
    match: Annotated[NameMatch, "how the name was found"]
    score: Annotated[int, "how sure, 0 to 100"]
    candidates: Annotated[list[ResolutionCandidate], "what an ambiguous name fits, or a refused one is near"]


class Citation(TypedDict):
    """How a record is cited in print."""

    id: str
    kind: Annotated[str, "quote, figure, reference …"]
    style: CitationStyle
    citation: str
    address: Annotated[str, "of the source"]


class ExportedTable(TypedDict):
    """A table of an export."""

    table: Annotated[str, "the kind of its records: figure, trade_row …"]
    rows: int


class Problem(TypedDict):
    """Something unsound in a database."""

    record: Annotated[str, "id, or table and number where a record has none"]
    field: Annotated[str, "empty where the whole record is meant"]
    message: str
