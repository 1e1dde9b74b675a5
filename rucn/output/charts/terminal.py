"""Draws a chart in a terminal, with Rich: bars of blocks, readable at 60 columns and without colour."""

import math
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from rucn.output.charts.model import FILLS, Bar, Chart, Fill, Group, Line, scale_of

if TYPE_CHECKING:
    from rucn.output.screen import Screen

# How wide a chart is drawn where nobody looks at a window, and at the most.
IN_A_PIPE = 80
WIDEST = 100
LONGEST_LABEL = 26
NARROWEST_LABEL = 12
SHORTEST_BAR = 8
BLOCKS: dict[Fill, str] = {"stated": "█", "computed": "░", "reported": "▒"}
STYLES: dict[Fill, str] = {"stated": "cyan", "computed": "cyan", "reported": "yellow"}
# A hedged value ends in a mark: where it ends is not known exactly.
OPEN_END = "~~"
STEPS = "▁▂▃▄▅▆▇█"
NONE = "·"


def draw_chart(screen: "Screen", chart: Chart) -> None:
    """Draws a chart, its legend and its sources; that there is nothing to draw where it has no group."""
    width = min(screen.width or IN_A_PIPE, WIDEST)
    screen.line(Text(chart.title, style="bold"))
    if not chart.groups:
        screen.line("There is nothing to draw: no value that can be set beside another.")
    for group in chart.groups:
        screen.line()
        screen.line(Text(f"{group.title}, {group.unit}", style="bold underline"))
        _draw_group(screen, group, width)
    screen.line()
    if chart.fills:
        screen.line(Text.assemble(*_legend(chart)))
    for said in (*chart.remarks, *chart.sources):
        screen.line(Text(said, style="dim"))


def _legend(chart: Chart) -> list[str | tuple[str, str]]:
    parts: list[str | tuple[str, str]] = []
    for fill in chart.fills:
        parts += [(BLOCKS[fill] * 2, STYLES[fill]), f" {FILLS[fill]}   "]
    return [*parts, f"{OPEN_END} hedged: not so exact"] if chart.hedged else parts


def _draw_group(screen: "Screen", group: Group, width: int) -> None:
    low, high = scale_of(group)
    written = max(cell_len(bar.written) for bar in group.bars)
    longest = max(cell_len(bar.label) for bar in group.bars)
    label = min(longest, LONGEST_LABEL, max(NARROWEST_LABEL, width - written - SHORTEST_BAR - 3))
    room = max(SHORTEST_BAR, width - label - written - 3)
    left = round(room * -low / (high - low)) if high > low else 0
    for bar in group.bars:
        screen.line(_bar(bar, label, left, room - left, (low, high)))
    if group.line:
        screen.line(Text.assemble((" " * label + "  ", ""), _blocks(group.line)))


def _bar(bar: Bar, label: int, left: int, right: int, scale: tuple[float, float]) -> Text:
    """A line: the label, the bar to the right of zero or to its left, and the value."""
    low, high = scale
    room, longest = (right, high) if bar.value >= 0 else (left, -low)
    length = max(1, round(room * abs(bar.value) / longest)) if longest and bar.value else 0
    blocks = BLOCKS[bar.fill] * length
    if bar.hedged and length:
        blocks = blocks[: max(0, length - len(OPEN_END))] + OPEN_END
    before = (blocks if bar.value < 0 else "").rjust(left)
    after = "" if bar.value < 0 else blocks
    axis = "│"
    return Text.assemble(
        _cut(bar.label, label).ljust(label),
        " ",
        (before, STYLES[bar.fill]),
        (axis, "dim"),
        (after, STYLES[bar.fill]),
        f" {bar.written}",
    )


def _blocks(line: Line) -> Text:
    """A series as a line of blocks, one a year; a dot where nothing is reported."""
    highest = max(value for value in line.values if value is not None)
    marks = [NONE if value is None else _step(value, highest) for value in line.values]
    return Text.assemble(f"{line.first} ", ("".join(marks), STYLES["reported"]), f" {line.last}")


def _step(value: float, highest: float) -> str:
    step = math.floor(value / highest * len(STEPS)) if highest else 0
    return STEPS[min(step, len(STEPS) - 1)]


def _cut(label: str, length: int) -> str:
    return label if cell_len(label) <= length else label[: length - 1] + "…"
