"""Which records are about a region, or about a place in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TYPE_CHECKING

from rucn.queries.criteria import Area
from rucn.queries.links import is_tie_of, project_of, project_regions

if TYPE_CHECKING:
    from rucn.model.records import ProjectEvent, Reference
    from rucn.model.rows import FigureRow, ProjectRow, QuoteRow, TieRow
    from rucn.store.dataset import Dataset


def is_about_any(areas: Collection[Area], is_about: Callable[[Area], bool]) -> bool:
    """Whether something is about one of several areas; it is where none is asked for."""
    return not areas or any(map(is_about, areas))


def is_figure_about(dataset: Dataset, row: FigureRow, area: Area) -> bool:
    """Whether a figure is of a region, or of a project there; one of no region is the speaker's region's."""
    project = project_of(dataset, row)
    if area.place:
        return _names(area.place, row["evidence"]) or (project is not None and is_project_about(project, area))
    own = row["region"] or dataset.quotes[row["quote"]]["region"]
    return area.code in (own, *(project_regions(project) if project else ()))


def is_project_about(row: ProjectRow, area: Area) -> bool:
    """Whether a project is of a region, or stands there."""
    if area.place:
        places = (place["name"] for place in row["places"])
        return any(_names(area.place, text) for text in (row["name"], *places, *row["evidence"]))
    return area.code in project_regions(row)


def is_tie_about(dataset: Dataset, row: TieRow, area: Area) -> bool:
    """Whether a tie is a region's, or is held in its capital."""
    if area.place:
        return any(_names(area.place, text) for text in (row["name"], row["place"] or "", row["evidence"]))
    return is_tie_of(dataset, row, area.code)


def is_quote_about(dataset: Dataset, row: QuoteRow, area: Area) -> bool:
    """Whether a quote is by a leader of a region or speaks of it."""
    if area.place:
        return _names(area.place, row["text"])
    return area.code in row["mentions"] or row["region"] == area.code


def is_event_about(event: ProjectEvent, area: Area) -> bool:
    """Whether an event is of a region."""
    return _names(area.place, event["subject"]) if area.place else event["region"] == area.code


def is_reference_about(reference: Reference, area: Area) -> bool:
    """Whether a reference is on a region, district or country."""
    return _names(area.place, reference["subject"] or "") if area.place else reference["region"] == area.code


def _names(place: str, text: str) -> bool:
    return _spelt(place).search(text) is not None


@lru_cache(maxsize=64)
def _spelt(place: str) -> re.Pattern[str]:
    # A Chinese name has no blanks around it.
    edge = r"\b" if place[:1].isascii() or "а" <= place[:1].lower() <= "я" else ""
    return re.compile(f"{edge}{re.escape(place)}{edge}")
