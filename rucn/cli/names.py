"""The command that turns names into codes."""

from typing import Annotated

import typer

from rucn.cli.completion import values
from rucn.cli.parameters import Countries, Encoding, open_asked
from rucn.render.answer import Answer


def resolve(
    context: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Names of regions or cities.", show_default=False, autocompletion=values("region")
        ),
    ] = None,
    country: Countries = None,
    encoding: Encoding = None,
) -> Answer:
    """The codes of regions, for names however written.

    Without names on the command line they are read from standard input, one a line. A city leads to its region; what is
    ambiguous or no name gets no code.
    """
    from rucn.cli.stdin import Names
    from rucn.database.database import resolve_names

    # The names of places are not the database's; it is opened for the names of countries, or to see that it is sound.
    countries = open_asked(context).countries(country or ()) if country or context.obj.path else []
    if name:
        return Answer("resolution", list(resolve_names(name, countries)))
    names = Names(encoding, context.obj.notes.append)
    return Answer("resolution", resolve_names(names, countries), progress=names)
