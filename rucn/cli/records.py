"""The commands that find records, show them with their words, and cite them."""

from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from rucn.cli.completion import free_text, values
from rucn.cli.parameters import open_asked
from rucn.model.vocabulary import CitationStyle
from rucn.render.answer import MIXED, Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rucn.database.database import Database
    from rucn.model.records import Figure, Quote
    from rucn.render.answer import Record

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
        list[str],
        typer.Argument(metavar="ID...", help="Records' ids, or regions' codes.", autocompletion=values("id")),
    ],
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print Markdown, to paste; the same as --format markdown.")
    ] = False,
) -> Answer:
    """Records with the words they rest on.

    Of a computed value (f01.earlier, f14.national, f21.usd) the chain of what it is worked out from.
    """
    database = open_asked(context)
    return _together([_shown(database, key) for key in _apart(id)])


def _shown(database: "Database", key: str) -> Answer:
    kind, record = database.show_with_kind(key)
    if kind == "quote":
        return Answer(kind, record, background=database.background(cast("Quote", record)["id"]))
    if kind in RESTING:
        return Answer(kind, record, background=database.background(cast("Figure", record)["quote"]))
    return Answer(kind, record)


def cite(
    context: typer.Context,
    id: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="The ids of quotes, figures, references …", autocompletion=values("id")),
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
    """How records are cited in print.

    With speaker, title as stated, source, address and id.
    """
    database = open_asked(context)
    return _together([Answer("citation", database.cite(key, style=style)) for key in _apart(id)])


def _apart(ids: "Sequence[str]") -> list[str]:
    """Ids, which may also be set apart by commas: `f14,f25`."""
    return [key for one in ids for key in (one.split(",") if one.strip(", ") else [one]) if key.strip() or key == one]


def _together(answers: "Sequence[Answer]") -> Answer:
    """The answer on one id as it is; on several ids one that holds them all."""
    if len(answers) == 1:
        return answers[0]
    kinds = {one.kind for one in answers}
    contents = [cast("Record", one.content) for one in answers]
    return Answer(kinds.pop() if len(kinds) == 1 else MIXED, contents, each=tuple(answers))
