"""The commands that find records, show them with their words, and cite them."""

from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from rucn.cli.completion import free_text, values
from rucn.cli.parameters import open_asked
from rucn.model.vocabulary import CitationStyle
from rucn.render.answer import Answer

if TYPE_CHECKING:
    from rucn.model.records import Figure, Quote

# The kinds of records that rest on a quote.
RESTING = ("figure", "project", "tie", "other_number")


def search(
    context: typer.Context,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Words to look for.", autocompletion=free_text)],
) -> Answer:
    """Everything that matches, best first, of all kinds."""
    database, words = open_asked(context), " ".join(text)
    return Answer("search_hit", database.search(words), where=database.where(words))


def show(
    context: typer.Context,
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help="A record's id, or a region's code.", autocompletion=values("id")),
    ],
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print Markdown, to paste; the same as --format markdown.")
    ] = False,
) -> Answer:
    """One record with the words it rests on.

    Of a computed value (f01.earlier, f14.national, f21.usd) the chain of what it is worked out from.
    """
    database = open_asked(context)
    kind, record = database.show_with_kind(id)
    if kind == "quote":
        return Answer(kind, record, background=database.background(cast("Quote", record)["id"]))
    if kind in RESTING:
        return Answer(kind, record, background=database.background(cast("Figure", record)["quote"]))
    return Answer(kind, record)


def cite(
    context: typer.Context,
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of a quote, figure, reference …", autocompletion=values("id")),
    ],
    style: Annotated[
        str,
        typer.Option(
            "--style",
            metavar="STYLE",
            help="text, markdown, bibtex or csl-json.",
            autocompletion=lambda: get_args(CitationStyle),
        ),
    ] = "text",
) -> Answer:
    """How a record is cited in print.

    With speaker, title as stated, source, address and id.
    """
    return Answer("citation", open_asked(context).cite(id, style=style))
