"""CSV, TSV and CSV for spreadsheets: any text in a cell is read back as it was, and no cell is worked out."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Program

ASKED = ("--fields", "query,code")
TEXTS = [
    'ООО "Иркутск"',
    'a"b',
    '"',
    "Irk\tutsk",
    "a\nb",
    "a\r\nb",
    "a\rb",
    "a\\tb",
    "back\\",
    "Irkutsk, Russia",
    "a;b",
    "Vasyl'evsky",
    "\u2028",
    "",
    " ",
]
SIGNS = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


def _read_tsv(written: str) -> str:
    return re.sub(r"\\(.)", lambda sign: SIGNS[sign[1]], written)


@pytest.mark.parametrize("text", TEXTS)
def test_tsv_has_no_quoting(program: Program, text: str) -> None:
    out = program("resolve", "--format", "tsv", *ASKED, "--", text).out
    header, row, rest = out.split("\n")
    assert (header, rest) == ("query\tcode", "")
    assert not re.search(r"[\r\n]", row)
    query, _ = row.split("\t")
    assert _read_tsv(query) == text
    if not re.search(r"[\t\r\n\\]", text):
        assert query == text


@pytest.mark.parametrize("text", TEXTS)
def test_csv_is_read_back(program: Program, text: str) -> None:
    out = program("resolve", "--format", "csv", *ASKED, "--", text).out
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert rows[0] == ["query", "code"]
    assert [row[0] for row in rows[1:]] == [text]
    assert ('"' in out) == bool(re.search('[",\r\n]', text))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
def test_any_text_is_read_back(program: Program, text: str) -> None:
    given_text = json.loads(program("resolve", "--json", "--", text).out)[0]["query"]
    tsv = program("resolve", "--format", "tsv", *ASKED, "--", text).out
    assert _read_tsv(tsv.split("\n")[1].split("\t")[0]) == given_text
    plain = program("resolve", "--format", "csv", *ASKED, "--", text).out
    assert list(csv.reader(io.StringIO(plain, newline="")))[1][0] == given_text


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "－1", "=", '=HYPERLINK("a","b")']


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_for_a_spreadsheet_begins_a_formula(program: Program, text: str) -> None:
    out = program("resolve", "--excel", *ASKED, "--", text).out
    assert out.startswith("\ufeff")
    _, [query, _] = csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    assert query == f"'{text}"
    assert program("resolve", "--format", "csv", *ASKED, "--", text).out.count("'") == 0


@pytest.mark.parametrize("text", ["Irkutsk", "1-1", "a=b", "'", "−5", ""])
def test_other_text_stays_as_it_is_for_a_spreadsheet(program: Program, text: str) -> None:
    excel = program("resolve", "--excel", *ASKED, "--", text)
    plain = program("resolve", "--format", "csv", *ASKED, "--", text)
    assert (excel.code, excel.out) == (0, f"\ufeff{plain.out}")


def test_numbers_below_zero_stay_numbers(
    program: Program, beside: Callable[..., str], references: list[dict[str, Any]]
) -> None:
    row = next(one for one in references if one.get("measure") == "trade_growth")
    path = beside([json.dumps({**row, "value": -46.9, "note": "-5"})])
    out = program("references", "--excel", "--fields", "value,note", "--db", path).out
    assert out == "\ufeffvalue,note\n-46.9,'-5\n"


EXCEL = [
    ("trade --excel --format csv", 0),
    ("trade --excel --format CSV", 0),
    ("trade --excel", 0),
    ("cite f14 --excel", 0),
    ("show f14 --excel", 0),
    ("trade --excel --json", 2),
    ("trade --excel --format table", 2),
    ("trade --excel --format tsv", 2),
    ("show f14 --excel --markdown", 2),
    ("region irkutsk --excel", 2),
]


@pytest.mark.parametrize(("line", "code"), EXCEL)
def test_spreadsheets_are_given_csv(program: Program, line: str, code: int) -> None:
    ran = program(*line.split())
    assert (ran.code, ran.out[:1]) == (code, "" if code else "\ufeff")


@pytest.mark.parametrize(
    ("written", "name"), [("JSON", "json"), ("Csv", "csv"), ("md", "markdown"), ("MD", "markdown"), ("TSV", "tsv")]
)
def test_formats_are_named_in_any_case(program: Program, written: str, name: str) -> None:
    assert program("ties", "--format", written) == program("ties", "--format", name)


def test_an_error_is_json_where_json_is_asked_for_in_any_case(program: Program) -> None:
    assert program("show", "q99", "--format", "JSON").error["code"] == "not_found"
