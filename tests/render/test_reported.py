"""Wherever a person reads it, it is shown whether words are the speaker's own or the source's."""

import pytest

from tests.conftest import Program

MARK = "(reported)"
# Command lines of what rests on reported words, and of what does not.
REPORTED = [
    "quotes primorye",
    "quotes primorye --fields said_by,kind",
    "show q03",
    "show f03",
    "figures --measure volume",
    "figures --measure volume --format markdown",
    "show q03 --format markdown",
    "quotes --format markdown",
    "trade primorye",
    "trade --currency CNY --chart",
    "timeline --period 2017",
    "compare primorye",
    "region primorye",
    "region primorye --format markdown",
    "references primorye --stated",
    "search customs",
    "cite f03",
    "cite q03 --style bibtex",
    "cite q03 --format markdown",
]
DIRECT = [
    "quotes sakhalin",
    "show q01",
    "show f01",
    "figures --measure growth",
    "region sakhalin",
    "cite f01",
    "trade heilongjiang",
]


@pytest.mark.parametrize("line", REPORTED)
@pytest.mark.parametrize("width", [0, 80])
def test_it_is_shown_what_is_reported(program: Program, window: Program, own: str, line: str, width: int) -> None:
    words = [*line.split(), "--db", own]
    ran = window(*words, width=width) if width else program(*words)
    assert ran.code == 0
    assert "reported" in ran.out
    if MARK in ran.out and "cite" not in line and "search" not in line:
        assert f"{MARK}: in the" in " ".join(ran.out.replace("\\", "").split())


@pytest.mark.parametrize("line", DIRECT)
@pytest.mark.parametrize("width", [0, 80])
def test_direct_words_bear_no_such_mark(program: Program, window: Program, own: str, line: str, width: int) -> None:
    words = [*line.split(), "--db", own]
    assert MARK not in (window(*words, width=width) if width else program(*words)).out


def test_only_direct_words_stand_between_quotation_marks(program: Program, own: str) -> None:
    out = program("quotes", "--db", own).out
    assert "“Торговля Приморского края" in out
    assert "     The Far Eastern Customs Directorate said" in out


def test_programs_read_it_in_fields(program: Program, own: str) -> None:
    kinds = {
        one["id"]: (one["kind"], one["official"], one["said_by"])
        for one in program("quotes", "--json", "--db", own).json
    }
    assert kinds["q02"] == ("direct", "o01", "Second Speaker")
    assert kinds["q03"] == ("reported", None, "Far Eastern Customs Directorate")
    for command in ("figures", "trade", "timeline --period 2017", "compare primorye"):
        records = program(*command.split(), "--json", "--db", own).json
        of_customs = [one for one in records if one["said_by"] == "Far Eastern Customs Directorate"]
        assert {one["quote_kind"] for one in of_customs} == {"reported"}
