"""A folder of Parquet: a folder a kind of record, in it one a country and one a year, where records have these."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rucn.model.errors import UsageError
from rucn.model.shapes import Shape
from rucn.render.answer import Record
from rucn.render.export.columns import bare, fields_of

# The fields that a country and a year are read from, the first that a record has.
COUNTRY_FROM, YEAR_FROM = ("country", "region"), ("period", "date")
# What stands in the name of a folder where there is none: what Hive, and so DuckDB and Spark, read as null.
NONE = "__HIVE_DEFAULT_PARTITION__"
# The folder of an empty file.
EMPTY = {"country": "RU", "year": "1970"}
# So many rows of a file are written at once.
GROUP = 10_000


def write_parquet(folder: Path, tables: Mapping[str, Iterable[Record]]) -> None:
    """Writes the files into a folder.

    Raises:
        UsageError: There is no PyArrow.
    """
    try:
        import pyarrow
    except ImportError:
        raise UsageError("Parquet needs the extra: pip install 'rucn[export]'; .sqlite and .csv need none") from None
    for kind, records in tables.items():
        fields = dict(fields_of(kind))
        schema = pyarrow.schema([(name, _type(shape)) for name, shape in fields.items() if name != "country"])
        _write_parts(folder / kind, records, _partition(fields), schema)


def _write_parts(folder: Path, records: Iterable[Record], keys: Mapping[str, str], schema: Any) -> None:
    """Writes each record into the file of its country and year.

    Where no record has one of these an empty file is added, whose folder tells readers what type they are of.
    """
    from pyarrow import Table, parquet

    writers: dict[str, Any] = {}
    waiting: defaultdict[str, list[Record]] = defaultdict(list)

    def write_rows(place: str) -> None:
        if place not in writers:
            (folder / place).mkdir(parents=True)
            writers[place] = parquet.ParquetWriter(folder / place / "part-0.parquet", schema)
        writers[place].write_table(Table.from_pylist(waiting.pop(place, []), schema))

    for record in records:
        place = _place(record, keys)
        waiting[place].append(record)
        if len(waiting[place]) == GROUP:
            write_rows(place)
    for place in [*waiting]:
        write_rows(place)
    if not writers or any(all(f"{key}={NONE}" in place for place in writers) for key in keys):
        write_rows("/".join(f"{key}={EMPTY[key]}" for key in keys))
    for writer in writers.values():
        writer.close()


def _partition(fields: Mapping[str, Shape]) -> dict[str, str]:
    """What the folders of a kind of record tell apart, each with the field that it is read from."""
    found = {"country": COUNTRY_FROM, "year": YEAR_FROM}
    return {
        key: next(name for name in names if name in fields) for key, names in found.items() if fields.keys() & names
    }


def _place(record: Record, keys: Mapping[str, str]) -> str:
    """The folder of a record: `country=RU/year=2017`."""
    read = {"country": _country, "year": _year}
    return "/".join(f"{key}={read[key](record.get(field)) or NONE}" for key, field in keys.items())


def _country(code: object) -> str | None:
    """The country of a code, or of several codes that are of one."""
    found = {part[:2] for part in str(code).split(";")} if code else set()
    return _only(found, "[A-Z]{2}")


def _year(period: object) -> str | None:
    """The year of a period, or of a range within one."""
    found = {part[:4] for part in str(period).split("/")} if period else set()
    return _only(found, "[0-9]{4}")


def _only(found: set[str], pattern: str) -> str | None:
    first = next(iter(found), "")
    return first if len(found) == 1 and re.fullmatch(pattern, first) else None


def _type(shape: Shape) -> Any:
    """The Arrow type of a field."""
    import pyarrow

    one = bare(shape)
    if one.kind == "array":
        return pyarrow.list_(_type(one.parts[0]))
    if one.kind == "object":
        return pyarrow.struct([(name, _type(inner)) for name, inner in one.fields])
    plain = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool_"}
    return getattr(pyarrow, plain[one.kind])()
