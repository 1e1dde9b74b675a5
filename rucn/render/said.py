"""Words with the marks that stand among them, kept apart until they are written."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from rucn.model.amounts import DOUBTED
from rucn.model.phrases import REPORTED


class Mark(StrEnum):
    """What has to be explained where it stands: signs at a value, and short words in place of one.

    Each is written as it is.
    """

    INFERRED = "*"
    DOUBTED = DOUBTED
    RATE_ASSUMED = "†"
    SO_FAR = "(so far)"
    FIRST_HALF = "S1"
    SECOND_HALF = "S2"
    IN_WORDS = "in words"
    ALL = "all"
    NOT_STATED = "—"
    REPORTED = REPORTED


class Said(NamedTuple):
    """What is said of a record: words, and marks among them as data."""

    pieces: tuple[str | Mark, ...] = ()

    def __str__(self) -> str:
        return "".join(self.pieces)

    @property
    def marks(self) -> frozenset[Mark]:
        """The marks that stand among the words."""
        return frozenset(piece for piece in self.pieces if isinstance(piece, Mark))


def say(*pieces: Said | str | None) -> Said:
    """Words put together, with their marks; nothing for None."""
    found: list[str] = []
    for piece in pieces:
        found += piece.pieces if isinstance(piece, Said) else [piece] if piece else []
    return Said(tuple(found))


def mark(words: Said | str, sign: Mark, is_marked: object) -> Said:
    """Words with a mark after them, where they bear it."""
    return say(words, sign if is_marked else None)


def join(separator: str, parts: Iterable[Said | str | None]) -> Said:
    """What there is to say, set apart by a separator."""
    found: list[Said | str] = []
    for part in parts:
        if part and str(part):
            found += [separator, part] if found else [part]
    return say(*found)
