"""Whether a database is sound: its rows in shape, its references whole, every number in its quote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.model.errors import DatabaseError, printable

if TYPE_CHECKING:
    from rucn.model.records import Problem


def require_sound(path: Path, problems: Iterable[Problem], listed_by: str) -> None:
    """Raises DatabaseError for the first problem of a file, if there is one; it says what command lists them all."""
    for problem in problems:
        where = ", ".join(filter(None, (problem["record"], problem["field"])))
        what = f"{printable(str(path), 120)} is not sound ({where}: {problem['message']})"
        raise DatabaseError(f"{what}; {listed_by} lists every problem")
