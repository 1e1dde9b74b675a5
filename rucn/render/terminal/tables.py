"""Sets records as a table where the window is wide enough, else one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.table import Table
from rich.text import Text

from rucn.model.controls import escape_controls
from rucn.render.answer import PLAIN, Added, Record
from rucn.render.said import Mark, Said, say
from rucn.render.tables import Cells, legends_of, table_of
from rucn.render.terminal.breaking import break_lines, pieces_of
from rucn.render.terminal.highlighting import LEFT_OUT, highlight, shorten
from rucn.render.views import view_of
from rucn.render.views.view import Column

if TYPE_CHECKING:
    from rucn.render.answer import Where
    from rucn.render.terminal.screen import Screen

GAP = 2
# A column need not be wider to be read; where all others have as much, there is room for one more.
COMFORTABLE = 16
# An excerpt need not be shorter, however narrow the window.
SHORTEST = 60
# What is cut is left as wide as this, and takes one line in a window from this width on.
SHORTEST_CUT = 14
ROOMY = 100
ID_STYLE = "id"
_ID = r"\b[efnopqrst][0-9]{2,}(?:\.[a-z]+)?\b"
# An amount stays on one line: `USD 964 m`, `+17 %`.
_UNBROKEN = re.compile(r"(?<=\b[A-Z]{3}) (?=\d)|(?<=\d) (?=(?:tn|bn|m)\b|%)|(?<=≈) ")


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
    `known` from a heading; a pipe has them all, and no headings among the records.
    """
    if not records:
        return
    table = table_of(kind, records, added, fields)
    cells: Cells = {column: list(map(_escaped, said)) for column, said in table.items()}
    if screen.width is None:
        _draw_rows(screen, cells, [_natural(column, said) for column, said in cells.items()], where)
    else:
        headings = [] if fields else _headings(kind, records, added)
        told = known.union(map(str, headings))
        news = {column: _without_known(column, said, records, told) for column, said in cells.items()}
        if where:
            news = {column: _excerpts(column, said, where, screen.width) for column, said in news.items()}
        shown = {column: said for column, said in news.items() if any(map(str, said))}
        cells = _fitting(shown, screen.width)
        _draw_parts(screen, _parts(cells, screen.width), where, headings)
    for legend in [] if fields else legends_of(kind, records, added, cells):
        screen.line(Text(legend, style="dim"))


def _draw_parts(screen: Screen, parts: Sequence[Cells], where: Where | None, headings: Sequence[Text]) -> None:
    """Draws tables in a window, one below the other."""
    for position, part in enumerate(parts):
        if position:
            screen.line()
        widths = _widths(part, screen.width or 0)
        if widths:
            _draw_rows(screen, _once(part), widths, where, headings)
        else:
            _draw_stacked(screen, part, where, headings)


def _escaped(said: Said) -> Said:
    """A cell as it is measured and shown."""
    if all(map(str.isprintable, said.pieces)):
        return said
    return say(*(piece if isinstance(piece, Mark) else escape_controls(piece) for piece in said.pieces))


def _fitting(cells: Cells, width: int) -> Cells:
    """The cells without the columns that a window has no room for, the least needed left out first."""

    def comfortable(columns: list[Column[Record]]) -> int:
        return sum(min(_natural(column, cells[column]), COMFORTABLE) + GAP for column in columns) - GAP

    def these(columns: list[Column[Record]]) -> Cells:
        return {column: said for column, said in cells.items() if column in columns}

    taken = [column for column in cells if not column.extra]
    for column in sorted((column for column in cells if column.extra), key=lambda column: column.extra):
        # Room in all is not enough where one of the columns has a word that is longer than its part.
        if comfortable([*taken, column]) <= width and _widths(these([*taken, column]), width):
            taken.append(column)
    return these(taken)


def _parts(cells: Cells, width: int) -> list[Cells]:
    """The cells as one table, or as two where they do not fit and some columns may stand apart."""
    apart = [column for column in cells if column.apart]
    if not apart or _widths(cells, width):
        return [cells]
    rows = [at for at in range(len(cells[apart[0]])) if any(str(cells[column][at]) for column in apart)]
    second = {column: [said[at] for at in rows] for column, said in cells.items() if column.apart or column.key}
    return [{column: said for column, said in cells.items() if not column.apart}, second]


