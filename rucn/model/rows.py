"""The rows of the TinyDB file, table by table, and of the file of references: what an editor writes.

`docs/data.md` explains them. What can be worked out (names of regions, offices of speakers, counts) is not stored;
`rucn.queries.lookup` adds it.
"""

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from rucn.model.records import Names, OtherNumber, Place
from rucn.model.vocabulary import (
    Country,
    Currency,
    Event,
    InferredOfFigure,
    InferredOfQuote,
    InferredOfTie,
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


class SourceRow(TypedDict):
    id: str
    title: str
    publisher: str
    address: str
    published: str | None
    published_inferred: bool
    language: str
    sections: list[str]
    marks: str | None
    sha256: str | None
    note: str | None


class OfficialRow(TypedDict):
    id: str
    name: str
    names: Names
    aliases: list[str]
    country: Country
    note: str | None


class Institution(TypedDict):
    name: str
    country: Country | None


class QuoteRow(TypedDict):
    id: str
    kind: QuoteKind
    official: str | None
    institution: Institution | None
    title: str | None
    role: Role | None
    acting: bool
    region: str | None
    section: str | None
    topics: list[Topic]
    text: str
    sha256: str
    mentions: list[str]
    source: str
    reviewed: bool
    note: str | None
    inferred: list[InferredOfQuote]


class FigureRow(TypedDict):
    id: str
    quote: str
    region: str | None
    partner: Country | None
    scope: Scope
    measure: Measure
    commodity: str | None
    value: int | float | None
    unit: Unit | None
    qualifier: Qualifier | None
    period: str | None
    period_as_stated: str | None
    period_inferred: bool
    evidence: str
    start: int
    end: int
    note: str | None
    doubt: str | None
    project: str | None
    reviewed: bool
    inferred: list[InferredOfFigure]


class ProjectRow(TypedDict):
    id: str
    quote: str
    name: str
    kind: ProjectKind
    region: str | None
    region_basis: RegionBasis | None
    places: list[Place]
    sectors: list[Sector]
    status: Status | None
    status_as_stated: str | None
    investment: int | float | None
    currency: Currency | None
    investment_qualifier: Qualifier | None
    partners: list[str]
    start: str | None
    start_as_stated: str | None
    completion: str | None
    completion_as_stated: str | None
    evidence: list[str]
    note: str | None
    reviewed: bool
    inferred: list[Literal["currency", "partners"]]


class TieRow(TypedDict):
    id: str
    quote: str
    name: str
    kind: TieKind
    region: str | None
    period: str | None
    period_as_stated: str | None
    place: str | None
    evidence: str
    reviewed: bool
    inferred: list[InferredOfTie]


class RegionRow(TypedDict):
    code: str
    country: Country
    kind: RegionKind
    names: Names
    capital: str | None


class TermRow(TypedDict):
    vocabulary: str
    code: str
    names: Names
    aliases: list[str]


OtherNumberRow = OtherNumber


class ReferenceRow(TypedDict):
    id: str
    region: str | None
    subject: str | None
    partner: Country | None
    measure: Measure
    value: int | float
    unit: Unit
    qualifier: Qualifier | None
    period: str | None
    publisher: str
    address: str
    project: str | None
    project_name: str | None
    project_inferred: bool
    stock: bool
    said_by: str | None
    note: str | None


class ProjectEventRow(TypedDict):
    id: str
    project: str | None
    project_name: str | None
    project_inferred: bool
    region: str | None
    subject: str
    event: Event
    date: str
    publisher: str
    address: str
    note: str | None


# The rows of a file by table, whatever they hold, until they are proven to be of the types above.
Tables = Mapping[str, list[dict[str, Any]]]
TABLES: dict[str, type] = {
    "sources": SourceRow,
    "officials": OfficialRow,
    "quotes": QuoteRow,
    "figures": FigureRow,
    "projects": ProjectRow,
    "ties": TieRow,
    "other_numbers": OtherNumberRow,
    "terms": TermRow,
    "regions": RegionRow,
}
