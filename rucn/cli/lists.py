"""The commands that list what is known: regions, officials, projects, ties, quotes, sources."""

from typing import Annotated, get_args

import typer

from rucn.cli.completion import free_text, values
from rucn.cli.parameters import (
    Countries,
    Currency,
    Least,
    Most,
    Periods,
    RegionOption,
    Regions,
    Speakers,
    one_of,
    open_asked,
)
from rucn.model.vocabulary import LEFT_OUT, ProjectKind, Role, Status, TieKind
from rucn.render.answer import Added, Answer

Sectors = Annotated[
    list[str] | None,
    typer.Option("--sector", metavar="S", help="A sector, such as wood or energy.", autocompletion=values("sector")),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="S", help=f"{one_of(get_args(Status))}.", autocompletion=values("status")),
]
ProjectKinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", metavar="K", help=f"{one_of(get_args(ProjectKind))}.", autocompletion=values("project_kind")
    ),
]
ProjectPeriods = Annotated[
    list[str] | None,
    typer.Option("--period", metavar="P", help="A period of the start or completion.", autocompletion=values("period")),
]
ProjectPartners = Annotated[
    list[str] | None,
    typer.Option(
        "--partner", metavar="P", help="A country, an organisation, or none.", autocompletion=values("partner")
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="FIELD",
        help="Those that leave it out: investment, status, partners …",
        autocompletion=lambda: list(LEFT_OUT),
    ),
]


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
    regions: Regions = None,
    region: RegionOption = None,
    sector: Sectors = None,
    status: Statuses = None,
    kind: ProjectKinds = None,
    by: Speakers = None,
    period: ProjectPeriods = None,
    partner: ProjectPartners = None,
    without: Without = None,
    country: Countries = None,
    least: Least = None,
    most: Most = None,
    currency: Currency = None,
) -> Answer:
    """Joint projects, infrastructure, instruments and proposals.

    An option may be given several times: any of its values fits. A region fits where a project stands, too.
    """
    found = open_asked(context).projects(
        *(regions or ()),
        region=region or (),
        sector=sector or (),
        status=status or (),
        kind=kind or (),
        by=by or (),
        period=period or (),
        partner=partner or (),
        without=without or (),
        country=country or (),
        min=least,
        max=most,
        currency=currency,
    )
    return Answer("project", found, Added(converted=currency is not None))


def ties(
    context: typer.Context,
    regions: Regions = None,
    region: RegionOption = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="K", help=f"{one_of(get_args(TieKind))}.", autocompletion=values("tie_kind")),
    ] = None,
    period: Periods = None,
) -> Answer:
    """Twin cities, fairs, festivals, forums."""
    found = open_asked(context).ties(*(regions or ()), region=region or (), kind=kind or (), period=period or ())
    return Answer("tie", found)


def timeline(
    context: typer.Context, regions: Regions = None, region: RegionOption = None, period: Periods = None
) -> Answer:
    """Figures, projects, ties and events in order of time."""
    found = open_asked(context).timeline(*(regions or ()), region=region or (), period=period or ())
    return Answer("timeline_entry", found)


def quotes(
    context: typer.Context,
    regions: Regions = None,
    region: RegionOption = None,
    by: Speakers = None,
    acting: Annotated[bool, typer.Option("--acting", help="Only of officials who act.")] = False,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", metavar="T", help="A topic, such as energy.", autocompletion=values("topic")),
    ] = None,
    section: Annotated[
        list[str] | None,
        typer.Option("--section", metavar="TEXT", help="Words of the heading.", autocompletion=values("section")),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="TEXT", help="Words in the quote; best first.", autocompletion=free_text),
    ] = None,
    country: Countries = None,
) -> Answer:
    """The quotes, word for word.

    An option may be given several times: any of its values fits.
    """
    database = open_asked(context)
    found = database.quotes(
        *(regions or ()),
        region=region or (),
        by=by or (),
        acting=acting,
        topic=topic or (),
        section=section or (),
        about=about,
        country=country or (),
    )
    cited = {quote["source"] for quote in found}
    sources = tuple(source for source in database.sources() if source["id"] in cited)
    doubted = database.doubted_in(found)
    where = None if about is None else database.where(about)
    return Answer("quote", found, doubted=doubted, sources=sources, where=where)


def sources(context: typer.Context) -> Answer:
    """The documents that the records rest on."""
    return Answer("source", open_asked(context).sources())
