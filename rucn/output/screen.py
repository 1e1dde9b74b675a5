"""What a person sees: tables, pages of quotes, profiles, drawn by Rich to the width of the window.

Into a pipe or a file nothing is cut, wrapped or coloured, and every column is there.
"""

import os
from io import StringIO
from typing import TYPE_CHECKING, Any, Literal, TextIO

from rich.console import Console
from rich.text import Text

from rucn.answer import Answer, Writing
from rucn.output.columns import columns_of, needs_legend
from rucn.output.selection import select
from rucn.output.tables import draw_table
from rucn.output.wording import INFERRED_LEGEND

if TYPE_CHECKING:
    from rich.console import RenderableType

UNBOUNDED = 100_000
_WORDS = "rucn show {} shows the words it rests on"
# For each layout what to try next, and the field that holds an id for it.
HINTS = {
    "region": ("rucn region {} shows what is said of it", "code"),
    "region_profile": (_WORDS, "id"),
    "official": ("rucn official {} shows what was said", "id"),
    "official_profile": (_WORDS, "id"),
    "trade_row": (_WORDS, "figures"),
    "figure": (_WORDS, "id"),
    "project": (_WORDS, "id"),
    "tie": (_WORDS, "id"),
    "quote": ("rucn show {} shows what is stated in it", "id"),
    "search_hit": ("rucn show {} shows it whole", "id"),
}


class Screen:
    """Where an answer is drawn: a window of some width, or (width None) a pipe without one."""

    def __init__(self, stream: TextIO) -> None:
        interactive = stream.isatty()
        coloured = interactive or bool(os.environ.get("FORCE_COLOR"))
        self._stream = stream
        self._drawn = StringIO()
        self._console = Console(
            file=self._drawn if not interactive else stream,
            force_terminal=coloured,
            width=None if interactive else UNBOUNDED,
            color_system=_colours(interactive, coloured),
            highlight=False,
            emoji=False,
            markup=False,
            legacy_windows=False,
        )
        self.styled = coloured
        self.interactive = interactive
        self.width: int | None = self._console.width if interactive else None

    def line(self, content: "RenderableType" = "") -> None:
        """Draws something and ends the line."""
        self._console.print(content, soft_wrap=self.width is None and isinstance(content, (str, Text)))

    def finish(self) -> None:
        """Writes to a pipe what was drawn for it, without blanks at the ends of lines."""
        if not self.interactive:
            self._stream.writelines(f"{line.rstrip()}\n" for line in self._drawn.getvalue().splitlines())


def _colours(interactive: bool, coloured: bool) -> Literal["auto", "standard"] | None:
    """What Rich may colour with: what the terminal can do, or the plain colours that every reader of a pipe knows."""
    if interactive:
        return "auto"
    return "standard" if coloured else None


def write_screen(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Draws an answer for a person."""
    screen = Screen(stream)
    content = select(answer, writing)
    if isinstance(content, dict):
        _draw_one(screen, answer, writing, content)
    elif answer.layout == "quote" and not writing.fields:
        from rucn.output.pages import draw_quotes

        draw_quotes(screen, content, answer.sources)
    else:
        draw_records(screen, answer.layout, content, writing.fields)
    if screen.interactive:
        _hint(screen, answer, content)
    screen.finish()


def draw_records(
    screen: Screen, layout: str, records: list[Any], fields: tuple[str, ...] = (), known: frozenset[str] = frozenset()
) -> None:
    """Draws a table of records with its legend; nothing for none.

    What a reader has `known` from a heading is not said again.
    """
    if not records:
        return
    draw_table(screen, columns_of(layout, fields), records, known)
    if needs_legend(layout, records, fields):
        screen.line(Text(INFERRED_LEGEND, style="dim"))


def _hint(screen: Screen, answer: Answer, content: Any) -> None:
    """Tells a person at a terminal the next command, with an id of what was just read."""
    hint, field = HINTS.get(answer.layout, ("", ""))
    lists = [content] if isinstance(content, list) else [part for part in content.values() if isinstance(part, list)]
    ids = [record[field] for part in lists for record in part if isinstance(record, dict) and field in record]
    if ids:
        key = ids[0][0] if isinstance(ids[0], list) else ids[0]
        screen.line(Text(hint.format(key), style="dim"))


def _draw_one(screen: Screen, answer: Answer, writing: Writing, content: dict[str, Any]) -> None:
    from rucn.output.pages import draw_official, draw_record, draw_region

    if answer.layout == "region_profile":
        draw_region(screen, content)
    elif answer.layout == "official_profile":
        draw_official(screen, content)
    else:
        draw_record(screen, answer.layout, content, writing.fields, answer.background)
