"""Citations: BibTeX that every style can read whatever a text holds, and dates no more exact than stated."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucn.queries.citations import Cited, _bibtex
from tests.conftest import Program

FIELDS = ["author", "title", "year", "month", "url", "language", "note"]
HOSTILE = [
    "A {brace opened",
    "Plant } closed",
    "}, author = {X",
    "}}\n@misc{x, author = {Y}",
    "\\",
    "ends in \\{",
    '100 % #1 $x$ a_b ~z^2 "quoted" <b> | &',
    "Smith, John and Sons, Ltd.",
    "Юрий Иванов and 李明",
    "@comment{",
]


def _read(written: str) -> dict[str, dict[str, str]]:
    """The entries of a BibTeX file, read as BibTeX does: braces are counted, whatever stands before them."""
    entries: dict[str, dict[str, str]] = {}
    position = 0
    while (begin := written.find("@", position)) >= 0:
        head = re.compile(r"@misc\{([^,\s]+),").match(written, begin)
        assert head, written[begin : begin + 40]
        position, fields = head.end(), {}
        while named := re.compile(r"\s*(\w+) = ").match(written, position):
            value, position = _value(written, named.end())
            assert named[1] not in fields
            fields[named[1]] = value
            position += written[position] == ","
        closed = re.compile(r"\s*\}").match(written, position)
        assert closed
        entries[head[1]], position = fields, closed.end()
    return entries


def _value(written: str, begin: int) -> tuple[str, int]:
    macro = re.compile(r"[a-z]+").match(written, begin)
    if macro:
        return macro[0], macro.end()
    depth = 0
    for position in range(begin, len(written)):
        depth += {"{": 1, "}": -1}.get(written[position], 0)
        if not depth:
            return written[begin + 1 : position], position + 1
    raise AssertionError("a brace is not closed")


def _cited(text: str, address: str = "https://a.b/c", issued: str | None = "2018-09") -> str:
    return _bibtex(Cited("r001", text, text, text, text, text, address, issued, language="en"))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_cannot_break_an_entry(text: str) -> None:
    entries = _read(f"{_cited(text)}\n{_cited('next').replace('r001', 'r002')}\n")
    assert list(entries) == ["rucn-r001", "rucn-r002"]
    assert [list(fields) for fields in entries.values()] == [FIELDS, FIELDS]


@given(text=st.text(st.sampled_from('ab{}\\@,="%#\n _中')))
def test_any_text_is_a_field(text: str) -> None:
    [fields] = _read(_cited(text)).values()
    assert list(fields) == FIELDS


@pytest.mark.parametrize("field", ["publisher", "subject", "note"])
@pytest.mark.parametrize("text", [one for one in HOSTILE if one.isprintable()])
def test_a_text_of_a_database_cannot_break_an_entry(
    program: Program, beside: Callable[..., str], references: list[dict[str, Any]], field: str, text: str
) -> None:
    path = beside([json.dumps({**references[0], field: text})])
    [fields] = _read(program("cite", "r001", "--style", "bibtex", "--db", path).out).values()
    assert list(fields) == ["author", "title", "url", "note"]


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.b/unbalanced{brace", "https://a.b/unbalanced%7Bbrace"),
        ("https://a.b/close}brace", "https://a.b/close%7Dbrace"),
        ("https://a.b/x_y%20z?q=1&r=2#s~t", "https://a.b/x_y%20z?q=1&r=2#s~t"),
        ("https://a.b/wiki/Амур_(река)", "https://a.b/wiki/Амур_(река)"),
    ],
)
def test_an_address_is_encoded_where_it_has_to_be(address: str, written: str) -> None:
    assert _read(_cited("text", address))["rucn-r001"]["url"] == written


DATES = [
    # published, year and month in BibTeX, date-parts of CSL
    ("2018", "2018", None, [[2018]]),
    ("2018-09", "2018", "sep", [[2018, 9]]),
    ("2018-01", "2018", "jan", [[2018, 1]]),
    ("2018-09-11", "2018", "sep", [[2018, 9, 11]]),
    ("2018-S1", "2018", None, [[2018]]),
    ("2018-S2", "2018", None, [[2018]]),
    ("2018-Q3", "2018", None, [[2018]]),
    ("2018-07/2018-09", "2018", None, [[2018]]),
]


@pytest.mark.parametrize(("published", "year", "month", "parts"), DATES)
def test_a_date_is_no_more_exact_than_stated(
    program: Program,
    tables: dict[str, Any],
    written: Callable[[Any], str],
    published: str,
    year: str,
    month: str | None,
    parts: list[list[int]],
) -> None:
    tables["sources"]["1"]["published"] = published
    path = written(tables)
    for key in ("s01", "f14"):
        [fields] = _read(program("cite", key, "--style", "bibtex", "--db", path).out).values()
        assert (fields["year"], fields.get("month")) == (year, month)
        [item] = json.loads(program("cite", key, "--style", "csl-json", "--db", path).out)
        assert item["issued"]["date-parts"] == parts


def test_months_of_two_years_leave_the_years() -> None:
    [fields] = _read(_cited("text", issued="2017-11/2018-02")).values()
    assert (fields["year"], fields.get("month")) == ("2017/2018", None)


def test_no_date_is_made_up(program: Program) -> None:
    [fields] = _read(program("cite", "r014", "--style", "bibtex").out).values()
    assert not {"year", "month"} & set(fields)
    assert "issued" not in json.loads(program("cite", "r014", "--style", "csl-json").out)[0]


def test_a_title_made_of_amounts_keeps_its_capitals(program: Program) -> None:
    [item] = json.loads(program("cite", "r015", "--style", "csl-json").out)
    assert re.fullmatch(r'<span class="nocase">.*USD 84\.07 bn</span>', item["title"])
    [fields] = _read(program("cite", "r015", "--style", "bibtex").out).values()
    assert re.fullmatch(r"\{.*USD 84\.07 bn\}", fields["title"])
    [item] = json.loads(program("cite", "f14", "--style", "csl-json").out)
    assert "<" not in item["title"]
