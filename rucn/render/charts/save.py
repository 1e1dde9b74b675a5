"""Writes a chart to a file: SVG and HTML by itself, PNG with the library of the optional extra."""

from html import escape
from pathlib import Path

from rucn.model.errors import UsageError
from rucn.model.whole import replace_file
from rucn.render.charts.model import Chart
from rucn.render.charts.svg import svg

PNG_SCALE = 2


def save_chart(chart: Chart, path: Path) -> None:
    """Writes a chart to a file whose name says in what form.

    Raises UsageError where PNG is wanted without its library, OutputError where the file cannot be written.
    """
    drawn = svg(chart)
    form = path.suffix.lower()
    content = _png(drawn) if form == ".png" else (_page(chart, drawn) if form == ".html" else drawn).encode()
    with replace_file(path) as file:
        file.write(content)


def _png(drawn: str) -> bytes:
    try:
        from vl_convert import svg_to_png
    except ImportError:
        raise UsageError("a PNG needs the extra: pip install 'rucn[png]'; .svg and .html need none") from None
    return bytes(svg_to_png(drawn, scale=PNG_SCALE))


def _page(chart: Chart, drawn: str) -> str:
    """An HTML page of its own with the drawing in it."""
    head = f'<meta charset="utf-8">\n<title>{escape(chart.title)}</title>'
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{drawn}</body>\n</html>\n'
