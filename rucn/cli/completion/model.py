"""What can be typed: the commands, their options, and the values that each of them takes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin, get_type_hints

from rucn.model.vocabulary import CitationStyle
from rucn.names import common_name, regions_called
from rucn.queries.ranking import RANKINGS
from rucn.render.answer import Format

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset

# What a parameter takes, by its name, or by its command and its name where commands differ. Kinds that are no list of
# values: `file`, and `text` for what is free.
KINDS = {
    **dict.fromkeys(("region", "region name", "resolve name"), "region"),
    "official name": "official",
    "by": "who",
    "role": "role",
    "country": "country",
    "measure": "measure",
    "period": "period",
    "sector": "sector",
    "status": "status",
    "topic": "topic",
    "id": "id",
    "currency": "currency",
    "trade by": "ranking",
    "style": "style",
    "references region": "area",
    "save_chart": "file",
    "projects kind": "project_kind",
    "ties kind": "tie_kind",
    "command": "schema",
    "shell": "shell",
    "format": "format",
    "fields": "fields",
    "sort": "sort",
    "db": "file",
    "source": "file",
    **dict.fromkeys(("limit", "top", "text", "about"), "text"),
}
TERMS = ("role", "country", "currency", "measure", "sector", "status", "topic", "project_kind", "tie_kind")


class Value(NamedTuple):
    """Something that can be typed, and a word on what it is; one that is not `usual` is offered when it is begun."""

    text: str
    about: str = ""
    usual: bool = True


class Parameter(NamedTuple):
    """An option, or (without names) an argument; `kind` says what it takes, empty for a switch."""

    names: tuple[str, ...]
    about: str
    kind: str
    many: bool


# Typer adds it to every command, and describes it nowhere.
HELP = Parameter(("--help", "-h"), "Show this message and exit", "", many=False)


class Command(NamedTuple):
    """A command with what it takes."""

    name: str
    about: str
    parameters: tuple[Parameter, ...]


class Model(NamedTuple):
    """All that can be typed; `values` by kind, `fields` by command."""

    options: tuple[Parameter, ...]
    commands: tuple[Command, ...]
    values: dict[str, tuple[Value, ...]]
    fields: dict[str, tuple[str, ...]]


def model_of(group: Any, dataset: "Dataset", answers: dict[str, Any], shells: Iterable[str]) -> Model:
    """The model of a group of commands as Typer describes it, with the values of a dataset.

    `answers` has the type of each command's JSON answer.
    """
    commands = tuple(_command(name, group.commands[name]) for name in group.commands)
    root = (*(_parameter("", one) for one in group.params), HELP)
    values = {kind: tuple(_terms(dataset, kind)) for kind in TERMS}
    values["region"] = tuple(_regions(dataset))
    values["area"] = (*values["region"], *_districts(dataset))
    values["official"] = tuple(_officials(dataset))
    values["who"] = (*values["role"], *values["official"], *(one._replace(usual=False) for one in values["region"]))
    values["period"] = tuple(map(Value, sorted({one["period"] for one in dataset.figures.values() if one["period"]})))
    values["id"] = tuple(_ids(dataset))
    values["ranking"] = tuple(map(Value, RANKINGS))
    values["style"] = tuple(map(Value, get_args(CitationStyle)))
    values["schema"] = tuple(Value(command) for command in answers)
    values["shell"] = tuple(map(Value, shells))
    values["format"] = tuple(map(Value, get_args(Format)))
    return Model(root, commands, values, {command: _fields(kind) for command, kind in answers.items()})


def _command(name: str, command: Any) -> Command:
    parameters = (*(_parameter(name, one) for one in command.params), HELP)
    return Command(name, _line(command.help), parameters)


def _parameter(command: str, parameter: Any) -> Parameter:
    is_option = parameter.param_type_name == "option"
    kind = "" if getattr(parameter, "is_flag", False) else kind_of(command, parameter.name)
    many = getattr(parameter, "multiple", False) or parameter.nargs == -1
    return Parameter(tuple(parameter.opts) if is_option else (), _line(parameter.help), kind, many)


def kind_of(command: str, name: str) -> str:
    """What a parameter of a command takes; raises KeyError where that is not said."""
    return KINDS[f"{command} {name}"] if f"{command} {name}" in KINDS else KINDS[name]


def _line(text: str | None) -> str:
    """The first line of a help text, without its full stop."""
    return (text or "").strip().split("\n")[0].rstrip(".")


def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a list's records, of those with most where there are several types; or the parts of a profile."""
    record = get_args(kind)[0] if get_origin(kind) is list else kind
    kinds = get_args(record) or (record,)
    return max((tuple(get_type_hints(one)) for one in kinds), key=len)


def _terms(dataset: "Dataset", vocabulary: str) -> Iterable[Value]:
    for row in dataset.terms:
        if row["vocabulary"] == vocabulary:
            yield Value(row["code"], row["names"]["en"] if row["names"]["en"].lower() != row["code"] else "")
            for name in (row["names"]["ru"], row["names"]["zh"]):
                if name:
                    yield Value(name, row["code"], usual=False)


def _regions(dataset: "Dataset") -> Iterable[Value]:
    for region in dataset.regions.values():
        code, names = region["code"], region["names"]
        yield Value(_own_name(code, names["en"]), names["en"])
        for name in (names["ru"], names["zh"]):
            if name:
                yield Value(_own_name(code, name), names["en"], usual=False)
        yield Value(code, names["en"], usual=False)


def _districts(dataset: "Dataset") -> Iterable[Value]:
    """The federal districts and countries, by their names first."""
    for row in dataset.terms:
        if row["vocabulary"] in ("district", "country"):
            names = row["names"]
            yield Value(names["en"], row["code"])
            yield from (Value(one, names["en"], usual=False) for one in (names["ru"], names["zh"], row["code"]) if one)


def _own_name(code: str, name: str) -> str:
    """What a region is called that no other is: its name without generic words, or with them, or its code."""
    return next((one for one in (common_name(name), name) if one and regions_called(one) == {code}), code)


def _officials(dataset: "Dataset") -> Iterable[Value]:
    """The surnames, by which an official is called, and the whole names for who begins with those."""
    for official in dataset.officials.values():
        names = [name for name in (official["name"], official["names"]["ru"], official["names"]["zh"]) if name]
        for name in names:
            words = name.split()
            surname = words[-1 if official["country"] == "RU" else 0]
            yield Value(surname, official["name"], usual=name == names[0])
            if len(words) > 1:
                yield Value(name, official["name"], usual=False)


def _ids(dataset: "Dataset") -> Iterable[Value]:
    for quote in dataset.quotes:
        yield Value(quote, dataset.speaker(quote)["name"])
    for figure in dataset.figures.values():
        yield Value(figure["id"], figure["evidence"][:60], usual=False)
    for record in (*dataset.projects.values(), *dataset.ties.values()):
        yield Value(record["id"], record["name"], usual=False)
    for official in dataset.officials.values():
        yield Value(official["id"], official["name"], usual=False)
    for source in dataset.sources.values():
        yield Value(source["id"], source["title"], usual=False)
    for region in dataset.regions.values():
        yield Value(region["code"], region["names"]["en"], usual=False)
