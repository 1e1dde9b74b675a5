"""The colours of a terminal, by what they are for; each can be read on white and on black.

The sixteen colours that have names are other colours in each terminal, and hardly one of them is read on both grounds:
cyan has a contrast of 1.9 : 1 on white in xterm. Those from 16 on are the same in xterm, VS Code and Apple Terminal.
So only such are used, and of these only those whose contrast is 4.5 : 1 or more (WCAG 2.1) on white and on black. A
terminal with sixteen colours has none of them: ids are bold there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.theme import Theme

COLOURS = {"id": 63, "stated": 29, "reported": 131, "agrees": 29, "close": 98, "differs": 163}
# What is bold too, and no more than bold where there are few colours.
BOLD = ("agrees", "close", "differs")
MANY = ("256", "truecolor")


def theme_for(system: str | None) -> Theme:
    """The styles by these names, given what colours a terminal has, as Rich says it."""
    from rich.theme import Theme

    if system in MANY:
        return Theme({name: f"{'bold ' if name in BOLD else ''}color({number})" for name, number in COLOURS.items()})
    return Theme({name: "bold" if name in ("id", *BOLD) else "none" for name in COLOURS})
