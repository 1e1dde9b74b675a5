"""The script for zsh."""

from collections.abc import Iterable
from shlex import quote

from rucn.cli.completion.model import Command, Model, Parameter, Value

_SCRIPT = r"""#compdef rucn
# Completion of rucn in zsh, made by `rucn completion zsh`: a file _rucn in a folder of $fpath, or to be sourced.

# Offers of $usual, and of $more too once something is typed, what begins so, whatever the case. The shell's own
# matching knows no case but that of Latin letters.
_rucn_offer() {
    setopt local_options extended_glob
    local typed=${(Q)PREFIX}
    local -a begun=($usual)
    if [[ -n $typed ]]; then begun+=($more); fi
    begun=(${(M)begun:#(#i)${(b)typed}*})
    _describe -t values "$1" begun -U -i "$IPREFIX"
}

@VALUES@

_rucn() {
    local curcontext="$curcontext" state line ret=1
    local -A opt_args
    local -a commands=(
@COMMANDS@
    )
    _arguments -C @ROOT@ '1: :->command' '*:: :->rest' && ret=0
    case $state in
        command) _describe -t commands command commands && ret=0 ;;
        rest)
            case $words[1] in
@OPTIONS@
            esac ;;
    esac
    return ret
}

if [[ $funcstack[1] == _rucn ]]; then
    _rucn "$@"
else
    compdef _rucn rucn
fi
"""


def zsh_script(model: Model) -> str:
    """The script as it is to be sourced, or found in $fpath."""
    commands = "\n".join(f"        {_entry(Value(one.name, one.about))}" for one in model.commands)
    values = "\n\n".join(_function(kind, own) for kind, own in model.values.items())
    options = "\n".join(_case(command, model.fields.get(command.name, ())) for command in model.commands)
    root = " ".join(spec for one in model.options for spec in _specs(one, ()))
    script = _SCRIPT.replace("@VALUES@", values).replace("@COMMANDS@", commands)
    return script.replace("@ROOT@", root).replace("@OPTIONS@", options)


def _function(kind: str, values: Iterable[Value]) -> str:
    listed = list(values)
    usual = "\n".join(f"        {_entry(value)}" for value in listed if value.usual)
    more = "\n".join(f"        {_entry(value)}" for value in listed if not value.usual)
    name = kind.replace("_", " ")
    return (
        f"_rucn_{kind}() {{\n    local -a usual=(\n{usual}\n    )\n    local -a more=(\n{more}\n    )\n"
        f"    _rucn_offer {quote(name)}\n}}"
    )


def _case(command: Command, fields: tuple[str, ...]) -> str:
    specs = [spec for one in command.parameters for spec in _specs(one, fields)]
    joined = " \\\n                    ".join(specs)
    return f"                {command.name}) _arguments {joined} && ret=0 ;;"


def _specs(parameter: Parameter, fields: tuple[str, ...]) -> list[str]:
    takes = _action(parameter.kind, fields)
    if not parameter.names:
        return [quote(f"{'*' if parameter.many else '1'}:{parameter.kind}:{takes}")]
    about = parameter.about.replace("[", "(").replace("]", ")").replace(":", "\\:")
    value = f":{parameter.kind}:{takes}" if parameter.kind else ""
    others = " ".join(parameter.names)
    once = "*" if parameter.many else f"({others})"
    equals = "=" if parameter.kind else ""
    return [quote(f"{once}{name}{equals if name.startswith('--') else ''}[{about}]{value}") for name in parameter.names]


def _action(kind: str, fields: tuple[str, ...]) -> str:
    if kind == "file":
        return "_files"
    if kind == "text":
        return " "
    if kind == "fields":
        return f"_values -s , field {' '.join(fields)}"
    return (
        f"compadd -- {' '.join([*fields, *(f'-{field}' for field in fields)])}" if kind == "sort" else f"_rucn_{kind}"
    )


def _entry(value: Value) -> str:
    text = value.text.replace("\\", "\\\\").replace(":", "\\:")
    return quote(f"{text}:{value.about}" if value.about else text)
