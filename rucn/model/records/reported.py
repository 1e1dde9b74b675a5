"""What other sources report."""

from typing import Annotated, TypedDict

from rucn.model.vocabulary import Country, Event, Measure, Qualifier, Unit


class Reference(TypedDict):
    """What another source reports of a region, a district or a country."""

    id: str
    region: Annotated[str | None, "ISO 3166-2, ISO 3166-1 of a country, or RU-FED-FE and RU-FED-SI, which are not ISO"]
    region_name: str | None
    partner: Annotated[Country | None, "null: all partners, or none"]
    measure: Measure
    value: int | float
    unit: Unit
    qualifier: Qualifier | None
    period: Annotated[str | None, "SDMX, or a range of months: 2018-01/2018-11; of a project's cost that of the report"]
    publisher: str
    address: str
    note: str | None
    subject: Annotated[str | None, "what it is about where that is not the region as a whole: a project, a city"]
    project: Annotated[str | None, "id of the project that it is about; null where the database has no such project"]
    project_inferred: Annotated[bool, "true where it is not certain that it is that project"]
    said_by: Annotated[str | None, "the official or institution, where it is one of those quoted that says it"]
    stock: Annotated[bool | None, "what there was at a time, not what came in it; null where that is not told"]
    source: Annotated[str | None, "id of the source of a library that it stands in; null for the others"]


class ProjectEvent(TypedDict):
    """What another source reports to have become of a project."""

    id: str
    project: Annotated[str | None, "id; null where the database has no such project"]
    event: Event
    date: Annotated[str, "ISO 8601, as exact as reported"]
    publisher: str
    address: str
    note: str | None
    project_name: str | None
    project_inferred: Annotated[bool, "true where it is not certain that it is that project"]
    subject: Annotated[str, "the project as it is called in the report"]
    region: Annotated[str | None, "ISO 3166-2"]
    region_name: str | None
    source: Annotated[str | None, "id of the source of a library that it stands in; null for the others"]
