"""JSON Schemas of the answers, made from the record types."""

import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from rucn import names
from rucn.model import records

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ANSWERS: dict[str, Any] = {
    "region": records.RegionProfile | records.ConvertedRegionProfile,
    "regions": list[records.Region],
    "official": records.OfficialProfile,
    "officials": list[records.Official],
    "trade": list[records.TradeRow | records.ConvertedTradeRow | records.ImpliedTradeRow],
    "figures": list[records.Figure | records.ConvertedFigure],
    "references": list[
        records.Reference | records.ConvertedReference | records.SeriesPoint | records.ConvertedSeriesPoint
    ],
    "compare": list[records.Comparison | records.ConvertedComparison],
    "projects": list[records.Project | records.ConvertedProject],
    "ties": list[records.Tie],
    "quotes": list[records.Quote],
    "search": list[records.SearchHit],
    "show": records.AnyRecord,
    "cite": records.Citation,
    "resolve": list[records.Resolution],
    "sources": list[records.Source],
    "check": list[records.Problem],
}
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def commands() -> list[str]:
    """The commands whose JSON answer has a schema."""
    return list(ANSWERS)


def schema(command: str, dataset: "Dataset") -> dict[str, Any]:
    """The JSON Schema of a command's JSON answer; sectors and topics are those of the dataset.

    Raises NotFoundError for what is no command with a schema.
    """
    known = names.Index.of(names.Entity("command", name, name, [name]) for name in ANSWERS)
    key = names.match(command, [known], "command with a schema").entity.key
    definitions: dict[str, Any] = {}
    answer = _schema(ANSWERS[key], dataset, definitions)
    return {"$schema": DRAFT, "title": f"rucn {key} --json", **answer, "$defs": definitions}


def _schema(kind: Any, dataset: "Dataset", definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(kind)
    if origin is Annotated:
        return _annotated(kind, dataset, definitions)
    if origin in (Union, types.UnionType):
        return _union([_schema(one, dataset, definitions) for one in get_args(kind)])
    if origin is Literal:
        return {"type": "string", "enum": list(get_args(kind))}
    if origin is list:
        return {"type": "array", "items": _schema(get_args(kind)[0], dataset, definitions)}
    if is_typeddict(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] |= _object(kind, dataset, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": PLAIN[kind]}


def _annotated(kind: Any, dataset: "Dataset", definitions: dict[str, Any]) -> dict[str, Any]:
    inner, *marks = get_args(kind)
    made = _schema(inner, dataset, definitions)
    for mark in marks:
        if isinstance(mark, records.Open):
            made["enum"] = [term["code"] for term in dataset.terms if term["vocabulary"] == mark]
        else:
            made["description"] = mark
    return made


def _union(made: list[dict[str, Any]]) -> dict[str, Any]:
    """One schema for several; plain types are put together as `"type": ["string", "null"]`."""
    if not all("type" in one and "items" not in one for one in made):
        return {"anyOf": made}
    together: dict[str, Any] = {"type": [one["type"] for one in made]}
    values = [value for one in made for value in one.get("enum", [])]
    if values:
        together["enum"] = [*values, None] if "null" in together["type"] else values
    return together


def _object(kind: Any, dataset: "Dataset", definitions: dict[str, Any]) -> dict[str, Any]:
    fields = get_type_hints(kind, include_extras=True)
    return {
        "type": "object",
        "description": kind.__doc__,
        "properties": {name: _schema(one, dataset, definitions) for name, one in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }
