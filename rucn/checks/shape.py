"""Whether every row of a database has the fields that its table asks for, and nothing else."""

import json
import math
import types
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from rucn.model.errors import printable
from rucn.model.rows import TABLES

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.store.dataset import Tables


def repetition_problems(path: Path) -> "Iterator[Problem]":
    """Each key that stands twice in one object of a JSON file: of these a reader takes the last in silence."""
    repeated: list[str] = []

    def notice(pairs: list[tuple[str, object]]) -> dict[str, object]:
        repeated.extend(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        return dict(pairs)

    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=notice)
    for key in repeated:
        yield {"record": printable(key), "field": "", "message": "this key stands twice in one object"}


def shape_problems(tables: "Tables") -> "Iterator[Problem]":
    """Each missing table, field out of its type, missing or unknown field."""
    for name, row_type in TABLES.items():
        if name not in tables:
            yield {"record": name, "field": "", "message": "the table is missing"}
        expected = get_type_hints(row_type)
        for number, row in enumerate(tables.get(name, []), start=1):
            record = record_name(name, number, row)
            for field, message in row_problems(row, expected):
                yield {"record": record, "field": field, "message": message}
    for name in sorted(tables.keys() - TABLES.keys()):
        yield {"record": printable(name), "field": "", "message": "no table of a database is called so"}


def record_name(table: str, number: int, row: dict[str, Any]) -> str:
    """What to call a row in a message: its id or code, or its table and number."""
    name = row.get("id") or row.get("code")
    return printable(name) if isinstance(name, str) else f"{table} {number}"


def row_problems(row: dict[str, Any], expected: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each missing, unknown or mistyped field of a row, given the types of its fields."""
    for field in sorted(expected.keys() - row.keys()):
        yield field, "the field is missing"
    for field in sorted(row.keys() - expected.keys()):
        yield printable(field), "no such field belongs here"
    for field, value_type in expected.items():
        if field in row and not _has_type(row[field], value_type):
            yield field, f"{_shown(row[field])} stands where {_described(value_type)} is expected"


def _has_type(value: object, expected: Any) -> bool:
    origin = get_origin(expected)
    if origin in (Union, types.UnionType):
        return any(_has_type(value, one) for one in get_args(expected))
    if origin is Annotated:
        return _has_type(value, get_args(expected)[0])
    if origin is Literal:
        return isinstance(value, str) and value in get_args(expected)
    if origin is list:
        return isinstance(value, list) and all(_has_type(one, get_args(expected)[0]) for one in value)
    if is_typeddict(expected):
        fields = get_type_hints(expected)
        return isinstance(value, dict) and not any(row_problems(value, fields))
    if expected is float:
        return isinstance(value, float) and math.isfinite(value)
    if expected is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if expected is str:
        return isinstance(value, str) and value.isprintable() and bool(value)
    return isinstance(value, expected)


def _described(expected: Any) -> str:
    origin = get_origin(expected)
    if origin in (Union, types.UnionType):
        return " or ".join(_described(one) for one in get_args(expected))
    if origin is Literal:
        return "one of " + ", ".join(get_args(expected))
    if origin is list:
        return f"a list of {_described(get_args(expected)[0])}"
    if expected is type(None):
        return "null"
    plain = {str: "printable text", int: "a whole number", float: "a finite number", bool: "true or false"}
    return plain.get(expected, "an object with the right fields")


def _shown(value: object) -> str:
    return f"“{printable(value)}”" if isinstance(value, str) else printable(repr(value))
