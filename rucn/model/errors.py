"""What can go wrong for a user, each with the exit code that a script sees."""

from typing import NamedTuple


class Candidate(NamedTuple):
    """Something the user may have meant: a region's code or a record's id, its name, and how near it is (0 to 100)."""

    key: str
    name: str
    score: int
    is_code: bool


class RucnError(Exception):
    """Base of the errors that `rucn` raises for its user.

    Attributes:
        typed: One line, what is wrong and what to do, in the words of the command line.
        candidates: What may have been meant.
    """

    exit_code: int
    code: str

    def __init__(self, message: str, candidates: tuple[Candidate, ...] = ()) -> None:
        super().__init__(message)
        self.typed = message
        self.candidates = candidates

    @property
    def message(self) -> str:
        """What is wrong and what to do, in the words of Python."""
        from rucn.model.wording import in_python

        return in_python(self.typed)

    def __str__(self) -> str:
        """The message."""
        return self.message


class NotFoundError(RucnError):
    """No such name, id or filter value; `candidates` are suggestions."""

    exit_code = 1
    code = "not_found"


class UsageError(RucnError):
    """The command was put together wrongly."""

    exit_code = 2
    code = "usage"


class ArgumentError(UsageError, TypeError):
    """A method was given something of another type than it takes."""


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


class RucnWarning(UserWarning):
    """A remark on an answer: how a name was understood, that the sources say nothing, that a number is doubted."""


def printable(text: str, limit: int = 60) -> str:
    """Makes what a user typed, or a file holds, safe to repeat on a terminal: escapes controls, shortens to `limit`."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)
