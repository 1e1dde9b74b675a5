"""Writes TinyDB files: whole or not at all, one writer at a time, and never over what another has changed meanwhile.

A file is written beside the old one, brought to the disk, and takes its place at one stroke. What a killed process
leaves of that is removed by the next one that writes in the folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from rucn.model.contents import UnreadableError, content_of
from rucn.model.errors import DatabaseError, printable
from rucn.model.rows import TABLES, Tables
from rucn.model.whole import UNFINISHED, replace_file
from rucn.store.files import numbered_rows
from rucn.store.locking import PATIENCE, lock_folder

# Files that begin so are made under the lock of their folder alone: whoever holds it knows that nobody writes them.
_UNFINISHED = f"{UNFINISHED}locked-"


@contextmanager
def open_for_writing(path: Path, patience: float = PATIENCE) -> Iterator[TinyDB]:
    """Opens a TinyDB file, or a new one, to read and change it; each change is on the disk when its method returns.

    Others that write in the folder wait until the context is left.

    Raises:
        DatabaseError: It cannot be read, another process is writing it, or it was changed by other means meanwhile.
        OutputError: It cannot be written; the file is as it was before that change.
    """
    with _writing_beside(path, patience), TinyDB(path, _content(path), storage=_WholeFile) as database:
        yield database


def write_tables(path: Path, tables: Tables, as_read: bytes | None, patience: float = PATIENCE) -> None:
    """Writes all tables of a TinyDB file anew, at once.

    Args:
        path: The file.
        tables: Its rows.
        as_read: The content of the file that the rows were made from; None for a file that is new.
        patience: For how many seconds another writer is waited for.

    Raises:
        DatabaseError: Another process is writing it, or its content is another now.
        OutputError: It cannot be written; the file is as it was.
    """
    numbered = {name: {str(at): row for at, row in enumerate(rows, start=1)} for name, rows in tables.items()}
    with _writing_beside(path, patience):
        _WholeFile(path, as_read).write(numbered)


def unused(folder: Path, name: str) -> Path:
    """A path in a folder that nothing has yet: `NAME.json`, or `NAME-2.json` … ."""
    path, number = folder / f"{name}.json", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{name}-{number}.json"
    return path


@contextmanager
def _writing_beside(path: Path, patience: float) -> Iterator[None]:
    """Holds the lock of the folder that a file is really in, and removes what was never finished there."""
    folder = Path(os.path.realpath(path)).parent
    with lock_folder(folder, path, patience):
        for unfinished in folder.glob(f"{_UNFINISHED}*"):
            with suppress(OSError):
                unfinished.unlink()
        yield


class _WholeFile(Storage):
    """A TinyDB file, given the content that it is taken to have (None: there is no such file)."""

    def __init__(self, path: Path, content: bytes | None) -> None:
        self._path = path
        self._content = content

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables, as they were read or last written."""
        return None if self._content is None else numbered_rows(self._content, self._path)

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Puts tables in the place of the file, if that is still as it was."""
        content = _in_json(data, self._path)
        with replace_file(self._path, self._require_unchanged, _UNFINISHED) as file:
            file.write(content)
        self._content = content

    def _require_unchanged(self, unfinished: Path) -> None:
        with suppress(DatabaseError):
            if _content(self._path) == self._content:
                return
        kept = unused(unfinished.parent, f"{self._path.stem}.unsaved")
        unfinished.rename(kept)
        shown, beside = printable(str(self._path), 120), printable(str(kept), 120)
        done = "made" if self._content is None else "changed"
        raise DatabaseError(
            f"{shown} was {done} by another program meanwhile, and is left so; what was to be written is in {beside}"
        )


def _content(path: Path) -> bytes | None:
    """The content of a file; None where there is none."""
    try:
        return content_of(path)
    except FileNotFoundError:
        return None
    except UnreadableError as error:
        raise DatabaseError(f"{printable(str(path), 120)} {error}") from None


def _in_json(tables: Mapping[str, Mapping[str, Mapping[str, Any]]], path: Path) -> bytes:
    """Tables as they stand in a file: in the order of the model, rows by number, a field a line, in real Unicode."""
    ordered = {
        name: {number: _in_order(name, tables[name][number]) for number in sorted(tables[name], key=int)}
        for name in sorted(tables, key=[*TABLES, *tables].index)
    }
    try:
        return f"{json.dumps(ordered, ensure_ascii=False, allow_nan=False, indent=2)}\n".encode()
    except (ValueError, RecursionError):
        shown = printable(str(path), 120)
        raise DatabaseError(f"{shown} is not written: what is to go into it cannot be said in JSON in UTF-8") from None


def _in_order(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its fields in the order of the model; those that the model does not know come last."""
    known = TABLES[table].__annotations__ if table in TABLES else {}
    return {field: row[field] for field in (*known, *row) if field in row}
