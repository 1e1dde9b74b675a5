"""The commands: each reads what was typed, asks one question and returns its answer."""

from pathlib import Path
from typing import Annotated

import typer

from rucn.answer import Answer, Background, Question
from rucn.api import Database, open_database
from rucn.cli.options import answers

Countries = Annotated[list[str] | None, typer.Option("--country", metavar="C", help="RU or CN, or a country's name.")]
Regions = Annotated[list[str] | None, typer.Option("--region", metavar="R", help="A region's name or code.")]
Periods = Annotated[list[str] | None, typer.Option("--period", metavar="P", help="A period: 2017, 2018-S1, 2019-12.")]
Speakers = Annotated[list[str] | None, typer.Option("--by", metavar="WHO", help="A person, a region or a role.")]


def _open(question: Question) -> Database:
    return open_database(question.path, question.notes.append)


@answers
def region(
    question: Question, name: Annotated[str, typer.Argument(metavar="NAME", help="A region's name or code.")]
) -> Answer:
    """One region: what is about it and what its leaders said."""
    return Answer("region_profile", _open(question).region(name), list_command="regions")


@answers
def regions(
    question: Question,
    country: Countries = None,
    stated: Annotated[bool, typer.Option("--stated", help="Only those the sources speak of.")] = False,
) -> Answer:
    """The regions known, with their codes and names."""
    found = _open(question).regions(country or (), stated)
    return Answer("region", found, empty="no region fits")


@answers
def official(
    question: Question, name: Annotated[str, typer.Argument(metavar="NAME", help="An official's name or id.")]
) -> Answer:
    """One official and what was said."""
    return Answer("official_profile", _open(question).official(name), list_command="officials")


@answers
def officials(
    question: Question,
    role: Annotated[list[str] | None, typer.Option("--role", metavar="R", help="An office, such as governor.")] = None,
    country: Countries = None,
    acting: Annotated[
        bool | None, typer.Option("--acting/--not-acting", help="Only acting ones, or only others.", show_default=False)
    ] = None,
) -> Answer:
    """The officials, with their titles as stated."""
    found = _open(question).officials(role or (), country or (), acting)
    return Answer("official", found, empty="no official in the sources fits")


@answers
def trade(
    question: Question,
    region: Annotated[
        list[str] | None, typer.Argument(metavar="[REGION]...", help="Regions' names or codes.", show_default=False)
    ] = None,
    country: Countries = None,
    period: Periods = None,
) -> Answer:
    """Trade volumes and growth rates side by side."""
    found = _open(question).trade(region or (), country or (), period or ())
    return Answer("trade_row", found, empty="the sources state no trade figures for this")


@answers
def figures(
    question: Question,
    measure: Annotated[
        list[str] | None, typer.Option("--measure", metavar="M", help="What is measured, such as growth.")
    ] = None,
    region: Regions = None,
    period: Periods = None,
    by: Speakers = None,
) -> Answer:
    """Every number stated, one a row."""
    found = _open(question).figures(measure or (), region or (), period or (), by or ())
    return Answer("figure", found, empty="the sources state no such figure")


@answers
def projects(
    question: Question,
    sector: Annotated[
        list[str] | None, typer.Option("--sector", metavar="S", help="A sector, such as wood or energy.")
    ] = None,
    region: Regions = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", metavar="S", help="How far it is, such as proposed.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="K", help="What it is, such as infrastructure.")
    ] = None,
    by: Speakers = None,
) -> Answer:
    """Joint projects, infrastructure, instruments and proposals."""
    found = _open(question).projects(sector or (), region or (), status or (), kind or (), by or ())
    return Answer("project", found, empty="the sources name no such project")


@answers
def ties(
    question: Question,
    region: Regions = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="K", help="What it is, such as fair.")] = None,
) -> Answer:
    """Twin cities, fairs, festivals, forums."""
    found = _open(question).ties(region or (), kind or ())
    return Answer("tie", found, empty="the sources name no such tie")


@answers
def quotes(
    question: Question,
    by: Speakers = None,
    region: Regions = None,
    topic: Annotated[list[str] | None, typer.Option("--topic", metavar="T", help="A topic, such as energy.")] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="TEXT", help="Words that stand in the quote.")] = None,
) -> Answer:
    """The quotes, word for word."""
    database = _open(question)
    found = database.quotes(by or (), region or (), topic or (), about)
    cited = {quote["source"] for quote in found}
    sources = tuple(source for source in database.sources() if source["id"] in cited)
    return Answer("quote", found, sources=sources, empty="no quote fits")


@answers
def search(
    question: Question, text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Words to look for.")]
) -> Answer:
    """Everything that matches, best first, of all kinds."""
    return Answer("search_hit", _open(question).search(" ".join(text)), empty="nothing in the database matches")


@answers
def show(
    question: Question, id: Annotated[str, typer.Argument(metavar="ID", help="A record's id, or a region's code.")]
) -> Answer:
    """One record with the words it rests on."""
    database = _open(question)
    kind, record = database.show_with_kind(id)
    quote = id.strip().lower() if kind == "quote" else record.get("quote")
    return Answer(kind, record, background=_background(database, str(quote)) if quote else None)


def _background(database: Database, quote: str) -> Background:
    whole = next(record for record in database.quotes() if record["id"] == quote)
    source = next(record for record in database.sources() if record["id"] == whole["source"])
    figures = [record for record in database.figures() if record["quote"] == quote]
    projects = [record for record in database.projects() if record["quote"] == quote]
    return Background(whole, source, figures, projects)


@answers
def sources(question: Question) -> Answer:
    """The documents that the records rest on."""
    return Answer("source", _open(question).sources(), empty="the database names no source")


@answers
def check(
    question: Question,
    source: Annotated[
        Path | None, typer.Option("--source", metavar="FILE", help="Hold the quotes against this document too.")
    ] = None,
) -> Answer:
    """Whether the database is sound.

    Every number in its quote, every quote as in its source, every reference to a record that exists. Prints the
    problems; with any, the exit code is 4.
    """
    from rucn.api import check_database

    found = check_database(question.path, source)
    return Answer("problem", found, empty="the database is sound", exit_code=4 if found else 0)


@answers
def schema(
    question: Question,
    command: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="A command's name.", show_default=False)
    ] = None,
) -> Answer:
    """The JSON Schema of a command's --json answer.

    Alone, the commands that have one.
    """
    from rucn import schemas

    if command is None:
        return Answer("schema_list", schemas.commands())
    return Answer("schema", schemas.schema(command, _open(question).dataset))
