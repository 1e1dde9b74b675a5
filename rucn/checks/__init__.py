"""Whether a database is sound: its rows in shape, its references whole, every number in its quote."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.model.errors import DatabaseError, printable

if TYPE_CHECKING:
    from rucn.model.records import Problem


def require_sound(path: Path, problems: Iterable[Problem], database: Path) -> None:
    """Raises DatabaseError for the first problem of a file of a database, if there is one."""
    for problem in problems:
        where = ", ".join(filter(None, (problem["record"], problem["field"])))
        what = f"{printable(str(path), 120)} is not sound ({where}: {problem['message']})"
        listed_by = f"rucn check --db {shlex.quote(printable(str(database), 120))}"
        raise DatabaseError(f"{what}; `{listed_by}` lists every problem")
