"""Opens databases, and checks them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.database.companions import Companions
from rucn.database.database import Database
from rucn.model import paths
from rucn.model.errors import printable
from rucn.store.dataset import Dataset, read_tables

if TYPE_CHECKING:
    from rucn.model.records import Problem


def open_database(
    path: str | os.PathLike[str] | None = None, note: Callable[[str], None] = lambda remark: None
) -> Database:
    """Opens the bundled database, or the one at `path`; raises DatabaseError where it cannot be read or is not sound.

    The installed database was proven sound before it was packed. Any other file is examined whenever it is opened, so
    that the rooms below can rely on its rows.
    """
    where = _place(path)
    tables = read_tables(where)
    if where != paths.PACKED / paths.DATABASE:
        from rucn.checks import require_sound
        from rucn.checks.check import problems

        require_sound(where, problems(where, tables), f"`rucn check --db {printable(str(where), 120)}`")
    return Database(Dataset(tables), note, where.parent)


def check_database(
    path: str | os.PathLike[str] | None = None, source: str | os.PathLike[str] | None = None
) -> "list[Problem]":
    """Every problem of the bundled database, or of the one at `path`; none where it is sound.

    With `source` the quotes are held against the document at that path too. Raises DatabaseError where the database
    cannot be read, UsageError where the document cannot.
    """
    from rucn.checks.check import problems

    where = _place(path)
    tables = read_tables(where)
    found = problems(where, tables, None if source is None else Path(source))
    if found:
        return found
    return list(_beside(where, Dataset(tables)))


def _beside(where: Path, dataset: Dataset) -> "Iterator[Problem]":
    """Every problem of the files beside a database."""
    from rucn.checks.rates import rates_file_problems
    from rucn.checks.references import reference_file_problems

    beside = Companions(dataset, where.parent, paths.bundled_folder(), paths.PACKED)
    if beside.own_references is not None:
        yield from reference_file_problems(beside.own_references, dataset)
    if beside.own_rates is not None:
        yield from rates_file_problems(beside.own_rates)


def _place(path: str | os.PathLike[str] | None) -> Path:
    return paths.bundled_database() if path is None else Path(path)
