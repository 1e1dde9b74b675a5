"""Sets records as a table where the window is wide enough, else one below the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.table import Table
from rich.text import Text

from rucn.model.controls import escape_controls
from rucn.render.answer import PLAIN, Added, Record
from rucn.render.said import Mark, Said, say
from rucn.render.tables import Cells, legends_of, table_of
from rucn.render.terminal.breaking import break_lines, pieces_of
from rucn.render.terminal.fitting import NARROWEST_WINDOW, Fitted, fit, is_apart
from rucn.render.terminal.highlighting import LEFT_OUT, highlight, shorten
from rucn.render.views import view_of
from rucn.render.views.view import Column

if TYPE_CHECKING:
    from rucn.render.answer import Where
    from rucn.render.terminal.screen import Screen

# An excerpt is no longer, however wide the window: it would get taller with that.
EXCERPT = 90
# They stand to the right of numbers that are set below each other.
HANGING = (Mark.INFERRED, Mark.RATE_ASSUMED)
ID_STYLE = "id"
_ID = r"\b(?:[a-z0-9-]+/)?[efnopqrst][0-9]{2,}(?:\.[a-z]+)?\b"
# An amount stays on one line: `USD 964 m`, `+17 %`.
_UNBROKEN = re.compile(r"(?<=\b[A-Z]{3}) (?=\d)|(?<=\d) (?=(?:tn|bn|m)\b|%)|(?<=≈) | (?=\(\?\))|(?<=\(so) (?=far\))")


def draw_records(
    screen: Screen,
    kind: str,
    records: Sequence[Record],
    added: Added = PLAIN,
    fields: Sequence[str] = (),
    known: frozenset[str] = frozenset(),
    where: Where | None = None,
) -> None:
    """Draws records in columns with a legend for what is marked in them; nothing for none.

    `where` tells where in a text words stand that were searched for. They are highlighted, and in a window a long
    excerpt is cut to what stands around them.

    In a window too narrow for the longest words some columns follow in a second table, or else each record becomes a
    list of its cells. A window leaves out columns that it has no room for, those that are empty, and what a reader has
    `known` from a heading; a pipe has them all.
    """
    if not records:
        return
    table = table_of(kind, records, added, fields)
    cells: Cells = {column: list(map(_escaped, said)) for column, said in table.items()}
    if screen.width is None:
        _draw_rows(screen, Fitted(cells, [_natural(column, said) for column, said in cells.items()], 0), where)
    else:
        headings = [] if fields else _headings(kind, records, added, known)
        told = known.union(map(str, headings))
        news = {column: _without_known(column, said, records, told) for column, said in cells.items()}
        if where:
            news = {column: _excerpts(column, said, where) for column, said in news.items()}
        cells = _draw_in_window(screen, news, where, headings)
    for legend in legends_of(kind, records, added, cells, fields):
        screen.line(Text(legend, style="dim"))


def _draw_in_window(screen: Screen, cells: Cells, where: Where | None, headings: Sequence[Text]) -> Cells:
    """Draws cells in a window, as tables or as lists, and tells which of them it shows."""
    filled = {column: said for column, said in cells.items() if any(map(str, said))}
    tables = _tables(filled, screen)
    if not tables:
        filled = {column: said for column, said in filled.items() if not column.extra}
        _draw_stacked(screen, filled, where, headings)
        return filled
    for position, table in enumerate(tables):
        if position:
            screen.line()
        _draw_rows(screen, table, where, headings)
    # A column may stand in both of two tables.
    shown = {column for table in tables for column in table.cells}
    return {column: [one for table in tables for one in table.cells.get(column, [])] for column in shown}


def _escaped(said: Said) -> Said:
    """A cell as it is measured and shown."""
    if all(map(str.isprintable, said.pieces)):
        return said
    return say(*(piece if isinstance(piece, Mark) else escape_controls(piece) for piece in said.pieces))


def _headings(kind: str, records: Sequence[Record], added: Added, known: frozenset[str]) -> list[Text]:
    """Under what heading each record stands; none where the kind has none, they are known or shared by too few."""
    view = view_of(kind)
    told = [view.heading(record, added) for record in records]
    found = [Text(words, style=view.heading_style(record)) for words, record in zip(told, records, strict=True)]
    begun = sum(_begins(found, at) for at in range(len(found)))
    too_many = view.shared_heading and begun > max(1, len(found) // 2)
    return [] if too_many or not all(told) or known.issuperset(told) else found


def _begins(headings: Sequence[Text], at: int) -> bool:
    """Whether a record is the first under its heading."""
    return at < len(headings) and (not at or headings[at].plain != headings[at - 1].plain)


def _tables(cells: Cells, screen: Screen) -> list[Fitted]:
    """The cells as one table, or as two where that takes fewer lines and some columns may stand apart.

    None where even the longest words do not fit side by side, or where a list is shorter than a table.
    """
    width = screen.width or 0
    found = [fitted for parts in _ways(cells) if (fitted := _fit_all(parts, width, screen.short_names))]
    if not found:
        return []
    best = min(found, key=_lines_of)
    if any(_fit_all(parts, NARROWEST_WINDOW, screen.short_names) for parts in _ways(cells)):
        return best
    return best if _lines_of(best) <= _lines_stacked(cells, width) else []


def _ways(cells: Cells) -> list[list[Cells]]:
    """The cells as one table, and as two where some columns may stand apart."""
    apart = [column for column in cells if column.apart]
    if not apart:
        return [[cells]]
    rows = [at for at in range(len(cells[apart[0]])) if any(str(cells[column][at]) for column in apart)]
    first = {column: said for column, said in cells.items() if not column.apart}
    second = {column: [said[at] for at in rows] for column, said in cells.items() if column.apart or column.key}
    return [[cells], [first, second]]


def _fit_all(parts: list[Cells], width: int, names: Mapping[str, str]) -> list[Fitted]:
    """Tables as they are set in a window; none where one of them does not fit."""
    found = []
    for part in parts:
        once = _once(part)
        short = {column: [column.short(one, names) for one in said] for column, said in once.items() if column.short}
        found.append(fit(once, short, width, _narrowest, _wrapped))
    return [one for one in found if one] if all(found) else []


def _lines_of(tables: list[Fitted]) -> int:
    """How many lines tables take, with a blank one between them."""
    return sum(table.height + 1 for table in tables)


def _lines_stacked(cells: Cells, width: int) -> int:
    """How many lines records take as lists of their cells."""
    entries = [
        f"{column.title}: {one}" for column, said in cells.items() if not column.extra for one in said if str(one)
    ]
    records = len(next(iter(cells.values())))
    return records + sum(_wrapped(entry, width).count("\n") + 1 for entry in entries)


def _table(sizes: list[tuple[Column[Record], int]], show_header: bool) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
        show_header=show_header,
        header_style="bold",
    )
    for column, width in sizes:
        title = _wrapped(column.title, width)
        table.add_column(_to_the_right(title, width) if column.right else title, width=width, overflow="fold")
    return table


def _draw_rows(screen: Screen, fitted: Fitted, where: Where | None, headings: Sequence[Text] = ()) -> None:
    sizes = list(zip(fitted.cells, fitted.widths, strict=True))
    table = _table(sizes, show_header=True)
    columns = [
        [_lines(one, column, width, screen.width, column.right and any(map(_has_sign, said))) for one in said]
        for (column, said), width in zip(fitted.cells.items(), fitted.widths, strict=True)
    ]
    rows = [_cut_to_row(list(row), sizes) for row in zip(*columns, strict=True)]
    heights = [max(lines.count("\n") + 1 for lines in row) for row in rows]
    for at, (row, height, below) in enumerate(zip(rows, heights, [*heights[1:], 0], strict=True)):
        if _begins(headings, at):
            screen.line(table)
            screen.line(headings[at])
            table = _table(sizes, show_header=False)
        styled = zip(row, fitted.cells, strict=True)
        drawn = (_styled(lines, column, where) if screen.styled else Text(lines) for lines, column in styled)
        table.add_row(*drawn, end_section=is_apart(height, below))
    screen.line(table)


def _lines(said: Said, column: Column[Record], width: int, window: int | None, signs: bool) -> str:
    """A cell as it is set: broken into lines, but not into a pipe; numbers to the right, their signs over the edge."""
    lines = str(said) if window is None else _wrapped(str(said), width)
    return _to_the_right(lines, width, signs and not _has_sign(said)) if column.right else lines


def _has_sign(said: Said) -> bool:
    return bool(said.pieces) and said.pieces[-1] in HANGING


def _to_the_right(lines: str, width: int, less: bool = False) -> str:
    """Lines that end at the right edge; with `less` one cell before it, where there is room."""
    spaced = ((f"{line} " if less and cell_len(line) < width else line) for line in lines.split("\n"))
    return "\n".join(" " * (width - cell_len(line)) + line for line in spaced)


def _cut_to_row(row: list[str], sizes: list[tuple[Column[Record], int]]) -> list[str]:
    """The cells of a row; those that may be cut have no more lines than the others."""
    most = max(
        [lines.count("\n") + 1 for lines, (column, _) in zip(row, sizes, strict=True) if not column.cut], default=1
    )
    return [
        _cut(lines.split("\n"), most, width) if column.cut else lines
        for lines, (column, width) in zip(row, sizes, strict=True)
    ]


def _cut(lines: list[str], most: int, width: int) -> str:
    """The first lines of a cell, with a mark for what is left out."""
    # A word that is longer than the column ends it.
    most = next((at + 1 for at, line in enumerate(lines[:most]) if cell_len(line) > width), most)
    if len(lines) <= most and cell_len(lines[-1]) <= width:
        return "\n".join(lines)
    rest = set_cell_size(" ".join(lines[most - 1 :]), width - cell_len(LEFT_OUT))
    return "\n".join([*lines[: most - 1], f"{rest.rstrip(' ,;(')}{LEFT_OUT}"])


def _draw_stacked(screen: Screen, cells: Cells, where: Where | None, headings: Sequence[Text]) -> None:
    for position, row in enumerate(zip(*cells.values(), strict=True)):
        if position:
            screen.line()
        if _begins(headings, position):
            screen.line(headings[position])
        for column, said in zip(cells, row, strict=True):
            if str(said):
                title, lines = f"{column.title}:", _wrapped(f"{column.title}: {said}", screen.width or 0)
                text = _styled(lines, column, where)
                text.stylize("not bold dim", 0, len(title))
                screen.line(text)


def _without_known(
    column: Column[Record], said: list[Said], records: Sequence[Record], known: frozenset[str]
) -> list[Said]:
    """The cells of a column without what a heading has said: a region that is the same all along, a speaker."""
    if column.known is None or not all(column.known(record) in known for record in records):
        return said
    return [say(column.briefly(record)) for record in records]


def _once(cells: Cells) -> Cells:
    """The cells without what is said once and stands in the record above: all such columns have to repeat it."""
    said_once = [column for column in cells if column.once]
    rows = list(zip(*(cells[column] for column in said_once), strict=True))
    repeated = {at for at in range(1, len(rows)) if rows[at] == rows[at - 1]}
    return {
        column: [Said() if column.once and at in repeated else one for at, one in enumerate(said)]
        for column, said in cells.items()
    }


def _excerpts(column: Column[Record], said: list[Said], where: Where) -> list[Said]:
    """The cells of a column, each that is an excerpt no longer than need be."""
    if not column.excerpt:
        return said
    return [say(shorten(text, where(text), EXCERPT)) for text in map(str, said)]


def _styled(said: str, column: Column[Record], where: Where | None) -> Text:
    text = highlight(said, where(said) if where and column.searched else [], style=column.style)
    for style in column.styles:
        if said.startswith(style):
            text.stylize(style, 0, len(style))
    text.highlight_regex(_ID, ID_STYLE)
    return text


def _natural(column: Column[Record], said: list[Said]) -> int:
    return max(map(cell_len, [column.title, *map(str, said)]))


def _narrowest(column: Column[Record], said: list[Said]) -> int:
    """The width below which a cell would be broken within a word or an amount."""
    if column.whole:
        return _natural(column, said)
    return max(
        cell_len(piece) for one in [column.title, *map(str, said)] for word in _words(one) for piece in pieces_of(word)
    )


def _words(said: str) -> list[str]:
    return _UNBROKEN.sub("\u00a0", said).split(" ")


def _wrapped(said: str, width: int) -> str:
    """A cell broken into lines of a width."""
    return "\n".join(break_lines(_words(said), width)).replace("\u00a0", " ")
