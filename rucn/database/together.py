"""Opens several databases, and libraries of sources, as one dataset; what is not sound is named, the rest answers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rucn.model import paths
from rucn.model.errors import DatabaseError, printable
from rucn.store import files
from rucn.store.dataset import Dataset
from rucn.store.joining import ids_of, join, named, with_program
from rucn.store.library import Library, name_of
from rucn.store.proven import digest_of, keep_tables, keep_verdicts, kept_tables, kept_verdicts

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import Tables

# Kept beside the joined rows: what was left out, and the databases among the files.
LEFT_OUT, DATABASES = "left_out", "databases"
# So many ids are named that stand twice.
MOST_NAMED = 3


class Part(NamedTuple):
    """A file that is asked together with others: a database, or for a `name` a source of a library."""

    path: Path
    content: bytes
    name: str

    @property
    def shown(self) -> str:
        """Its path, for messages."""
        return printable(str(self.path), 120)

    @property
    def digest(self) -> str:
        """What tells it from others, and from itself before a change."""
        return sha256(b"\0".join([os.fsencode(self.path), self.content])).hexdigest()


def open_together(places: Sequence[Path], note: Callable[[str], object], strict: bool) -> tuple[Dataset, Path]:
    """Opens what is at several places as one dataset, and tells the database beside which references may stand.

    Args:
        places: Databases, files of sources, and folders of these.
        note: Called with what is left out, file by file.
        strict: Has the first of that raised.

    Raises:
        DatabaseError: Nothing is left to ask.
    """
    parts, left_out = read_parts(places)
    program = files.read_file(paths.bundled_database())
    digest = digest_of(b"together", program, *(part.digest.encode() for part in parts))
    tables = kept_tables(digest)
    if tables is None:
        tables = _joined(parts, program, digest_of(b"verdicts", program, *map(os.fsencode, places)))
        keep_tables(digest, tables)
    left_out += [row["message"] for row in tables[LEFT_OUT]]
    is_left = bool(tables["sources"])
    if left_out and (strict or not is_left):
        raise DatabaseError(left_out[0] if strict or len(left_out) == 1 else "; ".join(left_out))
    if not is_left:
        raise DatabaseError(no_source(places))
    for message in left_out:
        note(f"{message}; it is left out")
    for row in tables[files.REMARKS]:
        note(row["message"])
    databases = [Path(row["path"]) for row in tables[DATABASES]]
    return Dataset(tables, digest), databases[0] if databases else paths.bundled_database()


def no_source(places: Iterable[Path]) -> str:
    """That nothing is there to ask."""
    return f"there is no source in {', '.join(printable(str(one), 120) for one in places)}"


def read_parts(places: Iterable[Path]) -> tuple[list[Part], list[str]]:
    """The files at places, each once, and why those are not among them that cannot be read."""
    parts: dict[str, Part] = {}
    unread: list[str] = []
    for path, name in _files(places, unread):
        try:
            parts.setdefault(os.path.realpath(path), Part(path, files.read_file(path), name))
        except DatabaseError as error:
            unread.append(error.typed)
    return list(parts.values()), unread


def _files(places: Iterable[Path], unread: list[str]) -> Iterator[tuple[Path, str]]:
    """The files at places, those of folders with their names."""
    for place in places:
        if not os.path.isdir(place):
            yield place, ""
            continue
        try:
            found, problems = Library(place).files()
        except DatabaseError as error:
            unread.append(error.typed)
            continue
        unread += [f"{printable(str(place), 120)}/{problem['record']} {problem['message']}" for problem in problems]
        yield from ((file.path, file.name) for file in found)


def part_tables(part: Part, program: Tables, note: Callable[[str], object]) -> tuple[str, Tables]:
    """The name of a part (none for a database), and its tables as those of a whole database, whatever rows they hold.

    It is noted where a part is of an older form.

    Raises:
        DatabaseError: It is no TinyDB file, or one of something else.
    """
    if not part.name and not files.is_source(part.content, part.path):
        return "", files.tables_of(part.content, part.path, note)
    tables = files.source_rows(part.content, part.path)
    files.bring_up_to_date(tables, part.path, note)
    return part.name or name_of(part.path), with_program(tables, program)


def _joined(parts: Sequence[Part], program: bytes, library: str) -> Tables:
    """The rows of those parts that are sound, and what was left out; `library` is what verdicts are kept under."""
    verdicts = kept_verdicts(library)
    own = files.tables_of(program, paths.bundled_database())
    sound: set[str] = set()
    ids: dict[str, str] = {}
    joined: list[Tables] = []
    left_out: list[dict[str, str]] = []
    databases: list[dict[str, str]] = []
    older: list[dict[str, str]] = []
    for part in parts:
        try:
            remarks: list[str] = []
            name, tables = part_tables(part, own, remarks.append)
            if part.digest not in verdicts and not files.is_installed(part.path):
                from rucn.checks import require_sound

                require_sound(part.path, _problems(part, name, tables), part.path)
            sound.add(part.digest)
            tables = named(tables, name) if name else tables
            require_apart(part, tables, ids)
        except DatabaseError as error:
            left_out.append({"message": error.typed})
            continue
        joined.append(tables)
        older += [{"message": remark} for remark in remarks]
        databases += [] if name else [{"path": str(part.path)}]
    if sound != verdicts:
        keep_verdicts(library, sound)
    return {**join(joined or [with_program({}, own)]), LEFT_OUT: left_out, DATABASES: databases, files.REMARKS: older}


def require_apart(part: Part, tables: Tables, ids: dict[str, str]) -> None:
    """Raises DatabaseError where records of a part have `ids` of others, each with its file; else adds theirs."""
    own = ids_of(tables)
    again = [key for key in own if key in ids]
    if again:
        raise DatabaseError(f"{part.shown} has ids that {ids[again[0]]} has too ({', '.join(again[:MOST_NAMED])})")
    ids.update(dict.fromkeys(own, part.shown))


def _problems(part: Part, name: str, tables: Tables) -> list[Problem]:
    from rucn.checks.check import problems, source_problems

    return source_problems(part.content, tables) if name else problems(part.content, tables)
