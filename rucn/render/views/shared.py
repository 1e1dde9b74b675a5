"""Columns that records of several kinds have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rucn.render.answer import Added, Span
from rucn.render.views.view import Column
from rucn.render.wording import InCurrency, amount_beside

R = TypeVar("R")


def amount_column(
    title: str,
    words: Callable[[R], str],
    unit: Callable[[R], str | None],
    converted: Callable[[R], InCurrency],
    added: Added,
) -> Column[R]:
    """The column of an amount as stated, with what it is in the currency asked for beside it, if one is."""
    if not added.converted:
        return Column(title, words, style="bold")
    return Column(title, lambda one: amount_beside(words(one), unit(one), converted(one)), style="bold")


def rate_column(converted: Callable[[R], InCurrency], added: Added) -> list[Column[R]]:
    """The column of the rates at which amounts are converted; none where none are."""
    return [Column("Rate", lambda one: converted(one).at_rate, extra=4)] if added.converted else []


def quote_column(speaker: Callable[[R], str], quotes: Callable[[R], Sequence[str]]) -> Column[R]:
    """The column of who said it and in which quotes; a heading may have said who."""
    return Column(
        "Quote",
        lambda one: ", ".join([speaker(one), *quotes(one)]),
        known=speaker,
        briefly=lambda one: ", ".join(quotes(one)),
    )


def spans_of(text: str, evidence: Sequence[str]) -> list[Span]:
    """Where words stand in a text."""
    return [(text.index(words), text.index(words) + len(words)) for words in evidence]
