"""Pure functions from a dataset and criteria to records.

Criteria are exact here: codes, ids, terms of a vocabulary. Several values of one criterion mean that any of them fits.
Records come in the order of the database.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rucn.model.vocabulary import COUNTRIES
from rucn.queries import as_records
from rucn.queries.areas import is_about_any, is_figure_about, is_project_about, is_quote_about, is_tie_about
from rucn.queries.criteria import (
    Codes,
    FigureCriteria,
    ProjectCriteria,
    QuoteCriteria,
    TieCriteria,
    fits,
    fits_any,
    fits_partner,
    fits_period,
)
from rucn.queries.speakers import is_said_by

if TYPE_CHECKING:
    from rucn.model.records import AnyRecord, Figure, Official, Project, Quote, Region, Source, Tie
    from rucn.model.rows import FigureRow, ProjectRow
    from rucn.store.dataset import Dataset


def regions(dataset: Dataset, countries: Codes = (), stated: bool = False) -> list[Region]:
    """The regions of the countries, all or only those that the sources speak of."""
    found = (as_records.region(dataset, row) for row in dataset.regions.values() if fits(countries, row["country"]))
    return [record for record in found if record["statements"] or not stated]


def officials(dataset: Dataset, roles: Codes = (), countries: Codes = (), acting: bool = False) -> list[Official]:
    """The officials whose latest office is one of the roles, of the countries; with `acting`, only those who act."""
    found = (as_records.official(dataset, row) for row in dataset.officials.values() if fits(countries, row["country"]))
    return [one for one in found if fits(roles, one["role"]) and (one["acting"] or not acting)]


def figures(dataset: Dataset, sought: FigureCriteria) -> list[Figure]:
    """The figures that fit all criteria."""
    return [as_records.figure(dataset, row) for row in dataset.figures.values() if is_sought(dataset, row, sought)]


def is_sought(dataset: Dataset, row: FigureRow, sought: FigureCriteria) -> bool:
    """Whether a figure fits all criteria."""
    return (
        fits(sought.measures, row["measure"])
        and fits_period(sought.periods, row["period"])
        and fits_partner(sought.partners, row["partner"])
        and fits(sought.scopes, row["scope"])
        and fits(sought.commodities, row["commodity"])
        and is_said_by(dataset, dataset.quotes[row["quote"]], sought.speakers)
        and (not sought.countries or country_of(dataset, row) in sought.countries)
        and is_about_any(sought.areas, partial(is_figure_about, dataset, row))
    )


def country_of(dataset: Dataset, row: FigureRow) -> str | None:
    """The country of a figure's region, or of its speaker where it is of none."""
    return dataset.regions[row["region"]]["country"] if row["region"] else dataset.speakers_country(row["quote"])


def projects(dataset: Dataset, sought: ProjectCriteria) -> list[Project]:
    """The projects that fit all criteria."""
    found = (row for row in dataset.projects.values() if _is_project_sought(dataset, row, sought))
    listed = (as_records.project(dataset, row) for row in found)
    return [record for record in listed if not any(dict(record)[field] for field in sought.without)]


def _is_project_sought(dataset: Dataset, row: ProjectRow, sought: ProjectCriteria) -> bool:
    return (
        fits_any(sought.sectors, row["sectors"])
        and fits(sought.statuses, row["status"])
        and fits(sought.kinds, row["kind"])
        and fits_period(sought.periods, row["start"], row["completion"])
        and (sought.partners is None or row["id"] in sought.partners)
        and is_said_by(dataset, dataset.quotes[row["quote"]], sought.speakers)
        and (not sought.countries or not countries_of(row).isdisjoint(sought.countries))
        and is_about_any(sought.areas, partial(is_project_about, row))
    )


def countries_of(row: ProjectRow) -> set[str]:
    """The countries that a project is in: of its places, or of its region where none is named."""
    named = {name: code for code, name in COUNTRIES.items()}
    places = {place["region"][:2] if place["region"] else named.get(place["name"], "") for place in row["places"]}
    return places or {row["region"][:2] if row["region"] else ""}


def ties(dataset: Dataset, sought: TieCriteria) -> list[Tie]:
    """The ties that fit all criteria."""
    return [
        as_records.tie(dataset, row)
        for row in dataset.ties.values()
        if fits(sought.kinds, row["kind"])
        and fits_period(sought.periods, row["period"])
        and is_about_any(sought.areas, partial(is_tie_about, dataset, row))
    ]


def quotes(dataset: Dataset, sought: QuoteCriteria) -> list[Quote]:
    """The quotes that fit all criteria."""
    return [
        as_records.quote(dataset, row)
        for row in dataset.quotes.values()
        if is_said_by(dataset, row, sought.speakers)
        and fits_any(sought.topics, row["topics"])
        and fits(sought.sections, row["section"])
        and (row["acting"] or not sought.acting)
        and fits(sought.countries, dataset.speakers_country(row["id"]))
        and is_about_any(sought.areas, partial(is_quote_about, dataset, row))
    ]


def sources(dataset: Dataset) -> list[Source]:
    """The documents that the records rest on."""
    return [as_records.source(dataset, row) for row in dataset.sources.values()]


def record(dataset: Dataset, key: str) -> tuple[str, AnyRecord] | None:
    """The kind and the record with an id, or the region with a code, in any case; None where there is none."""
    if key.upper() in dataset.regions:
        return "region", as_records.region(dataset, dataset.regions[key.upper()])
    key = key.lower()
    if key in dataset.quotes:
        return "quote", as_records.quote(dataset, dataset.quotes[key])
    if key in dataset.figures:
        return "figure", as_records.figure(dataset, dataset.figures[key])
    if key in dataset.projects:
        return "project", as_records.project(dataset, dataset.projects[key])
    if key in dataset.ties:
        return "tie", as_records.tie(dataset, dataset.ties[key])
    key = dataset.same_people.get(key, key)
    if key in dataset.officials:
        return "official", as_records.official(dataset, dataset.officials[key])
    if key in dataset.sources:
        return "source", as_records.source(dataset, dataset.sources[key])
    if key in dataset.other_numbers:
        return "other_number", as_records.other_number(dataset.other_numbers[key])
    return None
