"""The command that turns names into codes, one by one or in a column of a table."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from rucn.cli.command import Question, count
from rucn.cli.completion import file_name, free_text, values
from rucn.cli.parameters import Countries, Encoding, one_of, open_asked
from rucn.cli.paths import file_path
from rucn.model.errors import NotFoundError, UsageError, printable
from rucn.model.vocabulary import ADDED_FIELDS, CodeSystem, NameMatch
from rucn.render.answer import Answer

if TYPE_CHECKING:
    from rucn.database.names import Column, Rules

MOST_SCORE = 100
# The options that say what is done with a table, and need one.
OF_TABLES = ("column", "parent", "add", "delimiter", "no_header", "no_quotes", "sheet", "unresolved")


WrittenNames = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME]...", help="Names of regions or cities.", show_default=False, autocompletion=values("region")
    ),
]
Csv = Annotated[
    str | None,
    typer.Option(
        "--csv",
        metavar="FILE",
        help="A table (CSV, Excel; - is standard input) that comes back with codes beside the names.",
        autocompletion=file_name,
    ),
]
ColumnName = Annotated[
    str | None,
    typer.Option("--column", metavar="NAME|N", help="Its column of names.", autocompletion=free_text),
]
Parent = Annotated[
    str | None,
    typer.Option(
        "--parent",
        metavar="NAME|N",
        help="Its column that says where these are: the region of a city.",
        autocompletion=free_text,
    ),
]
AddedFields = Annotated[
    str | None,
    typer.Option(
        "--add",
        metavar="A,B,C",
        help=f"What is added to it: of {', '.join(ADDED_FIELDS)}.",
        autocompletion=lambda: ADDED_FIELDS,
    ),
]
Unresolved = Annotated[
    Path | None,
    typer.Option(
        "--unresolved",
        parser=file_path,
        metavar="FILE",
        help="Write the names without a code to this table, with suggestions.",
        autocompletion=file_name,
    ),
]
Overrides = Annotated[
    Path | None,
    typer.Option(
        "--overrides",
        parser=file_path,
        metavar="FILE",
        help="Take codes from such a table that you have filled in.",
        autocompletion=file_name,
    ),
]
Codes = Annotated[
    list[str] | None,
    typer.Option(
        "--codes",
        metavar="SYSTEM",
        help=f"Read codes too: {one_of(get_args(CodeSystem))}.",
        autocompletion=lambda: get_args(CodeSystem),
    ),
]
Matches = Annotated[
    str | None,
    typer.Option(
        "--match",
        metavar="A,B,C",
        help="Only what is found so counts: exact, alias …",
        autocompletion=lambda: get_args(NameMatch),
    ),
]
LeastScore = Annotated[
    str | None,
    typer.Option("--min-score", metavar="N", help="Only so sure a code counts, 0 to 100.", autocompletion=free_text),
]
Strict = Annotated[bool, typer.Option("--strict", help="End with exit code 1 where a name gets no code.")]
Delimiter = Annotated[
    str | None,
    typer.Option(
        "--delimiter",
        metavar="D",
        help="What parts the cells of the table; told from it unless stated. tab is one.",
        autocompletion=free_text,
    ),
]
NoHeader = Annotated[bool, typer.Option("--no-header", help="The table does not begin with names of columns.")]
NoQuotes = Annotated[bool, typer.Option("--no-quotes", help="Quotation marks in it are part of the cells.")]
Sheet = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", help="Its sheet, of an Excel file.", autocompletion=free_text),
]


def resolve(
    context: typer.Context,
    name: WrittenNames = None,
    csv: Csv = None,
    column: ColumnName = None,
    parent: Parent = None,
    add: AddedFields = None,
    unresolved: Unresolved = None,
    overrides: Overrides = None,
    country: Countries = None,
    codes: Codes = None,
    match: Matches = None,
    min_score: LeastScore = None,
    strict: Strict = False,
    encoding: Encoding = None,
    delimiter: Delimiter = None,
    no_header: NoHeader = False,
    no_quotes: NoQuotes = False,
    sheet: Sheet = None,
) -> Answer:
    """Codes for names of regions, also in a column of a table.

    Without names on the command line they are read from standard input, one a line. A city leads to its region; what is
    ambiguous or no name gets no code.
    """
    rules = _rules(context, country, codes, match, min_score, overrides)
    if csv is None:
        return _resolve_names(context, name, rules, encoding)
    if name:
        raise UsageError("names and --csv are two questions; ask one")
    from rucn.cli.tables import resolve_table

    return resolve_table(context, rules, _listed(add), file_path(csv))


def _resolve_names(context: typer.Context, names: list[str] | None, rules: "Rules", encoding: str | None) -> Answer:
    """The answer on names that are given one by one, or that standard input holds."""
    from rucn.database.names import Column, resolve_names

    stray = next((option for option in OF_TABLES if context.params[option]), None)
    if stray:
        raise UsageError(f"--{stray.replace('_', '-')} is for a table; --csv names one")
    reading = Column(rules)
    finish = _strictly(reading) if context.params["strict"] else None
    if names:
        _note_files(context.obj, names)
        return Answer("resolution", list(resolve_names(names, reading)), finish=finish)
    from rucn.cli.stdin import Names

    lines = Names(encoding, context.obj.notes.append)
    return Answer("resolution", resolve_names(lines, reading), progress=lines, finish=finish)


def _rules(
    context: typer.Context,
    country: list[str] | None,
    codes: list[str] | None,
    match: str | None,
    min_score: str | None,
    overrides: Path | None,
) -> "Rules":
    """How names are to be read, as the options say."""
    from rucn.database.names import chosen_rules

    # The names of places are not the database's; it is opened for the names of countries, or to see that it is sound.
    countries = open_asked(context).countries(country or ()) if country or context.obj.paths else []
    least = 0 if min_score is None else count("--min-score", min_score)
    if least > MOST_SCORE:
        raise UsageError("--min-score needs a number from 0 to 100")
    decided = None
    if overrides is not None:
        from rucn.database.overrides import read_overrides

        decided = read_overrides(overrides)
    return chosen_rules(countries, codes or (), _listed(match), least, decided)


def _listed(written: str | None) -> list[str]:
    """The values between commas."""
    return [] if written is None else [one.strip() for one in written.split(",")]


def _strictly(reading: "Column") -> Callable[[], int]:
    """What gives the exit code where every name has to get a code."""
    return lambda: NotFoundError.exit_code if reading.left.total() or reading.empty else 0


def _note_files(question: Question, names: list[str]) -> None:
    """Says how a table is given, where a name is that of a file."""
    for name in names:
        if "." in name and os.path.isfile(name):
            shown = printable(name, 120)
            question.notes.append(
                f"“{shown}” is a file; `rucn resolve --csv FILE --column NAME` resolves a column of it"
            )
