"""The commands: each reads what was typed, asks one question and returns its answer."""

import os
from pathlib import Path
from typing import Annotated

import typer

from rucn.cli.options import answers
from rucn.cli.parameters import Countries, Currency, Regions, Speakers, opened
from rucn.database.opening import open_database
from rucn.model.errors import DatabaseError, UsageError, printable
from rucn.render.answer import Answer, Outcome, Question, Writing


@answers
def regions(
    question: Question,
    country: Countries = None,
    stated: Annotated[bool, typer.Option("--stated", help="Only those the sources speak of.")] = False,
) -> Answer:
    """The regions known, with their codes and names."""
    found = opened(question).regions(country=country or (), stated=stated)
    return Answer("region", found)


@answers
def officials(
    question: Question,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="R", help="governor, head, party_secretary, government_chair or auditor."),
    ] = None,
    country: Countries = None,
    acting: Annotated[bool, typer.Option("--acting", help="Only those who act.")] = False,
) -> Answer:
    """The officials, with their titles as stated."""
    found = opened(question).officials(role=role or (), country=country or (), acting=acting)
    return Answer("official", found)


@answers
def projects(
    question: Question,
    sector: Annotated[
        list[str] | None, typer.Option("--sector", metavar="S", help="A sector, such as wood or energy.")
    ] = None,
    region: Regions = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status", metavar="S", help="proposed, announced, approved, under_way, construction_started or operating."
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="K", help="project, infrastructure, instrument, proposal or aggregate."),
    ] = None,
    by: Speakers = None,
    currency: Currency = None,
) -> Answer:
    """Joint projects, infrastructure, instruments and proposals.

    An option may be given several times: any of its values fits. A region fits where a project stands, too.
    """
    found = opened(question).projects(
        sector=sector or (),
        region=region or (),
        status=status or (),
        kind=kind or (),
        by=by or (),
        currency=currency,
    )
    return Answer("project" if currency is None else "project:converted", found)


@answers
def ties(
    question: Question,
    region: Regions = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="K", help="twin_cities, festival, fair, expo, forum or exchange."),
    ] = None,
) -> Answer:
    """Twin cities, fairs, festivals, forums."""
    found = opened(question).ties(region=region or (), kind=kind or ())
    return Answer("tie", found)


@answers
def quotes(
    question: Question,
    by: Speakers = None,
    region: Regions = None,
    topic: Annotated[list[str] | None, typer.Option("--topic", metavar="T", help="A topic, such as energy.")] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="TEXT", help="Words in the quote; best first.")
    ] = None,
) -> Answer:
    """The quotes, word for word.

    An option may be given several times: any of its values fits.
    """
    database = opened(question)
    found = database.quotes(by=by or (), region=region or (), topic=topic or (), about=about)
    cited = {quote["source"] for quote in found}
    sources = tuple(source for source in database.sources() if source["id"] in cited)
    return Answer("quote", found, sources=sources, where=None if about is None else database.where(about))


@answers
def search(
    question: Question, text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Words to look for.")]
) -> Answer:
    """Everything that matches, best first, of all kinds."""
    database, words = opened(question), " ".join(text)
    return Answer("search_hit", database.search(words), where=database.where(words))


@answers
def show(
    question: Question,
    id: Annotated[str, typer.Argument(metavar="ID", help="A record's id, or a region's code.")],
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print Markdown, to paste; the same as --format markdown.")
    ] = False,
) -> Answer:
    """One record with the words it rests on.

    Of a computed value (f01.earlier, f14.national, f21.usd) the chain of what it is worked out from.
    """
    database = opened(question)
    kind, record = database.show_with_kind(id)
    quote = record.get("id" if kind == "quote" else "quote")
    if not quote:
        return Answer(kind, record)
    from rucn.queries.background import background

    return Answer(kind, record, background=background(database.dataset, str(quote)))


@answers
def resolve(
    question: Question,
    name: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Names of regions or cities.", show_default=False)
    ] = None,
    country: Countries = None,
) -> Answer:
    """The codes of regions, for names however written.

    Without names on the command line they are read from standard input, one a line. A city leads to its region; what is
    ambiguous or no name gets no code.
    """
    from rucn.cli.stdin import Names
    from rucn.names.batch import resolutions

    # The names of places are not the database's; it is opened for the names of countries, or to see that it is sound.
    countries = opened(question).countries(country or ()) if country or question.path else []
    if name:
        return Answer("resolution", list(resolutions(name, countries)))
    names = Names()
    return Answer("resolution", resolutions(names, countries), names=names)


@answers
def sources(question: Question) -> Answer:
    """The documents that the records rest on."""
    return Answer("source", opened(question).sources())


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
    from rucn.database.opening import check_database

    found = check_database(question.path, source)
    if not found:
        question.notes.append("the database is sound")
    return Answer("problem", found, exit_code=DatabaseError.exit_code if found else 0)


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
    from rucn.cli import schemas

    if command is None:
        return Answer("schema_list", schemas.commands())
    return Answer("schema", schemas.schema(command, opened(question).dataset))


def completion(
    context: typer.Context,
    shell: Annotated[
        str | None,
        typer.Argument(metavar="[SHELL]", help="bash, zsh or fish; yours unless stated.", show_default=False),
    ] = None,
) -> Outcome:
    """A script that lets the shell complete commands, options and values.

    bash: eval "$(rucn completion bash)" in ~/.bashrc; zsh: rucn completion zsh > a file _rucn in a folder of $fpath;
    fish: rucn completion fish > ~/.config/fish/completions/rucn.fish.
    """
    from rucn.cli import schemas
    from rucn.cli.completion import SHELLS, script
    from rucn.cli.completion.model import model_of

    wanted = shell or os.path.basename(os.environ.get("SHELL", ""))
    if wanted not in SHELLS:
        raise UsageError(f"there is no completion for “{printable(wanted)}”; name one of {', '.join(SHELLS)}")
    model = model_of(context.find_root().command, open_database().dataset, schemas.ANSWERS, SHELLS)
    return Outcome(Answer("script", script(wanted, model)), Writing("script"), [])
