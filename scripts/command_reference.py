"""Writes `docs/commands.md` from the program's own description of its commands; `--check` says if it is stale."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from rucn.cli.app import app
from rucn.cli.command import shared_options, vocabularies

TARGET = Path(__file__).parent.parent / "docs" / "commands.md"
# What Typer takes for lines that are not to be filled.
PREFORMATTED = "\b\n"
HEAD = """\
# Commands

<!-- Written by `python -m scripts.command_reference`; do not edit. -->

The [guide](guide.md) shows the commands at work. `rucn COMMAND --help` prints the same as this page, and
`rucn --version` the version. An option marked “Repeatable” may be given several times; any of its values fits.

## Options of every command

Every command takes `-h` or `--help`. Every command that answers with records takes these, but for those that have
another option of the same name:
"""


def reference() -> str:
    """The text of the reference."""
    group: Any = typer.main.get_command(app)
    context = group.context_class(group, info_name="rucn")
    commands = [group.get_command(context, name) for name in group.list_commands(context)]
    options = [[_option(one, context) for one in command.params if hasattr(one, "is_flag")] for command in commands]
    shared = [_option(one, context) for one in shared_options()]
    lines = [HEAD, *shared]
    for command, some in zip(commands, options, strict=True):
        lines += ["", *_command(command, [one for one in some if one not in shared])]
    return "\n".join(lines) + "\n"


def _command(command: Any, options: list[str]) -> Iterator[str]:
    arguments = [one for one in command.params if not hasattr(one, "is_flag")]
    yield f"## `{' '.join(['rucn', command.name, *map(_name, arguments)])}`"
    for paragraph in command.help.split("\n\n"):
        kept = paragraph.removeprefix(PREFORMATTED)
        yield f"\n{paragraph}" if kept == paragraph else f"\n```text\n{kept}\n```"
    if arguments or options:
        yield ""
    yield from (f"- `{_name(one)}`: {one.help}{' Needed.' * one.required}" for one in arguments)
    yield from options
    for option, codes in vocabularies(command).items():
        yield f"\n`{option}` takes {', '.join(f'`{code}`' for code in codes)}."
    yield "\n{}: `{}`".format(*command.epilog.split(": ", 1))


def _name(argument: Any) -> str:
    return str(argument.metavar or argument.human_readable_name)


def _option(option: Any, context: Any) -> str:
    declared, told = option.get_help_record(context)
    return f"- `{declared}`: {told.replace('  [', ' [')}{' Repeatable.' * option.multiple}"


def main() -> int:
    """Writes the file, or checks it; returns the exit code."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="only say whether the file is up to date")
    if not arguments.parse_args().check:
        TARGET.write_text(reference(), encoding="utf-8")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != reference():
        print(f"{TARGET.name} is stale; run python -m scripts.command_reference")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
