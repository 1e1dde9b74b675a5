"""Fills in what of hand-made rows can be known from the rest: offsets, digests, mentions, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from rucn.model.rows import TABLES, ProjectEventRow, ReferenceRow
from rucn.model.shapes import Shape, shape_of
from rucn.model.titles import says_acting
from rucn.names.mentions import mentions_in
from rucn.store.dataset import REPORTED
from rucn.store.older import renew

if TYPE_CHECKING:
    from rucn.model.rows import Tables

Row = dict[str, Any]
# The letter of the ids of each table.
LETTERS = {"officials": "o", "quotes": "q", "figures": "f", "projects": "p", "ties": "t", "other_numbers": "n"}


def fill_in(tables: Tables, regions: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows made by hand with the fields that they leave out, where these can be known, and with what `put_right` knows.

    An id is the next one of its table; what may be empty is empty; a list is without items.
    """
    found = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    sources = found.get("sources", [])
    for source in sources:
        source.setdefault("id", "s01")
        source.setdefault("marks", None)
    for name, letter in LETTERS.items():
        _number(found.setdefault(name, []), letter)
    for row in found["officials"]:
        row["names"] = {"en": row.get("name"), "ru": None, "zh": None} | _object(row.get("names"))
    for row in found["quotes"]:
        title = str(row.get("title") or "")
        row.setdefault("acting", says_acting(title))
        row.setdefault("inferred", ["region"] if row.get("region") and title and not mentions_in(title).named else [])
    for row in found["quotes"] if len(sources) == 1 else ():
        row.setdefault("source", sources[0]["id"])
        row.setdefault("section", next(iter(_list(sources[0].get("sections"))), None))
    found = put_right(found, regions)
    for row in found["figures"]:
        period, words = row.get("period"), row.get("period_as_stated")
        row.setdefault("period_inferred", isinstance(period, str) and period[:4] not in str(words or ""))
    renew(found)
    for name, rows in found.items():
        for row in rows:
            _empty_the_rest(row, _kind(name, row))
    return found


def put_right(tables: Tables, regions: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows with the digests of their texts, the regions that these name, and the offsets of words that stand once.

    What is as it should be stays as it is.
    """
    found = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    codes = [str(row["code"]) for row in regions]
    texts: dict[object, str] = {}
    for row in found.get("quotes", ()):
        if isinstance(row.get("text"), str):
            texts[row.get("id")] = row["text"]
            row["sha256"] = sha256(row["text"].encode("utf-8", "replace")).hexdigest()
            row["mentions"] = _mentions(row["text"], _list(row.get("mentions")), codes)
    for name in ("figures", "other_numbers"):
        for row in found.get(name, ()):
            _place(row, texts.get(row.get("quote")))
    return found


def _number(rows: list[Row], letter: str) -> None:
    """Gives those rows an id that have none."""
    taken = {row.get("id") for row in rows}
    free = (key for number in range(1, len(rows) + 1) if (key := f"{letter}{number:02}") not in taken)
    for row in rows:
        if "id" not in row:
            row["id"] = next(free)


def _mentions(text: str, listed: list[Any], regions: Iterable[str]) -> list[Any]:
    """The regions that a text names: those listed that it does, and those that it names as regions."""
    found = mentions_in(text)
    kept = [code for code in listed if isinstance(code, str) and code in found.named]
    return list(dict.fromkeys([*kept, *(code for code in regions if code in found.told)]))


def _place(row: Row, text: str | None) -> None:
    """Gives a row the place of its evidence, where that stands in the text once."""
    words, start, end = row.get("evidence"), row.get("start"), row.get("end")
    if text is None or not isinstance(words, str) or not words:
        return
    stands = isinstance(start, int) and isinstance(end, int) and 0 <= start < end and text[start:end] == words
    if not stands and text.count(words) == 1:
        row["start"] = text.index(words)
        row["end"] = row["start"] + len(words)


def _kind(table: str, row: Row) -> type | None:
    if table == REPORTED:
        return ProjectEventRow if str(row.get("id")).startswith("e") else ReferenceRow
    return TABLES.get(table)


def _empty_the_rest(row: Row, kind: type | None) -> None:
    """Gives a row of a kind the fields that it leaves out and that may be empty."""
    for field, shape in shape_of(kind).fields if kind else ():
        if field not in row and (empty := _empty(shape)):
            row[field] = empty[0]


def _empty(shape: Shape) -> tuple[object, ...]:
    """The value of a field that says nothing; none where something has to be said."""
    if shape.kind == "union":
        return (None,) if any(one.kind == "null" for one in shape.parts) else ()
    return {"array": ([],), "boolean": (False,)}.get(shape.kind, ())


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _object(value: object) -> Row:
    return value if isinstance(value, dict) else {}
