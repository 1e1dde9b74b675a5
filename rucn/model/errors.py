"""What can go wrong for a user, each with the exit code that a script sees."""

from typing import NamedTuple


class Candidate(NamedTuple):
    """Something the user may have meant: a region's code or a record's id, its name, and how near it is (0 to 100)."""

    key: str
    name: str
    score: int
    is_code: bool


class RucnError(Exception):
    """Base of the errors that `rucn` raises for its user; `message` is one line: what is wrong and what to do."""

    exit_code: int
    code: str

    def __init__(self, message: str, candidates: tuple[Candidate, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.candidates = candidates


class NotFoundError(RucnError):
    """No such name, id or filter value; `candidates` are suggestions."""

    exit_code = 1
    code = "not_found"


class UsageError(RucnError):
    """The command was put together wrongly."""

    exit_code = 2
    code = "usage"


class AmbiguousError(RucnError):
    """The name fits several; `candidates` lists them."""

    exit_code = 3
    code = "ambiguous"


class DatabaseError(RucnError):
    """The database cannot be read, or is not sound."""

    exit_code = 4
    code = "database"


class OutputError(RucnError):
    """The answer cannot be written; the exit code is that of an input/output error in sysexits."""

    exit_code = 74
    code = "output"


def printable(text: str, limit: int = 60) -> str:
    """Makes what a user typed, or a file holds, safe to repeat on a terminal: escapes controls, shortens to `limit`."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)
