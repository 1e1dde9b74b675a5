"""The file of references: as it was collected, sound, and refused where it is not."""

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATABASE, Program

FILE = DATABASE.parent / "references.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
REFERENCES = [row for row in ROWS if row["id"].startswith("r")]
EVENTS = [row for row in ROWS if row["id"].startswith("e")]
MEASURES = {
    "growth": "trade_growth",
    "share": "trade_share",
    "rank": "partner_rank",
    "growth_exports": "export_growth",
    "growth_imports": "import_growth",
    "rank_exports": "export_rank",
    "rank_imports": "import_rank",
    "share_imports": "import_share",
    "share_of_national": "national_share",
}
# Rows that were read again: what they measure, or of when, is not what their column said.
READ_AGAIN = {
    ("CN-HL", "rank", "2021-S1"): ("national_rank", "2021-S1"),
    ("CN-HL", "investment", "2012"): ("investment", "2012-12"),
    ("RU-MOW", "investment", "2021-10-01"): ("investment", "2021-09"),
}


@pytest.fixture(scope="module")
def collected() -> list[dict[str, str]]:
    path = os.environ.get("RUCN_REFERENCE_FIGURES")
    if not path:
        pytest.skip("RUCN_REFERENCE_FIGURES does not name the collected figures")
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_collected_figure_is_a_record(collected: list[dict[str, str]]) -> None:
    fields = ("region", "partner", "measure", "value", "unit", "qualifier", "period", "publisher", "address")
    there = {tuple(row[field] for field in fields) for row in REFERENCES}
    figures = [row for row in collected if row["measure"] != "project_status"]
    assert len(figures) == 225
    for row in figures:
        key = (row["region_code"], row["measure"], row["period"])
        measure, period = READ_AGAIN.get(key, (MEASURES.get(row["measure"], row["measure"]), row["period"]))
        measure = "project_investment" if ": " in row["region"] else measure
        partner = None if row["partner"] == "WORLD" else row["partner"]
        hedge = row["qualifier"].replace(" ", "_") or None
        value = (float(row["value"]), row["unit"], hedge, period, row["publisher"], row["address"])
        assert (row["region_code"], partner, measure, *value) in there


def test_every_collected_state_of_a_project_is_an_event(collected: list[dict[str, str]]) -> None:
    there = {(row["region"], row["event"], row["date"], row["publisher"], row["address"]) for row in EVENTS}
    states = [row for row in collected if row["measure"] == "project_status"]
    assert len(states) == 11
    for row in states:
        assert (row["region_code"], row["unit"], row["period"], row["publisher"], row["address"]) in there


def test_no_reference_stands_twice() -> None:
    fields = ("region", "subject", "partner", "measure", "value", "unit", "period", "publisher")
    keys = [tuple(row[field] for field in fields) for row in REFERENCES]
    assert len(keys) == len(set(keys))


def test_exports_and_imports_make_up_the_volume() -> None:
    """Where one publisher gives all three, they fit: within what the rounding of each allows."""
    found: dict[tuple[Any, ...], dict[str, float]] = {}
    for row in REFERENCES:
        key = (row["region"], row["partner"], row["period"], row["publisher"], row["unit"])
        found.setdefault(key, {})[row["measure"]] = row["value"]
    whole = [one for one in found.values() if {"exports", "imports", "trade_volume"} <= one.keys()]
    assert len(whole) >= 15
    for one in whole:
        assert one["exports"] + one["imports"] == pytest.approx(one["trade_volume"], rel=0.025)


def test_projects_are_those_of_the_database(program: Program) -> None:
    projects = {one["id"]: one["name"] for one in program("projects", "--json").json}
    for row in ROWS:
        assert projects.get(row["project"]) == row["project_name"]
        assert row["project"] is None or row["project"] in projects


