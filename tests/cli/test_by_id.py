"""Records by their ids: one or several, with their zeros or without, with every option in every format."""

import csv
import io
import json
from typing import Any

import pytest

from rucn.render.answer import Added
from rucn.render.fields import fields_of
from tests.conftest import Program

FOUND = [
    # as typed, the id of the record
    ("q3", "q03"),
    ("Q3", "q03"),
    ("q003", "q03"),
    (" f1 ", "f01"),
    ("F14", "f14"),
    ("r14", "r014"),
    ("r0014", "r014"),
    ("e1", "e01"),
    ("o1", "o01"),
    ("s1", "s01"),
    ("p5.cny", "p05.cny"),
    ("f1.earlier", "f01.earlier"),
    ("f1.earlier.cny", "f01.earlier.cny"),
    ("f21.usd", "f21.usd"),
    ("r37.usd", "r037.usd"),
]
NOT_FOUND = ["q0", "q99", "f", "1", "f1x", "z1", "q³", "f9999999999999999999999", "f1.nonsense", "r1.", "--", "é1"]


@pytest.mark.parametrize(("typed", "key"), FOUND)
def test_zeros_before_a_number_may_be_left_out(program: Program, typed: str, key: str) -> None:
    assert program("show", typed, "--json").json["id"] == key
    assert program("show", typed) == program("show", key)


def test_a_citation_is_found_without_zeros_too(program: Program) -> None:
    assert program("cite", "r14") == program("cite", "r014")
    assert program("cite", "f1") == program("cite", "f01")


@pytest.mark.parametrize("typed", NOT_FOUND)
def test_what_is_no_id_stays_unknown(program: Program, typed: str) -> None:
    assert (program("show", "--", typed).code, program("show", "--", typed).out) == (1, "")


def test_of_two_ids_that_differ_in_zeros_none_is_guessed(program: Program, tables: Any, written: Any) -> None:
    row = next(one for one in tables["other_numbers"].values() if one["id"] == "n01")
    row["id"] = "n001"
    path = written(tables)
    assert program("show", "n1", "--db", path).code == 0
    twin = json.loads(json.dumps(row)) | {"id": "n0001"}
    tables["other_numbers"][str(len(tables["other_numbers"]) + 1)] = twin
    assert program("show", "n1", "--db", written(tables)).code == 1


