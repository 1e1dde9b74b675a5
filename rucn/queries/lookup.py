"""Pure functions from a dataset and criteria to records.

Criteria are exact here: codes, ids, terms of a vocabulary. An empty list of criteria lets everything through; several
values of one criterion mean that any of them fits. Records come in the order of the database.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from rucn.model.periods import within

if TYPE_CHECKING:
    from rucn.model.records import (
        AnyRecord,
        Figure,
        Names,
        Official,
        OtherNumber,
        Place,
        Project,
        Quote,
        Region,
        Source,
        Tie,
    )
    from rucn.model.rows import (
        FigureRow,
        OfficialRow,
        OtherNumberRow,
        ProjectRow,
        QuoteRow,
        RegionRow,
        SourceRow,
        TieRow,
    )
    from rucn.model.vocabulary import InferredOfProject
    from rucn.store.dataset import Dataset

Criteria = Collection[str]


def region(dataset: Dataset, row: RegionRow) -> Region:
    """A region as answered: `row` with its name and the count of quotes that are by its leaders or speak of it."""
    code = row["code"]
    return {
        "code": code,
        "name": row["names"]["en"],
        "names": _names(row["names"]),
        "kind": row["kind"],
        "country": row["country"],
        "capital": row["capital"],
        "statements": len(dataset.quotes_about.get(code, ())),
    }


def _names(names: Names) -> Names:
    return {"en": names["en"], "ru": names["ru"], "zh": names["zh"]}


def _place(place: Place) -> Place:
    return {"name": place["name"], "region": place["region"], "region_inferred": place["region_inferred"]}


def _other_number(row: OtherNumberRow) -> OtherNumber:
    return {
        "id": row["id"],
        "quote": row["quote"],
        "evidence": row["evidence"],
        "start": row["start"],
        "end": row["end"],
        "reason": row["reason"],
    }


def official(dataset: Dataset, row: OfficialRow) -> Official:
    """An official as answered: `row` with the titles as stated and the ids of the quotes."""
    quotes = dataset.quotes_of_official.get(row["id"], [])
    return {
        "id": row["id"],
        "name": row["name"],
        "names": _names(row["names"]),
        "titles": list(dict.fromkeys(quote["title"] for quote in quotes)),
        "role": row["role"],
        "acting": row["acting"],
        "region": row["region"],
        "region_name": dataset.region_name(row["region"]),
        "country": row["country"],
        "quotes": [quote["id"] for quote in quotes],
        "note": row["note"],
    }


def quote(dataset: Dataset, row: QuoteRow) -> Quote:
    """A quote as answered: `row` with its speaker's name, office and region."""
    speaker = dataset.officials[row["official"]]
    return {
        "id": row["id"],
        "official": row["official"],
        "official_name": speaker["name"],
        "title": row["title"],
        "role": speaker["role"],
        "acting": speaker["acting"],
        "region": speaker["region"],
        "region_name": dataset.region_name(speaker["region"]),
        "country": speaker["country"],
        "section": row["section"],
        "topics": row["topics"],
        "text": row["text"],
        "mentions": row["mentions"],
        "source": row["source"],
        "note": row["note"],
    }


def figure(dataset: Dataset, row: FigureRow) -> Figure:
    """A figure as answered: `row` with the names of its speaker and region."""
    speaker = dataset.speaker(row["quote"])["name"]
    return {
        "id": row["id"],
        "quote": row["quote"],
        "official_name": speaker,
        "region": row["region"],
        "region_name": dataset.region_name(row["region"]),
        "partner": row["partner"],
        "scope": row["scope"],
        "measure": row["measure"],
        "commodity": row["commodity"],
        "value": row["value"],
        "unit": row["unit"],
        "qualifier": row["qualifier"],
        "period": row["period"],
        "period_as_stated": row["period_as_stated"],
        "period_inferred": row["period_inferred"],
        "evidence": row["evidence"],
        "start": row["start"],
        "end": row["end"],
        "note": row["note"],
        "doubt": row["doubt"],
        "project": row["project"],
        "said_by": speaker,
        "source": dataset.quotes[row["quote"]]["source"],
        "reviewed": True,
        "inferred": [*(("period",) if row["period_inferred"] else ()), *row["inferred"]],
    }