CHANGES = [
    # what is changed in the first reference, the field that is found
    ({"address": ""}, "address"),
    ({"address": "see the archive"}, "address"),
    ({"unit": "percent"}, "unit"),
    ({"value": -1}, "value"),
    ({"value": "many"}, "value"),
    ({"value": 10**400}, "value"),
    ({"value": 1e-300}, "value"),
    ({"measure": "partner_rank", "unit": "rank", "value": 0}, "value"),
    ({"measure": "partner_rank", "unit": "rank", "value": 1.5}, "value"),
    ({"value": float("inf")}, "line"),
    ({"value": float("nan")}, "line"),
    ({"measure": "trade_share", "unit": "percent", "value": 101}, "value"),
    ({"measure": "trade_growth", "unit": "percent", "value": -100}, "value"),
    ({"measure": "weather"}, "measure"),
    ({"period": "last year"}, "period"),
    ({"period": "2018-05/2018-01"}, "period"),
    ({"period": "2018-S1/2018-S2"}, "period"),
    ({"region": "RU-XXX"}, "region"),
    ({"partner": "CN"}, "partner"),
    ({"publisher": None}, "publisher"),
    ({"extra": 1}, "extra"),
    ({"id": "r002"}, "id"),
    ({"id": "f01"}, "line"),
]


@pytest.mark.parametrize("date", ["2019-11-31", "2019-13", "soon", "2019-02-29"])
def test_a_date_that_is_none_is_found(program: Program, beside: Callable[..., str], date: str) -> None:
    [event] = [row for row in ROWS if row["id"] == "e03"]
    ran = program("check", "--db", beside([json.dumps({**event, "date": date}, ensure_ascii=False)]), "--json")
    assert {(one["record"], one["field"]) for one in ran.json} == {("e03", "date")}


def test_every_event_has_words() -> None:
    from typing import get_args

    from rucn.model.vocabulary import EVENTS as WORDS
    from rucn.model.vocabulary import Event

    assert set(WORDS) == set(get_args(Event))


@pytest.mark.parametrize(("change", "field"), CHANGES)
def test_what_is_unsound_is_found_and_refused(
    program: Program, beside: Callable[..., str], change: dict[str, Any], field: str
) -> None:
    # Its neighbours are enough: all rows are examined in a test of the whole file.
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:4]
    path = beside([json.dumps({**ROWS[0], **change}, ensure_ascii=False), *lines])
    ran = program("check", "--db", path, "--json")
    assert ran.code == 4
    assert field in {one["field"] for one in ran.json}
    refused = program("references", "--db", path)
    assert (refused.code, refused.out) == (4, "")
    assert program("trade", "--db", path).code == 0


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '"r001"', '{"id":"r001"}', "", '{"region": null, "id": "r001"}', '{"id": "e01", "date": "soon"}'],
)
def test_a_line_that_is_no_record_is_found(program: Program, beside: Callable[..., str], line: str) -> None:
    ran = program("check", "--db", beside([line]), "--json")
    assert ran.code == 4
    assert "Traceback" not in ran.err


RATES = "period\tdays\tCNY per USD\n"
BROKEN_RATES = [
    # the table, the record and field that are found
    (RATES + "2017\t255\tinf\n", "rates.tsv, 2017", "CNY per USD"),
    (RATES + "2017\t255\t-6.7\n", "rates.tsv, 2017", "CNY per USD"),
    (RATES + "2017\t\t6.7\n", "rates.tsv, 2017", "days"),
    (RATES + "2017\t255\n", "rates.tsv, 2017", ""),
    (RATES + "last year\t255\t6.7\n", "rates.tsv, last year", "period"),
    (RATES + "2017\t255\t6.7\n2017\t255\t6.8\n", "rates.tsv, 2017", "period"),
]
NO_RATES = ["date;value\n", "period\tdays\tCNY per USd\n", "period\tdays\tCNY per USD\tCNY per USD\n", ""]


@pytest.mark.parametrize("table", [*(table for table, _, _ in BROKEN_RATES), *NO_RATES])
def test_broken_rates_are_not_used(program: Program, beside: Callable[..., str], table: str) -> None:
    path = beside([])
    (Path(path).parent / "rates.tsv").write_text(table, encoding="utf-8")
    ran = program("figures", "--currency", "RUB", "--db", path)
    assert (ran.code, ran.out) == (4, "")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(("table", "record", "field"), BROKEN_RATES)
