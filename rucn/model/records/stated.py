"""What the quotes state, and the documents they are taken from."""

from typing import Annotated, TypedDict

from rucn.model.vocabulary import (
    Country,
    Currency,
    InferredOfFigure,
    InferredOfOffice,
    InferredOfProject,
    InferredOfQuote,
    InferredOfTie,
    InferredOfTradeRow,
    Measure,
    ProjectKind,
    Qualifier,
    QuoteKind,
    RegionBasis,
    RegionKind,
    Role,
    Scope,
    Sector,
    Status,
    TieKind,
    Topic,
    Unit,
)


class Names(TypedDict):
    """A name in three languages."""

    en: Annotated[str, "English"]
    ru: Annotated[str | None, "Russian"]
    zh: Annotated[str | None, "Chinese, simplified characters"]


class Region(TypedDict):
    """A federal subject of Russia or a province-level division of China."""

    code: Annotated[str, "ISO 3166-2"]
    name: Annotated[str, "English name, in the style of the source"]
    names: Names
    kind: RegionKind
    country: Annotated[Country, "ISO 3166-1"]
    capital: Annotated[str | None, "seat of its government; null for a region that is itself a city"]
    statements: Annotated[int, "how many quotes are by its leaders or speak of it"]


class Office(TypedDict):
    """An office as a title states it, at the time of a source."""

    title: Annotated[str | None, "as stated"]
    role: Annotated[Role | None, "null for any other office"]
    acting: bool
    region: Annotated[str | None, "ISO 3166-2"]
    source: Annotated[str, "id of the source that states it"]
    date: Annotated[str | None, "of that source: ISO 8601 or SDMX"]
    inferred: Annotated[list[InferredOfOffice], "the fields that come from the context, not from the title"]


class Official(TypedDict):
    """A person quoted, with the offices held as stated; role, acting and region are those of the latest."""

    id: str
    name: Annotated[str, "as the source spells it"]
    names: Names
    titles: Annotated[list[str], "as stated, each once"]
    role: Annotated[Role | None, "null for any other office"]
    acting: bool
    region: Annotated[str | None, "ISO 3166-2; null where the title names none"]
    region_name: str | None
    country: Country
    quotes: Annotated[list[str], "ids"]
    note: Annotated[str | None, "where the public record differs from the title"]
    offices: Annotated[list[Office], "in order of time"]


class Quote(TypedDict):
    """A speaker's own words, or a sentence of the document on what an official or an institution says."""

    id: str
    official: Annotated[str | None, "id; null for an institution"]
    official_name: str | None
    title: Annotated[str | None, "as stated"]
    role: Annotated[Role | None, "null for any other office, and for an institution"]
    acting: bool
    region: Annotated[str | None, "of the speaker, ISO 3166-2"]
    region_name: str | None
    country: Annotated[Country | None, "of the speaker, ISO 3166-1; null for an institution of none"]
    section: Annotated[str | None, "the heading it stands under"]
    topics: list[Topic]
    text: Annotated[str, "word for word"]
    mentions: Annotated[list[str], "codes of regions named in the text"]
    source: Annotated[str, "id"]
    note: Annotated[str | None, "slips of the source and doubts"]
    kind: Annotated[QuoteKind, "the speaker's own words, or the document's on what was said"]
    said_by: Annotated[str, "the official or institution"]
    reviewed: Annotated[bool, "false: read by the program, and not yet confirmed by a person"]
    inferred: Annotated[list[InferredOfQuote], "region: the title names none, and the context does"]


class Figure(TypedDict):
    """One number (or rank put in words) as stated, with the words it stands in."""

    id: str
    quote: Annotated[str, "id"]
    official_name: Annotated[str | None, "null for an institution"]
    region: Annotated[str | None, "ISO 3166-2; null where the words name none"]
    region_name: str | None
    partner: Annotated[Country | None, "null: all partners, or not stated; scope says which"]
    scope: Scope
    measure: Measure
    commodity: str | None
    value: Annotated[int | float | None, "in units, not millions; null for what is put in words"]
    unit: Annotated[Unit | None, "ISO 4217 currency, percent, times, rank or count; null where the words give none"]
    qualifier: Qualifier | None
    period: Annotated[str | None, "SDMX: 2017, 2018-S1, 2017-12"]
    period_as_stated: str | None
    period_inferred: Annotated[bool, "true where the year is not printed"]
    evidence: Annotated[str, "exact words: text[start:end] of the quote"]
    start: Annotated[int, "offset in the quote's text, characters"]
    end: Annotated[int, "offset in the quote's text, characters"]
    note: str | None
    doubt: Annotated[str | None, "why the number is doubted"]
    project: Annotated[str | None, "id of the project or tie that it is of"]
    said_by: Annotated[str, "the official or institution"]
    source: Annotated[str, "id"]
    reviewed: Annotated[bool, "false: read by the program, and not yet confirmed by a person"]
    inferred: Annotated[list[InferredOfFigure], "the fields that come from the context, not from the words"]
    quote_kind: Annotated[QuoteKind, "whose words it rests on: the speaker's own, or the source's on what was said"]


