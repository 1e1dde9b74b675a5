"""Tables in windows: a wider one is never taller, nothing is torn, each short word is explained."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from rucn.render.answer import Record
from rucn.render.said import Said, say
from rucn.render.terminal.fitting import fit
from rucn.render.terminal.tables import _narrowest, _wrapped
from rucn.render.views.view import Column
from tests.conftest import Program, uncoloured
from tests.render.test_views import LISTS, PROFILES

NARROWEST, WIDEST = 40, 200
LISTS_OF_ALL = ("trade", "trade --implied", "figures", "projects", "references siberian", "search wood")
_WORD = st.text("abИ省", min_size=1, max_size=9)
_CELL = st.lists(st.one_of(_WORD, st.sampled_from(["USD 964 m", "+17 %", "Russian-Chinese"])), max_size=5).map(" ".join)


@st.composite
def _cells(draw: st.DrawFn) -> dict[Column[Record], list[Said]]:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    return {
        Column(f"Title {at}", str, extra=draw(st.integers(0, 1)) if at else 0, cut=bool(at) and draw(st.booleans())): [
            say(draw(_CELL)) for _ in range(rows)
        ]
        for at in range(columns)
    }


@settings(max_examples=40)
@given(cells=_cells(), width=st.integers(10, 120), more=st.integers(1, 40), brief=st.booleans())
def test_a_wider_window_never_makes_a_table_taller(
    cells: dict[Column[Record], list[Said]], width: int, more: int, brief: bool
) -> None:
    short = {column: [say(str(one)[:4].strip()) for one in said] for column, said in cells.items() if brief}
    narrow, wide = (fit(cells, short, one, _narrowest, _wrapped) for one in (width, width + more))
    if narrow is None:
        return
    assert wide is not None
    assert wide.height <= narrow.height
    assert set(wide.cells) >= {column for column in cells if not column.extra}
    for fitted, room in ((narrow, width), (wide, width + more)):
        assert sum(fitted.widths) + 2 * (len(fitted.widths) - 1) <= room


@pytest.mark.parametrize("line", [line for line, _ in (*LISTS, *PROFILES)])
def test_a_wider_window_never_makes_an_answer_taller(window: Program, small: str, line: str) -> None:
    _require_no_taller(window, (*line.split(), "--db", small), 40)


@pytest.mark.parametrize("line", LISTS_OF_ALL)
def test_a_wider_window_never_makes_a_long_list_taller(window: Program, line: str) -> None:
    _require_no_taller(window, tuple(line.split()), 32)


def _require_no_taller(window: Program, words: tuple[str, ...], step: int) -> None:
    before = None
    for width in range(NARROWEST, WIDEST + 1, step):
        height = len(window(*words, "--quiet", width=width).out.splitlines())
        assert before is None or height <= before, width
        before = height


@pytest.mark.parametrize("width", [40, 48, 60, 72, 80, 100])
@pytest.mark.parametrize("line", ["trade", "trade --implied", "figures --currency EUR", "show f01", "region jilin"])
def test_a_doubt_stands_beside_its_number(window: Program, line: str, width: int) -> None:
    lines = uncoloured(window(*line.split(), width=width).out).splitlines()
    marked = [one for one in lines if "(?)" in one and not one.startswith("(?) ")]
    assert marked
    assert [one for one in marked if not re.search(r"[m%n†*0-9] \(\?\)", one)] == []


@pytest.mark.parametrize(
    ("line", "ids"), [("trade", "q"), ("figures", "f"), ("projects", "p"), ("ties", "t"), ("references", "r")]
)
def test_each_row_has_an_id_from_eighty_columns(window: Program, program: Program, line: str, ids: str) -> None:
    drawn = uncoloured(window(line, width=80).out)
    records = program(line, "--json").json
    found = re.findall(rf"\b{ids}\d+\b", drawn)
    assert len(found) == len(records)


def test_a_row_of_trade_that_can_be_one_line_is_one(window: Program, program: Program) -> None:
    drawn = uncoloured(window("trade", width=80).out)
    for row in program("trade", "--json").json:
        if not any((row["volume_qualifier"], row["growth_qualifier"], row["period_as_stated"] == "this year")):
            assert re.search(rf"^\S*.* {row['quotes'][0]} *$", drawn, re.MULTILINE)
    hedged = [one for one in drawn.splitlines() if re.search(r"nearly|more", one)]
    assert len([one for one in drawn.splitlines() if one[:1].isupper()]) < len(program("trade", "--json").json)
    assert len(hedged) == 3


WORDS = {
    "S1": "S1: first half-year",
    "in words": "in words: ",
    "all": "all: all partners",
    "—": "—: not stated",
    "(so far)": "(so far): ",
}


@pytest.mark.parametrize(
    "line", ["trade", "trade --implied", "figures", "projects", "ties", "references irkutsk", "references heilongjiang"]
)
@pytest.mark.parametrize("width", [80, 200])
def test_short_words_are_explained_where_they_occur_and_only_there(window: Program, line: str, width: int) -> None:
    lines = uncoloured(window(*line.split(), "--quiet", width=width).out).splitlines()
    end = next(
        (at for at, one in enumerate(lines) if one.startswith(("* ", "(?) ", "By sector", *WORDS.values()))), len(lines)
    )
    table, legend = "\n".join(lines[:end]), " ".join(" ".join(lines[end:]).split())
    for word, meaning in WORDS.items():
        before = r"\s\s" if word == "all" else r"(?:^|-|\s)"
        occurs = re.search(rf"{before}{re.escape(word)}(?:\*|\s\s|$)", table, re.MULTILINE)
        assert bool(occurs) == (meaning in legend), word


def test_a_long_list_of_projects_is_counted(window: Program, program: Program) -> None:
    for said in (program("projects").out, program("projects", "--format", "md").out, window("projects").out):
        assert "By sector: manufacturing 9, " in said
    assert "By sector" not in program("projects", "--limit", "5").out


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_what_is_stated_for_none_is_said(program: Program, form: str) -> None:
    said = "Investment: not stated for any of these"
    assert said in program("projects", "--region", "irkutsk", "--format", form).out
    assert said not in program("projects", "--format", form).out


AMOUNTS = [
    ("trade irkutsk --fields region_name,volume,growth_percent", "nearly USD 4 bn", "4000000000"),
    ("trade zhejiang --fields volume", "USD 964 m (?)", "964000000"),
    ("figures --fields id,value", "about RUB 20 bn", "20000000000"),
    ("projects --fields investment", "USD 1.5 bn*", "1500000000"),
    ("references irkutsk --fields value", "USD 3.9 bn", "3900000000"),
    ("show f14 --fields value", "nearly USD 4 bn", "4000000000"),
]


@pytest.mark.parametrize(("line", "words", "number"), AMOUNTS)
def test_fields_are_read_as_people_write_them_and_stay_numbers_for_programs(
    program: Program, line: str, words: str, number: str
) -> None:
    for form in ("table", "markdown"):
        assert words.replace("*", "") in program(*line.split(), "--format", form).out.replace("\\", "").replace("*", "")
    for form in ("json", "jsonl", "csv", "tsv"):
        assert number in program(*line.split(), "--format", form).out


@pytest.mark.parametrize("line", ["region irkutsk", "region khabarovsk", "official levchenko"])
def test_a_profile_takes_two_screens(window: Program, line: str) -> None:
    drawn = uncoloured(window(*line.split(), width=80).out)
    assert len(drawn.splitlines()) <= 50
    assert max(map(cell_len, drawn.splitlines())) <= 80


def test_a_profile_has_the_sentences_that_figures_rest_on(window: Program) -> None:
    drawn = " ".join(uncoloured(window("region", "irkutsk").out).split())
    assert "“Since 2001, China has been the leader among the region’s foreign trade partners. In 2017," in drawn
    assert "… Now we already see growth" in drawn
    assert "rucn references RU-IRK lists them" in drawn
    assert "(r160–r169, r235, r236, r251)" in drawn
