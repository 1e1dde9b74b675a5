"""The files of a database: which they are, and how they are read. None is ever created here (`rucn.store.writing`).

A database is a TinyDB file in UTF-8. References and rates of exchange stand beside it; where one has none of its own,
the bundled ones are taken.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rucn.model import paths
from rucn.model.contents import UnreadableError, content_of
from rucn.model.errors import DatabaseError, printable
from rucn.store.older import is_older, renew

if TYPE_CHECKING:
    from rucn.model.rows import Tables


# Kept beside the rows of a file: what has to be said each time that it is opened.
REMARKS = "remarks"


def path_beside(database: Path, name: str) -> Path:
    """The file of a name that goes with a database: the one beside it, else the bundled one."""
    own = database.parent / name
    return own if own.exists() else paths.bundled_folder() / name


def is_installed(path: Path) -> bool:
    """Whether a file is one of those that were proven sound before they were packed into the program."""
    return path.parent == paths.PACKED and path.name in (paths.DATABASE, paths.REFERENCES, paths.RATES)


def read_file(path: Path) -> bytes:
    """The content of a file.

    Raises:
        DatabaseError: It cannot be read, or is no file.
    """
    shown = printable(str(path), 120)
    try:
        return content_of(path)
    except FileNotFoundError:
        raise DatabaseError(f"there is no file {shown}; name an existing database") from None
    except UnreadableError as error:
        raise DatabaseError(f"{shown} {error}; name the JSON file of a database") from None


def is_source(content: bytes, path: Path) -> bool:
    """Whether a TinyDB file is that of a source, given its content: it has sources, and leaves regions to the program.

    Raises:
        DatabaseError: It is no TinyDB file.
    """
    tables = numbered_rows(content, path)
    return "sources" in tables and "regions" not in tables


def tables_of(content: bytes, path: Path, note: Callable[[str], object] = lambda remark: None) -> Tables:
    """The tables of a TinyDB file, whatever their rows hold, in the present form.

    Args:
        content: That of the file.
        path: What is named in messages.
        note: Told how to move a file of an older form.

    Raises:
        DatabaseError: It is no TinyDB file with quotes and regions.
    """
    tables = rows_of(content, path)
    if "quotes" not in tables or "regions" not in tables:
        shown = printable(str(path), 120)
        raise DatabaseError(f"{shown} is a TinyDB file of something else: it has no quotes and regions")
    bring_up_to_date(tables, path, note)
    return tables


def bring_up_to_date(tables: Tables, path: Path, note: Callable[[str], object]) -> None:
    """Brings the rows of a file into the present form, and says how the file is moved, where it is of an older one."""
    if is_older(tables):
        renew(tables)
        note(on_older(path))


def on_older(path: Path) -> str:
    """That a file is of an older form, and how it is moved."""
    from shlex import quote

    shown = printable(str(path), 120)
    return f"{shown} is of an older form; `rucn migrate {quote(shown)}` brings it into the present one"


def bundled_tables() -> Tables:
    """The tables of the bundled database."""
    path = paths.bundled_database()
    return tables_of(read_file(path), path)


def source_rows(content: bytes, path: Path) -> Tables:
    """The rows of the file of a source by table, whatever they hold, in the form that they have.

    Raises:
        DatabaseError: It is no TinyDB file, or one of something else.
    """
    tables = rows_of(content, path)
    if "sources" not in tables:
        raise DatabaseError(f"{printable(str(path), 120)} is a TinyDB file of something else: it has no sources")
    return tables


def rows_of(content: bytes, path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of any TinyDB file by table, in order; raises DatabaseError where it is none."""
    return {table: list(rows.values()) for table, rows in numbered_rows(content, path).items()}


def numbered_rows(content: bytes, path: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """The rows of any TinyDB file by table and number, given its content; `path` is named in messages.

    Raises:
        DatabaseError: It is no TinyDB file.
    """
    shown = printable(str(path), 120)
    if not content:
        raise DatabaseError(f"{shown} is empty; name the JSON file of a database")
    try:
        tables = _parsed(content)
    except (ValueError, RecursionError) as error:
        reason = _unreadable(error)
        raise DatabaseError(f"{shown} is not JSON in UTF-8: {reason}; name the file of a database") from None
    if not isinstance(tables, dict) or not all(_is_table(table) for table in tables.values()):
        raise DatabaseError(f"{shown} is not a TinyDB file: tables of numbered rows are expected")
    return tables


def _parsed(content: bytes) -> Any:
    """What TinyDB reads; the content is read once, so that what is answered from is what was proven."""
    import json

    from tinydb import TinyDB
    from tinydb.storages import Storage

    class Content(Storage):
        def read(self) -> Any:
            return json.loads(content.decode("utf-8"))

        def write(self, data: object) -> None:
            raise NotImplementedError("a database is only read")

    with TinyDB(storage=Content) as database:
        return database.storage.read()


def _unreadable(error: ValueError | RecursionError) -> str:
    """Why a file is not JSON in UTF-8, in a user's terms."""
    from json import JSONDecodeError

    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is no UTF-8"
    if isinstance(error, JSONDecodeError):
        return "it begins with a byte order mark" if "BOM" in error.msg else f"line {error.lineno} cannot be read"
    return "it is nested too deep" if isinstance(error, RecursionError) else "a number in it is too long"


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        isinstance(number, str) and number.isascii() and number.isdigit() and isinstance(row, dict)
        for number, row in table.items()
    )