class TradeRow(TypedDict):
    """What one speaker states of one region's trade with one partner in one period, side by side."""

    region: Annotated[str, "ISO 3166-2"]
    region_name: str
    country: Country
    partner: Annotated[Country | None, "null: all partners, or not stated; scope says which"]
    scope: Scope
    period: Annotated[str | None, "SDMX"]
    period_as_stated: str | None
    period_inferred: bool
    volume: Annotated[int | float | None, "in units of the currency"]
    currency: Annotated[Currency | None, "ISO 4217"]
    volume_qualifier: Qualifier | None
    volume_doubt: Annotated[str | None, "why the volume is doubted"]
    growth_percent: Annotated[int | float | None, "against the period before"]
    growth_qualifier: Qualifier | None
    growth_doubt: str | None
    share_percent: Annotated[int | float | None, "of the partner in the region's foreign trade"]
    share_doubt: str | None
    partner_rank: Annotated[int | None, "1 is the largest partner; null for a rank put in words"]
    rank_qualifier: Qualifier | None
    rank_doubt: str | None
    official_name: Annotated[str | None, "null for an institution"]
    quotes: Annotated[list[str], "ids"]
    figures: Annotated[list[str], "ids"]
    source: Annotated[str, "id"]
    inferred: Annotated[list[InferredOfTradeRow], "fields that come from the context, and values of which a part does"]
    said_by: Annotated[str, "the official or institution"]
    quote_kind: Annotated[QuoteKind, "whose words it rests on: the speaker's own, or the source's on what was said"]


class Place(TypedDict):
    """A place where a project stands."""

    name: str
    region: Annotated[str | None, "ISO 3166-2"]
    region_inferred: Annotated[bool, "true where the text does not say in which region it lies"]


class Project(TypedDict):
    """A joint project, a piece of infrastructure, an instrument, a proposal, or several taken together."""

    id: str
    name: str
    kind: ProjectKind
    region: Annotated[str | None, "ISO 3166-2"]
    region_name: str | None
    region_basis: Annotated[RegionBasis | None, "stated in the words, or the speaker's"]
    places: list[Place]
    sectors: list[Sector]
    status: Annotated[Status | None, "null where none is stated"]
    status_as_stated: str | None
    investment: Annotated[int | float | None, "in units of the currency"]
    currency: Annotated[Currency | None, "ISO 4217"]
    investment_qualifier: Qualifier | None
    partners: Annotated[list[str], "as stated"]
    start: Annotated[str | None, "SDMX"]
    start_as_stated: str | None
    completion: Annotated[str | None, "SDMX; planned"]
    completion_as_stated: str | None
    official_name: Annotated[str | None, "null for an institution"]
    quote: Annotated[str, "id"]
    evidence: Annotated[list[str], "exact words"]
    note: str | None
    doubt: Annotated[str | None, "why the investment is doubted"]
    source: Annotated[str, "id"]
    inferred: Annotated[list[InferredOfProject], "the fields that come from the context, not from the words"]
    said_by: Annotated[str, "the official or institution"]
    quote_kind: Annotated[QuoteKind, "whose words it rests on: the speaker's own, or the source's on what was said"]
    reviewed: Annotated[bool, "false: read by the program, and not yet confirmed by a person"]


class Tie(TypedDict):
    """A tie between places or people: twin cities, a fair, a festival, a forum."""

    id: str
    name: str
    kind: TieKind
    region: Annotated[str | None, "ISO 3166-2"]
    region_name: str | None
    period: Annotated[str | None, "SDMX"]
    period_as_stated: str | None
    place: str | None
    official_name: Annotated[str | None, "null for an institution"]
    quote: Annotated[str, "id"]
    evidence: Annotated[str, "exact words"]
    source: Annotated[str, "id"]
    inferred: Annotated[list[InferredOfTie], "the fields that come from the context, not from the words"]
    said_by: Annotated[str, "the official or institution"]
    quote_kind: Annotated[QuoteKind, "whose words it rests on: the speaker's own, or the source's on what was said"]
    reviewed: Annotated[bool, "false: read by the program, and not yet confirmed by a person"]


class OtherNumber(TypedDict):
    """A number in a quote that is no figure and no date of a project or tie."""

    id: str
    quote: Annotated[str, "id"]
    evidence: Annotated[str, "exact words: text[start:end] of the quote"]
    start: Annotated[int, "offset in the quote's text, characters"]
    end: Annotated[int, "offset in the quote's text, characters"]
    reason: str


class Source(TypedDict):
    """A document that records rest on."""

    id: str
    title: str
    publisher: str
    address: str
    published: Annotated[str | None, "SDMX or ISO 8601"]
    published_inferred: bool
    language: Annotated[str, "ISO 639-1"]
    sections: Annotated[list[str], "its headings"]
    quotes: Annotated[int, "how many are taken from it"]
    sha256: Annotated[str | None, "of the document; null where it was not at hand"]
    note: str | None
