"""The commands that set numbers side by side: what is stated, what follows from it, what others report."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from rucn.cli.options import answers, count
from rucn.cli.parameters import Chart, Countries, Currency, Periods, Regions, SaveChart, Speakers, opened
from rucn.database.database import Database
from rucn.model.errors import UsageError, printable
from rucn.render.answer import Answer, Picture, Question

Places = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REGION]...", help="Regions' names or codes; all unless stated.", show_default=False),
]
FILES = (".svg", ".png", ".html")
Measures = Annotated[
    list[str] | None, typer.Option("--measure", metavar="M", help="volume, growth, share, rank, investment …")
]


@answers
def trade(
    question: Question,
    region: Places = None,
    country: Countries = None,
    period: Periods = None,
    currency: Currency = None,
    implied: Annotated[
        bool, typer.Option("--implied", help="Add what follows: other periods, overall trade, national shares.")
    ] = False,
    top: Annotated[str | None, typer.Option("--top", metavar="N", help="The N largest, by volume unless --by.")] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="WHAT", help="volume, growth, share, implied or national; largest first."),
    ] = None,
    chart: Chart = False,
    save_chart: SaveChart = None,
) -> Answer:
    """Trade volumes and growth rates side by side.

    An option may be given several times: any of its values fits.
    """
    database = opened(question)
    found = database.trade(
        *(region or ()),
        country=country or (),
        period=period or (),
        currency=currency,
        implied=implied,
        top=None if top is None else count("--top", top),
        by=by,
    )
    layout = "trade_row" + (":implied" if implied else "") + (":converted" if currency is not None else "")
    return Answer(layout, found, picture=drawn(database, found, chart, save_chart))


@answers
def figures(
    question: Question,
    measure: Measures = None,
    region: Regions = None,
    period: Periods = None,
    by: Speakers = None,
    currency: Currency = None,
) -> Answer:
    """Every number stated, one a row.

    An option may be given several times: any of its values fits.
    """
    found = opened(question).figures(
        measure=measure or (), region=region or (), period=period or (), by=by or (), currency=currency
    )
    return Answer("figure" if currency is None else "figure:converted", found)


@answers
def references(
    question: Question,
    region: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REGION]...", help="Regions, federal districts, countries.", show_default=False),
    ] = None,
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
    database = opened(question)
    found = database.references(
        *(region or ()), measure=measure or (), period=period or (), currency=currency, stated=stated
    )
    layout = "reference" + (":series" if stated else "") + (":converted" if currency is not None else "")
    return Answer(layout, found, picture=drawn(database, found, chart, save_chart))


@answers
def compare(
    question: Question,
    region: Places = None,
    period: Periods = None,
    currency: Currency = None,
    chart: Chart = False,
    save_chart: SaveChart = None,
) -> Answer:
    """Claims of the quotes beside what other sources report.

    Each claim gets a verdict, and where it does not fit a question. Nothing is corrected.

    \b
    agrees          what the hedges and the rounding of both allow overlaps:
                    nearly is up to 5 % below, about 10 % either way,
                    more than and at most 50 %
    close           within 10 %, or 3 percentage points; of dates 2 months
    differs         neither
    not comparable  it says why; the nearest references are shown
    no reference    nothing was found

    \b
    (?)  a ratio near a power of ten; less than was reported 5 years and more
         before; a part larger than its whole, or one year's investment above
         half of a stock; a part of the national total 5 times out of line
    """  # noqa: D301  (the backspaces keep the lines)
    database = opened(question)
    found = database.compare(*(region or ()), period=period or (), currency=currency)
    layout = "comparison" if currency is None else "comparison:converted"
    return Answer(layout, found, picture=drawn(database, found, chart, save_chart))


@answers
def cite(
    question: Question,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a quote, figure, reference …")],
    style: Annotated[
        str, typer.Option("--style", metavar="STYLE", help="text, markdown, bibtex or csl-json.")
    ] = "text",
) -> Answer:
    """How a record is cited in print.

    With speaker, title as stated, source, address and id.
    """
    return Answer("citation", opened(question).cite(id, style=style))


def drawn(database: Database, found: Sequence[Any], chart: bool, save_chart: Path | None) -> Picture | None:
    """The drawing of records that is asked for; raises UsageError for a file that none can be written to."""
    if save_chart is not None and save_chart.suffix.lower() not in FILES:
        raise UsageError(f"--save-chart writes {', '.join(FILES)}; “{printable(save_chart.name)}” is none of these")
    if not chart and save_chart is None:
        return None
    from rucn.queries.provenance import doubts_of, sources_of

    dataset = database.dataset
    return Picture(chart, save_chart, sources_of(dataset, found), doubts_of(dataset, found))
