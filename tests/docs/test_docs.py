"""What the README and the manual promise: commands print what they show, and every command and option is described."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from rucn.cli.app import COMMANDS
from scripts import command_reference
from tests.conftest import PROGRAM, ROOT, Program, clean, terminal, uncoloured

PAGES = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("docs/*.md"))}
PAGES = {"README.md": (ROOT / "README.md").read_text(encoding="utf-8"), **PAGES}
README, GUIDE, REFERENCE = PAGES["README.md"], PAGES["docs/guide.md"], PAGES["docs/commands.md"]
LONGEST_README = 130
# The commands of this part are one session, of a user with a home of their own.
JOURNEY = "A library of your own"
SHOWN = {
    (command, output): f"{page}: {command}"
    for page, text in PAGES.items()
    for part in text.split("\n## ")
    if not part.startswith(JOURNEY)
    for block in re.findall(r"```console\n(.*?)```", part, re.DOTALL)
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
}
LINKS = [
    pytest.param(page, address, id=f"{page}: {address}")
    for page, text in PAGES.items()
    for address in dict.fromkeys(re.findall(r"\]\((?!https?:)([^)\s]+)\)", text))
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


def test_the_journey_of_the_guide(window: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library is made, asked and removed as the guide shows it."""
    part = _section(GUIDE, JOURNEY)
    [made] = re.findall(r"```json\n(.*?)```", part, re.DOTALL)
    (tmp_path / "fair-2019.json").write_text(made, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setattr("rucn.store.library.datetime", _Stopped)
    said = ""
    for block in re.findall(r"```console\n(.*?)```", part, re.DOTALL):
        for command in re.findall(r"^\$ rucn (.*)$", block, re.MULTILINE):
            ran = window(*shlex.split(command), HOME=str(tmp_path))
            said += "".join(
                f"{line.rstrip()}\n" for line in f"$ rucn {command}\n{uncoloured(ran.out + ran.err)}".splitlines()
            )
    assert said == "".join(re.findall(r"```console\n(.*?)```", part, re.DOTALL))


class _Stopped(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Stopped":
        return cls(2019, 6, 5, 4, 3, 2, tzinfo=tz)


def anchors(text: str) -> set[str]:
    """What a link to a part of a page may end in: its headings in small letters, without signs, with hyphens."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=SHOWN.values())
def test_commands_print_what_is_shown(command: str, output: str) -> None:
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    assert printed(command) == output


QUESTIONS = re.findall(r"^\| [^|]+\? \| `rucn ([^`]+)` \| ([^|]+) \|$", GUIDE, re.MULTILINE)


@pytest.mark.parametrize(("command", "ids"), QUESTIONS, ids=[command for command, _ in QUESTIONS])
def test_each_question_of_the_guide_is_one_command(program: Program, command: str, ids: str) -> None:
    answer = program(*shlex.split(command), "--json").json
    found = [record["id"] for record in answer] if isinstance(answer, list) else [answer["official"]["id"]]
    expected = ids.split()
    assert set(expected) <= set(found)
    assert set(found) == set(expected) or command.split()[0] in ("search", "timeline")


def test_the_guide_answers_questions() -> None:
    assert len(QUESTIONS) >= 20


def test_the_readme_shows_commands() -> None:
    assert len(re.findall(r"^\$ rucn ", README, re.MULTILINE)) >= 6


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= LONGEST_README


def test_the_reference_of_commands_is_up_to_date() -> None:
    assert command_reference.reference() == REFERENCE, "run python -m scripts.command_reference"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_in_the_reference(program: Program, command: str) -> None:
    assert re.search(rf"^## `rucn {command}\b", REFERENCE, re.MULTILINE)
    options = set(re.findall(r"^  (?:-h, )?(--[a-z-]+)", program(command, "--help").out, re.MULTILINE))
    shared, section = (_section(REFERENCE, heading) for heading in ("Options of every command", f"`rucn {command}"))
    assert [one for one in options - {"--help"} if f"`{one}" not in section + shared] == []


def _section(text: str, heading: str) -> str:
    return next(part for part in text.split("\n## ") if re.match(rf"{re.escape(heading)}\b", part))


def test_python_examples_print_what_is_shown() -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert failed == 0
    assert tried > 10


def test_every_question_is_in_the_page_on_python() -> None:
    answering = set(COMMANDS) - {"check", "schema", "completion", "help", "migrate"}
    assert [name for name in answering if f"`{name}`" not in PAGES["docs/python.md"]] == []


def test_the_exit_codes_are_in_the_guide() -> None:
    from rucn.model import errors

    kinds = (errors.NotFoundError, errors.UsageError, errors.AmbiguousError, errors.DatabaseError, errors.OutputError)
    for kind in kinds:
        assert f"| {kind.exit_code} |" in GUIDE
        assert f"`{kind.code}` ({kind.exit_code})" in GUIDE


@pytest.mark.parametrize("variable", ["RUCN_DB", "NO_COLOR", "FORCE_COLOR"])
def test_environment_variables_are_in_the_guide(variable: str) -> None:
    assert f"| `{variable}` |" in GUIDE


def test_both_set_up_commands_make_an_environment_of_their_own() -> None:
    commands = re.findall(r"```sh\n(.*?)\n```", README)
    assert len(commands) == 2
    assert all(command.startswith("python3 -m venv .venv && .venv/bin/pip install") for command in commands)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    ran = subprocess.run(["bash", ".ci/run", "--print"], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.strip() in README
    assert "pytest" in ran.stdout


@pytest.mark.parametrize(("page", "address"), LINKS)
def test_links_lead_somewhere(page: str, address: str) -> None:
    path, _, part = address.partition("#")
    target = (ROOT / page).parent / path if path else ROOT / page
    assert target.exists()
    assert not part or part in anchors(target.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", [page for page in PAGES if page != "README.md"])
def test_the_readme_names_every_page(page: str) -> None:
    assert f"({page})" in README
