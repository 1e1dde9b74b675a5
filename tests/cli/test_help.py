"""The help: in groups, of the program and of each command, with the values of every vocabulary."""

from typing import get_args

import pytest

from rucn.cli.app import COMMANDS, ENTRIES
from rucn.database.database import Database
from rucn.model.vocabulary import CitationStyle, ProjectKind, Role, Status, TieKind
from tests.conftest import Program


def test_the_help_is_the_same_however_it_is_asked_for(program: Program) -> None:
    ran = program("--help")
    assert ran.code == 0
    for line in ([], ["help"], ["-h"]):
        assert program(*line) == ran


def test_every_command_stands_in_its_group(program: Program) -> None:
    lines = program().out.splitlines()
    listed: dict[str, list[str]] = {}
    for line in lines[lines.index("Regions and officials:") :]:
        if line.endswith(":"):
            under = listed.setdefault(line[:-1], [])
        elif line.startswith("  ") and line.split()[0] in COMMANDS:
            under.append(line.split()[0])
    assert sorted(name for names in listed.values() for name in names) == sorted(COMMANDS)
    assert all(ENTRIES[name].group == group for group, names in listed.items() for name in names)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_the_same_however_it_is_asked_for(program: Program, command: str) -> None:
    ran = program(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert program("help", command) == ran


def test_help_on_what_is_no_command_is_an_error_of_usage(program: Program) -> None:
    ran = program("help", "trad")
    assert (ran.code, ran.out) == (2, "")
    assert "trade" in ran.err


VALUES = [
    ("officials", Role),
    ("projects", Status),
    ("projects", ProjectKind),
    ("ties", TieKind),
    ("cite", CitationStyle),
]


@pytest.mark.parametrize(("command", "vocabulary"), VALUES)
def test_the_help_has_the_values_of_a_vocabulary(program: Program, command: str, vocabulary: object) -> None:
    said = " ".join(program("help", command).out.split())
    assert all(value in said for value in get_args(vocabulary))


@pytest.mark.parametrize(
    ("command", "vocabulary"),
    [("figures", "measure"), ("references", "measure"), ("projects", "sector"), ("quotes", "topic")],
)
def test_the_help_has_the_values_that_the_database_lists(
    program: Program, database: Database, command: str, vocabulary: str
) -> None:
    said = program("help", command).out.replace(",", " ").split()
    assert all(row["code"] in said for row in database.terms(vocabulary))
