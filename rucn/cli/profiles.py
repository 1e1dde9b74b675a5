"""The commands that answer with all there is about one region or one official."""

from typing import Annotated

import typer

from rucn.cli.options import answers
from rucn.cli.parameters import Currency, opened
from rucn.render.answer import Answer, Question


@answers
def region(
    question: Question,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A region's name or code.")],
    currency: Currency = None,
) -> Answer:
    """One region: what is stated of it, and what others report."""
    layout = "region_profile:converted" if currency is not None else "region_profile"
    return Answer(layout, opened(question).region(name, currency=currency), list_command="regions")


@answers
def official(
    question: Question, name: Annotated[str, typer.Argument(metavar="NAME", help="An official's name or id.")]
) -> Answer:
    """One official and what was said."""
    return Answer("official_profile", opened(question).official(name), list_command="officials")