def test_rates_beside_a_database_are_examined(
    program: Program, beside: Callable[..., str], table: str, record: str, field: str
) -> None:
    path = beside([])
    (Path(path).parent / "rates.tsv").write_text(table, encoding="utf-8")
    ran = program("check", "--db", path, "--json")
    assert ran.code == 4
    assert {(one["record"], one["field"]) for one in ran.json} == {(record, field)}


def test_rates_of_your_own_are_used_beside_your_database(program: Program, beside: Callable[..., str]) -> None:
    path = beside([])
    (Path(path).parent / "rates.tsv").write_text(f"{RATES}2017\t255\t7.0000\n", encoding="utf-8")
    [row] = program("trade", "liaoning", "--currency", "USD", "--db", path, "--json").json
    assert (row["rate"], row["converted_volume"]) == (7, round(27.9e9 / 7))


def test_references_of_your_own_are_read_beside_your_database(program: Program, beside: Callable[..., str]) -> None:
    own = {**REFERENCES[0], "value": 1}
    path = beside([json.dumps(own, ensure_ascii=False)])
    assert [one["value"] for one in program("references", "--db", path, "--json").json] == [1]


def test_references_on_other_projects_are_not_taken_for_ours(program: Program, tables: Any, written: Any) -> None:
    [mill] = [one for one in tables["projects"].values() if one["id"] == "p05"]
    mill["name"] = "Another plant altogether"
    path = written(tables)
    assert [
        one["project"] for one in program("references", "khabarovsk", "--db", path, "--json").json if one["project"]
    ]
    assert program("show", "r177", "--db", path, "--json").json["project"] is None
    [claim] = [one for one in program("compare", "--db", path, "--json").json if one["claim"] == "f27"]
    assert (claim["reference"], claim["verdict"]) == (None, "no reference")


def test_the_program_s_references_are_not_examined_beside_another_database(
    program: Program, tables: Any, written: Any
) -> None:
    """A database of fewer regions, without references of its own, is sound and answers."""
    tables["regions"] = {key: row for key, row in tables["regions"].items() if row["code"] != "RU-MOW"}
    path = written(tables)
    assert program("check", "--db", path).code == 0
    assert program("region", "irkutsk", "--db", path).code == 0
    assert program("references", "heilongjiang", "--db", path).code == 0


def test_the_program_names_what_a_database_does_not(program: Program, tables: Any, written: Any) -> None:
    own = {"vocabulary": "currency", "code": "EUR", "names": {"en": "ecu", "ru": None, "zh": None}, "aliases": []}
    assert not {row["vocabulary"] for row in tables["terms"].values()} & {"currency", "district"}
    tables["terms"]["999"] = own
    path = written(tables)
    assert program("trade", "--currency", "ecu", "--db", path, "--json").json[0]["converted_currency"] == "EUR"
    assert program("trade", "--currency", "рубль", "--db", path, "--json").json[0]["converted_currency"] == "RUB"
    assert program("references", "дфо", "--measure", "exports", "--db", path).code == 0


def test_what_the_officials_say_elsewhere_names_them(program: Program) -> None:
    officials = {one["name"] for one in program("officials", "--json").json}
    named = {row["said_by"] for row in REFERENCES if row["said_by"]}
    assert named == {"Sergei Levchenko", "Artur Parfenchikov"}
    assert named <= officials


def test_events_of_other_projects_are_not_taken_for_ours(program: Program, tables: Any, written: Any) -> None:
    [bridge] = [one for one in tables["projects"].values() if one["id"] == "p32"]
    bridge["name"] = "Another bridge"
    found = program("compare", "amur", "--db", written(tables), "--json").json
    assert not any(one["claim"] == "p32" for one in found)


def test_a_line_nested_too_deep_is_named(program: Program, beside: Callable[..., str]) -> None:
    path = beside(["[" * 100_000])
    assert program("references", "--db", path).code == 4
    assert [one["record"] for one in program("check", "--db", path, "--json").json] == ["line 1"]
