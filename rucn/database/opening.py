"""Opens databases, and checks them."""

from __future__ import annotations

import os
import reprlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.database.database import Database
from rucn.database.wiring import Wiring
from rucn.model import paths
from rucn.model.errors import ArgumentError, printable
from rucn.store import files
from rucn.store.dataset import Dataset

if TYPE_CHECKING:
    from rucn.model.records import Problem


def open_database(
    path: str | os.PathLike[str] | None = None, note: Callable[[str], object] = lambda remark: None
) -> Database:
    """Opens the bundled database, or the one at `path`.

    The installed database was proven sound before it was packed. Any other is proven when it is first opened, and again
    when it or the checks have changed, so that all questions can rely on its rows.

    Args:
        path: The TinyDB file; the bundled one for None.
        note: Called with each remark that a person should see.

    Raises:
        DatabaseError: The database cannot be read, or is not sound.
    """
    where = _place(path)
    return Database(_sound_dataset(where), note, where)


def check_database(
    path: str | os.PathLike[str] | None = None,
    source: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
) -> list[Problem]:
    """Finds every problem of the bundled database, or of the one at `path`, and of the files beside it.

    Args:
        path: The TinyDB file; the bundled one for None.
        source: The document of a source, against which its quotes are held too.
        encoding: What the document is written in; UTF-8, or what its byte order mark says, for None.

    Raises:
        DatabaseError: The database cannot be read.
        UsageError: The document cannot be read.
    """
    from rucn.checks.check import problems

    where = _place(path)
    content = files.read_file(where)
    tables = files.tables_of(content, where)
    found = problems(content, tables, None if source is None else _path(source), encoding)
    return found or list(Wiring(Dataset(tables), where).problems())


def _sound_dataset(where: Path) -> Dataset:
    content = files.read_file(where)
    if files.is_installed(where):
        return Dataset(files.tables_of(content, where))
    from rucn.store.proven import digest_of, keep_tables, kept_tables

    digest = digest_of(content)
    tables = kept_tables(digest)
    if tables is None:
        from rucn.checks import require_sound
        from rucn.checks.check import problems

        tables = files.tables_of(content, where)
        require_sound(where, problems(content, tables), where)
        keep_tables(digest, tables)
    return Dataset(tables, digest)


def _place(path: str | os.PathLike[str] | None) -> Path:
    return paths.bundled_database() if path is None else _path(path)


def _path(path: str | os.PathLike[str]) -> Path:
    try:
        return Path(path)
    except TypeError:
        raise ArgumentError(f"a path is expected, not {printable(reprlib.repr(path))}") from None
