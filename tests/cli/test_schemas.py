"""Every command's JSON fits the JSON Schema that the program prints for it."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.conftest import Program

ANSWERS = [
    ("region", ["region", "irkutsk"]),
    ("region", ["region", "kaluga"]),
    ("region", ["region", "moscow city"]),
    ("regions", ["regions"]),
    ("official", ["official", "liu jiayi"]),
    ("officials", ["officials"]),
    ("trade", ["trade"]),
    ("trade", ["trade", "--currency", "EUR"]),
    ("trade", ["trade", "--implied"]),
    ("trade", ["trade", "--implied", "--currency", "CNY"]),
    ("figures", ["figures"]),
    ("figures", ["figures", "--currency", "RUB"]),
    ("references", ["references"]),
    ("references", ["references", "--currency", "USD"]),
    ("references", ["references", "irkutsk", "--stated"]),
    ("references", ["references", "irkutsk", "--stated", "--currency", "CNY"]),
    ("compare", ["compare"]),
    ("compare", ["compare", "--currency", "USD"]),
    ("region", ["region", "liaoning", "--currency", "USD"]),
    ("projects", ["projects", "--currency", "USD"]),
    ("cite", ["cite", "f14", "--style", "csl-json"]),
    ("show", ["show", "r001"]),
    ("show", ["show", "e01"]),
    ("show", ["show", "f01.earlier"]),
    ("show", ["show", "f21.usd"]),
    ("show", ["show", "f14.national"]),
    ("projects", ["projects"]),
    ("ties", ["ties"]),
    ("quotes", ["quotes"]),
    ("search", ["search", "wood processing"]),
    ("show", ["show", "q07"]),
    ("show", ["show", "f33"]),
    ("show", ["show", "p32"]),
    ("show", ["show", "t01"]),
    ("show", ["show", "o14"]),
    ("show", ["show", "n01"]),
    ("show", ["show", "s01"]),
    ("show", ["show", "CN-HK"]),
    ("resolve", ["resolve", "irkutsk", "harbin", "altai", "tuvalu", ""]),
    ("sources", ["sources"]),
    ("check", ["check"]),
]


# A schema is proven to be one once: that takes longer than all that is held against it.
_VALIDATORS: dict[str, Draft202012Validator] = {}


def _validator(program: Program, command: str) -> Draft202012Validator:
    if command not in _VALIDATORS:
        schema = program("schema", command).json
        Draft202012Validator.check_schema(schema)
        _VALIDATORS[command] = Draft202012Validator(schema)
    return _VALIDATORS[command]


@pytest.mark.parametrize(("command", "line"), ANSWERS)
def test_answers_fit_their_schema(program: Program, command: str, line: list[str]) -> None:
    _validator(program, command).validate(program(*line, "--json").json)


def test_problems_fit_their_schema(program: Program, tables: Any, written: Any) -> None:
    tables["quotes"]["1"]["text"] += "!"
    problems = program("check", "--db", written(tables), "--json").json
    assert problems
    _validator(program, "check").validate(problems)


def test_the_tables_of_an_export_fit_their_schema(program: Program, tmp_path: Path) -> None:
    _validator(program, "export").validate(program("export", str(tmp_path / "rucn.sqlite"), "--json").json)


def test_a_schema_refuses_what_is_wrong(program: Program) -> None:
    validator = _validator(program, "figures")
    figures = program("figures", "--json").json
    for field, wrong in (("unit", "EUR"), ("value", "many"), ("period_inferred", None), ("start", 1.5)):
        with pytest.raises(ValidationError):
            validator.validate([{**figures[0], field: wrong}])
    with pytest.raises(ValidationError):
        validator.validate([{field: value for field, value in figures[0].items() if field != "note"}])


def test_schemas_list_the_vocabularies(program: Program) -> None:
    sectors = program("schema", "projects").json["$defs"]["Project"]["properties"]["sectors"]["items"]["enum"]
    assert {"wood", "energy", "finance"} <= set(sectors)
    assert set(sectors) >= {one for project in program("projects", "--json").json for one in project["sectors"]}


def test_the_commands_that_have_a_schema_are_listed(program: Program) -> None:
    from rucn.cli.app import COMMANDS

    assert program("schema").out.split() == [
        command for command in COMMANDS if command not in ("schema", "completion", "help", "migrate")
    ]
    assert program("schema", "--json").json == program("schema").out.split()


def test_an_unknown_command_has_no_schema(program: Program) -> None:
    assert program("schema", "nonsense").code == 1


@pytest.mark.parametrize("option", [("--fields", "type"), ("--sort", "type"), ("--limit", "1"), ("--format", "csv")])
def test_a_schema_is_printed_whole(program: Program, option: tuple[str, str]) -> None:
    assert program("schema", "trade", *option).code == 2
