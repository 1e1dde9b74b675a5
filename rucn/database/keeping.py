"""Keeps a library of one's own: what is put into it, and what is taken out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rucn.model import paths
from rucn.model.errors import DatabaseError, NotFoundError, UsageError, printable
from rucn.store import files
from rucn.store.joining import OF_PROGRAM, with_program
from rucn.store.library import ENDING, Library, require_name

if TYPE_CHECKING:
    from rucn.database.opening import Named
    from rucn.model.records import Problem, Source
    from rucn.model.rows import Tables


def own_library(named: Named) -> Library:
    """The library that is kept: the one folder that is named, or the user's.

    Raises:
        UsageError: No folder is named, or several.
    """
    if named is None:
        try:
            return Library(paths.library_folder())
        except RuntimeError as error:
            raise UsageError(f"{error}; name the folder of a library with --db") from None
    several = [named] if isinstance(named, str) or not isinstance(named, Iterable) else list(named)
    folders = [Path(one) for one in several if one != paths.BUNDLED and not Path(one).is_file()]
    if len(folders) != 1:
        raise UsageError("a source is kept in one library; name its folder with --db, or none for your own")
    return Library(folders[0])


def source_called(library: Library, written: str) -> tuple[str, Source | None]:
    """The name of a source of a library, and its record; None where its file is not sound.

    Raises:
        NotFoundError: There is no such source.
        DatabaseError: The folder cannot be read.
    """
    paths_of = {file.name: file.path for file in library.files()[0]}
    name = written.strip().casefold()
    if name not in paths_of:
        listed = ", ".join(paths_of) or "none"
        raise NotFoundError(f"there is no source “{printable(written)}” to be removed; there are: {listed}")
    from rucn.database.together import open_together
    from rucn.queries.lookup import sources

    try:
        dataset, _ = open_together([paths_of[name]], lambda remark: None, strict=True)
    except DatabaseError:
        return name, None
    return name, sources(dataset)[0]


def add_source(library: Library, path: Path, name: str, replace: bool) -> list[Problem]:
    """Puts records that were made by hand into a library, as a source of a name; what can be known is filled in.

    Args:
        library: The library, whose folder is made where there is none.
        path: JSON in the shape of the file of a source; a table may be a list of its rows.
        name: What the source is called.
        replace: Puts them in the place of a source that is called so.

    Returns:
        Every problem of the records; with any, nothing is stored.

    Raises:
        DatabaseError: The file is no JSON of that shape.
        UsageError: There is a source of that name already, or none can be called so.
        OutputError: It cannot be written.
    """
    from rucn.checks.check import source_problems
    from rucn.checks.filling import fill_in

    require_name(name)
    file = library.folder / f"{name}{ENDING}"
    old = files.read_file(file) if file.exists() else None
    if old is not None and not replace:
        raise UsageError(
            f"there is a source {name} already; --replace puts this in its place, --name names it otherwise"
        )
    content, tables = _made(path)
    program = files.bundled_tables()
    filled = fill_in(tables, program["regions"])
    found = source_problems(content, with_program(filled, program))
    if not found:
        if old is not None:
            library.keep_copy(name, old)
        library.write(name, filled, old)
    return found


def put_files_right(named: Named) -> list[str]:
    """Writes files anew, those named or of the user's library, in which digests, mentions or offsets are wrong.

    Returns:
        What was put right, file by file.
    """
    from rucn.checks.filling import put_right
    from rucn.database.opening import places_named
    from rucn.database.together import read_parts
    from rucn.store.writing import write_tables

    program = files.bundled_tables()
    told: list[str] = []
    for part in read_parts(places_named(named))[0]:
        with suppress(DatabaseError):
            tables = files.rows_of(part.content, part.path)
            found = put_right(tables, program["regions"])
            changed = [one for table, rows in tables.items() for one in _changed(rows, found[table])]
            if changed and part.path != paths.bundled_database():
                write_tables(part.path, found, part.content)
                told.append(f"{part.shown} is put right: {', '.join(changed)}")
    return told


def _changed(rows: list[dict[str, Any]], others: list[dict[str, Any]]) -> list[str]:
    """Which fields of which rows are others now."""
    both = zip(rows, others, strict=True)
    return [
        printable(f"{row.get('id')} {field}")
        for row, other in both
        for field in other
        if field not in row or row[field] != other[field]
    ]


def _made(path: Path) -> tuple[bytes, Tables]:
    """The content of a file that was made by hand, and its tables but those of the program."""
    content = files.read_file(path)
    numbered = content
    with suppress(ValueError, RecursionError):
        made = json.loads(content)
        if isinstance(made, dict):
            rows = {
                table: {str(at): row for at, row in enumerate(several, 1)} if isinstance(several, list) else several
                for table, several in made.items()
            }
            numbered = json.dumps(rows).encode()
    tables = files.rows_of(numbered, path)
    if not tables.get("sources"):
        raise DatabaseError(
            f"{printable(str(path), 120)} is not in the shape of the file of a source: it has no sources"
        )
    return content, {name: rows for name, rows in tables.items() if name not in OF_PROGRAM}
