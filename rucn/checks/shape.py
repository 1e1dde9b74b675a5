"""Whether every row of a database has the fields that its table asks for, and nothing else."""

from __future__ import annotations

import json
import math
import reprlib
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rucn.model.errors import printable
from rucn.model.rows import TABLES
from rucn.model.shapes import Shape, shape_of

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import Tables

# Nothing that is traded or invested is worth so much, in any currency.
LARGEST_VALUE = 10**18
_TOLD = {
    "string": "printable text",
    "integer": "a whole number",
    "number": "a finite number",
    "boolean": "true or false",
    "null": "null",
    "object": "an object with the right fields",
}


def repeated_keys(text: str) -> list[str]:
    """The keys that stand twice in one object of a JSON text: of these a reader takes the last in silence."""
    repeated: list[str] = []

    def notice(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            times = Counter(key for key, _ in pairs)
            repeated.extend(key for key in found if times[key] > 1)
        return found

    json.loads(text, object_pairs_hook=notice)
    return repeated


def repetition_problems(text: str) -> Iterator[Problem]:
    """Each key that stands twice in one object of a JSON text."""
    for key in repeated_keys(text):
        yield {"record": printable(key), "field": "", "message": "this key stands twice in one object"}


def shape_problems(tables: Tables) -> Iterator[Problem]:
    """Each missing table, field out of its type, missing or unknown field."""
    for name, row_type in TABLES.items():
        if name not in tables:
            yield {"record": name, "field": "", "message": "the table is missing"}
        for number, row in enumerate(tables.get(name, []), start=1):
            record = record_name(name, number, row)
            for field, message in row_problems(row, shape_of(row_type)):
                yield {"record": record, "field": field, "message": message}
    for name in sorted(tables.keys() - TABLES.keys()):
        yield {"record": printable(name), "field": "", "message": "no table of a database is called so"}


def record_name(table: str, number: int, row: dict[str, Any]) -> str:
    """What to call a row in a message: its id or code, or its table and number."""
    name = row.get("id") or row.get("code")
    return printable(name) if isinstance(name, str) else f"{table} {number}"


def row_problems(row: dict[str, Any], shape: Shape) -> Iterator[tuple[str, str]]:
    """Each missing, unknown or mistyped field of a row, given its shape."""
    fields = dict(shape.fields)
    for field in sorted(fields.keys() - row.keys()):
        yield field, "the field is missing"
    for field in sorted(row.keys() - fields.keys()):
        yield printable(field), "no such field belongs here"
    for field, expected in fields.items():
        if field in row and not _fits(row[field], expected):
            yield field, f"{_shown(row[field])} stands where {_told(expected)} is expected"


def _fits(value: object, shape: Shape) -> bool:
    match shape.kind:
        case "union":
            return any(_fits(value, one) for one in shape.parts)
        case "array":
            return isinstance(value, list) and all(_fits(one, shape.parts[0]) for one in value)
        case "object":
            return isinstance(value, dict) and not any(row_problems(value, shape))
        case "string":
            is_text = isinstance(value, str) and value.isprintable() and bool(value)
            return is_text and (not shape.values or value in shape.values)
        case "number":
            return isinstance(value, float) and math.isfinite(value)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
    return value is None


def _told(shape: Shape) -> str:
    if shape.kind == "union":
        return " or ".join(map(_told, shape.parts))
    if shape.kind == "array":
        return f"a list of {_told(shape.parts[0])}"
    return f"one of {', '.join(shape.values)}" if shape.values else _TOLD[shape.kind]


def _shown(value: object) -> str:
    return f"“{printable(value)}”" if isinstance(value, str) else printable(reprlib.repr(value))
