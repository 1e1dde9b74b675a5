"""A measure and a currency are one row each: added to a copy of the program, they work in every command."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATABASE, ROOT, Ran, processes
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
    plain = {**figure, "quote": "q04", "note": None, "doubt": None, "qualifier": None, "period_inferred": False}
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


# Every question that the tests below ask of the copy; one process answers all of them.
NAMES = ("warehouse_area", "area of warehouses", "склады", "仓库面积")
CURRENCY_NAMES = ("KZT", "tenge", "тенге", "坚戈")
ASKED = [
    "check",
    *(f"figures --json --measure {name.replace(' ', '_')}" for name in NAMES),
    "figures --measure warehouses",
    "figures --measure exports",
    "figures --measure exports --currency USD",
    "figures --help",
    "references --measure warehouses",
    "references irkutsk --stated",
    "compare irkutsk",
    "compare --currency KZT",
    "cite f07",
    "show q04",
    "show f07",
    "show f08",
    "show f08.usd",
    "search warehouses",
    "search tenge",
    "region irkutsk",
    "region irkutsk --currency KZT",
    "schema figures",
    "schema trade",
    *(f"trade --currency {name} --json" for name in CURRENCY_NAMES),
    "trade --currency KZT",
    "trade --currency KZT --implied --chart",
    "trade --currency KZT --top 3",
    "figures --currency KZT",
    "figures --currency KZT --json",
    "references --currency KZT",
    "projects --currency KZT",
]
Answers = dict[str, Ran]


@pytest.fixture(scope="module")
def answers(folder: Path) -> Answers:
    """What the copy answers to each question."""
    lines = [[word.replace("_of_", " of ") for word in line.split()] for line in ASKED]
    return dict(zip(ASKED, processes(lines, {"RUCN_DB": str(folder / "new.json")}, folder), strict=True))


@pytest.mark.parametrize("line", ASKED)
def test_every_question_is_answered(answers: Answers, line: str) -> None:
    ran = answers[line]
    assert "Traceback" not in ran.err
    # Of an amount for which there is no rate, nothing is computed.
    assert ran.code == (1 if line == "show f08.usd" else 0)
    assert bool(ran.out) == (line not in ("check", "show f08.usd", "trade --currency KZT --top 3"))


def test_the_checks_know_them(folder: Path, answers: Answers) -> None:
    assert answers["check"].err == "note: the database is sound\n"
    content = (folder / "new.json").read_text(encoding="utf-8")
    wrong = folder / "wrong.json"
    for told, said in (
        ('"measure": "warehouse_area"', '"measure": "warehouse"'),
        ('"value": 300, "unit": "count"', '"value": 300, "unit": "KZT"'),
        ('"unit": "KZT"', '"unit": "USD"'),
        ("million tenge", "million coins"),
    ):
        assert told in content
        wrong.write_text(content.replace(told, said), encoding="utf-8")
        [ran] = processes([["check"]], {"RUCN_DB": str(wrong)}, folder)
        assert ran.code == 4
    wrong.unlink()


@pytest.mark.parametrize("name", NAMES)
def test_the_measure_is_known_in_three_languages(answers: Answers, name: str) -> None:
    ran = answers[f"figures --json --measure {name.replace(' ', '_')}"]
    assert [figure["id"] for figure in ran.json] == ["f07"]
    assert ran.err == ""


def test_the_measure_has_its_phrase_everywhere(answers: Answers) -> None:
    phrase = "area of warehouses for trade with China"
    assert phrase.capitalize().replace("china", "China") in answers["cite f07"].out
    for line in ("references --measure warehouses", "references irkutsk --stated", "compare irkutsk", "show q04"):
        assert phrase in answers[line].out
    assert "f07" in answers["search warehouses"].out
    for line in ("region irkutsk", "show f07", "figures --measure warehouses"):
        assert "area of warehouses" in answers[line].out


def test_the_measure_is_in_the_schemas(answers: Answers) -> None:
    schema = answers["schema figures"].json["$defs"]
    assert "warehouse_area" in schema["Figure"]["properties"]["measure"]["enum"]
    assert "KZT" in schema["Figure"]["properties"]["unit"]["enum"]
    assert "KZT" in schema["ConvertedFigure"]["properties"]["converted_currency"]["enum"]
    assert "KZT" in answers["schema trade"].json["$defs"]["TradeRow"]["properties"]["currency"]["enum"]


def test_the_currency_is_an_amount_everywhere(answers: Answers) -> None:
    assert "about KZT 5 m" in answers["figures --measure exports"].out
    assert "about KZT 5 m (5000000 KZT)" in answers["show f08"].out
    assert "KZT" in answers["figures --help"].out
    assert "f08" in answers["search tenge"].out
    [own] = [one for one in answers["figures --currency KZT --json"].json if one["id"] == "f08"]
    assert (own["converted_value"], own["converted_currency"], own["rate"]) == (5_000_000, "KZT", None)


@pytest.mark.parametrize("name", CURRENCY_NAMES)
def test_where_there_is_no_rate_it_is_said(answers: Answers, name: str) -> None:
    ran = answers[f"trade --currency {name} --json"]
    assert {row["converted_volume"] for row in ran.json} == {None}
    assert "f01: not converted: no average rate of 2017" in ran.err


@pytest.mark.parametrize("command", ["trade", "figures", "references", "projects", "compare", "region irkutsk"])
def test_amounts_without_a_rate_stay_as_they_are(answers: Answers, command: str) -> None:
    ran = answers[f"{command} --currency KZT"]
    amount = "about RUB 20 bn" if command == "projects" else "USD 3.9 bn" if command == "references" else "USD 4.5 bn"
    assert re.search(rf"{re.escape(amount)}(?: \(\?\))? \(no rate\)", ran.out)
    assert "≈" not in ran.out
    assert "not converted: no average rate of" in ran.err


def test_an_amount_without_a_rate_is_not_converted_from_the_new_currency(answers: Answers) -> None:
    assert "about KZT 5 m (no rate)" in answers["figures --measure exports --currency USD"].out
