"""A command as Typer runs it: its own parameters, and the options that every command has."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args

import typer
from typer.core import TyperCommand

from rucn.cli.completion import field_names, file_name, free_text, sort_fields, values
from rucn.cli.paths import file_path, named_databases
from rucn.model.errors import UsageError, printable
from rucn.model.paths import BUNDLED
from rucn.render.answer import Answer, Format, Writing

if TYPE_CHECKING:
    from rucn.database.database import Database

FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".txt": "table",
}
# The options whose values a database lists.
VOCABULARIES = {"--measure": "measure", "--sector": "sector", "--topic": "topic"}
# The shared options that say what becomes of records.
FORMING = ("json", "format", "excel", "fields", "sort", "limit")
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Outcome(NamedTuple):
    """An answer, how to write it, and the remarks for standard error."""

    answer: Answer
    writing: Writing
    notes: list[str]


class Question(NamedTuple):
    """Where a command finds its answer, to whom it makes remarks, what it asked; `excel`: CSV is for spreadsheets."""

    paths: list[str | Path] | None
    strict: bool
    sources: list[str]
    notes: list[str]
    asked: list["Database"]
    excel: bool = False


Sort = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="[-]FIELD",
        help="Sort by a field; with - from the largest down.",
        autocompletion=sort_fields,
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="S",
        help="Only what rests on these sources: by id, or by words of the title or publisher.",
        autocompletion=values("source"),
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="No answer where a file of a library cannot be read, or is not sound.")
]
DatabasePaths = Annotated[
    list[str] | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="Ask this database or library; bundled is the installed one. [env var: RUCN_DB]",
        autocompletion=file_name,
    ),
]

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        parser=file_path,
        metavar="FILE",
        help=f"Write to this file; its ending says the format: {', '.join(ENDINGS)}.",
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
    source: Sources = None,
    db: DatabasePaths = None,
    strict: Strict = False,
    output: Output = None,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Never show a long answer page by page.")] = False,
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
        own = {name for one in self.params for name in (one.name, *one.opts)}
        self._shared = [one for one in shared_options() if own.isdisjoint((one.name, *one.opts))]
        self.params += self._shared

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Lists the arguments, the command's own options, those of every command, and the values of vocabularies."""
        every = [one.name for one in self._shared]
        parts: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": [], "Options of every command": []}
        for one in self.get_params(ctx):
            own = "Arguments" if one.param_type_name == "argument" else "Options"
            title = "Options of every command" if one.name in (*every, "help") else own
            if record := one.get_help_record(ctx):
                parts[title].append(record)
        parts["Values"] = [(option, ", ".join(codes)) for option, codes in vocabularies(self).items()]
        for title, records in parts.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def invoke(self, ctx: Any) -> Outcome:
        """Runs the function; the shared options are not handed on to it."""
        shared = {option.name: ctx.params.pop(option.name) for option in self._shared}
        # A table that comes back has its own form.
        as_it_is = ctx.params.get("csv") is not None
        writing = _writing(shared, markdown=ctx.params.pop("markdown", False), as_it_is=as_it_is)
        question = ctx.obj = Question(
            named_databases(shared["db"]),
            shared.get("strict", False),
            _as_utf8(shared.get("source") or []),
            [],
            [],
            writing.excel,
        )
        ctx.params = {name: _as_utf8(value) for name, value in ctx.params.items()}
        answer: Answer = super().invoke(ctx)
        if question.asked:
            database = question.asked[-1]
            added = answer.added._replace(sources=database.several_sources())
            answer = answer._replace(short_names=database.short_names, added=added)
        if writing.fields or writing.sort:
            from rucn.render.fields import by_heading

            writing = by_heading(answer, writing)
        return Outcome(answer, writing, question.notes)


def vocabularies(command: TyperCommand) -> dict[str, list[str]]:
    """The codes that options of a command take, of the vocabularies that the bundled database lists."""
    options = [option for one in command.params for option in one.opts if option in VOCABULARIES]
    if not options:
        return {}
    from rucn.database.opening import open_database

    database = open_database(BUNDLED)
    return {option: [row["code"] for row in database.terms(VOCABULARIES[option])] for option in options}


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


def _writing(shared: dict[str, Any], markdown: bool, as_it_is: bool) -> Writing:
    shared = {name: _as_utf8(value) for name, value in shared.items()}
    asked = next((name for name in FORMING if shared[name]), None) if as_it_is else None
    if asked:
        raise UsageError(f"--csv gives the table back as it is written; leave out --{asked}")
    limit = shared["limit"]
    return Writing(
        "table" if as_it_is else _format(shared, markdown),
        _split(shared["fields"]),
        shared["sort"],
        None if limit is None else count("--limit", limit),
        shared["quiet"],
        shared["excel"],
        shared["output"],
        not shared["no_pager"],
    )


def _format(shared: dict[str, Any], markdown: bool) -> Format:
    """The format asked for, by its name, by an option of its own, or else by the ending of the file that is written.

    Raises UsageError where two contradict each other, and for an ending that says no format.
    """
    named = shared["format"]
    asked: dict[str, Format] = {} if named is None else {f"--format {printable(named)}": format_named(named)}
    own: dict[str, Format] = {"--json": "json", "--markdown": "markdown", "--excel": "csv"}
    wanted = {"--json": shared["json"], "--markdown": markdown, "--excel": shared["excel"]}
    asked |= {option: form for option, form in own.items() if wanted[option]}
    if len({*asked.values()}) > 1:
        raise UsageError(f"{' and '.join(asked)} contradict each other; give one of them")
    output = shared["output"]
    if asked or output is None:
        return next(iter(asked.values()), "table")
    if output.suffix.lower() not in ENDINGS:
        endings = ", ".join(ENDINGS)
        raise UsageError(f"the ending of “{printable(output.name)}” says no format; give one of {endings}, or --format")
    return ENDINGS[output.suffix.lower()]


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


def _as_utf8(value: Any) -> Any:
    """The value of a parameter, its texts without what is no UTF-8."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_as_utf8(one) for one in value] if isinstance(value, (list, tuple)) else value
