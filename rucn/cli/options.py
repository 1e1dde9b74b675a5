"""The options that every command shares, described once and added to the command that is called."""

import inspect
import os
import sys
from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from typing import Annotated, Any, Concatenate

import typer

from rucn.model.errors import UsageError, printable
from rucn.render.answer import Answer, Format, Outcome, Question, Writing


def _shared(
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON; the same as --format json.")] = False,
    format: Annotated[
        Format | None,
        typer.Option("--format", help="How to print; a table unless stated."),
    ] = None,
    fields: Annotated[
        str | None, typer.Option("--fields", metavar="A,B,C", help="Print these fields only, in this order.")
    ] = None,
    sort: Annotated[
        str | None, typer.Option("--sort", metavar="[-]FIELD", help="Sort by a field; with - from the largest down.")
    ] = None,
    limit: Annotated[
        str | None, typer.Option("--limit", metavar="N", help="Print at most N records (of each list in a profile).")
    ] = None,
    db: Annotated[
        str | None,
        typer.Option("--db", metavar="PATH", envvar="RUCN_DB", help="Read this database, not the bundled one."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No notes on standard error.")] = False,
) -> None:
    """Gives the options their names, types and help."""


def answers(command: Callable[Concatenate[Question, ...], Answer]) -> Callable[..., Outcome]:
    """Makes a function that answers a question into a command: it gets the shared options and returns an Outcome."""

    def run(
        *,
        json: bool,
        format: str | None,
        fields: str | None,
        sort: str | None,
        limit: str | None,
        db: str | None,
        quiet: bool,
        **own: Any,
    ) -> Outcome:
        if own.pop("markdown", False):
            if json or format not in (None, "markdown"):
                raise UsageError(f"--markdown and --format {format or 'json'} contradict each other; give one of them")
            format = "markdown"
        if json and format not in (None, "json"):
            raise UsageError(f"--json and --format {format} contradict each other; give one of them")
        writing = Writing(
            "json" if json else format or "table",
            _split(fields),
            sort,
            None if limit is None else count("--limit", limit),
            quiet,
        )
        question = Question(_path(db), [])
        return Outcome(command(question, **own), writing, question.notes)

    update_wrapper(run, command)
    own_parameters = list(inspect.signature(command).parameters.values())[1:]
    shared_parameters = inspect.signature(_shared).parameters.values()
    parameters = [*own_parameters, *shared_parameters]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    del run.__wrapped__  # type: ignore[attr-defined]
    return run


def _split(fields: str | None) -> tuple[str, ...]:
    if fields is None:
        return ()
    return tuple(dict.fromkeys(field.strip() for field in fields.split(",")))


def count(option: str, written: str) -> int:
    """The number given to an option; raises UsageError for what is none."""
    if not (written.isascii() and written.isdigit()):
        raise UsageError(f"{option} needs a whole number from 0 up, not “{printable(written)}”")
    # No list is longer, and Python refuses to read a number of thousands of digits.
    return int(written[-9:]) if len(written.lstrip("0")) < 10 else sys.maxsize


def _path(db: str | None) -> Path | None:
    if db is None:
        return None
    if not db or "\0" in db:
        raise UsageError("--db (or RUCN_DB) needs the path of a database")
    return Path(os.path.expanduser(db))
