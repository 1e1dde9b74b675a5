"""The script for bash, 3.2 and later."""

from collections.abc import Iterable
from shlex import quote

from rucn.cli.completion.model import Command, Model, Parameter, Value

_SCRIPT = r"""# Completion of rucn in bash, made by `rucn completion bash`: source it.

# What a parameter takes: in $usual what is offered at once, in $more what is offered when it is begun.
_rucn_values() {
    usual= more=
    case $1 in
@VALUES@
    esac
}

# The options of a command, those that take a value with its kind after a colon, those that may be repeated with a +.
_rucn_options() {
    case $1 in
@OPTIONS@
    esac
}

# Puts into COMPREPLY those lines of $1 that begin as $cur does, whatever the case, each after $2.
_rucn_offer() {
    local value IFS=$'\n'
    for value in $1; do
        if [[ $value == "$cur"* ]]; then
            if [[ $quoted == no ]]; then
                value=${value// /\\ } value=${value//\'/\\\'} value=${value//(/\\(} value=${value//)/\\)}
            fi
            COMPREPLY+=("$2$value")
        fi
    done
}

_rucn_complete() {
    local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} quoted=no
    local command= word at option kind= options offered= given=0 usual more before=
    # `--format=json` comes as three words.
    if [[ $cur == "=" ]]; then cur=
    elif [[ $previous == "=" ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi
    if [[ $cur == [\"\']* ]]; then cur=${cur:1} quoted=yes; fi
    cur=${cur//\\/}
    for ((at = 1; at < COMP_CWORD; at++)); do
        word=${COMP_WORDS[at]}
        if [[ $word != -* ]]; then command=$word; break; fi
    done
    _rucn_options "$command"
    for word in $options; do
        option=${word%%[:+]*}
        if [[ $option == "$previous" && $word == *:* ]]; then kind=${word##*:}; fi
        if [[ $word == *+* || " ${COMP_WORDS[*]:1:COMP_CWORD-1} " != *" $option "* ]]; then
            if [[ $option == -* ]]; then offered+=$option$'\n'; fi
        fi
        if [[ $option == @ ]]; then given=${word##*:}; fi
    done
    if [[ -z $kind && $cur == -* ]]; then
        _rucn_offer "$offered" ""
        return
    fi
    if [[ -z $kind && $given != 0 ]]; then kind=$given; fi
    case $kind in
        file) COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2>/dev/null; return ;;
        fields) kind=fields_$command before=${cur%"${cur##*,}"} cur=${cur##*,} ;;
        sort) kind=fields_$command; if [[ $cur == -* ]]; then before=- cur=${cur:1}; fi ;;
    esac
    _rucn_values "${kind:-none}"
    _rucn_offer "$usual" "$before"
    if [[ -n $cur ]]; then _rucn_offer "$more" "$before"; fi
}

_rucn() {
    local nocasematch=-u
    if shopt -q nocasematch; then nocasematch=-s; fi
    shopt -s nocasematch
    COMPREPLY=()
    _rucn_complete
    shopt $nocasematch nocasematch
}

complete -F _rucn rucn
"""


def bash_script(model: Model) -> str:
    """The script as it is to be sourced."""
    lists = {**model.values, **{f"fields_{name}": tuple(map(Value, own)) for name, own in model.fields.items()}}
    values = [
        _case(kind, f"usual={_lines(own, usual=True)} more={_lines(own, usual=False)}") for kind, own in lists.items()
    ]
    names = "\n".join(command.name for command in model.commands)
    values.append(_case("commands", f"usual={quote(names)}"))
    options = [_case(command.name, f"options={quote(_options(command))}") for command in model.commands]
    root = " ".join([*(name for one in model.options for name in one.names), "@:commands"])
    options.append(_case('""', f"options={quote(root)}"))
    return _SCRIPT.replace("@VALUES@", "\n".join(values)).replace("@OPTIONS@", "\n".join(options))


def _case(pattern: str, body: str) -> str:
    return f"        {pattern}) {body} ;;"


def _options(command: Command) -> str:
    return " ".join(word for one in command.parameters for word in _words(one))


def _words(parameter: Parameter) -> Iterable[str]:
    takes = f"{'+' if parameter.many else ''}{f':{parameter.kind}' if parameter.kind else ''}"
    return [f"{name}{takes}" for name in parameter.names or ("@",)]


def _lines(values: Iterable[Value], usual: bool) -> str:
    return quote("\n".join(value.text for value in values if value.usual == usual))
