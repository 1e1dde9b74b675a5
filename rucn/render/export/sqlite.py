"""A SQLite database: a table a kind of record, and a view a field that is a list."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from rucn.model.errors import OutputError
from rucn.render.answer import Record
from rucn.render.export.columns import Column, columns_of, key_of
from rucn.render.fields import value_at

# NUMERIC keeps a whole number whole. A list is a JSON array.
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "BOOLEAN", "array": "TEXT"}


def write_sqlite(path: Path, tables: Mapping[str, Iterable[Record]]) -> None:
    """Makes a SQLite database; nothing stands at `path` yet.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        # Without transactions: what is not made to its end is thrown away.
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN")
            for kind, records in tables.items():
                _write_table(database, kind, records)
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise OutputError(f"the database cannot be written: {error}") from None


def _write_table(database: sqlite3.Connection, kind: str, records: Iterable[Record]) -> None:
    columns, key = columns_of(kind), key_of(kind)
    described = ", ".join(_described(column, key) for column in columns)
    database.execute(f"CREATE TABLE {_named(kind)} ({described})")
    places = ", ".join("?" * len(columns))
    rows = ([_stored(value_at(record, column.name)) for column in columns] for record in records)
    database.executemany(f"INSERT INTO {_named(kind)} VALUES ({places})", rows)
    for view in _views(kind, columns, key or "rowid"):
        database.execute(view)


def _described(column: Column, key: str | None) -> str:
    is_key = " PRIMARY KEY" * (column.name == key)
    return f"{_named(column.name)} {_TYPES[column.shape.kind]}{' NOT NULL' * (not column.optional)}{is_key}"


def _views(kind: str, columns: Iterable[Column], key: str) -> Iterator[str]:
    """For each list a view with a row for each thing in it: of what record, in which place, and what it is."""
    for column in columns:
        if column.shape.kind == "array":
            inner = column.shape.parts[0].fields
            items = [f"json_extract(item.value, '$.{name}') AS {_named(name)}" for name, _ in inner]
            chosen = ", ".join(items) or "item.value AS item"
            view, table = _named(f"{kind}_{column.name}"), _named(kind)
            yield (
                f"CREATE VIEW {view} AS SELECT {table}.{key} AS {_named(kind)}, item.key AS position, {chosen}"
                f" FROM {table}, json_each({table}.{_named(column.name)}) AS item"
            )


def _stored(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _named(name: str) -> str:
    return f'"{name}"'
