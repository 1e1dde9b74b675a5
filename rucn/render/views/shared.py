"""Columns that records of several kinds have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rucn.render.answer import Added, Span
from rucn.render.said import Said
from rucn.render.views.view import Column
from rucn.render.wording import InCurrency, amount_beside, doubtful

R = TypeVar("R")


def amount_column(
    title: str,
    words: Callable[[R], Said | str],
    unit: Callable[[R], str | None],
    converted: Callable[[R], InCurrency],
    added: Added,
    doubt: Callable[[R], object] = lambda record: None,
) -> Column[R]:
    """The column of an amount as stated, with what it is in the currency asked for beside it, if one is.

    Both are marked where the amount is doubted.
    """
    if not added.converted:
        return Column(title, lambda one: doubtful(words(one), doubt(one)), style="bold")
    return Column(
        title,
        lambda one: doubtful(amount_beside(words(one), unit(one), converted(one)), doubt(one)),
        style="bold",
    )


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
