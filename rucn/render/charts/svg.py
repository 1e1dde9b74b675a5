"""Writes a chart as SVG, for a report: labels, units, legend and sources in it, readable without colour."""

from __future__ import annotations

from html import escape

from rucn.render.charts.lettering import lines_of, width_of
from rucn.render.charts.model import FILLS, HEDGED, NOTHING, PART_OF_A_YEAR, Bar, Chart, Fill, Group, Line

WIDTH = 860
MARGIN = 24
LABEL = 260
BAR_LEFT = MARGIN + LABEL + 10
BAR_RIGHT = 640
# A value that is wider is broken into lines.
VALUE = 300
ROW = 24
LINE = 16
BAR = 15
THIN_BAR = 7
TITLE = 18
TEXT = 13
SMALL = 11
STEP = 14
STEP_HEIGHT = 30
FONT = "DejaVu Sans, Liberation Sans, Arial, Helvetica, sans-serif"
# What is drawn or edged in one of these can be told from the ground: 4.5 to 1, as for text.
COLOURS: dict[Fill, str] = {
    "stated": "#1b5e8c",
    "computed": "#8fb4cf",
    "reported": "#9a5b00",
    "converted": "#e6c089",
}
EDGES: dict[Fill, str] = {**COLOURS, "computed": COLOURS["stated"], "converted": COLOURS["reported"]}
INK, PALE_INK, NO_VALUE = "#111111", "#444444", "#666666"
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
    drawn, y = _lines(chart.title, MARGIN + 12.0, size=TITLE, weight="bold")
    y += 4
    if not chart.groups:
        pieces, y = _lines(NOTHING, y + 14)
        drawn += pieces
    values = [line for group in chart.groups for bar in group.bars for line in lines_of(bar.written, VALUE, TEXT)]
    widest = max((width_of(line, TEXT) for line in values), default=0)
    right = min(BAR_RIGHT, WIDTH - MARGIN - widest - 6)
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
    drawn, y = _lines(f"{group.title}, {group.unit}", y + 14, weight="bold")
    y -= 6
    top = y
    for bar in group.bars:
        pieces, y = _bar(bar, y, zero, abs(bar.value) * a_unit)
        drawn += pieces
    drawn.append(f'<line x1="{zero:.1f}" y1="{top}" x2="{zero:.1f}" y2="{y - 4:.1f}" stroke="{PALE_INK}"/>')
    if group.line:
        drawn += _steps(group.line, y)
        y += STEP_HEIGHT + 12
    return drawn, y + 12


def _bar(bar: Bar, y: float, zero: float, length: float) -> tuple[list[str], float]:
    """The pieces of a bar with its label and value, and the height below it; there is no bar for zero."""
    left = zero - length if bar.value < 0 else zero
    end = zero if bar.value < 0 else zero + length
    height = THIN_BAR if bar.thin else BAR
    labels, values = lines_of(bar.name, LABEL, TEXT), lines_of(bar.written, VALUE, TEXT)
    drawn = [_text(MARGIN + LABEL, y + 13 + LINE * at, line, anchor="end") for at, line in enumerate(labels)]
    if bar.value:
        told = escape(f"{bar.name}: {bar.written}")
        drawn.append(
            f'<rect x="{left:.1f}" y="{y + 2 + (BAR - height) / 2:.1f}" width="{max(length, 1):.1f}" height="{height}"'
            f" {_fill(bar.fill, bool(bar.qualifier))}><title>{told}</title></rect>"
        )
    drawn += [_text(end + 6, y + 13 + LINE * at, line) for at, line in enumerate(values)]
    return drawn, y + ROW + LINE * (max(len(labels), len(values)) - 1)


def _steps(line: Line, y: float) -> list[str]:
    """A series as columns, one a year; a dot where nothing is reported, and nothing for zero."""
    highest = max(value for value in line.values if value is not None) or 1
    room = WIDTH - MARGIN - BAR_LEFT - width_of(line.last, SMALL) - 2
    step = min(STEP, room / len(line.values))
    drawn = [_text(BAR_LEFT - 6, y + STEP_HEIGHT, line.first, size=SMALL, anchor="end")]
    for number, value in enumerate(line.values):
        x = BAR_LEFT + step * number
        if value is None:
            cx, cy = x + step * 0.35, y + STEP_HEIGHT - 2
            drawn.append(f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="1.5" fill="{NO_VALUE}"/>')
        elif value:
            height = max(1, value / highest * STEP_HEIGHT)
            drawn.append(
                f'<rect x="{x:.1f}" y="{y + STEP_HEIGHT - height:.1f}" width="{step * 0.7:.1f}" height="{height:.1f}"'
                f' fill="{COLOURS["reported"]}"/>'
            )
    drawn.append(_text(BAR_LEFT + step * len(line.values) + 2, y + STEP_HEIGHT, line.last, size=SMALL))
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
        wide = 28 + width_of(words, SMALL)
        if x > MARGIN and x + wide > WIDTH - MARGIN:
            x, y = float(MARGIN), y + 18
        drawn.append(f'<rect x="{x:.1f}" y="{y + (12 - high) / 2:.1f}" width="22" height="{high}" {mark}/>')
        drawn.append(_text(x + 28, y + 11, words, size=SMALL))
        x += wide + 16
    y += 30
    for said in (*chart.remarks, *chart.sources):
        pieces, y = _lines(said, y, size=SMALL, colour=PALE_INK)
        drawn += pieces
    return drawn, y


def _lines(
    said: str, y: float, *, size: int = TEXT, weight: str = "normal", colour: str = INK
) -> tuple[list[str], float]:
    """A text over the whole width, in as many lines as it takes, and the height of the line below it."""
    lines = lines_of(said, WIDTH - 2 * MARGIN, size, bold=weight == "bold")
    deep = size + 4
    drawn = [
        _text(MARGIN, y + deep * at, line, size=size, weight=weight, colour=colour) for at, line in enumerate(lines)
    ]
    return drawn, y + deep * len(lines)


def _text(
    x: float,
    y: float,
    words: str,
    *,
    size: int = TEXT,
    anchor: str = "start",
    weight: str = "normal",
    colour: str = INK,
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}"'
        f' fill="{colour}">{escape(words)}</text>'
    )
