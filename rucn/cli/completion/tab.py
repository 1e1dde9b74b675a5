"""Answers a TAB: what can stand in place of the last word of a command line."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import typer

from rucn.cli.completion import BEGUN, FILE

Offer = tuple[str, str | None]


def offer(group: Any, words: Sequence[str], shell: str) -> str:
    """Lists what the last of the words can become, one a line, each with a tab and a word on what it is.

    Lists nothing where the line is not understood or the database cannot be read: a message would break the line.

    Args:
        group: The commands, as Typer describes them.
        words: The line up to the cursor as the shell has it, without the program's name; bash splits it at `=`.
        shell: For zsh an option that takes a value ends in `=`.
    """
    try:
        *typed, begun = _read(words)
        offered = _offers(group, typed, begun, "=" if shell == "zsh" else "")
        return "".join(f"{value}\t{_first_line(about)}\n" for value, about in offered if value)
    except Exception:
        return ""


def _read(words: Sequence[str]) -> list[str]:
    """Reads words as the program gets them: options apart from their values, without quotes."""
    apart = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    if apart[-1] == "=":
        apart.append("")
    return [_unquote(word) for word in apart if word != "="]


def _unquote(word: str) -> str:
    """Takes the quotes off a word; the closing one may be missing."""
    mark = word[:1]
    return word[1:].removesuffix(mark) if mark in ("'", '"') else re.sub(r"\\(.)", r"\1", word)


def _offers(group: Any, typed: list[str], begun: str, equals: str) -> Iterable[Offer]:
    named = next((word for word in typed if not word.startswith("-")), None)
    command, given = (group.commands[named], typed[typed.index(named) + 1 :]) if named else (group, [])
    context: typer.Context = command.make_context(command.name, [*given], resilient_parsing=True)
    parameters = command.get_params(context)
    options = {name: one for one in parameters if one.param_type_name == "option" for name in one.opts}
    takes_value = {name for name, one in options.items() if not one.is_flag}
    if given and given[-1] in takes_value:
        return _values(context, options[given[-1]], begun)
    if begun.startswith("-"):
        found = command.shell_complete(context, begun)
        return [(f"{one.value}{equals if one.value in takes_value else ''}", one.help) for one in found]
    if not named:
        return [(name, group.commands[name].help) for name in group.commands if name.startswith(begun)]
    arguments = [one for one in parameters if one.param_type_name == "argument"]
    due = [one for one in arguments if one.nargs == -1 or context.params.get(one.name) is None]
    return _values(context, due[0], begun) if due else []


def _values(context: typer.Context, parameter: Any, begun: str) -> Iterable[Offer]:
    context.meta[BEGUN] = begun
    # Typer would drop what begins in another case, so it is not told how the word begins.
    for one in parameter.shell_complete(context, ""):
        if one.value == FILE or one.value.casefold().startswith(begun.casefold()):
            yield one.value, one.help


def _first_line(text: str | None) -> str:
    """The first line of a help text, without its full stop."""
    return (text or "").strip().split("\n")[0].rstrip(".")
