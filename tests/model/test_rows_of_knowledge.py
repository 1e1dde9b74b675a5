"""A measure and a currency are one row each: added to a copy of the program, they work in every command."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATABASE, ROOT, Ran, clean
from tests.small import small_database, small_references

MEASURE = """    Measure(
        "warehouse_area",
        "area of warehouses",
        "площадь складов",
        "仓库面积",
        "warehouses; склады",
        COUNT,
        TRADE,
        phrase="area of warehouses for trade with {partner}",
    ),
)
MEASURES:"""
CURRENCY = """    Currency("KZT", "tenge", "тенге", "坚戈", "Kazakh tenge; ₸", words=r"\\bKZT\\b|\\btenge\\b|₸"),
)
CURRENCY_CODES"""
SENTENCE = "Warehouses for trade cover 300 units. Exports came to about 5 million tenge in 2017"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the two rows, and a database that has a figure of each."""
    folder = tmp_path_factory.mktemp("rows")
    shutil.copytree(ROOT / "rucn", folder / "rucn", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "data").symlink_to(ROOT / "data")
    for name, end, row in (("measures", ")\nMEASURES:", MEASURE), ("currencies", ")\nCURRENCY_CODES", CURRENCY)):
        path = folder / "rucn" / "model" / f"{name}.py"
        text = path.read_text(encoding="utf-8")
        assert text.count(end) == 1
        path.write_text(text.replace(end, row), encoding="utf-8")
    content = small_database(json.loads(DATABASE.read_text(encoding="utf-8")))
    _add_quote(content)
    (folder / "new.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    reference = {**small_references()[0], "id": "r003", "measure": "warehouse_area", "value": 310, "unit": "count"}
    lines = [json.dumps(one, ensure_ascii=False) for one in (*small_references(), reference)]
    (folder / "references.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _add_quote(content: dict[str, Any]) -> None:
    from hashlib import sha256

    quote, figure = content["quotes"]["1"], content["figures"]["1"]
    content["quotes"]["4"] = {**quote, "id": "q04", "text": SENTENCE, "sha256": sha256(SENTENCE.encode()).hexdigest()}
    plain = {**figure, "quote": "q04", "note": None, "qualifier": None, "period_inferred": False}
    area, exports = "Warehouses for trade cover 300 units", "Exports came to about 5 million tenge"
    undated: dict[str, Any] = {"period": None, "period_as_stated": None}
    content["figures"]["7"] = plain | {
        "id": "f07",
        "measure": "warehouse_area",
        "value": 300,
        "unit": "count",
        "evidence": area,
        "start": 0,
        "end": len(area),
        **undated,
    }
    start = SENTENCE.index(exports)
    content["figures"]["8"] = plain | {
        "id": "f08",
        "measure": "exports",
        "value": 5_000_000,
        "unit": "KZT",
        "qualifier": "about",
        "period": "2017",
        "period_as_stated": "in 2017",
        "evidence": exports,
        "start": start,
        "end": start + len(exports),
    }


def ask(folder: Path, *arguments: str) -> Ran:
    """Runs the copy."""
    environment = clean({"PYTHONPATH": str(folder), "RUCN_DB": str(folder / "new.json")})
    command = [sys.executable, "-P", "-m", "rucn", *arguments]
    ran = subprocess.run(command, capture_output=True, cwd=folder, env=environment, check=False)
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def test_the_checks_know_them(folder: Path) -> None:
    assert ask(folder, "check").err == "note: the database is sound\n"
    content = (folder / "new.json").read_text(encoding="utf-8")
    wrong = folder / "wrong.json"
    wrong.write_text(content.replace('"measure": "warehouse_area"', '"measure": "warehouse"'), encoding="utf-8")
    assert ask(folder, "check", "--db", str(wrong)).code == 4
    wrong.unlink()


@pytest.mark.parametrize("name", ["warehouse_area", "area of warehouses", "склады", "仓库面积"])
def test_the_measure_is_known_in_three_languages(folder: Path, name: str) -> None:
    ran = ask(folder, "figures", "--measure", name, "--json")
    assert [figure["id"] for figure in ran.json] == ["f07"]
    assert ran.err == ""


def test_the_measure_has_its_phrase_everywhere(folder: Path) -> None:
    phrase = "area of warehouses for trade with China"
    assert phrase.capitalize().replace("china", "China") in ask(folder, "cite", "f07").out
    assert phrase in ask(folder, "references", "--measure", "warehouses").out
    assert phrase in ask(folder, "compare", "irkutsk").out
    assert phrase in ask(folder, "show", "q04").out
    assert "f07" in ask(folder, "search", "warehouses").out
    assert "area of warehouses" in ask(folder, "region", "irkutsk").out


def test_the_measure_is_in_the_schemas(folder: Path) -> None:
    schema = ask(folder, "schema", "figures").json["$defs"]["Figure"]["properties"]
    assert "warehouse_area" in schema["measure"]["enum"]
    assert "KZT" in schema["unit"]["enum"]


def test_the_currency_is_an_amount_everywhere(folder: Path) -> None:
    assert "about KZT 5 m" in ask(folder, "figures", "--measure", "exports").out
    assert "about KZT 5 m" in ask(folder, "show", "f08").out
    assert "KZT" in ask(folder, "figures", "--help").out


@pytest.mark.parametrize("name", ["KZT", "tenge", "тенге", "坚戈"])
def test_where_there_is_no_rate_it_is_said(folder: Path, name: str) -> None:
    ran = ask(folder, "trade", "--currency", name, "--json")
    assert ran.code == 0
    assert {row["converted_volume"] for row in ran.json} == {None}
    assert "not converted: no average rate of 2017" in ran.err
    back = ask(folder, "figures", "--measure", "exports", "--currency", "USD")
    assert "about KZT 5 m (no rate)" in back.out
