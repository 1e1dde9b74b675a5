"""What several commands take, and the database they ask."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rucn.cli.command import Question, file_path
from rucn.cli.completion import file_name, values
from rucn.model.currencies import CURRENCY_CODES

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
    typer.Option("--region", metavar="R", help="A region's name or code.", autocompletion=values("region")),
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
        help="A person, a region (its leaders) or a role, such as governor.",
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
    return open_database(question.path, question.notes.append)
