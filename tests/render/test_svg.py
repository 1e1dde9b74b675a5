"""Charts in files: every text within the picture, in colours that can be read, and no bar for zero."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rucn.render.charts import svg
from rucn.render.charts.lettering import lines_of, width_of
from rucn.render.charts.model import Bar, Chart, Group, Line
from rucn.render.said import say
from tests.conftest import Program

SPACE = "{http://www.w3.org/2000/svg}"
LONG = "中俄东线天然气管道黑河至长岭段及配套储气库建设项目和跨境公路大桥与口岸联检设施一体化工程（第一期）"
RUSSIAN = "Федеральная таможенная служба Российской Федерации, Дальневосточное таможенное управление"
TEXTS = [LONG, RUSSIAN, "W" * 120, "x" * 300, "https://a.b/" + "c" * 200, "Short", "a b " * 100]


def _boxes(drawn: str) -> list[tuple[str, float, float, float]]:
    """Each text, from where to where it reaches by a bound of this test's own, and its height."""
    found = []
    for text in ElementTree.fromstring(drawn).iter(f"{SPACE}text"):
        said, size = text.text or "", float(text.attrib["font-size"])
        # Of the fonts that are named DejaVu Sans is the widest; a letter of it is 0.6 wide, a capital 0.7.
        part = sum(0.5 * cell_len(one) if cell_len(one) > 1 else 0.7 if one.isupper() else 0.55 for one in said)
        wide = part * size * (1.1 if text.attrib["font-weight"] == "bold" else 1)
        x = float(text.attrib["x"])
        left = x - wide if text.attrib["text-anchor"] == "end" else x
        found.append((said, left, left + wide, float(text.attrib["y"])))
    return found


def _require_within(drawn: str) -> None:
    root = ElementTree.fromstring(drawn)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    boxes = _boxes(drawn)
    assert boxes
    assert [one for one in boxes if not (one[1] >= 0 and one[2] <= width and 0 < one[3] <= height)] == []


def _rows(references: list[dict[str, Any]], **changes: Any) -> str:
    return json.dumps({**references[0], **changes}, ensure_ascii=False)


LINES = [
    "trade --implied",
    "trade --currency USD --implied",
    "references --stated",
    "compare",
    "compare --currency CNY",
]


@pytest.mark.parametrize("line", LINES)
def test_every_text_is_within_the_picture(program: Program, tmp_path: Path, line: str) -> None:
    path = tmp_path / "chart.svg"
    assert program(*line.split(), "--save-chart", str(path)).code == 0
    _require_within(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", TEXTS)
def test_long_texts_are_broken_into_lines(text: str) -> None:
    bar = Bar(text, 1.0, text, "reported", marks=say(" stated"))
    chart = Chart(text, (Group(say(text), "USD", "k", (bar, bar._replace(value=-2.0))),), (text,), (text,))
    drawn = svg.svg(chart)
    _require_within(drawn)
    whole = "".join(said for said, *_ in _boxes(drawn)).replace(" ", "")
    # The title, the group's, two labels and values, a remark and a source: nothing is cut.
    assert whole.count(text.replace(" ", "")) == 8


@pytest.mark.parametrize("publisher", [LONG, RUSSIAN, "Short & Co <b>"])
def test_names_from_a_database_are_whole(
    program: Program, beside: Callable[..., str], references: list[dict[str, Any]], tmp_path: Path, publisher: str
) -> None:
    path, database = tmp_path / "chart.svg", beside([_rows(references, publisher=publisher, subject=LONG)])
    for line in ("references", "references --currency RUB"):
        assert program(*line.split(), "--db", database, "--save-chart", str(path)).code == 0
        _require_within(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("measure", "unit", "written"), [("trade_growth", "percent", "±0 %"), ("exports", "CNY", "CNY 0")]
)
def test_zero_has_no_bar(
    program: Program,
    beside: Callable[..., str],
    references: list[dict[str, Any]],
    tmp_path: Path,
    measure: str,
    unit: str,
    written: str,
) -> None:
    values = {"r001": 0, "r002": 0.5, "r003": 12, "r004": 0}
    rows = [
        _rows(references, id=key, measure=measure, unit=unit, value=value, qualifier=None, period=f"20{17 + at}")
        for at, (key, value) in enumerate(values.items())
    ]
    path = tmp_path / "chart.svg"
    assert program("references", "--db", beside(rows), "--save-chart", str(path)).code == 0
    drawn = path.read_text(encoding="utf-8")
    assert sum(said == written for said, *_ in _boxes(drawn)) == 2
    told = [title.text or "" for title in ElementTree.fromstring(drawn).iter(f"{SPACE}title")]
    assert len(told) == 2
    assert not any(one.endswith(f": {written}") for one in told)


def test_a_long_series_is_within_the_picture() -> None:
    line = Line("1000", "2999", tuple(float(number % 7) for number in range(2000)))
    group = Group(say("series"), "USD", "k", (Bar("label", 1.0, "1", "reported"),), line)
    drawn = svg.svg(Chart("title", (group,), (), ()))
    _require_within(drawn)
    for column in ElementTree.fromstring(drawn).iter(f"{SPACE}rect"):
        assert float(column.attrib.get("x", 0)) + float(column.attrib["width"]) <= svg.WIDTH


def _contrast(colour: str) -> float:
    """The contrast with white, as the Web Content Accessibility Guidelines define it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_what_is_drawn_stands_out_from_the_ground(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    assert program("references", "--stated", "--currency", "CNY", "--save-chart", str(path)).code == 0
    drawn = path.read_text(encoding="utf-8")
    texts = {text.attrib["fill"] for text in ElementTree.fromstring(drawn).iter(f"{SPACE}text")}
    edges = set(re.findall(r'stroke="(#[0-9a-f]{6})"', drawn))
    assert len(texts | edges) >= 4
    assert {colour: round(_contrast(colour), 1) for colour in texts | edges if _contrast(colour) < 4.5} == {}


@given(text=st.text(st.sampled_from("aWil. ,()中（）。Щ%…é")), room=st.integers(40, 400), bold=st.booleans())
def test_lines_are_no_wider_than_the_room_and_nothing_is_lost(text: str, room: int, bold: bool) -> None:
    lines = lines_of(text, room, 13, bold=bold)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line.rstrip(), 13, bold=bold) <= room for line in lines)
