"""The commands that check a database, describe answers, and set up a shell."""

import os
import shlex
from pathlib import Path
from typing import Annotated, Any

import typer

from rucn.cli.command import Outcome, Question
from rucn.cli.completion import SHELLS, commands_with_schema, file_name, script
from rucn.cli.parameters import Encoding, open_asked
from rucn.cli.paths import file_path
from rucn.model.errors import DatabaseError, UsageError, printable
from rucn.render.answer import Answer, Writing


def check(
    context: typer.Context,
    source: Annotated[
        Path | None,
        typer.Option(
            "--source",
            parser=file_path,
            metavar="FILE",
            help="Hold the quotes against this document too.",
            autocompletion=file_name,
        ),
    ] = None,
    encoding: Encoding = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Put right what can be known first: digests, offsets, mentions.")
    ] = False,
) -> Answer:
    """Whether the database is sound.

    Every number in its quote, every quote as in its source, every reference to a record that exists. Prints the
    problems; with any, the exit code is 4.
    """
    from rucn.database.opening import check_database

    question: Question = context.obj
    if fix:
        from rucn.database.keeping import put_files_right

        question.notes.extend(put_files_right(question.paths))
    found = check_database(question.paths, source, encoding, question.notes.append)
    problems = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    question.notes.append(f"the database is not sound: {problems}" if found else "the database is sound")
    return Answer("problem", found, exit_code=DatabaseError.exit_code if found else 0)


def migrate(
    file: Annotated[Path, typer.Argument(parser=file_path, metavar="FILE", help="The file.", autocompletion=file_name)],
) -> Outcome:
    """Bring a database file of an older form into the present one.

    Nothing that it says is lost; a file of the present form is left as it is.
    """
    from rucn.database.opening import migrate_database

    shown = printable(str(file), 120)
    done = f"is in the present form now; `rucn check --db {shlex.quote(shown)}` checks it"
    told = done if migrate_database(file) else "is in the present form already"
    return Outcome(Answer("text", f"{shown} {told}\n"), Writing("text"), [])


def schema(
    context: typer.Context,
    command: Annotated[
        str | None,
        typer.Argument(
            metavar="[COMMAND]", help="A command's name.", show_default=False, autocompletion=commands_with_schema
        ),
    ] = None,
) -> Answer:
    """The JSON Schema of a command's --json answer.

    Alone, the commands that have one.
    """
    from rucn.cli import schemas

    if command is None:
        return Answer("names", schemas.commands())
    return Answer("schema", schemas.schema(command, open_asked(context)))


def help(
    context: typer.Context,
    command: Annotated[
        str | None,
        typer.Argument(
            metavar="[COMMAND]", help="A command's name.", show_default=False, autocompletion=lambda: _commands()
        ),
    ] = None,
) -> Outcome:
    """What the program can do, or how a command is used.

    The same as rucn --help and rucn COMMAND --help.
    """
    parent = context.parent or context
    asked: Any = parent
    if command is not None:
        group: Any = parent.command
        _, found, _ = group.resolve_command(parent, [command])
        asked = found.context_class(found, info_name=command, parent=parent)
    return Outcome(Answer("text", f"{asked.get_help()}\n"), Writing("text"), [])


def _commands() -> list[str]:
    from rucn.cli.app import COMMANDS

    return list(COMMANDS)


def completion(
    shell: Annotated[
        str | None,
        typer.Argument(
            metavar="[SHELL]",
            help="bash, zsh or fish; yours unless stated.",
            show_default=False,
            autocompletion=lambda: SHELLS,
        ),
    ] = None,
) -> Outcome:
    """A script that lets the shell complete commands, options and values.

    bash: eval "$(rucn completion bash)" in ~/.bashrc; zsh: rucn completion zsh > a file _rucn in a folder of $fpath;
    fish: rucn completion fish > ~/.config/fish/completions/rucn.fish.
    """
    wanted = shell or os.path.basename(os.environ.get("SHELL", ""))
    if wanted not in SHELLS:
        raise UsageError(f"there is no completion for “{printable(wanted)}”; name one of {', '.join(SHELLS)}")
    return Outcome(Answer("text", script(wanted)), Writing("text"), [])
