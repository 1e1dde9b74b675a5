"""The shape of records and rows, read once from their types: what JSON Schemas, checks and tables of fields go by."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints, is_typeddict

from rucn.model.currencies import CURRENCY_CODES, STATED_CODES
from rucn.model.measures import MEASURES, UNITS
from rucn.model.vocabulary import Vocabulary

# The codes of the vocabularies that belong to the program; other vocabularies are a database's.
CODES = {
    "measure": tuple(MEASURES),
    "unit": UNITS,
    "currency": CURRENCY_CODES,
    "stated_currency": STATED_CODES,
}
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


class Shape(NamedTuple):
    """What a value looks like.

    Attributes:
        kind: `string`, `integer`, `number`, `boolean`, `null`, `array`, `object`, or `union` of several shapes.
        values: The values that a string may have; empty where any may stand.
        vocabulary: The vocabulary of a database whose codes a string may have; empty for others.
        parts: The shapes of a union, or the one of an array's items.
        fields: The shapes of an object's fields, in order.
        name: What the type of an object is called.
        about: What it means, in a few words.
    """

    kind: str
    values: tuple[str, ...] = ()
    vocabulary: str = ""
    parts: tuple[Shape, ...] = ()
    fields: tuple[tuple[str, Shape], ...] = ()
    name: str = ""
    about: str = ""


@cache
def shape_of(kind: Any) -> Shape:
    """The shape of a type: a TypedDict, a list, a union, a Literal, or a plain type of JSON.

    Raises:
        KeyError: It is none of these.
    """
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *marks = get_args(kind)
        return _marked(shape_of(inner), marks)
    if origin in (Union, types.UnionType):
        return Shape("union", parts=tuple(map(shape_of, get_args(kind))))
    if origin is Literal:
        return Shape("string", values=get_args(kind))
    if origin is list:
        return Shape("array", parts=(shape_of(get_args(kind)[0]),))
    if is_typeddict(kind):
        hints = get_type_hints(kind, include_extras=True)
        fields = tuple((name, shape_of(one)) for name, one in hints.items())
        return Shape("object", fields=fields, name=kind.__name__, about=kind.__doc__ or "")
    return Shape(_PLAIN[kind])


def fields_of(kind: Any) -> dict[str, list[str]]:
    """The fields of a record type, in order, each with the fields of the object that it is, if it is one."""
    return {name: [inner for inner, _ in shape.fields] for name, shape in shape_of(kind).fields}


def _marked(shape: Shape, marks: list[Any]) -> Shape:
    for mark in marks:
        if not isinstance(mark, Vocabulary):
            shape = shape._replace(about=mark)
        elif mark in CODES:
            shape = shape._replace(values=CODES[mark])
        else:
            shape = shape._replace(vocabulary=str(mark))
    return shape
