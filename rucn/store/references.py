"""What other sources report: the file of references beside a database, and those in the files of sources.

A line of the file is a record in JSON: a reference (`r001` …), or an event in the life of a project (`e01` …).
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from rucn.model.errors import DatabaseError, printable
from rucn.model.measures import MEASURES
from rucn.model.periods import chronological, within
from rucn.store.dataset import source_of

if TYPE_CHECKING:
    from pathlib import Path

    from rucn.model.records import ProjectEvent, Reference
    from rucn.model.rows import ProjectEventRow, ReferenceRow
    from rucn.store.dataset import Dataset

_One = TypeVar("_One", bound="Reference")


def is_national(reference: Reference, country: str, partner: str | None) -> bool:
    """Whether a reference is on what a whole country has with a partner, as either of the two reports it."""
    return {reference["region"], reference["partner"]} == {country, partner} and reference["subject"] is None


def in_order(references: list[_One]) -> list[_One]:
    """References by region as these come first, by measure, those with a partner before those with all, and by time."""
    regions = {code: number for number, code in enumerate(dict.fromkeys(one["region"] for one in references))}
    measures = {measure: number for number, measure in enumerate(MEASURES)}

    def place(one: _One) -> tuple[object, ...]:
        with_all = one["partner"] is None
        return regions[one["region"]], measures[one["measure"]], with_all, chronological(one["period"])

    return sorted(references, key=place)


class References:
    """The references in the content of one file, beside one dataset, which has the names of regions and projects.

    With `narrowed` they are only those of the sources that the dataset is narrowed to.

    Raises DatabaseError at the first question where the content is no JSON; `path` is named then.
    """

    def __init__(self, content: bytes, path: Path, dataset: Dataset, narrowed: bool = True) -> None:
        self._content = content
        self._narrowed = narrowed
        self._path = path
        self._dataset = dataset

    def references(
        self,
        regions: Collection[str] = (),
        measures: Collection[str] = (),
        periods: Collection[str] = (),
    ) -> list[Reference]:
        """The references on the regions (codes, of districts and countries too), of the measures, within the periods.

        They come by region in the order of the file, by measure, and by time.
        """
        return in_order(
            [
                self._reference(row)
                for row in self._references.values()
                if (not regions or row["region"] in regions)
                and (not measures or row["measure"] in measures)
                and (not periods or any(within(row["period"], outer) for outer in periods))
            ]
        )

    def on_projects(self, projects: Collection[str]) -> list[Reference]:
        """The references on projects, by the ids of these, whatever region they are on."""
        return in_order([self._reference(row) for row in self._references.values() if row["project"] in projects])

    def events(self, projects: Collection[str] = (), regions: Collection[str] = ()) -> list[ProjectEvent]:
        """What became of the projects, or of those in the regions, by ids and codes; of all where none is asked for."""
        found = [self._event(row) for row in self._events.values()]
        if not projects and not regions:
            return found
        return [one for one in found if one["project"] in projects or one["region"] in regions]

    def reference(self, key: str) -> Reference | None:
        """The reference with an id; None where there is none."""
        row = self._references.get(key)
        return self._reference(row) if row else None

    def event(self, key: str) -> ProjectEvent | None:
        """The event with an id; None where there is none."""
        row = self._events.get(key)
        return self._event(row) if row else None

    def _reference(self, row: ReferenceRow) -> Reference:
        return {
            "id": row["id"],
            "region": row["region"],
            "region_name": self._dataset.area_name(row["region"]),
            "partner": row["partner"],
            "measure": row["measure"],
            "value": row["value"],
            "unit": row["unit"],
            "qualifier": row["qualifier"],
            "period": row["period"],
            "publisher": row["publisher"],
            "address": row["address"],
            "note": row["note"],
            "subject": row["subject"],
            "project": self._project(row),
            "project_inferred": row["project_inferred"],
            "said_by": row["said_by"],
            "stock": row["stock"],
            "source": source_of(row["id"]),
        }

    def _event(self, row: ProjectEventRow) -> ProjectEvent:
        project = self._project(row)
        return {
            "id": row["id"],
            "project": project,
            "event": row["event"],
            "date": row["date"],
            "publisher": row["publisher"],
            "address": row["address"],
            "note": row["note"],
            "project_name": row["project_name"] if project else None,
            "project_inferred": row["project_inferred"],
            "subject": row["subject"],
            "region": row["region"],
            "region_name": self._dataset.area_name(row["region"]),
            "source": source_of(row["id"]),
        }

    def _project(self, row: ReferenceRow | ProjectEventRow) -> str | None:
        """The project that a row is about, by id and name: a database of other projects may use the same ids."""
        known = self._dataset.projects.get(row["project"] or "")
        return known["id"] if known is not None and known["name"] == row["project_name"] else None

    @cached_property
    def _references(self) -> dict[str, ReferenceRow]:
        return {row["id"]: row for row in self._rows if _kind(row["id"]) == "r"}

    @cached_property
    def _events(self) -> dict[str, ProjectEventRow]:
        return {row["id"]: row for row in self._rows if _kind(row["id"]) == "e"}

    @cached_property
    def _rows(self) -> list[Any]:
        lines = self._content.decode("utf-8", "replace").split("\n")
        try:
            # All at once: one by one they take four times as long.
            found: list[Any] = json.loads(f"[{','.join(filter(None, lines))}]")
        except (ValueError, RecursionError):
            raise DatabaseError(f"{printable(str(self._path), 120)}, {_broken(lines)} is not JSON in UTF-8") from None
        found += self._dataset.reported
        return [row for row in found if self._dataset.asks(source_of(row["id"]))] if self._narrowed else found


def _kind(key: str) -> str:
    """The letter of an id, which may begin with the name of a source."""
    return key.rpartition("/")[2][0]


def _broken(lines: list[str]) -> str:
    """The first line that cannot be read, by its number."""
    for number, line in enumerate(lines, start=1):
        try:
            json.loads(line or "null")
        except (ValueError, RecursionError):
            return f"line {number}"
    return "a line"
