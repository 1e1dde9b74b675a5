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
    ("RU-MOW", "investment", "2021-10-01"): ("investment", "2021-10"),
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
    assert all(row["project"] in projects for row in REFERENCES if row["project"])
    for row in EVENTS:
        assert projects.get(row["project"]) == row["project_name"]


CHANGES = [
    # what is changed in the first reference, the field that is found
    ({"address": ""}, "address"),
    ({"address": "see the archive"}, "address"),
    ({"unit": "percent"}, "unit"),
    ({"value": -1}, "value"),
    ({"value": "many"}, "value"),
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


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[list[str]], str]:
    """Writes references beside a copy of the database, and gives the path of that."""

    def write(lines: list[str]) -> str:
        (tmp_path / "rucn.json").write_bytes(DATABASE.read_bytes())
        (tmp_path / "references.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return str(tmp_path / "rucn.json")

    return write


@pytest.mark.parametrize(("change", "field"), CHANGES)
def test_what_is_unsound_is_found_and_refused(
    program: Program, folder: Callable[[list[str]], str], change: dict[str, Any], field: str
) -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    path = folder([json.dumps({**ROWS[0], **change}, ensure_ascii=False), *lines[1:]])
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
def test_a_line_that_is_no_record_is_found(program: Program, folder: Callable[[list[str]], str], line: str) -> None:
    ran = program("check", "--db", folder([line]), "--json")
    assert ran.code == 4
    assert "Traceback" not in ran.err


def test_references_of_your_own_are_read_beside_your_database(
    program: Program, folder: Callable[[list[str]], str]
) -> None:
    own = {**REFERENCES[0], "value": 1}
    path = folder([json.dumps(own, ensure_ascii=False)])
    assert [one["value"] for one in program("references", "--db", path, "--json").json] == [1]


def test_events_of_other_projects_are_not_taken_for_ours(program: Program, tables: Any, written: Any) -> None:
    [bridge] = [one for one in tables["projects"].values() if one["id"] == "p32"]
    bridge["name"] = "Another bridge"
    found = program("compare", "amur", "--db", written(tables), "--json").json
    assert not any(one["claim"] == "p32" for one in found)
