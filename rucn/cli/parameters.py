"""What several commands take, and the database they ask."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from rucn.cli.command import Question
from rucn.cli.completion import file_name, free_text, values
from rucn.cli.paths import file_path
from rucn.model.currencies import CURRENCY_CODES
from rucn.model.vocabulary import Scope

if TYPE_CHECKING:
    from rucn.database.database import Database


# Some of those that Russian and Chinese texts are found in.
ENCODINGS = ("utf-8", "utf-16", "cp1251", "koi8-r", "cp866", "gb18030", "big5")


def one_of(words: "Sequence[str]") -> str:
    """Words in a sentence: `USD, CNY or RUB`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


Countries = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="C", help="RU or CN, or a country's name.", autocompletion=values("country")),
]
Regions = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[REGION]...",
        help="Regions, or places in them, by name or code; all unless stated.",
        show_default=False,
        autocompletion=values("region"),
    ),
]
RegionOption = Annotated[
    list[str] | None,
    typer.Option("--region", metavar="R", help="The same as REGION.", autocompletion=values("region")),
]
Partners = Annotated[
    list[str] | None,
    typer.Option(
        "--partner",
        metavar="P",
        help="With a country; none: not stated with whom.",
        autocompletion=values("partner"),
    ),
]
Scopes = Annotated[
    list[str] | None,
    typer.Option("--scope", metavar="S", help=f"{one_of(get_args(Scope))}.", autocompletion=lambda: get_args(Scope)),
]
Least = Annotated[
    str | None,
    typer.Option("--min", metavar="N", help="The least amount: 1bn, 2.5 million.", autocompletion=free_text),
]
Most = Annotated[
    str | None,
    typer.Option("--max", metavar="N", help="The largest; both in --currency, if given.", autocompletion=free_text),
]
Periods = Annotated[
    list[str] | None,
    typer.Option("--period", metavar="P", help="A period: 2017, 2018-S1, 2019-12.", autocompletion=values("period")),
]
Speakers = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        metavar="WHO",
        help="A person, a region (its leaders), a country or an office: governor, acting head.",
        autocompletion=values("who"),
    ),
]


Currency = Annotated[
    str | None,
    typer.Option(
        "--currency",
        metavar="CUR",
        help=f"Amounts in {one_of(CURRENCY_CODES)} too, at average rates.",
        autocompletion=values("currency"),
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="E",
        help="What is read is written in this; UTF-8, or as its byte order mark says, unless stated.",
        autocompletion=lambda: ENCODINGS,
    ),
]
Chart = Annotated[bool, typer.Option("--chart", help="Draw bars instead of a table.")]
SaveChart = Annotated[
    Path | None,
    typer.Option(
        "--save-chart",
        parser=file_path,
        metavar="FILE",
        help="Write the drawing to a .svg, .png or .html file.",
        autocompletion=file_name,
    ),
]


def open_asked(context: typer.Context) -> "Database":
    """Opens the database that a command's question is asked of."""
    from rucn.database.opening import open_database

    question: Question = context.obj
    database = open_database(question.paths, question.notes.append, question.strict, question.sources)
    question.asked.append(database)
    return database
