"""Breaks text into lines of so many cells: between words, after hyphens, and between Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rich.cells import cell_len

_HAN = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
# What no line begins with, and what none ends with.
_CLOSING = "\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff1f\uff01\uff09」』】》〉”’…·)\\]},.;:!?%*†"
_OPENING = "\uff08「『【《〈“‘(\\[{"
_BETWEEN = re.compile(rf"(?<=\w{{4}}-)(?=\w{{4}})|(?<=[{_HAN}])(?=[^{_CLOSING}])|(?<=[^{_OPENING}{_HAN}])(?=[{_HAN}])")


# An id with the name of its source, which stays whole.
_ID = re.compile(r"[a-z0-9-]+/[a-z][0-9]{2}")


def pieces_of(word: str) -> list[str]:
    """The parts between which a word may be broken where need be."""
    return [word] if _ID.match(word) else _BETWEEN.split(word)


def break_lines(words: Iterable[str], width: int, pieces: Callable[[str], list[str]] = pieces_of) -> list[str]:
    """Words set in lines of a width; one that is longer than a line is broken into its `pieces`."""
    found = [""]
    for word in words:
        for position, piece in enumerate([word] if cell_len(word) <= width else pieces(word)):
            space = " " if found[-1] and not position else ""
            if cell_len(found[-1] + space + piece) <= width or not found[-1]:
                found[-1] += space + piece
            else:
                found.append(piece)
    return found
