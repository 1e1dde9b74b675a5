"""The program: its commands by name, each built only when it is called.

Describing every option of every command to Typer costs a quarter of the start-up, and one run needs one command.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from rucn import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = {
    "region": "rucn region irkutsk",
    "regions": "rucn regions --stated --country china",
    "official": "rucn official levchenko",
    "officials": "rucn officials --role governor",
    "trade": "rucn trade irkutsk sakhalin --period 2017",
    "figures": "rucn figures --measure growth --by governor",
    "references": "rucn references heilongjiang --measure volume",
    "compare": "rucn compare irkutsk zhejiang",
    "projects": "rucn projects --sector wood --region irkutsk",
    "ties": "rucn ties --kind fair",
    "quotes": "rucn quotes --by governor --about bridge",
    "search": "rucn search pulp mill",
    "show": "rucn show q03",
    "cite": "rucn cite f14 --style bibtex",
    "resolve": "rucn resolve Chekiang habarovsk 沪 'в Бурятии'",
    "sources": "rucn sources --json",
    "check": "rucn check",
    "schema": "rucn schema trade",
    "completion": "rucn completion bash",
}
COMMANDS = tuple(EXAMPLES)
# A command pays for the module that it stands in, and for no other.
MODULES = {
    **dict.fromkeys(("region", "official"), "rucn.cli.profiles"),
    **dict.fromkeys(("trade", "figures", "references", "compare", "cite"), "rucn.cli.numbers"),
}
SETTINGS = {"help_option_names": ["-h", "--help"]}


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


# Help drawn by Rich would double what help and errors cost.
app = typer.Typer(
    name="rucn",
    cls=Commands,
    # Typer's own scripts start the program at each TAB, and in some shells load Rich then.
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
    function: Callable[..., object] = getattr(import_module(MODULES.get(name, "rucn.cli.commands")), name)
    single = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=SETTINGS)
    single.command(name, epilog=f"Example: {EXAMPLES[name]}")(function)
    built = typer.main.get_command(single)
    if not isinstance(built, TyperCommand):
        raise TypeError(f"{name} is no command")
    return built
