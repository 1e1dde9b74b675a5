"""A library: a folder with one TinyDB file for each source, named after it (`harbin-2019.json`)."""

from __future__ import annotations

import os
import re
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rucn.model.errors import DatabaseError, NotFoundError, UsageError, printable
from rucn.model.paths import BUNDLED

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import Tables

ENDING = ".json"
# Where the files of removed sources are kept.
TRASH = ".trash"
LONGEST_NAME = 64
# What means the sources that come with the program.
RESERVED = (BUNDLED,)
# What ids and codes of the program look like: `f03`, `ru-irk`.
_TAKEN = re.compile(r"[a-z][0-9]+|(?:ru|cn)-[a-z]{2,3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAMES = (
    f"small letters from a to z, digits, and single dashes between them, at most {LONGEST_NAME} in all, "
    "and is no id or code, such as f03 or ru-irk"
)


class SourceFile(NamedTuple):
    """The file of a source, as it was when the folder was looked at."""

    name: str
    path: Path
    status: os.stat_result


class Library:
    """The files of sources in a folder, which need not exist until the first is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self) -> tuple[list[SourceFile], list[Problem]]:
        """The files of sources by name, and a problem for each thing that is called like one and is none.

        No file is opened. What does not end in `.json` is not looked at.

        Raises:
            DatabaseError: The folder cannot be read.
        """
        found: list[SourceFile] = []
        problems: list[Problem] = []
        for entry in self._entries():
            try:
                found.append(_source_file(entry))
            except DatabaseError as error:
                problems.append({"record": printable(entry.name, 120), "field": "", "message": error.typed})
        return found, problems

    def write(self, name: str, tables: Tables, as_read: bytes | None = None) -> Path:
        """Writes the file of a source anew, at once; `as_read` is the content that it replaces, None for a new source.

        Raises:
            UsageError: A source cannot be named so.
            DatabaseError: The content is another now, or another process is writing in the library.
            OutputError: It cannot be written; the file is as it was.
        """
        from rucn.model.whole import telling
        from rucn.store.writing import write_tables

        require_name(name)
        path = self.folder / f"{name}{ENDING}"
        with telling(path):
            self.folder.mkdir(parents=True, exist_ok=True)
        write_tables(path, tables, as_read)
        return path

    def trash(self, name: str) -> Path:
        """Moves the file of a source into the folder of removed ones, and returns where it is kept.

        Raises:
            NotFoundError: There is no such source.
            DatabaseError: Another process is writing in the library.
            OutputError: The file cannot be moved.
        """
        from rucn.model.whole import sync_folder, telling
        from rucn.store.locking import lock_folder

        path = self._existing(name)
        with lock_folder(self.folder, path), telling(path):
            kept = self._place_in_trash(name)
            path.rename(kept)
            trash = kept.parent
            for folder in (trash, self.folder):
                sync_folder(folder)
        return kept

    def keep_copy(self, name: str, content: bytes) -> Path:
        """Writes the content of a file that is to be replaced into the folder of removed ones, and returns where it is.

        Raises:
            DatabaseError: Another process is writing in the library.
            OutputError: The copy cannot be written.
        """
        from rucn.model.whole import replace_file, telling
        from rucn.store.locking import lock_folder

        path = self._existing(name)
        with lock_folder(self.folder, path), telling(path):
            kept = self._place_in_trash(name)
            with replace_file(kept) as file:
                file.write(content)
        return kept

    def _place_in_trash(self, name: str) -> Path:
        """A path in the folder of removed ones that nothing has yet."""
        from rucn.store.writing import unused

        trash = self.folder / TRASH
        trash.mkdir(exist_ok=True)
        return unused(trash, f"{name}.{datetime.now(UTC):%Y%m%dT%H%M%SZ}")

    def _entries(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.folder) as entries:
                return sorted((one for one in entries if one.name.endswith(ENDING)), key=lambda one: one.name)
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "no folder has such a name"
            raise DatabaseError(f"{printable(str(self.folder), 120)} cannot be read: {reason}") from None

    def _existing(self, name: str) -> Path:
        path = self.folder / f"{name}{ENDING}"
        if not _is_name(name) or not os.path.lexists(path):
            raise NotFoundError(f"there is no source “{printable(name)}” in {printable(str(self.folder), 120)}")
        return path


def require_name(name: str) -> None:
    """Raises UsageError where a source cannot be named so."""
    if not _is_name(name):
        raise UsageError(f"a source cannot be named “{printable(name)}”: its name has {_NAMES}")


def name_of(path: Path) -> str:
    """The name of the source that a file is of; raises DatabaseError where a source cannot be called so."""
    name = path.name.removesuffix(ENDING)
    if not _is_name(name):
        raise DatabaseError(f"{printable(str(path), 120)} is not named like a source: its name has {_NAMES}")
    return name


def _is_name(name: str) -> bool:
    is_free = name not in RESERVED and not _TAKEN.fullmatch(name)
    return bool(_NAME.fullmatch(name)) and len(name) <= LONGEST_NAME and is_free


def _source_file(entry: os.DirEntry[str]) -> SourceFile:
    """What an entry of the folder is; raises DatabaseError where it is no file of a source."""
    name = entry.name.removesuffix(ENDING)
    if not _is_name(name):
        raise DatabaseError(f"is passed over: the name of a source has {_NAMES}")
    try:
        status = entry.stat()
    except OSError as error:
        raise DatabaseError(f"cannot be read: {error.strerror}") from None
    if not stat.S_ISREG(status.st_mode):
        raise DatabaseError("is not a file")
    if not os.access(entry.path, os.R_OK):
        raise DatabaseError("cannot be read: you have no rights to it")
    return SourceFile(name, Path(entry.path), status)
