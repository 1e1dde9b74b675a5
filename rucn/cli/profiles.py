"""The commands that answer with all there is about one region or one official."""

from typing import Annotated

import typer

from rucn.cli.completion import values
from rucn.cli.parameters import Currency, open_asked
from rucn.render.answer import Added, Answer


def region(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A region's name or code.", autocompletion=values("region")),
    ],
    currency: Currency = None,
) -> Answer:
    """One region: what is stated of it, and what others report."""
    profile = open_asked(context).region(name, currency=currency)
    return Answer("region_profile", profile, Added(converted=currency is not None), list_command="regions")


def official(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="An official's name or id.", autocompletion=values("official")),
    ],
) -> Answer:
    """One official and what was said."""
    return Answer("official_profile", open_asked(context).official(name), list_command="officials")
