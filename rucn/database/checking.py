"""Checks several databases, and libraries of sources, file by file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.checks.check import problems, source_problems
from rucn.checks.source import document_digest
from rucn.database.together import Part, no_source, part_tables, read_parts, require_apart
from rucn.database.wiring import Wiring
from rucn.model.errors import DatabaseError
from rucn.store import files
from rucn.store.dataset import Dataset
from rucn.store.joining import named

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import Tables


def check_places(
    places: Sequence[Path], document: Path | None, encoding: str | None, note: Callable[[str], object]
) -> list[Problem]:
    """Every problem of what is at several places, and of the files beside databases.

    Args:
        places: Databases, files of sources, and folders of these.
        document: The document of a source, against which its quotes are held too.
        encoding: What the document is written in; UTF-8, or what its byte order mark says, for None.
        note: Told how to move files of an older form.

    Raises:
        DatabaseError: There is no file that can be read.
        UsageError: The document cannot be read.
    """
    parts, unread = read_parts(places)
    program = files.bundled_tables()
    read: list[tuple[Part, str, Tables]] = []
    for part in parts:
        try:
            read.append((part, *part_tables(part, program, note)))
        except DatabaseError as error:
            unread.append(error.typed)
    if not read:
        raise DatabaseError("; ".join(unread) or no_source(places))
    found = [_of_file(message) for message in unread]
    digest = None if document is None else document_digest(document)
    documented = [part for part, _, tables in read if _has_digest(tables, digest)] or [part for part, *_ in read[-1:]]
    if document is not None and len(read) > 1 and not any(_has_digest(tables, digest) for _, _, tables in read):
        return [*found, _of_file(f"no source has the document’s digest, {digest}")]
    ids: dict[str, str] = {}
    for part, name, tables in read:
        own = _problems(part, name, tables, document if part in documented else None, encoding)
        if not own:
            try:
                require_apart(part, named(tables, name) if name else tables, ids)
            except DatabaseError as error:
                own = [_of_file(error.typed)]
        found += own
    return found


def _problems(part: Part, name: str, tables: Tables, document: Path | None, encoding: str | None) -> list[Problem]:
    """Every problem of a file, and of those beside it where it is a database."""
    if name:
        found = source_problems(part.content, tables, document, encoding)
        return [{**one, "record": f"{name}/{one['record']}"} for one in found]
    found = problems(part.content, tables, document, encoding)
    return found or list(Wiring(Dataset(tables), part.path).problems())


def _has_digest(tables: Tables, digest: str | None) -> bool:
    return any(row.get("sha256") == digest for row in tables.get("sources", ()))


def _of_file(message: str) -> Problem:
    return {"record": "files", "field": "", "message": message}
