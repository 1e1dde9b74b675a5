"""A file of an older form is read as it is, says how it is moved, and is moved without loss."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rucn.store.older import is_older, renew
from tests.conftest import Program

Tables = dict[str, dict[str, dict[str, Any]]]
SAME = ["figures", "quotes", "officials", "projects", "ties", "trade --implied", "region irkutsk", "search wood"]


def _older(tables: Tables) -> Tables:
    """The bundled database in the form in which an office belongs to its official."""
    for quote in tables["quotes"].values():
        official = next(row for row in tables["officials"].values() if row["id"] == quote["official"])
        official |= {field: quote.pop(field) for field in ("role", "acting", "region")}
        for field in ("kind", "institution", "reviewed", "inferred"):
            del quote[field]
    for table in ("figures", "projects", "ties"):
        for row in tables[table].values():
            del row["reviewed"]
    for row in tables["sources"].values():
        del row["marks"]
    return tables


def _first_form(tables: Tables) -> Tables:
    """The bundled database in the first form, in which a doubt stands at the end of a note."""
    for figure in _older(tables)["figures"].values():
        doubt = figure.pop("doubt")
        figure["note"] = " ".join(filter(None, (figure["note"], doubt and f"Doubt: {doubt}"))) or None
        del figure["project"]
    return tables


@pytest.mark.parametrize("age", [_older, _first_form])
def test_a_file_is_moved_without_loss(
    program: Program, tables: Tables, written: Callable[[Any], str], age: Callable[[Tables], Tables]
) -> None:
    present = json.loads(json.dumps(tables))
    if age is _first_form:
        # The first form did not know the tie of a figure.
        present["figures"]["31"]["project"] = None
    path = written(age(tables))
    ran = program("migrate", path)
    assert (ran.code, ran.out) == (0, f"{path} is in the present form now; `rucn check --db {path}` checks it\n")
    assert json.loads(Path(path).read_text(encoding="utf-8")) == present
    content = Path(path).read_bytes()
    assert program("migrate", path).out == f"{path} is in the present form already\n"
    assert Path(path).read_bytes() == content


@pytest.mark.parametrize("line", SAME)
def test_a_file_of_an_older_form_answers_and_says_how_it_is_moved(
    program: Program, tables: Tables, written: Callable[[Any], str], line: str
) -> None:
    path = written(_older(tables))
    note = f"note: {path} is of an older form; `rucn migrate {path}` brings it into the present one\n"
    words = line.split()
    # It says so each time that it is opened.
    for _ in range(2):
        ran = program(*words, "--json", "--db", path)
        assert (ran.code, ran.out) == (0, program(*words, "--json").out)
        assert ran.err.startswith(note)


def test_a_check_says_it_too(program: Program, tables: Tables, written: Callable[[Any], str]) -> None:
    ran = program("check", "--db", written(_older(tables)))
    assert ran.code == 0
    assert "is of an older form" in ran.err
    assert "the database is sound" in ran.err


def test_a_missing_field_of_the_present_form_is_no_older_form(tables: Tables) -> None:
    rows = {name: list(table.values()) for name, table in tables.items()}
    del rows["figures"][0]["doubt"]
    del rows["quotes"][0]["kind"]
    assert not is_older(rows)


@pytest.mark.parametrize("value", [None, 5, [], {}, "x"])
def test_odd_values_are_left_for_the_checks(tables: Tables, value: Any) -> None:
    rows = {name: list(table.values()) for name, table in _first_form(tables).items()}
    for table in ("officials", "quotes", "figures", "projects", "ties", "sources"):
        for field in rows[table][0]:
            rows[table][0][field] = value
    assert is_older(rows)
    renew(rows)
    assert rows["quotes"][0]["official"] == value


@pytest.mark.parametrize("content", ["", "{", "[]", "\0"])
def test_what_is_no_database_is_not_moved(program: Program, tmp_path: Path, content: str) -> None:
    path = tmp_path / "my.json"
    path.write_text(content, encoding="utf-8")
    assert program("migrate", str(path)).code == 4
    assert path.read_text(encoding="utf-8") == content
    assert program("migrate", str(tmp_path / "none.json")).code == 4
