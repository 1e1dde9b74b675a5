"""Writes a chart as SVG, for a report: labels, units, legend and sources in it, readable without colour."""

from __future__ import annotations

from html import escape

from rucn.render.charts.model import FILLS, HEDGED, NOTHING, PART_OF_A_YEAR, Bar, Chart, Fill, Group, Line

WIDTH = 860
MARGIN = 24
LABEL = 260
BAR_LEFT = MARGIN + LABEL + 10
BAR_RIGHT = 640
# How wide a character of the text is, at the most on average.
CHARACTER = 7.6
ROW = 24
BAR = 15
THIN_BAR = 7
TEXT = 13
SMALL = 11
# Characters of a line of small text.
LINE_LENGTH = 140
LONGEST_LABEL = 33
STEP = 14
STEP_HEIGHT = 30
FONT = "DejaVu Sans, Liberation Sans, Arial, Helvetica, sans-serif"
COLOURS: dict[Fill, str] = {
    "stated": "#1b5e8c",
    "computed": "#8fb4cf",
    "reported": "#c77f1a",
    "converted": "#e6c089",
}
EDGES: dict[Fill, str] = {**COLOURS, "computed": COLOURS["stated"], "converted": COLOURS["reported"]}
GROUND = "#ffffff"


def _patterns() -> str:
    """Stripes in each colour, for what is hedged: told apart in black and white too."""
    made = (
        f'<pattern id="hedged-{fill}" width="6" height="6" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="6" height="6" fill="{GROUND}"/>'
        f'<rect width="3" height="6" fill="{colour}"/></pattern>'
        for fill, colour in COLOURS.items()
    )
    return f"<defs>{''.join(made)}</defs>"


def _fill(fill: Fill, hedged: bool) -> str:
    """How a bar is filled and edged."""
    inside = f"url(#hedged-{fill})" if hedged else COLOURS[fill]
    dashed = ' stroke-dasharray="4 2"' if EDGES[fill] != COLOURS[fill] else ""
    return f'fill="{inside}" stroke="{EDGES[fill]}"{dashed}'


def svg(chart: Chart) -> str:
    """The chart as an SVG document of its own."""
    drawn, y = [_text(MARGIN, MARGIN + 12, chart.title, size=18, weight="bold")], MARGIN + 34.0
    if not chart.groups:
        drawn.append(_text(MARGIN, y + 14, NOTHING))
        y += ROW
    longest = max((len(bar.written) for group in chart.groups for bar in group.bars), default=0)
    right = min(BAR_RIGHT, WIDTH - MARGIN - CHARACTER * (longest + 1))
    for group in chart.groups:
        pieces, y = _group(group, chart.scale_of(group), right, y)
        drawn += pieces
    pieces, y = _foot(chart, y + 10)
    height = round(y + MARGIN)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
        f' font-family="{FONT}" role="img" aria-label="{escape(chart.title)}">'
    )
    ground = f'<rect width="{WIDTH}" height="{height}" fill="{GROUND}"/>'
    return "\n".join([head, _patterns(), ground, *drawn, *pieces, "</svg>"]) + "\n"


def _group(group: Group, scale: tuple[float, float], right: float, y: float) -> tuple[list[str], float]:
    """The pieces of a group from a height down, its longest bar reaching to the right, and the height below it."""
    low, high = scale
    a_unit = (right - BAR_LEFT) / ((high - low) or 1)
    zero = BAR_LEFT - low * a_unit
    drawn = [_text(MARGIN, y + 14, f"{group.title}, {group.unit}", weight="bold")]
    y += ROW
    top = y
    for bar in group.bars:
        drawn += _bar(bar, y, zero, abs(bar.value) * a_unit)
        y += ROW
    drawn.append(f'<line x1="{zero:.1f}" y1="{top}" x2="{zero:.1f}" y2="{y - 4:.1f}" stroke="#555555"/>')
    if group.line:
        drawn += _steps(group.line, y)
        y += STEP_HEIGHT + 12
    return drawn, y + 12


def _bar(bar: Bar, y: float, zero: float, length: float) -> list[str]:
    left = zero - length if bar.value < 0 else zero
    end = zero if bar.value < 0 else zero + length
    room = LONGEST_LABEL - len(str(bar.marks))
    label = (bar.label if len(bar.label) <= room else bar.label[: room - 1] + "…") + str(bar.marks)
    height = THIN_BAR if bar.thin else BAR
    told = escape(f"{bar.name}: {bar.written}")
    return [
        _text(MARGIN + LABEL, y + 13, label, anchor="end"),
        f'<rect x="{left:.1f}" y="{y + 2 + (BAR - height) / 2:.1f}" width="{max(length, 1):.1f}" height="{height}"'
        f" {_fill(bar.fill, bool(bar.qualifier))}><title>{told}</title></rect>",
        _text(end + 6, y + 13, bar.written),
    ]


def _steps(line: Line, y: float) -> list[str]:
    """A series as columns, one a year; a dot where nothing is reported."""
    highest = max(value for value in line.values if value is not None) or 1
    drawn = [_text(BAR_LEFT - 6, y + STEP_HEIGHT, line.first, size=SMALL, anchor="end")]
    for number, value in enumerate(line.values):
        x = BAR_LEFT + STEP * number
        if value is None:
            drawn.append(f'<circle cx="{x + 5}" cy="{y + STEP_HEIGHT - 2:.1f}" r="1.5" fill="#777777"/>')
        else:
            height = max(1, value / highest * STEP_HEIGHT)
            drawn.append(
                f'<rect x="{x}" y="{y + STEP_HEIGHT - height:.1f}" width="{STEP - 4}" height="{height:.1f}"'
                f' fill="{COLOURS["reported"]}"/>'
            )
    drawn.append(_text(BAR_LEFT + STEP * len(line.values) + 2, y + STEP_HEIGHT, line.last, size=SMALL))
    return drawn


def _foot(chart: Chart, y: float) -> tuple[list[str], float]:
    """The legend, the remarks and the sources."""
    drawn, x = [], float(MARGIN)
    marks = [(_fill(fill, hedged=False), 12, FILLS[fill]) for fill in chart.fills]
    if chart.thin:
        marks.append((_fill(chart.fills[-1], hedged=False), 6, PART_OF_A_YEAR))
    if chart.hedged:
        marks.append((_fill(chart.fills[0], hedged=True), 12, HEDGED))
    for mark, high, words in marks:
        wide = 28 + CHARACTER * len(words)
        if x > MARGIN and x + wide > WIDTH - MARGIN:
            x, y = float(MARGIN), y + 18
        drawn.append(f'<rect x="{x:.1f}" y="{y + (12 - high) / 2:.1f}" width="22" height="{high}" {mark}/>')
        drawn.append(_text(x + 28, y + 11, words, size=SMALL))
        x += wide + 16
    y += 30
    for said in (*chart.remarks, *chart.sources):
        for part in _lines(said):
            drawn.append(_text(MARGIN, y, part, size=SMALL, colour="#444444"))
            y += 15
    return drawn, y


def _lines(said: str) -> list[str]:
    """A text broken into lines between words."""
    lines = [""]
    for word in said.split(" "):
        if len(lines[-1]) + len(word) + 1 > LINE_LENGTH and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def _text(
    x: float,
    y: float,
    words: str,
    *,
    size: int = TEXT,
    anchor: str = "start",
    weight: str = "normal",
    colour: str = "#111111",
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}"'
        f' fill="{colour}">{escape(words)}</text>'
    )
