"""JSON Schemas of the answers, made from the shapes of the record types."""

from typing import TYPE_CHECKING, Any

from rucn.model import records
from rucn.model.shapes import Shape, shape_of

if TYPE_CHECKING:
    from rucn.database.database import Database

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
    "timeline": list[records.TimelineEntry],
    "quotes": list[records.Quote],
    "search": list[records.SearchHit],
    "show": records.AnyRecord | list[records.AnyRecord],
    "cite": records.Citation | list[records.Citation],
    "resolve": list[records.Resolution],
    "sources": list[records.Source],
    "add": records.Source | list[records.Problem],
    "remove": records.Source | list[records.Source],
    "export": list[records.ExportedTable],
    "check": list[records.Problem],
}


def commands() -> list[str]:
    """The commands whose JSON answer has a schema."""
    return list(ANSWERS)


def schema(command: str, database: "Database") -> dict[str, Any]:
    """The JSON Schema of a command's JSON answer; sectors and topics are those of the database.

    Raises NotFoundError for what is no command with a schema.
    """
    key = database.choose(command, ANSWERS, "command with a schema")
    definitions: dict[str, Any] = {}
    answer = _schema(shape_of(ANSWERS[key]), database, definitions)
    return {"$schema": DRAFT, "title": f"rucn {key} --json", **answer, "$defs": definitions}


def _schema(shape: Shape, database: "Database", definitions: dict[str, Any]) -> dict[str, Any]:
    if shape.kind == "union":
        together = _union([_schema(one, database, definitions) for one in shape.parts])
        return together | ({"description": shape.about} if shape.about else {})
    if shape.kind == "object":
        if shape.name not in definitions:
            definitions[shape.name] = {}
            definitions[shape.name] |= _object(shape, database, definitions)
        return {"$ref": f"#/$defs/{shape.name}"}
    made: dict[str, Any] = {"type": shape.kind}
    if shape.kind == "array":
        made["items"] = _schema(shape.parts[0], database, definitions)
    values = [row["code"] for row in database.terms(shape.vocabulary)] if shape.vocabulary else shape.values
    if values:
        made["enum"] = list(values)
    if shape.about:
        made["description"] = shape.about
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


def _object(shape: Shape, database: "Database", definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": shape.about,
        "properties": {name: _schema(one, database, definitions) for name, one in shape.fields},
        "required": [name for name, _ in shape.fields],
        "additionalProperties": False,
    }
