"""Draws a chart in a terminal, with Rich: bars of blocks, readable at 60 columns and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from rucn.render.charts.model import FILLS, HEDGED, NOTHING, PART_OF_A_YEAR, Bar, Chart, Fill, Line

if TYPE_CHECKING:
    from rucn.render.terminal.screen import Screen

# How wide a chart is drawn where nobody looks at a window, and at the most.
IN_A_PIPE = 80
WIDEST = 100
LONGEST_LABEL = 26
NARROWEST_LABEL = 12
SHORTEST_BAR = 8
# Labels are cut before the longest bar is shorter than this part of the window.
BARS = 1 / 3
BLOCKS: dict[Fill, str] = {"stated": "█", "computed": "░", "reported": "▒", "converted": "▓"}
STYLES: dict[Fill, str] = {"stated": "stated", "computed": "stated", "reported": "reported", "converted": "reported"}
# A hedged value ends in a mark: where it ends is not known exactly.
OPEN_END = "~~"
BELOW = ("nearly", "at_most")
# What is of a part of a year is drawn half as high, whosever it is.
THIN = "▄"
STEPS = "▁▂▃▄▅▆▇█"
NONE = "·"


def draw_chart(screen: Screen, chart: Chart) -> None:
    """Draws a chart, its legend and its sources; that there is nothing to draw where it has no group."""
    screen.line(Text(chart.title, style="bold"))
    if not chart.groups:
        screen.line(NOTHING)
    width = min(screen.width or IN_A_PIPE, WIDEST)
    columns = _columns(chart, width)
    for group in chart.groups:
        scale = chart.scale_of(group)
        screen.line()
        screen.line(Text(f"{group.title}, {group.unit}", style="bold underline"))
        for bar in group.bars:
            screen.line(_bar(bar, columns, scale))
        if group.line:
            screen.line(Text.assemble((" " * columns.label + "  ", ""), _blocks(group.line)))
    screen.line()
    for line in _legend(chart, width):
        screen.line(line)
    for said in (*chart.remarks, *chart.sources):
        screen.line(Text(said, style="dim"))


class Columns(NamedTuple):
    """How wide labels and the longest bars are, and the open end of one that is hedged, where any is."""

    label: int
    bar: int
    open_end: int


def _columns(chart: Chart, width: int) -> Columns:
    """The columns of a window: the same in all groups, so that bars of one scale can be compared."""
    bars = [bar for group in chart.groups for bar in group.bars]
    written = max((cell_len(bar.written) for bar in bars), default=0)
    longest = max((cell_len(bar.name) for bar in bars), default=0)
    label = min(longest, LONGEST_LABEL, max(NARROWEST_LABEL, width - written - round(BARS * width) - 3))
    open_end = len(OPEN_END) if chart.hedged else 0
    return Columns(label, max(SHORTEST_BAR, width - label - written - open_end - 3), open_end)


def _legend(chart: Chart, width: int) -> list[Text]:
    """What the marks mean: in one line where the window is wide enough, else each in its own."""
    marks = [(BLOCKS[fill] * 2, STYLES[fill], FILLS[fill]) for fill in chart.fills]
    if chart.thin:
        marks.append((THIN * 2, STYLES[chart.fills[-1]], PART_OF_A_YEAR))
    if chart.hedged:
        marks.append((OPEN_END, "", HEDGED))
    said = [Text.assemble((mark, style), f" {words}") for mark, style, words in marks]
    in_a_line = Text("   ").join(said)
    return ([in_a_line] if said else []) if in_a_line.cell_len <= width else said


def _bar(bar: Bar, columns: Columns, scale: tuple[float, float]) -> Text:
    """A line: the label, the bar to the right of zero or to its left, and the value."""
    (label, room, open_end), (low, high) = columns, scale
    left = max(1, round(room * -low / (high - low))) if low < 0 else 0
    space, longest = (room - left, high) if bar.value >= 0 else (left, -low)
    length = max(1, round(space * abs(bar.value) / longest)) if longest and bar.value else 0
    block, end = THIN if bar.thin else BLOCKS[bar.fill], OPEN_END if bar.qualifier else ""
    # What is hedged downwards ends within its bar, all else beyond it.
    within = len(end) if bar.qualifier in BELOW else 0
    blocks = block * max(1, length - within) if length else ""
    name = _cut(bar.label, label - cell_len(str(bar.marks))) + str(bar.marks)
    before, after = (end + blocks, "") if bar.value < 0 else ("", blocks + end)
    # What is left of zero has room for an open end too, where anything is drawn there.
    margin = left + (open_end if left else 0)
    return Text.assemble(
        f"{name}{' ' * (label - cell_len(name))} ",
        (before.rjust(margin), STYLES[bar.fill]),
        ("│", "dim"),
        (after, STYLES[bar.fill]),
        f" {bar.written}",
    )


def _blocks(line: Line) -> Text:
    """A series as a line of blocks, one a year; a dot where nothing is reported."""
    highest = max(value for value in line.values if value is not None)
    marks = [NONE if value is None else _step(value, highest) for value in line.values]
    return Text.assemble(f"{line.first} ", ("".join(marks), STYLES["reported"]), f" {line.last}")


def _step(value: float, highest: float) -> str:
    return STEPS[max(1, round(value / highest * len(STEPS))) - 1] if highest else STEPS[0]


def _cut(label: str, length: int) -> str:
    return label if cell_len(label) <= length else set_cell_size(label, length - 1).rstrip() + "…"
