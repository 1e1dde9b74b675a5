"""Rows of a database as the records that are answered: with names of regions, offices of speakers, counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rucn.model.periods import beginning
from rucn.queries.links import cost_of

if TYPE_CHECKING:
    from rucn.model.records import (
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
    from rucn.model.vocabulary import InferredOfFigure, InferredOfOffice, InferredOfProject
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
    """An official as answered: `row` with the offices, the titles as stated and the ids of the quotes."""
    quotes = dataset.quotes_of_official.get(row["id"], [])
    offices = _offices(dataset, quotes)
    latest = offices[-1] if offices else None
    return {
        "id": row["id"],
        "name": row["name"],
        "names": _names(row["names"]),
        "titles": list(dict.fromkeys(quote["title"] for quote in quotes if quote["title"])),
        "role": latest["role"] if latest else None,
        "acting": latest is not None and latest["acting"],
        "region": latest["region"] if latest else None,
        "region_name": dataset.region_name(latest["region"] if latest else None),
        "country": row["country"],
        "quotes": [quote["id"] for quote in quotes],
        "note": row["note"],
        "offices": offices,
    }


def _offices(dataset: Dataset, quotes: Iterable[QuoteRow]) -> list[Office]:
    """The offices that the titles of one official's quotes state, each once a source, in order of time."""
    found: list[Office] = []
    for quote in quotes:
        source = dataset.sources[quote["source"]]
        inferred: list[InferredOfOffice] = [*quote["inferred"], *(("date",) if source["published_inferred"] else ())]
        office: Office = {
            "title": quote["title"],
            "role": quote["role"],
            "acting": quote["acting"],
            "region": quote["region"],
            "source": quote["source"],
            "date": source["published"],
            "inferred": inferred,
        }
        if office not in found:
            found.append(office)
    return sorted(found, key=lambda office: beginning(office["date"]))


def quote(dataset: Dataset, row: QuoteRow) -> Quote:
    """A quote as answered: `row` with its speaker's name, region and country."""
    return {
        "id": row["id"],
        "official": row["official"],
        "official_name": dataset.official_name(row["id"]),
        "title": row["title"],
        "role": row["role"],
        "acting": row["acting"],
        "region": row["region"],
        "region_name": dataset.region_name(row["region"]),
        "country": dataset.speakers_country(row["id"]),
        "section": row["section"],
        "topics": row["topics"],
        "text": row["text"],
        "mentions": row["mentions"],
        "source": row["source"],
        "note": row["note"],
        "kind": row["kind"],
        "said_by": dataset.said_by(row["id"]),
        "reviewed": row["reviewed"],
        "inferred": row["inferred"],
    }


def figure(dataset: Dataset, row: FigureRow) -> Figure:
    """A figure as answered: `row` with the names of its speaker and region."""
    return {
        "id": row["id"],
        "quote": row["quote"],
        "official_name": dataset.official_name(row["quote"]),
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
        "said_by": dataset.said_by(row["quote"]),
        "source": dataset.quotes[row["quote"]]["source"],
        "reviewed": row["reviewed"],
        "inferred": inferred_of_figure(row),
        "quote_kind": dataset.quotes[row["quote"]]["kind"],
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
        "official_name": dataset.official_name(row["quote"]),
        "quote": row["quote"],
        "evidence": row["evidence"],
        "note": row["note"],
        "doubt": cost["doubt"] if cost else None,
        "source": dataset.quotes[row["quote"]]["source"],
        "inferred": _inferred_of(row),
        "said_by": dataset.said_by(row["quote"]),
        "quote_kind": dataset.quotes[row["quote"]]["kind"],
        "reviewed": row["reviewed"],
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
        "official_name": dataset.official_name(row["quote"]),
        "quote": row["quote"],
        "evidence": row["evidence"],
        "source": dataset.quotes[row["quote"]]["source"],
        "inferred": row["inferred"],
        "said_by": dataset.said_by(row["quote"]),
        "quote_kind": dataset.quotes[row["quote"]]["kind"],
        "reviewed": row["reviewed"],
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
