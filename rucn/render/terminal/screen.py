"""Where a person reads an answer: a window of some width, or a pipe.

Into a pipe or a file nothing is cut, wrapped or coloured.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from io import StringIO
from typing import TYPE_CHECKING, Literal, TextIO

from rich.console import Console, ConsoleOptions
from rich.text import Text

from rucn.model.controls import ESCAPES, escape_controls
from rucn.render.terminal.colours import theme_for

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.segment import Segment

UNBOUNDED = 100_000


class EscapingConsole(Console):
    """A console that shows what a terminal would act on, whatever text it stands in."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments of what is drawn."""
        return super().render(_escaped(renderable) if isinstance(renderable, Text) else renderable, options)


class Screen:
    """Where an answer is drawn: a window of some width, or (width None) a pipe without one."""

    def __init__(self, stream: TextIO, short_names: Callable[[], Mapping[str, str]] = dict) -> None:
        interactive = stream.isatty()
        # A file is never coloured, a pipe where that is asked for.
        forced = stream is sys.stdout and _colour_is_forced() and not os.environ.get("NO_COLOR")
        coloured = interactive or forced
        self._stream = stream
        self._drawn = StringIO()
        # Without a height too, Rich takes a terminal that it does not know for one of 80 columns, and a pipe with it.
        self._console = EscapingConsole(
            file=self._drawn if not interactive else stream,
            force_terminal=coloured,
            width=shutil.get_terminal_size().columns if interactive else UNBOUNDED,
            height=UNBOUNDED,
            color_system=_colours(interactive, coloured),
            highlight=False,
            emoji=False,
            markup=False,
            legacy_windows=False,
        )
        self._console.push_theme(theme_for(self._console.color_system))
        self.styled = self._console.color_system is not None or (interactive and not self._console.is_dumb_terminal)
        self._begun = False
        self.interactive = interactive
        self.short_names = short_names() if interactive else {}
        self.width: int | None = self._console.width if interactive else None

    def part(self) -> None:
        """Sets what comes apart from what stands above it."""
        if self._begun:
            self.line()

    def line(self, content: RenderableType = "") -> None:
        """Draws something and ends the line."""
        self._begun = True
        self._console.print(content, soft_wrap=self.width is None and isinstance(content, (str, Text)))

    def finish(self) -> None:
        """Writes to a pipe what was drawn for it, without blanks at the ends of lines."""
        if not self.interactive:
            self._stream.writelines(f"{line.rstrip()}\n" for line in self._drawn.getvalue().splitlines())


def _escaped(text: Text) -> Text:
    """A text with escapes, in the styles of what they stand for."""
    if escape_controls(text.plain) == text.plain:
        return text
    escaped = text.blank_copy()
    for piece in text.divide(range(1, len(text))):
        piece.plain = piece.plain.translate(ESCAPES)
        escaped.append_text(piece)
    return escaped


def _colour_is_forced() -> bool:
    return os.environ.get("FORCE_COLOR", "") not in ("", "0")


def _colours(interactive: bool, coloured: bool) -> Literal["auto", "256"] | None:
    """What Rich may colour with: what the terminal can do, or the colours that each terminal has alike."""
    if interactive:
        return "auto"
    return "256" if coloured else None
