"""What a terminal is coloured with can be read on white and on black."""

import re

import pytest

from rucn.render.terminal.colours import COLOURS
from tests.conftest import Program

LEVELS = (0, 95, 135, 175, 215, 255)
READABLE = 4.5
LINES = ("trade", "trade --implied", "trade --chart", "references --chart", "region irkutsk", "show f14", "compare")
_CODES = re.compile(r"\x1b\[([0-9;]*)m")


def _luminance(number: int) -> float:
    """The relative luminance of a colour of the cube that all terminals have alike, as WCAG 2.1 measures it."""
    place = number - 16
    parts = [LEVELS[one] / 255 for one in (place // 36, place // 6 % 6, place % 6)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("name", "number"), COLOURS.items())
def test_a_colour_can_be_read_on_white_and_on_black(name: str, number: int) -> None:
    luminance = _luminance(number)
    assert 1.05 / (luminance + 0.05) >= READABLE, name
    assert (luminance + 0.05) / 0.05 >= READABLE, name


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(("term", "coloured"), [("xterm-256color", True), ("xterm", False)])
def test_no_other_colour_is_drawn(window: Program, line: str, term: str, coloured: bool) -> None:
    drawn = set(_CODES.findall(window(*line.split(), TERM=term).out))
    plain = {code for code in drawn if re.fullmatch(r"[0-9]?(?:;[0-9])*", code)}
    ours = {code for code in drawn - plain if code.rpartition("38;5;")[2] in map(str, COLOURS.values())}
    assert drawn == plain | ours
    assert bool(ours) == coloured
