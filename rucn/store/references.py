"""What other sources report: the file of references beside a database, read only when asked for.

A line of the file is a record in JSON: a reference (`r001` …), or an event in the life of a project (`e01` …). Only the
lines that are asked for are parsed.
"""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rucn.model.errors import DatabaseError, printable
from rucn.model.periods import chronological, within
from rucn.model.words import MEASURES

if TYPE_CHECKING:
    from rucn.model.records import ProjectEvent, Reference
    from rucn.model.rows import ProjectEventRow, ReferenceRow
    from rucn.store.dataset import Dataset


def is_national(reference: "Reference", country: str, partner: str | None) -> bool:
    """Whether a reference is on what a whole country has with a partner, as either of the two reports it."""
    return {reference["region"], reference["partner"]} == {country, partner} and reference["subject"] is None


_One = TypeVar("_One", bound="Reference")


def in_order(references: "list[_One]") -> "list[_One]":
    """References by region as these come first, by measure, those with a partner before those with all, and by time."""
    regions = {code: number for number, code in enumerate(dict.fromkeys(one["region"] for one in references))}
    measures = {measure: number for number, measure in enumerate(MEASURES)}

    def place(one: "_One") -> tuple[object, ...]:
        with_all = one["partner"] is None
        return regions[one["region"]], measures[one["measure"]], with_all, chronological(one["period"])

    return sorted(references, key=place)


class References:
    """The references of one file, beside one dataset, which has the names of their regions and projects."""

    def __init__(self, path: Path, dataset: "Dataset") -> None:
        self._path = path
        self._dataset = dataset

    def references(
        self,
        regions: Collection[str] = (),
        measures: Collection[str] = (),
        periods: Collection[str] = (),
    ) -> "list[Reference]":
        """The references on the regions (codes, of districts and countries too), of the measures, within the periods.

        They come by region in the order of the file, by measure, and by time.
        """
        found = [
            self._reference(row)
            for row in self._rows("r", region=regions, measure=measures)
            if not periods or any(within(row["period"], outer) for outer in periods)
        ]
        return in_order(found)

    def on_projects(self, projects: Collection[str]) -> "list[Reference]":
        """The references on projects, by the ids of these, whatever region they are on."""
        return in_order([self._reference(row) for row in self._rows("r", project=projects)])

    def events(self, projects: Collection[str] = (), regions: Collection[str] = ()) -> "list[ProjectEvent]":
        """What became of the projects, or of those in the regions, by ids and codes; of all where none is asked for."""
        found = [self._event(row) for row in self._rows("e")]
        if not projects and not regions:
            return found
        return [one for one in found if one["project"] in projects or one["region"] in regions]

    def reference(self, key: str) -> "Reference | None":
        """The reference with an id; None where there is none."""
        return next((self._reference(row) for row in self._rows("r", id=[key])), None)

    def event(self, key: str) -> "ProjectEvent | None":
        """The event with an id; None where there is none."""
        return next((self._event(row) for row in self._rows("e", id=[key])), None)

    def _reference(self, row: "ReferenceRow") -> "Reference":
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
        }

    def _event(self, row: "ProjectEventRow") -> "ProjectEvent":
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
        }

    def _project(self, row: "ReferenceRow | ProjectEventRow") -> str | None:
        """The project that a row is about, by id and name: a database of other projects may use the same ids."""
        known = self._dataset.projects.get(row["project"] or "")
        return known["id"] if known is not None and known["name"] == row["project_name"] else None

    def _rows(self, kind: str, **wanted: Collection[str]) -> Iterator[Any]:
        """The rows of a kind that have in each of the fields one of the values wanted, or any where none is."""
        beginning = f'{{"id": "{kind}'.encode()
        asked = {field: values for field, values in wanted.items() if values}
        marks = [(f'"{field}": "'.encode(), {value.encode() for value in values}) for field, values in asked.items()]
        for number, line in enumerate(self._lines(), start=1):
            if not line.startswith(beginning):
                continue
            # A line is parsed only where the text of the fields says that it is wanted.
            for mark, values in marks:
                if line.partition(mark)[2].partition(b'"')[0] not in values:
                    break
            else:
                try:
                    yield json.loads(line)
                except ValueError:
                    shown = printable(str(self._path), 120)
                    raise DatabaseError(f"{shown}, line {number} is not JSON in UTF-8") from None

    def _lines(self) -> Iterator[bytes]:
        try:
            with self._path.open("rb") as file:
                yield from file
        except OSError as error:
            raise DatabaseError(f"{printable(str(self._path), 120)} cannot be read: {error}") from None
