"""The script for fish."""

from collections.abc import Iterable

from rucn.cli.completion.model import Command, Model, Parameter, Value

_SCRIPT = r"""# Completion of rucn in fish, made by `rucn completion fish`; it belongs into ~/.config/fish/completions.

# The fields named, each after those that stand before the last comma.
function __rucn_after_comma
    set -l before (commandline -ct | string replace -r -- '^--fields=' '' | string replace -r '[^,]*$' '')
    for field in $argv
        echo $before$field
    end
end

@VALUES@

complete -c rucn -f
@COMMANDS@
"""


def fish_script(model: Model) -> str:
    """The script as fish loads it."""
    values = "\n\n".join(_function(kind, own) for kind, own in model.values.items())
    lines = [line for one in model.options for line in _lines("__fish_use_subcommand", one, ())]
    for command in model.commands:
        lines.append(f"complete -c rucn -n __fish_use_subcommand -a {command.name} -d {_quoted(command.about)}")
        lines += _of_command(command, model.fields.get(command.name, ()))
    return _SCRIPT.replace("@VALUES@", values).replace("@COMMANDS@", "\n".join(lines))


def _function(kind: str, values: Iterable[Value]) -> str:
    listed = list(values)
    usual = [_entry(value) for value in listed if value.usual]
    more = [_entry(value) for value in listed if not value.usual]
    lines = [f"function __rucn_{kind}"]
    if usual:
        lines.append(f"    printf '%s\\t%s\\n' {' '.join(usual)}")
    if more:
        lines += [
            "    if test -n (commandline -ct | string collect)",
            f"        printf '%s\\t%s\\n' {' '.join(more)}",
            "    end",
        ]
    return "\n".join([*lines, "end"])


def _of_command(command: Command, fields: tuple[str, ...]) -> list[str]:
    condition = f"__fish_seen_subcommand_from {command.name}"
    return [line for one in command.parameters for line in _lines(condition, one, fields)]


def _lines(condition: str, parameter: Parameter, fields: tuple[str, ...]) -> list[str]:
    start = f"complete -c rucn -n {_quoted(condition)}"
    values = _values(parameter.kind, fields)
    if not parameter.names:
        return [f"{start} {values}"] if values else []
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in parameter.names)
    takes = f" -r {values}" if parameter.kind else ""
    return [f"{start} {names}{takes} -d {_quoted(parameter.about)}"]


def _values(kind: str, fields: tuple[str, ...]) -> str:
    if kind == "file":
        return "-F"
    if kind in ("", "text"):
        return ""
    if kind == "fields":
        return f"-a {_quoted('(__rucn_after_comma ' + ' '.join(fields) + ')')}"
    if kind == "sort":
        return f"-a {_quoted(' '.join([*fields, *(f'-{field}' for field in fields)]))}"
    return f"-a {_quoted(f'(__rucn_{kind})')}"


def _entry(value: Value) -> str:
    return f"{_quoted(value.text)} {_quoted(value.about)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