def project(dataset: Dataset, row: ProjectRow) -> Project:
    """A project as answered: `row` with the names of its speaker and region, and what is doubted of its cost."""
    cost = cost_of(dataset, row)
    return {
        "id": row["id"],
        "name": row["name"],
        "kind": row["kind"],
        "region": row["region"],
        "region_name": dataset.region_name(row["region"]),
        "region_basis": row["region_basis"],
        "places": [_place(one) for one in row["places"]],
        "sectors": row["sectors"],
        "status": row["status"],
        "status_as_stated": row["status_as_stated"],
        "investment": row["investment"],
        "currency": row["currency"],
        "investment_qualifier": row["investment_qualifier"],
        "partners": row["partners"],
        "start": row["start"],
        "start_as_stated": row["start_as_stated"],
        "completion": row["completion"],
        "completion_as_stated": row["completion_as_stated"],
        "official_name": dataset.speaker(row["quote"])["name"],
        "quote": row["quote"],
        "evidence": row["evidence"],
        "note": row["note"],
        "doubt": cost["doubt"] if cost else None,
        "source": dataset.quotes[row["quote"]]["source"],
        "inferred": _inferred_of(row),
    }


def tie(dataset: Dataset, row: TieRow) -> Tie:
    """A tie as answered: `row` with the names of its speaker and region."""
    return {
        "id": row["id"],
        "name": row["name"],
        "kind": row["kind"],
        "region": row["region"],
        "region_name": dataset.region_name(row["region"]),
        "period": row["period"],
        "period_as_stated": row["period_as_stated"],
        "place": row["place"],
        "official_name": dataset.speaker(row["quote"])["name"],
        "quote": row["quote"],
        "evidence": row["evidence"],
        "source": dataset.quotes[row["quote"]]["source"],
        "inferred": row["inferred"],
    }


def _inferred_of(row: ProjectRow) -> list[InferredOfProject]:
    """What of a project comes from the context: a region that only the office gives, the regions of its places."""
    by_office: list[InferredOfProject] = ["region"] if row["region_basis"] == "speaker" else []
    lie: list[InferredOfProject] = ["places"] if any(one["region_inferred"] for one in row["places"]) else []
    return [*by_office, *lie, *row["inferred"]]


def source(dataset: Dataset, row: SourceRow) -> Source:
    """A source as answered: `row` with the count of quotes taken from it."""
    return {
        "id": row["id"],
        "title": row["title"],
        "publisher": row["publisher"],
        "address": row["address"],
        "published": row["published"],
        "published_inferred": row["published_inferred"],
        "language": row["language"],
        "sections": row["sections"],
        "quotes": len(dataset.quotes_of_source.get(row["id"], ())),
        "sha256": row["sha256"],
        "note": row["note"],
    }


def regions(dataset: Dataset, countries: Criteria = (), stated: bool = False) -> list[Region]:
    """The regions of the countries, all or only those that the sources speak of."""
    found = (region(dataset, row) for row in dataset.regions.values() if _fits(countries, row["country"]))
    return [record for record in found if record["statements"] or not stated]


def officials(dataset: Dataset, roles: Criteria = (), countries: Criteria = (), acting: bool = False) -> list[Official]:
    """The officials who hold one of the roles, of the countries; with `acting`, only those who act."""
    return [
        official(dataset, row)
        for row in dataset.officials.values()
        if _fits(roles, row["role"]) and _fits(countries, row["country"]) and (row["acting"] or not acting)
    ]


def figures(
    dataset: Dataset,
    measures: Criteria = (),
    regions: Criteria = (),
    periods: Criteria = (),
    speakers: Criteria | None = None,
) -> list[Figure]:
    """The figures of the measures about the regions, within the periods, by the speakers (ids; None: by anyone)."""
    return [
        figure(dataset, row)
        for row in dataset.figures.values()
        if _fits(measures, row["measure"])
        and _fits(regions, row["region"])
        and in_periods(periods, row["period"])
        and _said_by(dataset, speakers, row["quote"])
    ]


