"""What Russian and Chinese regional leaders said on trade, investment and cooperation, each number with its words.

    import rucn

    database = rucn.open()
    database.region("irkutsk")["trade"]

Records are dictionaries of JSON values; `rucn.records` describes them. What goes wrong is one of `rucn.errors`.
"""

from __future__ import annotations

import os

# Set here, not imported: the shorter the time before the program is in charge, the fewer interrupts show a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rucn.database.database import Database
    from rucn.database.opening import Named
    from rucn.model import errors, records
    from rucn.model.records import Problem
    from rucn.model.version import __version__
    from rucn.tables.frames import Frame

__all__ = ["Database", "__version__", "check", "errors", "open", "records", "resolve", "resolve_frame"]


def check(path: Named = None, source: str | os.PathLike[str] | None = None) -> list[Problem]:
    """Finds every problem of the bundled database and the user's library, or of what is at `path`; none if sound.

    Args:
        path: A TinyDB file, the folder of a library, or "bundled", or several of these.
        source: The document of a source, against which its quotes are held too.

    Raises:
        rucn.errors.DatabaseError: The database cannot be read.
        rucn.errors.UsageError: The document cannot be read.
        rucn.errors.ArgumentError: `path` or `source` is no path.
    """
    from rucn.database.opening import check_database

    return check_database(path, source)


def resolve(
    names: Iterable[str],
    *,
    country: str | Sequence[str] = (),
    codes: str | Sequence[str] = (),
    match: str | Sequence[str] = (),
    min_score: int = 0,
    overrides: Mapping[str, str | None] | None = None,
) -> list[records.Resolution]:
    """What written names of regions and cities mean, in order; no database is read.

    Args:
        names: The names; any number of them, each worked out once.
        country: Keeps to regions of `RU` or `CN`.
        codes: Codes that may stand in place of names: `okato`, `oktmo`, `tax`, `gb2260`, `fips`, `geonames`, `hasc`,
            `iso`.
        match: The ways of finding that count, such as `exact` and `alias`; all unless stated.
        min_score: The least score that counts, 0 to 100.
        overrides: Your own codes by name; None for what is no region.

    Raises:
        rucn.errors.NotFoundError: There is no such country, system of codes or way of finding.
        rucn.errors.UsageError: A code of yours is none.
    """
    from rucn.database.names import python_rules, resolve_names

    given = [names] if isinstance(names, str) else names
    return list(resolve_names(given, python_rules(country, codes, match, min_score, overrides)))


def resolve_frame(
    frame: Frame,
    *,
    column: str,
    parent: str | None = None,
    add: str | Sequence[str] = (),
    country: str | Sequence[str] = (),
    codes: str | Sequence[str] = (),
    match: str | Sequence[str] = (),
    min_score: int = 0,
    overrides: Mapping[str, str | None] | None = None,
) -> Frame:
    """A copy of a frame with columns on what the names in one of its columns mean.

    Args:
        frame: A DataFrame of pandas or polars.
        column: The column of names.
        parent: The column that says where these are, such as the region of a city.
        add: What is added: of `code`, `name`, `kind`, `match`, `score`, `region_name`, `country`, `candidates`; the
            code, name, match and score unless stated. A column that the frame has already is added as `rucn_code`.
        country: As the rest, see `resolve`.
        codes: See there.
        match: See there.
        min_score: See there.
        overrides: See there.

    Raises:
        rucn.errors.ArgumentError: It is no such frame, or it has no such column.
        rucn.errors.UsageError: There is no such field to add.
        rucn.errors.NotFoundError: See `resolve`.
    """
    from rucn.database.names import python_rules, resolve_frame

    return resolve_frame(frame, column, parent, add, python_rules(country, codes, match, min_score, overrides))


def _warn(remark: str) -> None:
    """Issues a remark on an answer as a `rucn.errors.RucnWarning`, in the name of the line that asked for it."""
    import sys
    import warnings

    from rucn.model.errors import RucnWarning

    level, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == __name__:
        level, frame = level + 1, frame.f_back
    warnings.warn(remark, RucnWarning, stacklevel=level)


def open(
    path: Named = None,
    *,
    source: str | Iterable[str] = (),
    on_note: Callable[[str], object] = _warn,
    strict: bool = False,
) -> Database:
    """Opens the bundled database and the user's library, or what is at `path`.

    Args:
        path: A TinyDB file, the folder of a library, or "bundled", or several of these.
        source: Narrows all answers to what rests on these sources: by ids, or by words of titles or publishers.
        on_note: Called with each remark on an answer: how a misspelt name was understood, that the sources say nothing,
            that a number is doubted, that a file of a library is left out. Without it each is a warning.
        strict: Raises an error where a file of several cannot be read, or is not sound.

    Raises:
        rucn.errors.DatabaseError: The file cannot be read, or is not sound; of several, none is left.
        rucn.errors.NotFoundError: There is no such source.
        rucn.errors.ArgumentError: `path` is no path, or `on_note` cannot be called.
    """
    from rucn.database.opening import open_database
    from rucn.model.errors import ArgumentError, printable
    from rucn.model.wording import in_python

    if not callable(on_note):
        raise ArgumentError(f"open(on_note): a function is expected, not {printable(repr(on_note))}")

    return open_database(path, lambda remark: on_note(in_python(remark)), strict, source)


def __getattr__(name: str) -> object:
    """What costs time to load, and is seldom asked for by name."""
    if name == "Database":
        from rucn.database.database import Database

        return Database
    if name == "__version__":
        from rucn.model.version import __version__

        return __version__
    if name in ("errors", "records"):
        from importlib import import_module

        return import_module(f"rucn.model.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
