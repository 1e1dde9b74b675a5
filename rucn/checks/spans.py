"""Stretches of a quote: which hold which, and which words stand nearest, told without looking at each with each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rucn.reading.numbers import Number, numbers_in

# So many texts are kept with what stands in them.
_KEPT = 4096


class Span(NamedTuple):
    """The characters `text[start:end]` of a quote."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether the characters from start to end lie within."""
        return self.start <= start and end <= self.end


class Spans:
    """Many spans of one quote."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        # Of all that start no later, the one that reaches furthest, and the next.
        self._furthest: list[tuple[Span, Span]] = []
        first = second = Span(-1, -1)
        for span in sorted(set(spans)):
            if span.end > first.end:
                first, second = span, first
            elif span.end > second.end:
                second = span
            self._starts.append(span.start)
            self._furthest.append((first, second))

    def hold(self, start: int, end: int, but: Span | None = None) -> bool:
        """Whether the characters from start to end lie within any span, but for one."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and any(one != but and one.holds(start, end) for one in self._furthest[at])


@lru_cache(maxsize=_KEPT)
def _numbers(text: str) -> tuple[list[Number], list[int]]:
    numbers = numbers_in(text)
    return numbers, [number.start for number in numbers]


def numbers_within(text: str, span: Span) -> list[Number]:
    """The numbers of a text that lie within a span."""
    numbers, starts = _numbers(text)
    found = numbers[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    return [number for number in found if number.end <= span.end]


def nearest(text: str, words: str | None, spans: Iterable[Span]) -> Span | None:
    """The place of `words` in a text that is nearest to any of the spans; None where they do not stand in it."""
    places = _places(text, words) if words else []
    if not words or not places:
        return None
    found: list[tuple[int, int]] = []
    for span in spans:
        # The first place that touches the span or comes after it, and the one before.
        at = bisect_left(places, span.start - len(words))
        near = places[max(0, at - 1) : at + 1]
        found += [(max(span.start - start - len(words), start - span.end, 0), start) for start in near]
    start = min(found)[1] if found else places[0]
    return Span(start, start + len(words))


@lru_cache(maxsize=_KEPT)
def _places(text: str, words: str) -> list[int]:
    places = []
    start = text.find(words)
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    return places
