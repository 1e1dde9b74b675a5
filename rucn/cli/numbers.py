"""The commands that set numbers side by side: what is stated, what follows from it, what others report."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rucn.cli.command import count
from rucn.cli.completion import free_text, values
from rucn.cli.parameters import (
    Chart,
    Countries,
    Currency,
    Least,
    Most,
    Partners,
    Periods,
    RegionOption,
    Regions,
    SaveChart,
    Scopes,
    Speakers,
    open_asked,
)
from rucn.model.errors import UsageError, printable
from rucn.model.vocabulary import VERDICTS
from rucn.render.answer import Added, Answer, Picture

if TYPE_CHECKING:
    from rucn.database.database import Database
    from rucn.render.answer import Record

FILES = (".svg", ".png", ".html")
Measures = Annotated[
    list[str] | None,
    typer.Option(
        "--measure", metavar="M", help="volume, growth, share, rank, investment …", autocompletion=values("measure")
    ),
]
Ranking = Annotated[
    str | None,
    typer.Option(
        "--rank-by",
        metavar="WHAT",
        help="volume, growth, share, implied or national; largest first.",
        autocompletion=values("ranking"),
    ),
]

Verdicts = Annotated[
    list[str] | None,
    typer.Option(
        "--verdict",
        metavar="V",
        help="agrees, close, differs, not comparable or no reference.",
        autocompletion=lambda: list(VERDICTS),
    ),
]
Every = Annotated[
    bool, typer.Option("--all", help="Every reference that a claim is held against, with all that is known of it.")
]
Implied = Annotated[
    bool, typer.Option("--implied", help="Add what follows: other periods, overall trade, national shares.")
]
Top = Annotated[
    str | None,
    typer.Option("--top", metavar="N", help="The N largest, by volume unless --rank-by.", autocompletion=free_text),
]
Commodities = Annotated[
    list[str] | None,
    typer.Option("--commodity", metavar="X", help="A commodity: coal, lumber.", autocompletion=values("commodity")),
]


def trade(
    context: typer.Context,
    regions: Regions = None,
    region: RegionOption = None,
    by: Speakers = None,
    country: Countries = None,
    partner: Partners = None,
    scope: Scopes = None,
    period: Periods = None,
    currency: Currency = None,
    implied: Implied = False,
    top: Top = None,
    rank_by: Ranking = None,
    chart: Chart = False,
    save_chart: SaveChart = None,
) -> Answer:
    """Trade volumes and growth rates side by side.

    An option may be given several times: any of its values fits.
    """
    database = open_asked(context)
    found = database.trade(
        *(regions or ()),
        region=region or (),
        by=by or (),
        country=country or (),
        partner=partner or (),
        scope=scope or (),
        period=period or (),
        currency=currency,
        implied=implied,
        top=None if top is None else count("--top", top),
        rank_by=rank_by,
    )
    added = Added(converted=currency is not None, implied=implied)
    return Answer("trade_row", found, added, picture=picture_of("trade_row", database, found, chart, save_chart))


def figures(
    context: typer.Context,
    regions: Regions = None,
    region: RegionOption = None,
    measure: Measures = None,
    period: Periods = None,
    by: Speakers = None,
    partner: Partners = None,
    scope: Scopes = None,
    commodity: Commodities = None,
    country: Countries = None,
    least: Least = None,
    most: Most = None,
    currency: Currency = None,
) -> Answer:
    """Every number stated, one a row.

    An option may be given several times: any of its values fits.
    """
    found = open_asked(context).figures(
        *(regions or ()),
        region=region or (),
        measure=measure or (),
        period=period or (),
        by=by or (),
        partner=partner or (),
        scope=scope or (),
        commodity=commodity or (),
        country=country or (),
        min=least,
        max=most,
        currency=currency,
    )
    return Answer("figure", found, Added(converted=currency is not None))


def references(
    context: typer.Context,
    regions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REGION]...",
            help="Regions, federal districts, countries.",
            show_default=False,
            autocompletion=values("area"),
        ),
    ] = None,
    region: RegionOption = None,
    measure: Measures = None,
    period: Periods = None,
    currency: Currency = None,
    stated: Annotated[
        bool, typer.Option("--stated", help="Set the figures of the quotes among them, in order of time.")
    ] = False,
    chart: Chart = False,
    save_chart: SaveChart = None,
) -> Answer:
    """What other sources report, each with its publisher.

    Customs, governments and newspapers, on regions, federal districts and the two countries.
    """
    database = open_asked(context)
    found = database.references(
        *(regions or ()),
        region=region or (),
        measure=measure or (),
        period=period or (),
        currency=currency,
        stated=stated,
    )
    added = Added(converted=currency is not None, series=stated)
    return Answer("reference", found, added, picture=picture_of("reference", database, found, chart, save_chart))


def compare(
    context: typer.Context,
    regions: Regions = None,
    region: RegionOption = None,
    period: Periods = None,
    verdict: Verdicts = None,
    every: Every = False,
    currency: Currency = None,
    chart: Chart = False,
    save_chart: SaveChart = None,
) -> Answer:
    """Claims of the quotes beside what other sources report.

    The best answer to each claim, the clearest first: another's word before the
    speaker's own, the same region and period before a near one.

    \b
    agrees          what hedges and rounding allow overlaps: nearly is up to 5 %
                    below, about 10 % either way, more than and at most 50 %
    close           within 10 %, or 3 percentage points; of dates 2 months
    differs         neither
    not comparable  it says why; the nearest references are shown
    no reference    nothing was found
    (?)             a slip of scale; less than 5 years before; a part larger
                    than its whole, half a stock in a year, 5 times off line
    """  # noqa: D301  (the backspaces keep the lines)
    database = open_asked(context)
    claims = database.claims(
        *(regions or ()),
        region=region or (),
        period=period or (),
        verdict=verdict or (),
        currency=currency,
        every=every or chart or save_chart is not None,
    )
    picture = picture_of("comparison", database, claims.records, chart, save_chart)
    found = claims.records if every or chart else claims.best
    added = Added(converted=currency is not None, every=every)
    return Answer("comparison", found, added, picture=picture, counted=claims.answers)


def picture_of(
    kind: str, database: "Database", found: "Sequence[Record]", chart: bool, save_chart: Path | None
) -> Picture | None:
    """How records of a kind are to be drawn, if they are; raises UsageError for a file that none can be written to."""
    if save_chart is not None and save_chart.suffix.lower() not in FILES:
        raise UsageError(f"--save-chart writes {', '.join(FILES)}; “{printable(save_chart.name)}” is not one of these")
    if not chart and save_chart is None:
        return None
    from rucn.render.views import view_of

    rests_on = view_of(kind).rests_on
    ids = {key for record in found for key in rests_on(record)}
    return Picture(chart, save_chart, found, database.sources_of(ids), database.doubts(ids))