def projects(
    dataset: Dataset,
    sectors: Criteria = (),
    regions: Criteria = (),
    statuses: Criteria = (),
    kinds: Criteria = (),
    speakers: Criteria | None = None,
) -> list[Project]:
    """The projects of the sectors and kinds, in the regions (theirs, or those of their places), by the speakers."""
    return [
        project(dataset, row)
        for row in dataset.projects.values()
        if (not sectors or any(sector in sectors for sector in row["sectors"]))
        and (not regions or any(code in regions for code in project_regions(row)))
        and _fits(statuses, row["status"])
        and _fits(kinds, row["kind"])
        and _said_by(dataset, speakers, row["quote"])
    ]


def ties(dataset: Dataset, regions: Criteria = (), kinds: Criteria = ()) -> list[Tie]:
    """The ties of the regions and kinds."""
    return [
        tie(dataset, row)
        for row in dataset.ties.values()
        if (not regions or any(is_tie_of(dataset, row, code) for code in regions)) and _fits(kinds, row["kind"])
    ]


def quotes(
    dataset: Dataset, speakers: Criteria | None = None, regions: Criteria = (), topics: Criteria = ()
) -> list[Quote]:
    """The quotes by the speakers, on the topics, by leaders of the regions or speaking of them."""
    return [
        quote(dataset, row)
        for row in dataset.quotes.values()
        if (speakers is None or row["official"] in speakers)
        and (not regions or any(_is_about(dataset, row, code) for code in regions))
        and (not topics or any(topic in topics for topic in row["topics"]))
    ]


def sources(dataset: Dataset) -> list[Source]:
    """The documents that the records rest on."""
    return [source(dataset, row) for row in dataset.sources.values()]


def record(dataset: Dataset, key: str) -> tuple[str, AnyRecord] | None:
    """The kind and the record with an id, or the region with a code, in any case; None where there is none."""
    if key.upper() in dataset.regions:
        return "region", region(dataset, dataset.regions[key.upper()])
    key = key.lower()
    if key in dataset.quotes:
        return "quote", quote(dataset, dataset.quotes[key])
    if key in dataset.figures:
        return "figure", figure(dataset, dataset.figures[key])
    if key in dataset.projects:
        return "project", project(dataset, dataset.projects[key])
    if key in dataset.ties:
        return "tie", tie(dataset, dataset.ties[key])
    if key in dataset.officials:
        return "official", official(dataset, dataset.officials[key])
    if key in dataset.sources:
        return "source", source(dataset, dataset.sources[key])
    if key in dataset.other_numbers:
        return "other_number", _other_number(dataset.other_numbers[key])
    return None


def in_periods(periods: Criteria, period: str | None) -> bool:
    """Whether a period lies within one of several; every one does where none is asked for."""
    return not periods or any(within(period, outer) for outer in periods)


def _fits(wanted: Criteria, value: str | None) -> bool:
    return not wanted or value in wanted


def _said_by(dataset: Dataset, speakers: Criteria | None, quote_id: str) -> bool:
    return speakers is None or dataset.quotes[quote_id]["official"] in speakers


def _is_about(dataset: Dataset, row: QuoteRow, code: str) -> bool:
    return code in row["mentions"] or dataset.officials[row["official"]]["region"] == code


def is_tie_of(dataset: Dataset, row: TieRow, code: str) -> bool:
    """Whether a tie is a region's, or is held in its capital: the Harbin fair is found under Heilongjiang too."""
    return row["region"] == code or (row["place"] is not None and row["place"] == dataset.regions[code]["capital"])


def project_regions(row: ProjectRow) -> list[str | None]:
    """The region of a project and those of its places."""
    return [row["region"], *(place["region"] for place in row["places"])]


def project_of(dataset: Dataset, figure: FigureRow) -> ProjectRow | None:
    """The project that a figure is of; None where it is of none, or of a tie."""
    return dataset.projects.get(figure["project"] or "")


def cost_of(dataset: Dataset, project: ProjectRow) -> FigureRow | None:
    """The figure that states the investment in a project; None where none does."""
    cost = project["investment"], project["currency"]
    for figure in dataset.figures_of_quote.get(project["quote"], ()):
        if (figure["value"], figure["unit"]) == cost and figure["project"] == project["id"]:
            return figure
    return None
