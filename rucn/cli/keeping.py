"""The commands that keep a library of one's own."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rucn.cli.command import Question
from rucn.cli.completion import file_name, free_text
from rucn.cli.paths import file_path, named_databases
from rucn.model.errors import DatabaseError, UsageError, printable
from rucn.render.answer import Answer

if TYPE_CHECKING:
    from rucn.model.records import Source

YES = ("y", "yes")
LONGEST_PATH = 4096


def _own_sources(context: typer.Context) -> list[str]:
    """Offers the names of the sources of the library that the line names."""
    from rucn.database.keeping import own_library

    found, _ = own_library(named_databases(context.params["db"])).files()
    return [file.name for file in found] or free_text()


def add(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Records in JSON, made by hand.", autocompletion=file_name),
    ],
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help="What to call the source; as the file, unless stated.",
            autocompletion=free_text,
        ),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace the source of that name.")] = False,
) -> Answer:
    """Put a source into your library.

    The file has the shape of a library's own, but may leave out what can be known: ids, digests, offsets, the regions
    that a quote mentions, and all that is empty. It is checked as a whole before it is stored; prints the problems, and
    with any the exit code is 4.
    """
    from rucn.database.keeping import add_source, own_library, source_called

    question: Question = context.obj
    library, path = own_library(question.paths), file_path(file)
    wanted = path.stem if name is None else name
    found = add_source(library, path, wanted, replace)
    if found:
        question.notes.append(f"{printable(path.name, 120)} is not added: problems: {len(found)}")
        return Answer("problem", found, exit_code=DatabaseError.exit_code)
    question.notes.append(f"{wanted} is in {_shown(library.folder)} now")
    return Answer("source", source_called(library, wanted)[1] or [])


def remove(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The name of a source.", autocompletion=_own_sources)],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> Answer:
    """Take a source out of your library.

    It is asked before; the file is kept in the folder .trash of the library.
    """
    from rucn.database.keeping import own_library, source_called

    question: Question = context.obj
    library = own_library(question.paths)
    name, record = source_called(library, source)
    if not yes and not _is_wanted(f"Remove {_told(name, record)}?"):
        question.notes.append("nothing is removed")
        return Answer("source", [])
    kept = library.trash(name)
    question.notes.append(f"{name} is removed; its file is kept as {_shown(kept)}")
    return Answer("source", record or [])


def _shown(path: Path) -> str:
    """A path whole, from the user's home on where it is there."""
    home, written = os.path.expanduser("~"), str(path)
    at_home = home != "/" and written.startswith(f"{home}/")
    return printable(f"~{written.removeprefix(home)}" if at_home else written, LONGEST_PATH)


def _told(name: str, record: "Source | None") -> str:
    """A source, and what is in it, in a line."""
    if record is None:
        return f"{name} (it is not sound)"
    return printable(f"{name} (“{record['title']}”, quotes: {record['quotes']})", limit=200)


def _is_wanted(asked: str) -> bool:
    """Whether a person at a terminal agrees; raises UsageError where nobody can be asked."""
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("nobody is there to be asked; --yes agrees beforehand")
    sys.stderr.write(f"{asked} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in YES
