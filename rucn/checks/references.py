"""Whether the file of references is sound: each line a record in shape, with an address, in a unit that fits."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rucn.checks.shape import LARGEST_VALUE, repeated_keys, row_problems
from rucn.model.addresses import is_address
from rucn.model.errors import DatabaseError, printable
from rucn.model.measures import MEASURES
from rucn.model.periods import months
from rucn.model.rows import ProjectEventRow, ReferenceRow
from rucn.model.shapes import shape_of
from rucn.model.vocabulary import COUNTRIES

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.store.dataset import Dataset

KINDS = {"r": ("reference", ReferenceRow, r"r\d{3,}"), "e": ("event", ProjectEventRow, r"e\d{2,}")}
DATE = r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
# More than all cannot be lost, and no part is more than the whole.
LARGEST_SHARE = 100
SMALLEST_VALUE = 10**-6


def reference_file_problems(content: bytes, path: Path, dataset: Dataset) -> Iterator[Problem]:
    """Every problem of a file of references beside a dataset; raises DatabaseError where it is no text."""
    try:
        # As the file is read: other characters that end lines may stand in a text.
        lines = content.decode("utf-8").split("\n")
    except ValueError as error:
        raise DatabaseError(f"{printable(str(path), 120)} cannot be read: {error}") from None
    if not lines[-1]:
        lines.pop()
    rows: list[tuple[str, dict[str, Any]]] = []
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield _at(f"line {number}", "it is not JSON")
            continue
        if isinstance(row, dict) and not repeated_keys(line):
            rows.append((f"line {number}", row))
        else:
            yield _at(f"line {number}", "one object a line is expected, with an id, and each key once")
    yield from reported_problems(rows, dataset)


def reported_problems(rows: Iterable[tuple[str, dict[str, Any]]], dataset: Dataset) -> Iterator[Problem]:
    """Every problem of references and events, each with what it is called until it has an id."""
    districts = {term["code"] for term in dataset.terms if term["vocabulary"] == "district"}
    areas = {*dataset.regions, *districts, *COUNTRIES}
    times: Counter[str] = Counter()
    for place, row in rows:
        kind = KINDS.get(str(row.get("id"))[:1])
        if any(isinstance(one, float) and not isfinite(one) for one in row.values()):
            yield _at(place, "a number in it is not finite")
        elif kind is None or not isinstance(row["id"], str) or not re.fullmatch(kind[2], row["id"]):
            yield _at(place, "the ids of references look like r001, those of events like e01")
        else:
            times[row["id"]] += 1
            shape = list(row_problems(row, shape_of(kind[1])))
            for field, message in shape or _content_problems(row, kind[0], areas):
                yield {"record": row["id"], "field": field, "message": message}
    ids = _ids(dataset)
    for record, often in times.items():
        if often > 1 or record in ids:
            yield {"record": record, "field": "id", "message": "another record has this id"}


def _at(place: str, message: str) -> Problem:
    return {"record": place, "field": place.split()[0], "message": message}


def _content_problems(row: dict[str, Any], kind: str, areas: set[str]) -> Iterator[tuple[str, str]]:
    if not is_address(row["address"]):
        yield "address", f"“{printable(row['address'])}” is no address of a page"
    if row["region"] is not None and row["region"] not in areas:
        yield "region", f"“{printable(row['region'])}” is not known"
    if kind == "event":
        if not _is_date(row["date"]):
            yield "date", f"“{printable(row['date'])}” is no date"
        return
    if row["period"] is not None and months(row["period"]) is None:
        yield "period", f"“{printable(row['period'])}” is no period"
    if row["region"] in COUNTRIES and row["partner"] == row["region"]:
        yield "partner", "a country is no partner of its own"
    yield from _value_problems(row)


def _is_date(written: str) -> bool:
    """Whether a date is one of the calendar, or a month or year of it."""
    if not re.fullmatch(DATE, written):
        return False
    try:
        return len(written) < len("2019-11-29") or bool(date.fromisoformat(written))
    except ValueError:
        return False


def _value_problems(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    measure, unit, value = MEASURES[row["measure"]], row["unit"], row["value"]
    if abs(value) > LARGEST_VALUE or 0 < abs(value) < SMALLEST_VALUE:
        yield "value", "it is too large or too small to be meant"
        return
    if unit in ("rank", "count") and (value != int(value) or value < (unit == "rank")):
        yield "value", f"{value} is no {unit}"
    if unit not in (*measure.units, *measure.reported_units):
        yield "unit", f"{measure.code} is not measured in {unit}"
    if (value < 0 and not measure.is_growth) or (unit == "percent" and value <= -LARGEST_SHARE):
        yield "value", f"{value} is below what {measure.code} can be"
    if measure.is_share and value > LARGEST_SHARE:
        yield "value", f"{value} is more than the whole"


def _ids(dataset: Dataset) -> set[str]:
    tables = (dataset.sources, dataset.officials, dataset.quotes, dataset.figures, dataset.projects, dataset.ties)
    return {key for table in (*tables, dataset.other_numbers) for key in table}
