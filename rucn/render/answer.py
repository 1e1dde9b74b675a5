"""What a command hands on to be written: records, of what kind they are, and how they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from rucn.model.background import Background
    from rucn.model.records import Source

Format = Literal["table", "json", "jsonl", "csv", "tsv", "markdown"]
# The kinds of answers that hold no records: a JSON Schema, names, a text, the bytes of a file.
NO_RECORDS = ("schema", "names", "text", "file")
# The kind of an answer whose records are of several kinds.
MIXED = "mixed"
# A record of any kind, for what goes through its fields whatever they are.
Record = Mapping[str, object]
Content = Iterator[Record] | Record | Sequence[Record] | Sequence[str] | str | None
Span = tuple[int, int]
Where = Callable[[str], list[Span]]


class Added(NamedTuple):
    """What is added to the plain records of a kind: amounts in one currency, what follows, figures among references.

    With `every`, of each claim all that it is compared with. `sources` are the ids of those asked, if they are several.
    """

    converted: bool = False
    implied: bool = False
    series: bool = False
    every: bool = False
    sources: frozenset[str] = frozenset()


PLAIN = Added()


class Picture(NamedTuple):
    """That an answer is to be drawn, in the terminal, into a file, or both.

    `records` are drawn; `sources` are those of what is stated; `doubts` what is doubted of it, by the ids of figures.
    """

    shown: bool
    path: Path | None
    records: Sequence[Record]
    sources: tuple[Source, ...]
    doubts: dict[str, str]


class Progress(Protocol):
    """How far something is read that is answered as it comes: `read` of `size` bytes (None where that is not known)."""

    @property
    def read(self) -> int:
        """How many bytes are read."""

    @property
    def size(self) -> int | None:
        """How many there are."""


class Answer(NamedTuple):
    """The answer of a command.

    Attributes:
        kind: The kind of its records: the name of a module of `rucn.render.views`; or MIXED, or one of NO_RECORDS.
        content: A list of records, an iterator of them, one record or profile (None where it is cut away); a JSON
            Schema; names; or a text.
        added: What is added to the records.
        list_command: What to use instead of a profile where a table is needed.
        background: What stands behind one record.
        sources: The documents that quotes are taken from.
        progress: How far the names are read whose records come one by one.
        where: Where in a text the words stand that were searched for.
        picture: That the records are to be drawn.
        short_names: What tells the shorter ones of long names.
        each: Of several records that were asked for by their ids the answer on each, which is how it is read.
        counted: What a summary above the records counts.
        doubted: The ids of the doubted figures that stand in quotes, by the ids of these.
        file: The pieces of a file, as they come, in place of records.
        encoding: What the file is written in; None where it is no text.
        finish: What is left to do when all is written; gives the exit code.
    """

    kind: str
    content: Content
    added: Added = PLAIN
    list_command: str = ""
    background: Background | None = None
    sources: tuple[Source, ...] = ()
    exit_code: int = 0
    progress: Progress | None = None
    where: Where | None = None
    picture: Picture | None = None
    short_names: Callable[[], Mapping[str, str]] = dict
    each: tuple[Answer, ...] = ()
    counted: Sequence[Record] = ()
    doubted: Mapping[str, Sequence[str]] = {}
    file: Iterator[bytes] | None = None
    encoding: str | None = None
    finish: Callable[[], int] | None = None


class Writing(NamedTuple):
    """How a user wants an answer written; `format` is table, json, jsonl, csv, tsv or markdown.

    With `excel` CSV is written for spreadsheets. `output` is the file to write to, in place of standard output.
    """

    format: str = "table"
    fields: tuple[str, ...] = ()
    sort: str | None = None
    limit: int | None = None
    quiet: bool = False
    excel: bool = False
    output: Path | None = None
    paged: bool = True
