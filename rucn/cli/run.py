"""Runs one command from its arguments to its exit code."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer

from rucn.cli.app import COMMANDS, CommandTable, app
from rucn.cli.command import Outcome
from rucn.cli.completion import ASKING
from rucn.cli.output import write_answer
from rucn.cli.streams import abandon_output, prepare_streams, report, say_notes
from rucn.model.errors import DatabaseError, OutputError, RucnError, UsageError, printable

INTERRUPTED = 130
# How Typer ends a process whose output nobody reads.
ENDED_BY_TYPER = 1


def run(arguments: Sequence[str]) -> int:
    """Answers a command line: the answer goes to standard output, everything else to standard error.

    Returns the exit code. A closed pipe is no failure: whoever read from it had enough.
    """
    prepare_streams()
    typed = [_as_utf8(argument) for argument in arguments]
    try:
        if sys.stdout is None:
            raise OutputError("the answer cannot be written: standard output is closed")
        return _answer(typed)
    except RucnError as error:
        report(error, _wants_json(typed))
        if isinstance(error, OutputError):
            abandon_output()
        return error.exit_code
    except typer.TyperException as error:
        report(UsageError(_usage_message(error, typed)), _wants_json(typed))
        return UsageError.exit_code
    except BrokenPipeError:
        abandon_output()
        return 0
    except OSError as error:
        return _report_failure(error, _wants_json(typed))
    except (KeyboardInterrupt, typer.Abort):
        abandon_output()
        return INTERRUPTED


def _report_failure(error: OSError, as_json: bool) -> int:
    """Reports what the system refused: a file that it names, or else the answer, or the help, on its way out."""
    if error.filename is not None:
        told: RucnError = DatabaseError(f"{printable(str(error.filename), 120)} cannot be read: {error.strerror}")
    else:
        told = OutputError(f"the answer cannot be written: {error.strerror}")
        abandon_output()
    report(told, as_json)
    return told.exit_code


def _answer(typed: list[str]) -> int:
    if ASKING in os.environ:
        from rucn.cli.completion.tab import offer

        sys.stdout.write(offer(typer.main.get_command(app), typed, os.environ[ASKING]))
        sys.stdout.flush()
        return 0
    try:
        outcome = typer.main.get_command(app).main(typed, prog_name="rucn", standalone_mode=False)
    except SystemExit as ended:
        # Out of standalone mode too, Typer ends the process itself where nobody reads its help.
        if ended.code == ENDED_BY_TYPER:
            raise BrokenPipeError from ended
        return 0
    if not isinstance(outcome, Outcome):
        sys.stdout.flush()
        return outcome if isinstance(outcome, int) else 0
    write_answer(outcome)
    if outcome.writing.sort is not None:
        from rucn.render.write import units_sorted

        units = units_sorted(outcome.answer, outcome.writing.sort.removeprefix("-"))
        outcome.notes.extend([f"sorted by the bare numbers, in {', '.join(units)}"] if len(units) > 1 else [])
    exit_code = outcome.answer.finish() if outcome.answer.finish else outcome.answer.exit_code
    say_notes(outcome)
    return exit_code


def _usage_message(error: typer.TyperException, typed: list[str]) -> str:
    message = error.format_message().rstrip(".")
    command = " ".join(["rucn", *(word for word in typed[:1] if word in COMMANDS)])
    return f"{message}; `{command} --help` explains the usage"


def _wants_json(typed: list[str]) -> bool:
    """Whether JSON is asked for, told without Typer: a command line that it refuses is to be answered in JSON too."""
    if not any("json" in word.lower() for word in typed):
        return False
    takes_value = _options()
    words, wanted = iter(typed), False
    for word in words:
        if word in ("--", "--json"):
            return wanted or word == "--json"
        name, equals, value = word.partition("=")
        if takes_value.get(name):
            value = value if equals else next(words, "")
            wanted = value.lower() == "json" if name == "--format" else wanted
    return wanted


def _options() -> dict[str, bool]:
    """The options of all commands, and whether they take a value: one says the same wherever it stands."""
    parameters: list[Any] = [one for command in CommandTable().values() for one in command.params]
    return {name: not one.is_flag for one in parameters if one.param_type_name == "option" for name in one.opts}


def _as_utf8(argument: str) -> str:
    """An argument as UTF-8, whatever the locale took it for; bytes that are none stay, since a path may have them."""
    try:
        return os.fsencode(argument).decode("utf-8", "surrogateescape")
    except UnicodeError:
        return argument.encode("utf-8", "replace").decode("utf-8")
