"""A quote's words are found in their document, whatever marks stand around them, in three languages."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.own import DOCUMENTS

Check = Callable[..., list[tuple[str, str]]]
SPEECH = {
    "s01": "“Heilongjiang’s trade with Sakhalin Region grew by 12% in 2017,”",
    "s02": "— Торговля Приморского края с Китаем\nвыросла на 15%, —",
    "s03": "「黑龙江省的对\n俄贸易增长15%。」",
}
MARKS = [
    "«{}»",
    "“{}”",
    "„{}“",
    '"{}"',
    "'{}'",
    "‘{}’",
    "「{}」",
    "『{}』",
    "〈{}〉",
    "— {} —",
    "– {}",
    "{}",
    "{},",
    "“{}",
]


@pytest.fixture
def check(program: Program, own: str, tmp_path: Path) -> Check:
    """Holds the quotes against a document that is changed, and gives the records and fields of problems."""

    def ask(key: str, document: str, **changed: dict[str, Any]) -> list[tuple[str, str]]:
        content = json.loads(Path(own).read_text(encoding="utf-8"))
        rows = {row["id"]: row for table in ("sources", "quotes") for row in content[table].values()}
        rows[key]["sha256"] = sha256(document.encode()).hexdigest()
        for record, values in changed.items():
            rows[record] |= values
        base, path = tmp_path / "own.json", tmp_path / "document.txt"
        base.write_text(json.dumps(content), encoding="utf-8")
        path.write_text(document, encoding="utf-8")
        ran = program("check", "--db", str(base), "--source", str(path), "--json")
        return [(one["record"], one["field"]) for one in ran.json]

    return ask


@pytest.mark.parametrize("key", DOCUMENTS)
def test_the_words_stand_in_their_document(check: Check, key: str) -> None:
    assert check(key, DOCUMENTS[key]) == []


@pytest.mark.parametrize("key", DOCUMENTS)
@pytest.mark.parametrize("marks", MARKS)
def test_any_marks_may_stand_around_them(check: Check, key: str, marks: str) -> None:
    words = SPEECH[key].strip("“”「」— ,。")
    assert check(key, DOCUMENTS[key].replace(SPEECH[key], marks.format(words))) == []


@pytest.mark.parametrize("key", DOCUMENTS)
@pytest.mark.parametrize("break_", ["\r\n", "\n", "\u2028"])
def test_a_document_may_break_its_lines(check: Check, key: str, break_: str) -> None:
    assert check(key, DOCUMENTS[key].replace("\n", break_).replace(" with ", f" with{break_}")) == []


WRONG = [
    # the document, what is changed in it, and the problems
    ("s01", "12%", "13%", [("q02", "text")]),
    ("s01", "“Heilongjiang’s", "“Near Heilongjiang’s", []),
    ("s01", "“Heilongjiang’s", "“AHeilongjiang’s", [("q02", "text")]),
    ("s01", "in 2017,”", "in 2017s,”", [("q02", "text")]),
    ("s01", "Governor of Sakhalin", "Head of Sakhalin", [("q02", "title")]),
    # A reported sentence is whole.
    ("s01", "\n\nThe Far", "\n\nOn Monday, The Far", [("q03", "text")]),
    ("s01", "\n\nThe Far", "\n\n«The Far", []),
    ("s01", "\n\nThe Far", "\n\nSo it is! The Far", []),
    ("s02", "15%", "16%", [("s02", "address")]),
    ("s02", "врио губернатора", "губернатор", [("q01", "title")]),
    ("s03", "增长15%", "下降15%", [("s03", "address")]),
    ("s03", "黑龙江省省长", "吉林省省长", [("q04", "title")]),
]


@pytest.mark.parametrize(("key", "old", "new", "expected"), WRONG)
def test_differences_are_found(check: Check, key: str, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert old in DOCUMENTS[key]
    assert check(key, DOCUMENTS[key].replace(old, new)) == expected


def test_a_reported_sentence_ends(check: Check) -> None:
    document = DOCUMENTS["s01"].replace("in 2017. It", "in 2017, which it")
    text = "The Far Eastern Customs Directorate said that Primorye’s trade with China came to USD 1.2 billion in 2017"
    assert check("s01", document, q03=_text(text)) == [("q03", "text")]
    assert check("s01", DOCUMENTS["s01"], q03=_text(text)) == []


def test_headings_are_those_of_the_document(check: Check) -> None:
    heading = "Trade"
    document = DOCUMENTS["s02"].replace("— Торговля", f"{heading}\n\n— Торговля")
    assert check("s02", document, s02={"sections": [heading]}, q01={"section": heading}) == []
    assert check("s02", document, s02={"sections": [heading]}) == [("q01", "section")]
    assert check("s02", DOCUMENTS["s02"], s02={"sections": [heading]}, q01={"section": heading}) == [
        ("s02", "sections"),
        ("q01", "section"),
    ]


def test_marks_that_are_named_hold_nothing_but_quotes(check: Check) -> None:
    document = "对俄贸易\n\n「黑龙江省的对俄贸易增长15%」第三发言人, 黑龙江省省长.\n"
    marked = {"marks": "「」"}
    assert check("s03", document, s03=marked, q04={"official": "o02"}) == []
    assert check("s03", f"{document}「不」\n", s03=marked) == [("s03", "quotes")]


def _text(words: str) -> dict[str, Any]:
    return {"text": words, "sha256": sha256(words.encode()).hexdigest()}
