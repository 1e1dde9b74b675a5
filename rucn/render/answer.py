"""What a command hands on to be written: records, what they are, and how they are wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from rucn.cli.stdin import Names
    from rucn.model.records import Source
    from rucn.queries.background import Background

Format = Literal["table", "json", "jsonl", "csv", "tsv", "markdown"]
Span = tuple[int, int]
Where = Callable[[str], list[Span]]


class Picture(NamedTuple):
    """That an answer is to be drawn, in the terminal, into a file, or both.

    `sources` are those of what is stated; `doubts` what is doubted of it, by the ids of figures.
    """

    shown: bool
    path: Path | None
    sources: "tuple[Source, ...]"
    doubts: dict[str, str]


class Answer(NamedTuple):
    """The answer of a command.

    `layout` names the type of record (a key of `rucn.render.layouts.RECORD_TYPES`), after a colon what is added to it.
    `content` is a list of records, or an iterator of them, or one record or profile. `list_command` is what to use
    instead of a profile where a table is needed; `background` goes with one record, `sources` with a page of quotes.
    Records that are put together while names are read come with these `names`. `where` tells where in a text the words
    stand that were searched for. With a `picture` the records are drawn.
    """

    layout: str
    content: Any
    list_command: str = ""
    background: "Background | None" = None
    sources: "tuple[Source, ...]" = ()
    exit_code: int = 0
    names: "Names | None" = None
    where: Where | None = None
    picture: Picture | None = None


class Writing(NamedTuple):
    """How a user wants an answer written; `format` is table, json, jsonl, csv, tsv or markdown."""

    format: str = "table"
    fields: tuple[str, ...] = ()
    sort: str | None = None
    limit: int | None = None
    quiet: bool = False


class Outcome(NamedTuple):
    """An answer, how to write it, and the remarks for standard error."""

    answer: Answer
    writing: Writing
    notes: list[str]


class Question(NamedTuple):
    """Where a command finds its answer, and to whom it makes remarks."""

    path: Path | None
    notes: list[str]
