"""What is told of many spans at once is what looking at each of them tells, and takes no long time for long texts."""

import hashlib
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rucn
from rucn.checks.spans import Span, Spans, nearest, numbers_within
from rucn.reading.hedges import hedges_of
from rucn.reading.numbers import numbers_in

PLACES = st.integers(0, 30)
SPANS = st.lists(st.builds(lambda start, length: Span(start, start + length), PLACES, PLACES), max_size=8)


@given(SPANS, PLACES, PLACES, st.integers(0, 8))
def test_what_a_span_holds(spans: list[Span], start: int, length: int, left_out: int) -> None:
    but = spans[left_out] if left_out < len(spans) else None
    held = any(span.holds(start, start + length) for span in spans if span != but)
    assert Spans(spans).hold(start, start + length, but) == held


@given(st.text("ab ", max_size=30), st.text("ab", min_size=1, max_size=2), SPANS.filter(bool))
def test_the_nearest_words(text: str, words: str, spans: list[Span]) -> None:
    starts = [start for start in range(len(text)) if text.startswith(words, start)]
    places = [Span(start, start + len(words)) for start in starts]

    def distance(place: Span) -> int:
        return min(max(span.start - place.end, place.start - span.end, 0) for span in spans)

    assert nearest(text, words, spans) == min(places, key=lambda place: (distance(place), place), default=None)


@given(st.text("12 ,m", max_size=30), PLACES, PLACES)
def test_numbers_within_a_span(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    assert numbers_within(text, span) == [one for one in numbers_in(text) if span.holds(one.start, one.end)]


@pytest.mark.parametrize("filler", [" ", "USD ", "about ", "not a "])
def test_no_filling_takes_long(filler: str) -> None:
    text = f"about{filler * 20_000}x 964 million"
    started = time.thread_time()
    hedges_of(text, [text])
    numbers_in(text)
    assert time.thread_time() - started < 3


def _many_numbers(tables: Any) -> None:
    """Thousands of numbers in the words of one figure."""
    figure, quote = tables["figures"]["1"], tables["quotes"]["1"]
    words = figure["evidence"] + " 1,111" * 3000
    quote["text"] = quote["text"].replace(figure["evidence"], words)
    quote["sha256"] = hashlib.sha256(quote["text"].encode()).hexdigest()
    figure |= {"evidence": words, "end": figure["start"] + len(words)}


def _many_figures(tables: Any) -> None:
    for number in range(100, 1100):
        tables["figures"][f"{number}"] = tables["figures"]["1"] | {"id": f"f{number}"}


@pytest.mark.parametrize("make", [_many_numbers, _many_figures])
def test_no_database_takes_long(tables: Any, written: Any, make: Callable[[Any], None]) -> None:
    make(tables)
    path = written(tables)
    started = time.thread_time()
    assert rucn.check(path)
    assert time.thread_time() - started < 5
