"""The commands that list what is known: regions, officials, projects, ties, quotes, sources."""

from typing import Annotated, get_args

import typer

from rucn.cli.completion import free_text, values
from rucn.cli.parameters import Countries, Currency, Regions, Speakers, one_of, open_asked
from rucn.model.vocabulary import ProjectKind, Role, Status, TieKind
from rucn.render.answer import Added, Answer


def regions(
    context: typer.Context,
    country: Countries = None,
    stated: Annotated[bool, typer.Option("--stated", help="Only those the sources speak of.")] = False,
) -> Answer:
    """The regions known, with their codes and names."""
    found = open_asked(context).regions(country=country or (), stated=stated)
    return Answer("region", found)


def officials(
    context: typer.Context,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="R", help=f"{one_of(get_args(Role))}.", autocompletion=values("role")),
    ] = None,
    country: Countries = None,
    acting: Annotated[bool, typer.Option("--acting", help="Only those who act.")] = False,
) -> Answer:
    """The officials, with their titles as stated."""
    found = open_asked(context).officials(role=role or (), country=country or (), acting=acting)
    return Answer("official", found)


def projects(
    context: typer.Context,
    sector: Annotated[
        list[str] | None,
        typer.Option(
            "--sector", metavar="S", help="A sector, such as wood or energy.", autocompletion=values("sector")
        ),
    ] = None,
    region: Regions = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="S", help=f"{one_of(get_args(Status))}.", autocompletion=values("status")),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", metavar="K", help=f"{one_of(get_args(ProjectKind))}.", autocompletion=values("project_kind")
        ),
    ] = None,
    by: Speakers = None,
    currency: Currency = None,
) -> Answer:
    """Joint projects, infrastructure, instruments and proposals.

    An option may be given several times: any of its values fits. A region fits where a project stands, too.
    """
    found = open_asked(context).projects(
        sector=sector or (),
        region=region or (),
        status=status or (),
        kind=kind or (),
        by=by or (),
        currency=currency,
    )
    return Answer("project", found, Added(converted=currency is not None))


def ties(
    context: typer.Context,
    region: Regions = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="K", help=f"{one_of(get_args(TieKind))}.", autocompletion=values("tie_kind")),
    ] = None,
) -> Answer:
    """Twin cities, fairs, festivals, forums."""
    found = open_asked(context).ties(region=region or (), kind=kind or ())
    return Answer("tie", found)


def quotes(
    context: typer.Context,
    by: Speakers = None,
    region: Regions = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", metavar="T", help="A topic, such as energy.", autocompletion=values("topic")),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="TEXT", help="Words in the quote; best first.", autocompletion=free_text),
    ] = None,
) -> Answer:
    """The quotes, word for word.

    An option may be given several times: any of its values fits.
    """
    database = open_asked(context)
    found = database.quotes(by=by or (), region=region or (), topic=topic or (), about=about)
    cited = {quote["source"] for quote in found}
    sources = tuple(source for source in database.sources() if source["id"] in cited)
    return Answer("quote", found, sources=sources, where=None if about is None else database.where(about))


def sources(context: typer.Context) -> Answer:
    """The documents that the records rest on."""
    return Answer("source", open_asked(context).sources())
