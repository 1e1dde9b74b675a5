"""How long `rucn` takes from the shell, against a bare Typer program with the same commands and options.

    python scripts/bench_startup.py [--runs N]

Run it with the Python of an environment in which `rucn` is installed from its wheel (not editable: bytecode counts).
The bare program does nothing; it is written anew from the commands of `rucn` itself and imported from its bytecode like
any installed program. The two are run in turn, so that a machine that slows down slows down both, and what is printed
is the median of the ratios with its quartiles. Peak memory is that of the operating system's own accounting.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import typer

import rucn
from rucn.cli.app import app

PATHS = (
    ("region irkutsk --json", 1.10),
    ("trade", 1.60),
    ("region irkutks --json", 1.20),
    ("--help", 1.10),
    ("trade --json", 1.10),
    ("figures --json", 1.10),
    ("trade --currency USD --json", 1.17),
    ("trade --implied --json", 1.17),
    ("references heilongjiang --json", 1.17),
    ("compare --json", 1.28),
)
MEMORY_MB = 22.0
BARE_HEAD = '''import typer
from typing import Annotated, Optional
app = typer.Typer(rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})
@app.callback(invoke_without_command=True)
def main(version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False):
    """What this program is for."""
'''


def main() -> None:
    """Measures every path and prints its ratio, and the peak memory of the JSON path."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--runs", type=int, default=40)
    runs = arguments.parse_args().runs
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "RUCN_DB")}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "bare_program.py").write_text(bare_program(), encoding="utf-8")
        compileall.compile_dir(folder, quiet=1)
        environment["PYTHONPATH"] = folder
        print(f"rucn of {Path(rucn.__file__).parent}")
        print(f"{'path':28} {'ratio':>6}  {'quartiles':13} {'bound':>6}")
        for path, bound in PATHS:
            ratios = compare(path.split(), runs, environment)
            low, middle, high = statistics.quantiles(ratios, n=4)
            print(f"rucn {path:23} {middle:5.2f}x  {low:.2f} to {high:.2f}  {bound:5.2f}x")
        memory = peak_memory(["region", "irkutsk", "--json"], environment)
        print(f"{'peak memory of --json':28} {memory:5.1f} MB{'':15} {MEMORY_MB:.0f} MB")


def bare_program() -> str:
    """The source of a Typer program with the commands and options of `rucn`, described in the ordinary way."""
    group: Any = typer.main.get_command(app)
    source = [BARE_HEAD]
    for name, command in group.commands.items():
        parameters = ", ".join(_parameter(one) for one in command.params)
        source.append(f'@app.command("{name}")\ndef command_{name}({parameters}):\n    """{command.help}"""\n')
    return "\n".join(source)


def _parameter(parameter: Any) -> str:
    many = getattr(parameter, "multiple", False) or parameter.nargs == -1
    plain = "bool" if getattr(parameter, "is_flag", False) else "str"
    kind = f"Optional[list[{plain}]]" if many else f"Optional[{plain}]"
    options = ", ".join(repr("/".join(opts)) for opts in _declared(parameter))
    make = "Option" if parameter.param_type_name == "option" else "Argument"
    separator = ", " if options else ""
    return f"{parameter.name}: Annotated[{kind}, typer.{make}({options}{separator}help={parameter.help!r})] = None"


def _declared(parameter: Any) -> list[list[str]]:
    return [[*parameter.opts, *parameter.secondary_opts]] if parameter.param_type_name == "option" else []


def compare(arguments: list[str], runs: int, environment: dict[str, str]) -> list[float]:
    """The ratios of the whole-process times of `rucn` and the bare program, run in turn."""
    ours = [sys.executable, "-P", "-c", "import sys; from rucn.__main__ import main; sys.exit(main())", *arguments]
    bare = [sys.executable, "-P", "-c", "from bare_program import app; app()", *arguments]
    _seconds(ours, environment), _seconds(bare, environment)
    return [_seconds(ours, environment) / _seconds(bare, environment) for _ in range(runs)]


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return time.perf_counter() - started


def peak_memory(arguments: list[str], environment: dict[str, str]) -> float:
    """The peak memory of one run of `rucn`, in megabytes (of 1024 * 1024 bytes)."""
    ours = [sys.executable, "-P", "-c", "import sys; from rucn.__main__ import main; sys.exit(main())", *arguments]
    measured = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.PIPE); "
    measured += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    ran = subprocess.run([sys.executable, "-c", measured, *ours], env=environment, capture_output=True, check=True)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(ran.stdout) / unit


if __name__ == "__main__":
    main()