def _widths(cells: Cells, width: int) -> list[int]:
    """How wide each column is set in a window; none where even the longest words do not fit side by side."""
    available = width - GAP * (len(cells) - 1)
    natural = [_natural(column, said) for column, said in cells.items()]
    excess = sum(natural) - available
    # What may be cut makes room for what may not.
    natural = [
        max(min(SHORTEST_CUT, size), size - excess) if column.cut and excess > 0 else size
        for column, size in zip(cells, natural, strict=True)
    ]
    widths = [_narrowest(column, said) for column, said in cells.items()]
    if sum(widths) > available:
        return []
    for _ in range(min(available, sum(natural)) - sum(widths)):
        most_cramped = max(range(len(widths)), key=lambda at: natural[at] / widths[at])
        widths[most_cramped] += 1
    return widths


def _headings(kind: str, records: Sequence[Record], added: Added) -> list[Text]:
    """Under what heading each record stands; the headings of a kind that has some."""
    view = view_of(kind)
    told = [(view.heading(record, added), record) for record in records]
    return [Text(heading, style=view.heading_style(record)) for heading, record in told if heading]


def _is_new(headings: Sequence[Text], at: int) -> bool:
    """Whether a record stands under another heading than the one before it."""
    return bool(headings) and (not at or headings[at].plain != headings[at - 1].plain)


def _draw_rows(
    screen: Screen, cells: Cells, widths: list[int], where: Where | None, headings: Sequence[Text] = ()
) -> None:
    table = _table(screen, cells, widths)
    for at, row in enumerate(zip(*cells.values(), strict=True)):
        if _is_new(headings, at):
            screen.line(table)
            screen.line(headings[at])
            table = _table(screen, cells, widths, show_header=False)
        lines = _row(list(map(str, row)), list(cells), widths, screen.width)
        styled = zip(lines, cells, strict=True)
        table.add_row(*(_styled(line, column, where) if screen.styled else Text(line) for line, column in styled))
    screen.line(table)


def _table(screen: Screen, cells: Cells, widths: list[int], show_header: bool = True) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
        show_header=show_header,
        header_style="bold",
    )
    for column, width in zip(cells, widths, strict=True):
        justify: Literal["left", "right"] = "right" if column.right else "left"
        table.add_column(column.title, width=width, justify=justify, overflow="fold", no_wrap=screen.width is None)
    return table


def _row(row: list[str], columns: list[Column[Record]], widths: list[int], window: int | None) -> list[str]:
    """The cells of a row broken into lines, some of them cut; into a pipe nothing is wrapped or cut."""
    if window is None:
        return row
    lines = [_wrapped(said, width) for said, width in zip(row, widths, strict=True)]
    uncut = [line.count("\n") + 1 for line, column in zip(lines, columns, strict=True) if not column.cut]
    most = max([*uncut, 1 if window >= ROOMY else 2])
    return [
        _cut(line, width, most) if column.cut else line
        for line, column, width in zip(lines, columns, widths, strict=True)
    ]


def _cut(lines: str, width: int, most: int) -> str:
    """The first lines of a cell, with a mark for the words that are left out."""
    kept = lines.split("\n")
    # A word that is longer than the column ends it.
    most = next((at + 1 for at, line in enumerate(kept[:most]) if cell_len(line) > width), most)
    if len(kept) <= most and cell_len(kept[-1]) <= width:
        return lines
    fits = set_cell_size(" ".join(kept[most - 1 :]), width)
    last = fits[: fits.rfind(" ")] if " " in fits.rstrip() else fits[:-1]
    return "\n".join([*kept[: most - 1], last.rstrip(" ,(“") + LEFT_OUT])


def _draw_stacked(screen: Screen, cells: Cells, where: Where | None, headings: Sequence[Text]) -> None:
    for position, row in enumerate(zip(*cells.values(), strict=True)):
        if position:
            screen.line()
        if _is_new(headings, position):
            screen.line(headings[position])
        for column, said in zip(cells, row, strict=True):
            if str(said):
                screen.line(Text.assemble((f"{column.title}: ", "dim"), _styled(str(said), column, where)))


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


def _excerpts(column: Column[Record], said: list[Said], where: Where, width: int) -> list[Said]:
    """The cells of a column, each that is an excerpt no longer than a line of the window."""
    if not column.excerpt:
        return said
    return [say(shorten(text, where(text), max(width, SHORTEST))) for text in map(str, said)]


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
    if column.cut:
        return min(SHORTEST_CUT, _natural(column, said))
    return max(
        cell_len(piece) for one in [column.title, *map(str, said)] for word in _words(one) for piece in pieces_of(word)
    )


def _words(said: str) -> list[str]:
    return _UNBROKEN.sub("\u00a0", said).split(" ")


def _wrapped(said: str, width: int) -> str:
    """A cell broken into lines of a width."""
    return "\n".join(break_lines(_words(said), width)).replace("\u00a0", " ")
