"""Says in the words of Python what a message says in those of the command line."""

from __future__ import annotations

import re
import shlex

# What a person typed or a file holds stands between these and stays as it is.
_PARTS = re.compile(r"“[^”]*”|`rucn (?P<command>[^`]*)`|--(?P<option>[a-z]+(?:-[a-z]+)*)(?: (?P<value>[A-Z]{2,3})\b)?")
# Options that say how an answer is printed; Python answers with records.
_PRINTING = frozenset(["--json"])
# Methods that stand beside the database, in the package itself.
_OF_THE_PACKAGE = frozenset(["check"])


def in_python(message: str) -> str:
    """A message whose commands are calls (`show("f01")`) and whose options are arguments (`currency="USD"`)."""
    return _PARTS.sub(_argument, message)


def _argument(found: re.Match[str]) -> str:
    if found["command"]:
        return f"`{_call(found['command'])}`"
    if not found["option"]:
        return found[0]
    name = found["option"].replace("-", "_")
    return f'{name}="{found["value"]}"' if found["value"] else name


def _call(command: str) -> str:
    try:
        name, *words = shlex.split(command)
    except ValueError:
        return command
    given: list[str] = []
    for word in words:
        if word in _PRINTING:
            continue
        if word.startswith("--"):
            given.append(f"{word.removeprefix('--').replace('-', '_')}=True")
        elif given and given[-1].endswith("=True"):
            given[-1] = f"{given[-1].removesuffix('True')}{_quoted(word)}"
        else:
            given.append(_quoted(word))
    arguments = ", ".join(one.removeprefix("db=") for one in given)
    return f"{'rucn.' if name in _OF_THE_PACKAGE else ''}{name}({arguments})"


def _quoted(word: str) -> str:
    return f'"{word}"'
