"""What several commands take, and the database they ask."""

from pathlib import Path
from typing import Annotated

import typer

from rucn.database.database import Database
from rucn.database.opening import open_database
from rucn.render.answer import Question

Countries = Annotated[list[str] | None, typer.Option("--country", metavar="C", help="RU or CN, or a country's name.")]
Regions = Annotated[list[str] | None, typer.Option("--region", metavar="R", help="A region's name or code.")]
Periods = Annotated[list[str] | None, typer.Option("--period", metavar="P", help="A period: 2017, 2018-S1, 2019-12.")]
Speakers = Annotated[
    list[str] | None,
    typer.Option("--by", metavar="WHO", help="A person, a region (its leaders) or a role, such as governor."),
]


Currency = Annotated[
    str | None,
    typer.Option("--currency", metavar="CUR", help="Amounts in USD, CNY, RUB or EUR too, at average rates."),
]
Chart = Annotated[bool, typer.Option("--chart", help="Draw bars instead of a table.")]
SaveChart = Annotated[
    Path | None, typer.Option("--save-chart", metavar="FILE", help="Write the drawing to a .svg, .png or .html file.")
]


def opened(question: Question) -> Database:
    """The database that a question is asked of."""
    return open_database(question.path, question.notes.append)
