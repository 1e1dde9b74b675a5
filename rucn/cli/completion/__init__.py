"""What a shell can complete: the callbacks that options and arguments are declared with, and the shells' scripts.

At each TAB a script runs the program with the words typed so far, and `rucn.cli.completion.tab` answers.
"""

import os
from collections.abc import Callable
from pathlib import Path

import typer

SHELLS = ("bash", "zsh", "fish")
# The variable in which a script names its shell: then the arguments are words to complete, not a command to run.
ASKING = "_RUCN_COMPLETE"
# Where the context of a line holds the word that is begun, in `meta`.
BEGUN = "rucn.begun"
# Not a value: the shell completes the name of a file.
FILE = "<file>"


def script(shell: str) -> str:
    """The script for one of the SHELLS."""
    return Path(__file__).with_name(f"rucn.{shell}").read_text(encoding="utf-8")


def values(kind: str) -> Callable[[typer.Context], list[tuple[str, str]]]:
    """Makes a callback that offers the values of a kind (`Database.values`) from the database that the line names."""

    def offer(context: typer.Context) -> list[tuple[str, str]]:
        from rucn.cli.paths import named_databases
        from rucn.database.opening import open_database

        database = open_database(named_databases([os.path.expandvars(one) for one in context.params["db"] or ()]))
        return list(database.values(kind, context.meta[BEGUN]).items())

    return offer


def field_names(context: typer.Context) -> list[str]:
    """Offers the fields of the command's records, after those that stand before the last comma."""
    named, comma, _ = context.meta[BEGUN].rpartition(",")
    return [f"{named}{comma}{field}" for field in _fields(context.info_name or "")]


def sort_fields(context: typer.Context) -> list[str]:
    """Offers the fields of the command's records, and each with a minus."""
    return [f"{sign}{field}" for sign in ("", "-") for field in _fields(context.info_name or "")]


def commands_with_schema() -> list[str]:
    """Offers the commands whose answer has a schema."""
    from rucn.cli.schemas import commands

    return commands()


def file_name() -> list[str]:
    """Leaves the name of a file to the shell."""
    return [FILE]


def free_text() -> list[str]:
    """Offers nothing: any text may stand here."""
    return [""]


def _fields(command: str) -> list[str]:
    from rucn.cli.schemas import ANSWERS
    from rucn.model.shapes import shape_of

    answer = shape_of(ANSWERS[command])
    record = answer.parts[0] if answer.kind == "array" else answer
    return list(dict.fromkeys(name for one in record.parts or (record,) for name, _ in one.fields))
