"""Figures, projects, ties and events in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from rucn.model.amounts import amount, in_doubt, value_words
from rucn.model.periods import bound, chronological, within
from rucn.model.phrases import figure_phrase
from rucn.model.vocabulary import EVENTS
from rucn.queries import as_records
from rucn.queries.areas import is_about_any, is_event_about, is_figure_about, is_project_about, is_tie_about
from rucn.queries.links import project_of

if TYPE_CHECKING:
    from rucn.model.records import ProjectEvent, TimelineEntry
    from rucn.model.rows import FigureRow, ProjectRow, TieRow
    from rucn.model.vocabulary import TimelineKind
    from rucn.queries.criteria import Area, Codes
    from rucn.store.dataset import Dataset

# A date of a day, as events have, is `2019-11-29`.
DAY, MONTH = len("2019-11-29"), len("2019-11")


def timeline(
    dataset: Dataset, events: Sequence[ProjectEvent], areas: Sequence[Area], periods: Codes
) -> tuple[list[TimelineEntry], int]:
    """What has a date, about the areas and within the periods, a year after its parts.

    And how many figures, projects and ties about the areas have none.
    """
    figures = [row for row in dataset.figures.values() if is_about_any(areas, partial(is_figure_about, dataset, row))]
    projects = [row for row in dataset.projects.values() if is_about_any(areas, partial(is_project_about, row))]
    ties = [row for row in dataset.ties.values() if is_about_any(areas, partial(is_tie_about, dataset, row))]
    ids = {row["id"] for row in projects}
    entries = [
        *(_of_figure(dataset, row) for row in figures),
        *(entry for row in projects for entry in _of_project(dataset, row)),
        *(_of_tie(dataset, row) for row in ties),
        *(
            _of_event(one)
            for one in events
            if one["project"] in ids or is_about_any(areas, partial(is_event_about, one))
        ),
    ]
    dated = [one for one in entries if one["date"]]
    kept = {one["id"] for one in dated}
    undated = sum(row["id"] not in kept for row in (*figures, *projects, *ties))
    found = [one for one in dated if not periods or any(within(_month(one), outer) for outer in periods)]
    return sorted(found, key=lambda one: (chronological(_month(one)), one["date"])), undated


def _month(entry: TimelineEntry) -> str:
    return entry["date"][:MONTH] if len(entry["date"]) == DAY and "/" not in entry["date"] else entry["date"]


def _of_figure(dataset: Dataset, row: FigureRow) -> TimelineEntry:
    figure, project = as_records.figure(dataset, row), project_of(dataset, row)
    value = value_words(amount(row["value"], row["unit"], row["qualifier"]), row["measure"])
    said = ": ".join(filter(None, (figure_phrase(figure), in_doubt(value, row["doubt"]) or "in words")))
    name = ": ".join(filter(None, (project and project["name"], said)))
    is_inferred = "period" in figure["inferred"]
    return _entry(dataset, row, "figure", row["period"], is_inferred, _with(name, row["period_as_stated"]))


def _of_project(dataset: Dataset, row: ProjectRow) -> Iterator[TimelineEntry]:
    for what, date, stated in (
        ("project_start", row["start"], row["start_as_stated"]),
        ("project_completion", row["completion"], row["completion_as_stated"]),
    ):
        yield _entry(
            dataset,
            row,
            cast("TimelineKind", what),
            date,
            False,
            _with(f"{row['name']}: {what.removeprefix('project_')}", stated),
        )


def _of_tie(dataset: Dataset, row: TieRow) -> TimelineEntry:
    is_inferred = "period" in row["inferred"]
    return _entry(dataset, row, "tie", row["period"], is_inferred, _with(row["name"], row["period_as_stated"]))


def _with(name: str, stated: str | None) -> str:
    """A name, and what the words say of its date beside the date itself."""
    more = bound(stated)
    return f"{name} ({more})" if more else name


def _entry(
    dataset: Dataset,
    row: FigureRow | ProjectRow | TieRow,
    what: TimelineKind,
    date: str | None,
    is_inferred: bool,
    name: str,
) -> TimelineEntry:
    quote = dataset.quotes[row["quote"]]
    return {
        "date": date or "",
        "inferred": is_inferred,
        "what": what,
        "id": row["id"],
        "region": row["region"],
        "region_name": dataset.region_name(row["region"]),
        "name": name,
        "said_by": dataset.said_by(row["quote"]),
        "source": quote["source"],
        "quote_kind": quote["kind"],
    }


def _of_event(event: ProjectEvent) -> TimelineEntry:
    return {
        "date": event["date"],
        "inferred": False,
        "what": "event",
        "id": event["id"],
        "region": event["region"],
        "region_name": event["region_name"],
        "name": f"{event['subject']}: {EVENTS[event['event']]}",
        "said_by": event["publisher"],
        "source": event["address"],
        "quote_kind": None,
    }
