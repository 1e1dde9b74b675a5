"""A command as Typer runs it: its own parameters, and the options that every command has."""

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args

import typer
from typer.core import TyperCommand

from rucn.cli.completion import field_names, file_name, free_text, sort_fields
from rucn.model.errors import UsageError, printable
from rucn.render.answer import Answer, Format, Writing

FORMATS: tuple[Format, ...] = get_args(Format)
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Outcome(NamedTuple):
    """An answer, how to write it, and the remarks for standard error."""

    answer: Answer
    writing: Writing
    notes: list[str]


class Question(NamedTuple):
    """Where a command finds its answer, and to whom it makes remarks."""

    path: Path | None
    notes: list[str]


Sort = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="[-]FIELD",
        help="Sort by a field; with - from the largest down.",
        autocompletion=sort_fields,
    ),
]
DatabasePath = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH",
        envvar="RUCN_DB",
        help="Read this database, not the bundled one.",
        autocompletion=file_name,
    ),
]


def _shared(
    json: Annotated[bool, typer.Option("--json", help="Print JSON; the same as --format json.")] = False,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar=f"[{'|'.join(FORMATS)}]",
            help="How to print; a table unless stated. md is markdown.",
            autocompletion=lambda: FORMATS,
        ),
    ] = None,
    excel: Annotated[
        bool, typer.Option("--excel", help="Print CSV for spreadsheets: with a byte order mark, and no formula.")
    ] = False,
    fields: Annotated[
        str | None,
        typer.Option(
            "--fields", metavar="A,B,C", help="Print these fields only, in this order.", autocompletion=field_names
        ),
    ] = None,
    sort: Sort = None,
    limit: Annotated[
        str | None,
        typer.Option(
            "--limit",
            metavar="N",
            help="Print at most N records (of each list in a profile).",
            autocompletion=free_text,
        ),
    ] = None,
    db: DatabasePath = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No notes on standard error.")] = False,
) -> None:
    """Gives the options their names, types and help."""


@cache
def shared_options() -> list[Any]:
    """The options that every command has, as Typer describes them."""
    return build("shared", _shared, TyperCommand).params


class AnsweringCommand(TyperCommand):
    """A command whose function answers a Question with an Answer: it has the shared options, and gives an Outcome."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.params += shared_options()

    def invoke(self, ctx: Any) -> Outcome:
        """Runs the function; the shared options are not handed on to it."""
        shared = {option.name: ctx.params.pop(option.name) for option in shared_options()}
        writing = _writing(shared, markdown=ctx.params.pop("markdown", False))
        ctx.obj = Question(_path(shared["db"]), [])
        return Outcome(super().invoke(ctx), writing, ctx.obj.notes)


def build(name: str, function: Callable[..., object], kind: type[TyperCommand], epilog: str = "") -> TyperCommand:
    """Describes a function to Typer as a command of a kind."""
    single = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=SETTINGS)
    single.command(name, cls=kind, epilog=epilog or None)(function)
    built = typer.main.get_command(single)
    if not isinstance(built, TyperCommand):
        raise TypeError(f"{name} is no command")
    return built


def count(option: str, written: str) -> int:
    """The number given to an option; raises UsageError for anything else."""
    if not (written.isascii() and written.isdigit()):
        raise UsageError(f"{option} needs a whole number from 0 up, not “{printable(written)}”")
    # No list is longer, and Python refuses to read a number of thousands of digits.
    return int(written[-9:]) if len(written.lstrip("0")) < 10 else sys.maxsize


def _writing(shared: dict[str, Any], markdown: bool) -> Writing:
    limit = shared["limit"]
    return Writing(
        _format(shared, markdown),
        _split(shared["fields"]),
        shared["sort"],
        None if limit is None else count("--limit", limit),
        shared["quiet"],
        shared["excel"],
    )


def _format(shared: dict[str, Any], markdown: bool) -> Format:
    """The format asked for, by its name or by an option of its own; raises UsageError where two contradict."""
    named = shared["format"]
    asked: dict[str, Format] = {} if named is None else {f"--format {printable(named)}": format_named(named)}
    own: dict[str, Format] = {"--json": "json", "--markdown": "markdown", "--excel": "csv"}
    wanted = {"--json": shared["json"], "--markdown": markdown, "--excel": shared["excel"]}
    asked |= {option: form for option, form in own.items() if wanted[option]}
    if len({*asked.values()}) > 1:
        raise UsageError(f"{' and '.join(asked)} contradict each other; give one of them")
    return next(iter(asked.values()), "table")


def format_named(written: str) -> Format:
    """The format that is named, in any case; raises UsageError for none."""
    name = written.strip().lower()
    found = next((form for form in FORMATS if form == ("markdown" if name == "md" else name)), None)
    if found is None:
        raise UsageError(f"there is no format “{printable(written)}”; there are {', '.join(FORMATS)}")
    return found


def _split(fields: str | None) -> tuple[str, ...]:
    if fields is None:
        return ()
    return tuple(dict.fromkeys(field.strip() for field in fields.split(",")))


def _path(db: str | None) -> Path | None:
    if db is None:
        return None
    if not db or "\0" in db:
        raise UsageError("--db (or RUCN_DB) needs the path of a database")
    return Path(os.path.expanduser(db))
