"""The columns of a table, read from the type of its records."""

from __future__ import annotations

from typing import NamedTuple

from rucn.model import records
from rucn.model.shapes import Shape, shape_of
from rucn.render.answer import PLAIN
from rucn.render.views import view_of


class Column(NamedTuple):
    """A column of a flat table.

    Attributes:
        name: The field; of an object in a record one of its fields, as in CSV: `names.en`.
        shape: What its values look like, null left aside.
        optional: Whether a value may be null.
    """

    name: str
    shape: Shape
    optional: bool


def fields_of(kind: str) -> tuple[tuple[str, Shape], ...]:
    """The fields of a kind of record, in order, with their shapes."""
    return shape_of(getattr(records, view_of(kind).record_type(PLAIN))).fields


def columns_of(kind: str) -> list[Column]:
    """The columns of a kind of record, in the order of its fields; an object takes one for each of its fields."""
    flat = []
    for name, shape in fields_of(kind):
        inner = shape.fields if shape.kind == "object" else ()
        flat += [(f"{name}.{part}", one) for part, one in inner] or [(name, shape)]
    return [Column(name, *_without_null(shape)) for name, shape in flat]


def _without_null(shape: Shape) -> tuple[Shape, bool]:
    """What a value looks like where there is one, and whether there may be none; int or float is a number."""
    if shape.kind != "union":
        return shape, False
    parts = {one.kind: one for one in shape.parts}
    optional = parts.pop("null", None) is not None
    if parts.keys() == {"integer", "number"}:
        return parts["number"], optional
    [only] = parts.values()
    return only, optional


def bare(shape: Shape) -> Shape:
    """A shape without null."""
    return _without_null(shape)[0]


def key_of(kind: str) -> str | None:
    """The field that tells the records of a kind apart, which is their first; None where they have no id."""
    first = fields_of(kind)[0][0]
    return first if first in ("id", "code") else None
