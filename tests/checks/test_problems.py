"""Every way in which a database can be wrong is found, and named by record and field."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Program, process

Tables = dict[str, dict[str, Any]]


def _row(tables: Tables, key: str) -> dict[str, Any]:
    rows = (row for table in tables.values() for row in table.values())
    found: dict[str, Any] = next(row for row in rows if (row.get("id") or row.get("code")) == key)
    return found


def _set(key: str, **values: Any) -> Callable[[Tables], None]:
    return lambda tables: _row(tables, key).update(values)


def _drop(key: str, field: str) -> Callable[[Tables], Any]:
    return lambda tables: _row(tables, key).pop(field)


def _remove(table: str, number: str) -> Callable[[Tables], Any]:
    return lambda tables: tables[table].pop(number)


def _twice(table: str, number: str) -> Callable[[Tables], None]:
    return lambda tables: tables[table].update({"999": tables[table][number]})


def _twice_as(table: str, number: str, key: str) -> Callable[[Tables], None]:
    return lambda tables: tables[table].update({"999": {**tables[table][number], "id": key}})


WRONG = [
    # what is done to the database, the problem's record and field, words of its message
    (_set("f01", value=965000000), "f01", "value", "964000000"),
    (_set("f05", value=2), "f05", "value", "has 1"),
    (_set("f32", value=1), "f32", "value", "has 0"),
    (_set("f03", value=1), "f03", "value", "no number"),
    (_set("f01", value=None), "f01", "value", "964000000"),
    (_set("f14", qualifier=None), "f14", "qualifier", "nearly"),
    (_set("f14", qualifier="about"), "f14", "qualifier", "says nearly"),
    (_set("f01", qualifier="more_than"), "f01", "qualifier", "says no such hedge"),
    (_set("f21", unit="USD"), "f21", "unit", "does not say USD"),
    (_set("f02", unit="USD"), "f02", "unit", "not measured in USD"),
    (_set("f01", period="2018", period_inferred=False), "f01", "period_inferred", "Last year"),
    (_set("f14", period_inferred=True), "f14", "period_inferred", "In 2017"),
    (_set("f14", period_as_stated="In 2019"), "f14", "period_as_stated", "does not stand"),
    (_set("f14", period_as_stated=None, period_inferred=True), "f14", "period_as_stated", "no words"),
    (_set("f14", period="last year"), "f14", "period", "no SDMX period"),
    (_set("f09", partner="CN"), "f09", "partner", "all_partners"),
    (_set("f14", partner=None), "f14", "partner", "bilateral"),
    (_set("f14", partner="RU"), "f14", "partner", "itself"),
    (_set("f33", partner="RU"), "f33", "partner", "itself"),
    (_set("f14", region="RU-KHA"), "f14", "region", "nor mentions"),
    (_set("t04", region="RU-KHA"), "t04", "region", "nor mentions"),
    (_set("p11", region="RU-KHA"), "p11", "region_basis", "speaker of q09"),
    (_set("f14", scope="project"), "f14", "scope", "bilateral or"),
    (_set("f27", scope="unclear"), "f27", "scope", "is project"),
    (_set("f01", period="2016"), "f01", "period", "means 2017"),
    (_set("f16", period="2017"), "f16", "period", "means 2018"),
    (_set("f29", qualifier=None), "f29", "qualifier", "about"),
    (_set("f30", qualifier=None), "f30", "qualifier", "expected"),
    (_set("f17", qualifier=None), "f17", "qualifier", "at_most"),
    (_set("f16", partner="CN"), "f16", "partner", "unclear"),
    (_set("f11", commodity=None), "f11", "commodity", "commodity"),
    (_set("f07", scope="all_partners", partner=None), "f07", "scope", "is bilateral"),
    (_set("f14", start=89), "f14", "evidence", "stands at 90 to 163"),
    (_set("f14", end=9999), "f14", "evidence", "not"),
    (_set("f14", evidence="nearly USD 5 billion"), "f14", "evidence", "does not stand in the quote"),
    (_set("f14", region="RU-XXX"), "f14", "region", "RU-XXX"),
    (_set("f14", quote="q99"), "f14", "quote", "q99"),
    (_set("f14", measure="happiness"), "f14", "measure", "happiness"),
    (_set("f14", value="4000000000"), "f14", "value", "a whole number or a finite number"),
    (_drop("f14", "note"), "f14", "note", "missing"),
    (_set("f14", remark="x"), "f14", "remark", "no such field"),
    (_remove("figures", "14"), "q03", "text", "neither a record nor a reason"),
    (_remove("other_numbers", "1"), "f04", "value", "has 1"),
    (_remove("other_numbers", "2"), "q02", "text", "2016"),
    (_remove("ties", "4"), "q11", "text", "2015"),
    (_remove("projects", "32"), "q17", "text", "2016"),
    (_set("q01", text="Our relations with Russia are developing"), "q01", "text", "digest"),
    (_set("q01", mentions=["RU-KHA"]), "q01", "mentions", "RU-KHA"),
    (_set("q01", section="Elsewhere"), "q01", "section", "Elsewhere"),
    (_set("q01", topics=["astrology"]), "q01", "topics", "astrology"),
    (_set("q01", official="o99"), "q01", "official", "o99"),
    (_set("p05", investment=1600000000), "p05", "investment", "no figure of q07"),
    (_set("p05", investment_qualifier="about"), "p05", "investment", "no figure of q07"),
    (_set("p05", currency=None), "p05", "currency", "do not go together"),
    (_set("p05", status=None), "p05", "status", "do not go together"),
    (_set("p05", status_as_stated="We dream of"), "p05", "status_as_stated", "does not stand in q07"),
    (_set("p05", region_basis=None), "p05", "region_basis", "do not go together"),
    (_set("p11", region_basis="stated"), "p11", "region_basis", "not among the regions"),
    (_set("p17", completion="2019-12"), "p17", "completion", "not in the words"),
    (_set("p32", completion_as_stated="December 2020"), "p32", "completion_as_stated", "does not stand"),
    (_set("p04", places=[{"name": "Paris", "region": None, "region_inferred": True}]), "p04", "places", "Paris"),
    (_set("p04", places=[{"name": "Amursk"}]), "p04", "places", "list of an object"),
    (_set("p04", partners=["somebody else"]), "p04", "partners", "somebody else"),
    (_set("p04", evidence=[]), "p04", "evidence", "none"),
    (_set("p04", sectors=["astrology"]), "p04", "sectors", "astrology"),
    (_set("t04", period="2016"), "t04", "period", "not in the words"),
    (_set("t04", evidence="we danced"), "t04", "evidence", "we danced"),
    (_set("q01", region="CN-XX"), "q01", "region", "CN-XX"),
    (_set("q01", role="emperor"), "q01", "role", "emperor"),
    (_set("q01", kind="hearsay"), "q01", "kind", "one of direct, reported"),
    (_set("q01", official=None), "q01", "official", "either an official or an institution"),
    (_set("q01", institution={"name": "Customs", "country": "CN"}), "q01", "official", "either an official or"),
    (_set("q01", reviewed=None), "q01", "reviewed", "true or false"),
    (_set("o02", id="o01"), "o01", "id", "2 records"),
    (_twice("terms", "3"), "governor", "code", "twice"),
    (_remove("terms", "3"), "governor", "code", "has no names in"),
    (_set("wood", code="lumber"), "p05", "sectors", "wood"),
    (lambda tables: tables.pop("ties"), "ties", "", "missing"),
    (lambda tables: tables.update(extra={}), "extra", "", "no table"),
]


@pytest.mark.parametrize(("change", "record", "field", "words"), WRONG)
def test_problems(
    program: Program, tables: Tables, written: Callable[[Any], str], change: Any, record: str, field: str, words: str
) -> None:
    change(tables)
    ran = program("check", "--db", written(tables), "--json")
    assert ran.code == 4
    found = [one for one in ran.json if (one["record"], one["field"]) == (record, field)]
    assert any(words in one["message"] for one in found), ran.json


def test_problems_are_a_table_for_people(program: Program, tables: Tables, written: Callable[[Any], str]) -> None:
    _row(tables, "f01")["value"] = 1
    ran = program("check", "--db", written(tables))
    assert ran.code == 4
    assert "f01" in ran.out
    assert "964000000" in ran.out


TITLES = [
    (_set("q03", region="RU-KHA"), "q03", "title", "does not name RU-KHA"),
    (_set("q03", region="RU-KHA", inferred=["region"]), "q03", "title", "does not name RU-KHA"),
    (_set("q03", title="Governor"), "q03", "title", "does not name RU-IRK"),
    (_set("q03", inferred=["region"]), "q03", "inferred", "names RU-IRK"),
    (_set("q16", inferred=["region"]), "q16", "inferred", "no region to be inferred"),
    (_set("q03", acting=True), "q03", "acting", "Governor of Irkutsk region"),
    (_set("q11", acting=False), "q11", "acting", "Acting Head"),
    (_set("q03", role="head"), "q03", "role", "Governor of Irkutsk region"),
    (_set("q03", title=None), "q03", "role", "the title is “”"),
    (_set("o03", country="CN"), "o03", "country", "does not lie in CN"),
    (_set("q04", mentions=["RU-SAK", "RU-SA"]), "q04", "mentions", "no name of RU-SA"),
    (_set("q04", mentions=[]), "q04", "mentions", "“Sakhalin Region” (RU-SAK)"),
    (_set("q02", mentions=["RU-BU", "RU-KR"]), "q02", "mentions", "no name of RU-KR"),
    (_set("q04", mentions=["RU-SAK", "RU-SAK"]), "q04", "mentions", "twice"),
    (_set("f08", period="2018-S2"), "f08", "period", "means 2018-S1"),
    (_set("f09", period="2017-S1"), "f09", "period", "names no half"),
    (_set("f23", period="2017-11"), "f23", "period", "means 2017-12"),
    (_set("p32", completion="2019-03"), "p32", "completion", "not in the words"),
    (_set("p32", start="2015"), "p32", "start", "not in the words"),
    (_set("p11", investment_qualifier="about"), "p11", "investment", "no figure of q09"),
    (_set("p04", places=[{"name": "Amursk", "region": "RU-KHA", "region_inferred": True}]), "p04", "places", "Amursk"),
    (_set("f02", id="F02"), "F02", "id", "look like"),
    (_set("RU-IRK", code="ru-irk"), "ru-irk", "id", "look like"),
    (_twice_as("figures", "1", "f90"), "f90", "evidence", "another figure"),
    (_set("s01", published="someday"), "s01", "published", "SDMX"),
    (_set("s01", published="2018-02-30"), "s01", "published", "is no date"),
    (_set("s01", published="2018-9-11"), "s01", "published", "is no date"),
    (_set("s01", published="11.09.2018"), "s01", "published", "is no date"),
    (_set("s01", marks="«"), "s01", "marks", "not two marks"),
    (_set("f14", evidence="USD 4 billion", start=150, end=163, qualifier=None), "f14", "qualifier", "says nearly"),
    (_set("f03", measure="trade_volume", unit="USD"), "f03", "value", "not put in words"),
    (_set("t04", name=""), "t04", "name", "printable text"),
]


@pytest.mark.parametrize(("change", "record", "field", "words"), TITLES)
def test_problems_of_attribution_and_time(
    program: Program, tables: Tables, written: Callable[[Any], str], change: Any, record: str, field: str, words: str
) -> None:
    test_problems(program, tables, written, change, record, field, words)


def test_a_fall_is_a_negative_growth(program: Program, tables: Tables, written: Callable[[Any], str]) -> None:
    figure, quote = _row(tables, "f22"), _row(tables, "q05")
    quote["text"] = quote["text"].replace("grew by 30%", "fell by 30%")
    quote["sha256"] = hashlib.sha256(quote["text"].encode()).hexdigest()
    figure["evidence"] = "fell by 30%"
    refused = program("check", "--db", written(tables), "--json").json
    assert [(one["record"], one["field"]) for one in refused] == [("f22", "value")]
    figure["value"] = -30
    assert program("check", "--db", written(tables), "--json").json == []
    assert "−30 %" in program("trade", "liaoning", "--db", written(tables)).out


def test_the_first_problem_is_always_the_same(tables: Tables, written: Callable[[Any], str]) -> None:
    for field in ("unit", "note", "value", "scope"):
        del tables["figures"]["1"][field]
    path = written(tables)
    said = {process("trade", "--db", path, PYTHONHASHSEED=str(seed)).err for seed in range(3)}
    assert len(said) == 1


DOCUMENTS = [
    # what is changed in the document, the problem's record and field
    ("Che Jun, Secretary", "Che Yun, Secretary", "q01", "title"),
    ("High transport and logistics costs", "Low costs", "q12", "section"),
    ("«Logistics", "Logistics", "q12", "text"),
    ("most important cross-border", "least important cross-border", "q01", "text"),
    ("All news", "«More words,» Somebody.\n", "q01", "text"),
]


@pytest.mark.parametrize(("old", "new", "record", "field"), DOCUMENTS)
def test_differences_from_the_document(
    program: Program, article: Any, tmp_path: Any, old: str, new: str, record: str, field: str
) -> None:
    content = article.read_text(encoding="utf-8")
    assert old in content
    changed = tmp_path / "article.txt"
    changed.write_text(content.replace(old, new), encoding="utf-8")
    ran = program("check", "--source", str(changed), "--json")
    assert ran.code == 4
    assert (record, field) in [(one["record"], one["field"]) for one in ran.json]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("\n", "\r"),
        ("\n", " \t\n"),
        ("\n", "\u2028"),
        (" ", "\u202f"),
        (" ", "\u2009"),
        (" ", "\u00a0"),
        ("Trade", "\ufeffTrade"),
        ("foreign", "for\xadeign"),
    ],
)
def test_what_reads_the_same_differs_in_its_digest_alone(
    program: Program, article: Any, tmp_path: Any, old: str, new: str
) -> None:
    content = article.read_bytes().decode()
    assert old in content
    changed = tmp_path / "article.txt"
    changed.write_bytes(content.replace(old, new).encode())
    ran = program("check", "--source", str(changed), "--json")
    assert (ran.code, [(one["record"], one["field"]) for one in ran.json]) == (4, [("s01", "sha256")])


def test_an_accent_may_be_put_together_either_way(
    program: Program, tables: Any, written: Any, article: Any, tmp_path: Any
) -> None:
    heading = "High transport and logistics costs"
    tables = json.loads(json.dumps(tables).replace(heading, heading.replace("transport", "tr\xe1nsport")))
    changed = tmp_path / "article.txt"
    apart = heading.replace("a", "a\u0301", 1)
    changed.write_text(article.read_text(encoding="utf-8").replace(heading, apart), encoding="utf-8")
    ran = program("check", "--db", written(tables), "--source", str(changed), "--json")
    assert [one["field"] for one in ran.json] == ["sha256"]


def test_an_amount_may_be_too_large_to_be_meant(program: Program, tables: Any, written: Any) -> None:
    tables["figures"]["1"]["value"] = 10**19
    ran = program("check", "--db", written(tables), "--json")
    assert ("f01", "value", "it is too large to be meant") in {tuple(problem.values()) for problem in ran.json}
