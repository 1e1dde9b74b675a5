"""Rows of a database as the records that are answered: with names of regions, offices of speakers, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.queries.links import cost_of

if TYPE_CHECKING:
    from rucn.model.records import (
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
    from rucn.model.vocabulary import InferredOfFigure, InferredOfProject
    from rucn.store.dataset import Dataset


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


def other_number(row: OtherNumberRow) -> OtherNumber:
    """A number that is no figure, as answered."""
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
        "inferred": inferred_of_figure(row),
    }


def inferred_of_figure(row: FigureRow) -> list[InferredOfFigure]:
    """What of a figure comes from the context."""
    return [*(("period",) if row["period_inferred"] else ()), *row["inferred"]]


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
