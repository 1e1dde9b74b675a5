"""Opens databases, and checks them."""

from __future__ import annotations

import os
import reprlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.database.database import Database
from rucn.model import paths
from rucn.model.errors import ArgumentError, printable
from rucn.queries.filters import Written, as_list
from rucn.store import files
from rucn.store.dataset import Dataset

if TYPE_CHECKING:
    from rucn.model.records import Problem


# What may be opened: a path, `bundled`, or several of these; None for what is asked where nothing is named.
Named = str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | None


def open_database(
    named: Named = None,
    note: Callable[[str], object] = lambda remark: None,
    strict: bool = False,
    sources: Written = (),
) -> Database:
    """Opens the bundled database and the user's library, or what is named.

    The installed database was proven sound before it was packed. Any other file is proven when it is first opened, and
    again when it or the checks have changed, so that all questions can rely on its rows.

    Args:
        named: A TinyDB file, the folder of a library, or `bundled`, or several of these.
        note: Called with each remark that a person should see.
        strict: Raises DatabaseError where a file of several is left out, which is a remark otherwise.
        sources: Narrows all answers to what rests on these sources, by ids, or words of titles or publishers.

    Raises:
        DatabaseError: A database cannot be read, or is not sound; of several, no file is left.
        NotFoundError: There is no such source.
    """
    dataset, beside = _open(places_named(named), note, strict)
    if wanted := as_list(sources):
        from rucn.queries.sources import sources_called

        dataset = dataset.only(sources_called(dataset, wanted, note))
    return Database(dataset, note, beside)


def _open(places: list[Path], note: Callable[[str], object], strict: bool) -> tuple[Dataset, Path]:
    """The rows at places, and the database beside which references may stand."""
    if len(places) == 1 and not os.path.isdir(places[0]) and (dataset := _sound_dataset(places[0], note)):
        return dataset, places[0]
    from rucn.database.together import open_together

    return open_together(places, note, strict)


def check_database(
    named: Named = None,
    source: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
    note: Callable[[str], object] = lambda remark: None,
) -> list[Problem]:
    """Finds every problem of the bundled database and the user's library, or of what is named, and of files beside it.

    Args:
        named: A TinyDB file, the folder of a library, or `bundled`, or several of these.
        source: The document of a source, against which its quotes are held too.
        encoding: What the document is written in; UTF-8, or what its byte order mark says, for None.
        note: Called with each remark that a person should see.

    Raises:
        DatabaseError: The database cannot be read.
        UsageError: The document cannot be read.
    """
    from rucn.database.checking import check_places

    return check_places(places_named(named), None if source is None else _path(source), encoding, note)


def migrate_database(path: str | os.PathLike[str]) -> bool:
    """Brings a file of an older form into the present one; tells whether it was of an older one.

    Raises:
        DatabaseError: The file cannot be read, or another program is writing it.
        OutputError: It cannot be written; it is as it was.
    """
    from rucn.store.older import is_older, renew
    from rucn.store.writing import write_tables

    where = _path(path)
    content = files.read_file(where)
    tables = files.rows_of(content, where)
    if not is_older(tables):
        return False
    renew(tables)
    write_tables(where, tables, content)
    return True


def _sound_dataset(where: Path, note: Callable[[str], object]) -> Dataset | None:
    """The rows of a database, proven sound; None where the file is one of a source."""
    content = files.read_file(where)
    if files.is_installed(where):
        return Dataset(files.tables_of(content, where))
    from rucn.store.proven import digest_of, keep_tables, kept_tables

    digest = digest_of(content)
    tables = kept_tables(digest)
    if tables is None:
        from rucn.checks import require_sound
        from rucn.checks.check import problems

        if files.is_source(content, where):
            return None
        remarks: list[str] = []
        tables = files.tables_of(content, where, remarks.append)
        require_sound(where, problems(content, tables), where)
        tables = {**tables, files.REMARKS: [{"message": remark} for remark in remarks]}
        keep_tables(digest, tables)
    if tables[files.REMARKS]:
        # What is kept may have been read under another name.
        note(files.on_older(where))
    return Dataset(tables, digest)


def places_named(named: Named) -> list[Path]:
    """The places that are named; the bundled database, and the user's library if there is one, where none is."""
    if named is None:
        bundled = paths.bundled_database()
        with suppress(RuntimeError):
            library = paths.library_folder()
            return [bundled, library] if os.path.isdir(library) else [bundled]
        return [bundled]
    several = [named] if isinstance(named, (str, os.PathLike)) or not isinstance(named, Iterable) else list(named)
    if not several:
        raise ArgumentError("a path is expected, or several, not none")
    return [paths.bundled_database() if one == paths.BUNDLED else _path(one) for one in several]


def _path(path: str | os.PathLike[str]) -> Path:
    try:
        return Path(path)
    except TypeError:
        raise ArgumentError(f"a path is expected, not {printable(reprlib.repr(path))}") from None
