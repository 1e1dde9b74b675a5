"""The program: its commands by name, each built only when it is called.

Describing every option of every command to Typer costs a quarter of the start-up, and one run needs one command.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from rucn.cli.command import SETTINGS, AnsweringCommand, build
from rucn.model.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable


class Entry(NamedTuple):
    """A command: the module of this package that its function stands in, called like it, and an example of its use.

    `group` is what the help lists it under.
    """

    module: str
    example: str
    group: str


# To add a command is to write its function and to add its row. A command pays for its own module, and for no other.
ENTRIES = {
    "region": Entry("profiles", "rucn region irkutsk", "Regions and officials"),
    "regions": Entry("lists", "rucn regions --stated --country china", "Regions and officials"),
    "official": Entry("profiles", "rucn official levchenko", "Regions and officials"),
    "officials": Entry("lists", "rucn officials --role governor", "Regions and officials"),
    "trade": Entry("numbers", "rucn trade irkutsk sakhalin --period 2017", "Numbers"),
    "figures": Entry("numbers", "rucn figures --measure growth --by governor", "Numbers"),
    "references": Entry("numbers", "rucn references heilongjiang --measure volume", "Numbers"),
    "compare": Entry("numbers", "rucn compare irkutsk zhejiang", "Numbers"),
    "projects": Entry("lists", "rucn projects --sector wood --region irkutsk", "Projects and ties"),
    "ties": Entry("lists", "rucn ties --kind fair", "Projects and ties"),
    "timeline": Entry("lists", "rucn timeline --period 2019-12", "Projects and ties"),
    "quotes": Entry("lists", "rucn quotes --by governor --about bridge", "Words and records"),
    "search": Entry("records", "rucn search pulp mill", "Words and records"),
    "show": Entry("records", "rucn show q03", "Words and records"),
    "cite": Entry("records", "rucn cite f14 --style bibtex", "Words and records"),
    "resolve": Entry("names", "rucn resolve Chekiang habarovsk 沪 'в Бурятии'", "Regions and officials"),
    "sources": Entry("lists", "rucn sources --json", "The database"),
    "add": Entry("keeping", "rucn add harbin-2019.json", "The database"),
    "remove": Entry("keeping", "rucn remove harbin-2019", "The database"),
    "export": Entry("export", "rucn export rucn.sqlite", "The database"),
    "check": Entry("upkeep", "rucn check", "The database"),
    "migrate": Entry("upkeep", "rucn migrate my.json", "The database"),
    "schema": Entry("upkeep", "rucn schema trade", "The database"),
    "completion": Entry("upkeep", "rucn completion bash", "The program"),
    "help": Entry("upkeep", "rucn help trade", "The program"),
}
COMMANDS = tuple(ENTRIES)
# A text is no record: it has no options on how it is written.
PLAIN = ("completion", "help", "migrate")


class CommandTable(Mapping[str, TyperCommand]):
    """The commands by name; looking one up describes it to Typer."""

    def __init__(self) -> None:
        self._built: dict[str, TyperCommand] = {}

    def __getitem__(self, name: str) -> TyperCommand:
        if name not in COMMANDS:
            raise KeyError(name)
        if name not in self._built:
            self._built[name] = _build(name)
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Commands(TyperGroup):
    """A group whose commands come from the table above."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "commands": CommandTable()})

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands, none of them built."""
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Lists the commands under the headings of their groups."""
        room = formatter.width - 6 - max(map(len, COMMANDS))
        for group in dict.fromkeys(entry.group for entry in ENTRIES.values()):
            names = [name for name, entry in ENTRIES.items() if entry.group == group]
            with formatter.section(group):
                formatter.write_dl([(name, self.commands[name].get_short_help_str(room)) for name in names])


# Help drawn by Rich would double what help and errors cost.
app = typer.Typer(
    name="rucn",
    cls=Commands,
    # Typer's own scripts quote no blanks, and know no beginnings in another case; ours are in `rucn.cli.completion`.
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
    epilog="Every answer has ids; `rucn show ID` shows the words that a record rests on.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rucn {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def program(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """What Russian and Chinese regional leaders said on trade, investment and cooperation.

    Names of regions and officials are understood in English, Russian and Chinese, misspelt too.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _build(name: str) -> TyperCommand:
    entry = ENTRIES[name]
    function: Callable[..., object] = getattr(import_module(f"rucn.cli.{entry.module}"), name)
    return build(name, function, TyperCommand if name in PLAIN else AnsweringCommand, f"Example: {entry.example}")
