"""Sets records as a table where the window is wide enough, else one below the other."""

import re
from typing import TYPE_CHECKING, Any, Literal

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from rucn.output.columns import Column, columns_of, needs_legend
from rucn.output.wording import INFERRED_LEGEND

if TYPE_CHECKING:
    from rucn.output.screen import Screen

GAP = 2
ID_STYLE = "cyan"
_ID = r"\b[fnopqst][0-9]{2,}\b"
# An amount stays on one line: `USD 964 m`, `+17 %`.
_UNBROKEN = re.compile(r"(?<=\b[A-Z]{3}) (?=\d)|(?<=\d) (?=(?:tn|bn|m)\b|%)")


def draw_records(
    screen: "Screen", layout: str, records: list[Any], fields: tuple[str, ...] = (), known: frozenset[str] = frozenset()
) -> None:
    """Draws a table of records with its legend; nothing for none.

    What a reader has `known` from a heading is not said again.
    """
    if not records:
        return
    draw_table(screen, columns_of(layout, fields), records, known)
    if needs_legend(layout, records, fields):
        screen.line(Text(INFERRED_LEGEND, style="dim"))


def draw_table(screen: "Screen", columns: list[Column], records: list[Any], known: frozenset[str]) -> None:
    """Draws records in columns; in a window too narrow for the longest words, each record as a list of its cells.

    A window leaves out columns that it has no room for, and those that are empty; a pipe has them all. What a reader
    has `known` from a heading is not said again.
    """
    roomy = [column for column in columns if screen.width is None or column.room <= screen.width]
    cells = {column: [_news(column.says(record), known) for record in records] for column in roomy}
    if known or screen.width is not None:
        cells = {column: said for column, said in cells.items() if any(said)}
    if screen.width is None:
        _draw_rows(screen, cells, [_natural(column, said) for column, said in cells.items()])
        return
    widths = _widths(cells, screen.width - GAP * (len(cells) - 1))
    if widths:
        _draw_rows(screen, cells, widths)
    else:
        _draw_stacked(screen, cells)


def _widths(cells: dict[Column, list[str]], available: int) -> list[int]:
    """How wide each column is set; none where even the longest words do not fit side by side."""
    natural = [_natural(column, said) for column, said in cells.items()]
    widths = [_narrowest(column, said) for column, said in cells.items()]
    if sum(widths) > available:
        return []
    for _ in range(min(available, sum(natural)) - sum(widths)):
        most_cramped = max(range(len(widths)), key=lambda at: natural[at] / widths[at])
        widths[most_cramped] += 1
    return widths


def _draw_rows(screen: "Screen", cells: dict[Column, list[str]], widths: list[int]) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    for column, width in zip(cells, widths, strict=True):
        justify: Literal["left", "right"] = "right" if column.right else "left"
        table.add_column(column.title, width=width, justify=justify, overflow="fold", no_wrap=screen.width is None)
    for row in zip(*cells.values(), strict=True):
        styled = zip(row, cells, widths, strict=True)
        table.add_row(*(_styled(_wrapped(said, width), column) for said, column, width in styled))
    screen.line(table)


def _draw_stacked(screen: "Screen", cells: dict[Column, list[str]]) -> None:
    for position, row in enumerate(zip(*cells.values(), strict=True)):
        if position:
            screen.line()
        for column, said in zip(cells, row, strict=True):
            if said:
                screen.line(Text.assemble((f"{column.title}: ", "dim"), _styled(said, column)))


def _news(said: str, known: frozenset[str]) -> str:
    """A cell without what is known: empty where it is all known, the quote alone where its speaker is."""
    if said in known:
        return ""
    speaker, _, quote = said.partition(", ")
    return quote if quote and speaker in known else said


def _styled(said: str, column: Column) -> Text:
    text = Text(said, style=column.style)
    text.highlight_regex(_ID, ID_STYLE)
    return text


def _natural(column: Column, said: list[str]) -> int:
    return max(map(cell_len, [column.title, *said]))


def _narrowest(column: Column, said: list[str]) -> int:
    """The width below which a cell would be broken within a word or an amount."""
    if column.whole:
        return _natural(column, said)
    return max(cell_len(word) for one in [column.title, *said] for word in _pieces(one))


def _words(said: str) -> list[str]:
    return _UNBROKEN.sub("\u00a0", said).split(" ")


def _pieces(said: str) -> list[str]:
    """The parts between which a cell may be broken where need be: words, and what hyphens join."""
    return [piece for word in _words(said) for piece in re.split(r"(?<=\w-)(?=\w)", word)]


def _wrapped(said: str, width: int) -> str:
    """A cell broken into lines of a width, between words, or after the hyphens of one that is longer."""
    lines = [""]
    for word in _words(said):
        for position, piece in enumerate([word] if cell_len(word) <= width else _pieces(word)):
            space = " " if lines[-1] and not position else ""
            if cell_len(lines[-1] + space + piece) <= width or not lines[-1]:
                lines[-1] += space + piece
            else:
                lines.append(piece)
    return "\n".join(lines).replace("\u00a0", " ")