class TestSeveral:
    def test_several_are_an_array(self, program: Program) -> None:
        keys = ["f14", "q3", "RU-IRK", "r001", "f21.usd"]
        alone = [program("show", key, "--json").json for key in keys]
        assert program("show", *keys, "--json").json == alone
        lines = program("show", *keys, "--format", "jsonl").out.splitlines()
        assert [json.loads(line) for line in lines] == alone

    def test_one_is_an_object(self, program: Program) -> None:
        assert isinstance(program("show", "f14", "--json").json, dict)
        assert isinstance(program("cite", "f14", "--json").json, dict)

    @pytest.mark.parametrize(("form", "between"), [("table", "\n"), ("markdown", "\n---\n\n")])
    def test_they_are_read_one_after_another(self, program: Program, form: str, between: str) -> None:
        keys = ["f14", "q03", "o01", "f14"]
        alone = [program("show", key, "--format", form).out for key in keys]
        assert program("show", *keys, "--format", form).out == between.join(alone)

    def test_those_of_one_kind_are_a_table(self, program: Program) -> None:
        rows = list(csv.DictReader(io.StringIO(program("show", "f14", "f01", "--format", "csv").out)))
        assert [row["id"] for row in rows] == ["f14", "f01"]

    def test_those_of_several_kinds_are_one_by_fields_that_all_have(self, program: Program) -> None:
        refused = program("show", "f14", "o01", "--format", "csv")
        assert (refused.code, refused.out) == (2, "")
        assert "--fields" in refused.err
        assert program("show", "f14", "o01", "--format", "csv", "--fields", "id").out == "id\nf14\no01\n"
        assert program("show", "f14", "o01", "--fields", "id,names").code == 2

    def test_they_are_sorted_and_limited(self, program: Program) -> None:
        keys = ["f14", "q03", "f01"]
        ran = program("show", *keys, "--sort", "id", "--limit", "2", "--json")
        assert [one["id"] for one in ran.json] == ["f01", "f14"]
        assert program("show", *keys, "--limit", "0", "--json").out == "[]\n"
        assert program("show", *keys, "--limit", "0").out == ""

    def test_one_that_is_unknown_leaves_nothing(self, program: Program) -> None:
        ran = program("show", "f14", "q99", "--json")
        assert (ran.code, ran.out, ran.error["code"]) == (1, "", "not_found")

    def test_citations_can_be_pasted_together(self, program: Program) -> None:
        keys = ["f14", "r1"]
        assert [one["id"] for one in program("cite", *keys, "--json").json] == ["f14", "r001"]
        items = json.loads(program("cite", *keys, "--style", "csl-json").out)
        assert [one["id"] for one in items] == ["rucn-f14", "rucn-r001"]
        alone = [program("cite", key, "--style", "bibtex").out for key in keys]
        assert program("cite", *keys, "--style", "bibtex").out == "\n".join(alone)
        assert len(program("cite", *keys).out.splitlines()) == 2

    @pytest.mark.parametrize(("style", "begin"), [("bibtex", "```bibtex\n@misc"), ("csl-json", "```json\n[")])
    def test_a_citation_in_markdown_is_code_where_it_is_no_text(self, program: Program, style: str, begin: str) -> None:
        ran = program("cite", "f14", "--style", style, "--format", "md")
        assert ran.out.startswith(begin)
        assert ran.out.endswith("\n```\n")


KINDS = {
    "q01": "quote",
    "f01": "figure",
    "p01": "project",
    "t01": "tie",
    "o01": "official",
    "s01": "source",
    "n01": "other_number",
    "r001": "reference",
    "e01": "project_event",
    "RU-IRK": "region",
    "f01.earlier": "computed",
    "f21.usd": "computed",
}


@pytest.mark.parametrize(("key", "kind"), KINDS.items())
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "markdown"])
def test_every_option_fits_every_record(program: Program, window: Program, key: str, kind: str, form: str) -> None:
    fields = fields_of(kind, Added())
    named = [*fields, *(f"{outer}.{one}" for outer, inner in fields.items() for one in inner)]
    for options in (["--fields", ",".join(named)], ["--sort", f"-{named[-1]}"], ["--limit", "1"]):
        ran = program("show", key, *options, "--format", form)
        assert (ran.code, bool(ran.out)) == (0, True)
    nothing = program("show", key, "--limit", "0", "--format", form)
    assert (nothing.code, nothing.out.count("\n")) == (0, {"json": 1, "csv": 1, "tsv": 1}.get(form, 0))
    assert program("show", key, "--fields", "nonsense", "--format", form).code == 2
    if form == "table":
        for options in ([], ["--fields", ",".join(named)], ["--limit", "0"]):
            assert window("show", key, *options, width=40).code == 0


@pytest.mark.parametrize("form", ["table", "json", "markdown", "csv"])
def test_no_citation_is_one_of_limit_zero(program: Program, form: str) -> None:
    ran = program("cite", "f14", "--limit", "0", "--format", form)
    assert (ran.code, ran.out.count("misc")) == (0, 0)
    assert "Levchenko" not in ran.out


def test_an_unsound_database_is_told_of_even_where_nothing_is_listed(
    program: Program, tables: Any, written: Any
) -> None:
    tables["figures"]["1"]["value"] = 1
    ran = program("check", "--db", written(tables), "--limit", "0")
    assert (ran.code, ran.out) == (4, "")
    assert "the database is not sound: " in ran.err
