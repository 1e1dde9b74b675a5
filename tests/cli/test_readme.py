"""What the README promises: its commands print what it shows, and every command and option is in it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from rucn.cli.app import COMMANDS
from tests.conftest import PROGRAM, ROOT, Program, clean, terminal, uncoloured

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
SHOWN = [
    (command, output)
    for block in CONSOLE
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


def printed(command: str) -> str:
    """What a person sees who types a command at a terminal of 80 columns, errors and notes included."""
    if "|" not in command:
        arguments = shlex.split(command)[1:]
        drawn = uncoloured(terminal(*arguments, everything=True))
        return "".join(f"{line.rstrip()}\n" for line in drawn.splitlines())
    with tempfile.TemporaryDirectory() as folder:
        shim = Path(folder, "rucn")
        shim.write_text(f'#!/bin/sh\nexec {" ".join(PROGRAM)} "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
        path = f"{folder}{os.pathsep}{os.environ['PATH']}"
        ran = subprocess.run(
            ["bash", "-c", command], capture_output=True, env=clean({"PATH": path}), cwd=ROOT, check=True
        )
        return ran.stdout.decode()


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_commands_print_what_the_readme_shows(command: str, output: str) -> None:
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    assert printed(command) == output


def test_the_readme_shows_commands() -> None:
    assert len(SHOWN) >= 6


def test_every_command_and_option_is_in_the_readme(program: Program) -> None:
    for command in COMMANDS:
        assert f"`rucn {command}" in README
        options = set(re.findall(r"^  (?:-h, )?(--[a-z-]+)", program(command, "--help").out, re.MULTILINE))
        assert [one for one in options - {"--help"} if one not in README] == []


def test_the_python_example_runs() -> None:
    [example] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.splitlines()[0] == "4000000000 USD ['f14', 'f15']"
    assert "Sakhalin Region 10 Trade volume is growing" in ran.stdout


def test_the_exit_codes_are_in_the_readme() -> None:
    from rucn.model import errors

    kinds = (errors.NotFoundError, errors.UsageError, errors.AmbiguousError, errors.DatabaseError, errors.OutputError)
    for kind in kinds:
        assert f"| {kind.exit_code} |" in README
        assert f"`{kind.code}`" in README


def test_both_set_up_commands_make_an_environment_of_their_own() -> None:
    commands = re.findall(r"```sh\n(.*?)\n```", README)
    assert len(commands) == 2
    assert all(command.startswith("python3 -m venv .venv && .venv/bin/pip install") for command in commands)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    ran = subprocess.run(["bash", ".ci/run", "--print"], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.strip() in README
    assert "pytest" in ran.stdout
