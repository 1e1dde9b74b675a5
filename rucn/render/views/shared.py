"""Columns that records of several kinds have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from rucn.render.answer import Added, Span
from rucn.render.said import Mark, Said, join, say
from rucn.render.views.view import Column
from rucn.render.wording import InCurrency, amount_beside, attributed, doubtful

if TYPE_CHECKING:
    from rucn.model.vocabulary import QuoteKind

R = TypeVar("R")
PARTNERS: dict[str, Mark] = {"all partners": Mark.ALL, "not stated": Mark.NOT_STATED}


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
        return Column(title, lambda one: doubtful(words(one), doubt(one)), right=True, style="bold")
    return Column(
        title,
        lambda one: amount_beside(words(one), unit(one), converted(one), doubt(one)),
        right=True,
        style="bold",
    )


def rate_column(converted: Callable[[R], InCurrency], added: Added) -> list[Column[R]]:
    """The column of the rates at which amounts are converted; none where none are."""
    return [Column("Rate", lambda one: converted(one).at_rate, extra=4)] if added.converted else []


def quote_column(
    speaker: Callable[[R], str], quotes: Callable[[R], Sequence[str]], kind: Callable[[R], QuoteKind | None]
) -> Column[R]:
    """The column of who said it and in which quotes, and of which kind these are; a heading may have said who."""
    return Column(
        "Quote",
        lambda one: attributed(join(", ", [speaker(one), *quotes(one)]), kind(one)),
        short=_shorten_quotes,
        known=speaker,
        briefly=lambda one: attributed(", ".join(quotes(one)), kind(one)),
    )


def region_column(region: Callable[[R], Said | str], *, key: bool = False) -> Column[R]:
    """The column of the region that something is on; a heading, or the record above, may have said it."""
    return Column("Region", region, short=shorten_names, key=key, once=True, known=lambda one: str(region(one)))


def shorten_names(said: Said, names: Mapping[str, str]) -> Said:
    """A cell with the shorter names of regions and officials."""
    return Said(tuple(names.get(piece, piece) if type(piece) is str else piece for piece in said.pieces))


def _shorten_quotes(said: Said, names: Mapping[str, str]) -> Said:
    """Who said it and in which quotes, with a surname where that is enough."""
    return say(*(" " if piece == ", " else piece for piece in shorten_names(said, names).pieces))


def shorten_partner(said: Said, names: Mapping[str, str]) -> Said:
    """A cell on with whom in a word or a sign."""
    return Said(tuple(PARTNERS.get(piece, piece) for piece in said.pieces))


def shorten_period(said: Said, names: Mapping[str, str]) -> Said:
    """A period, or that it is put in words."""
    return say(Mark.IN_WORDS) if str(said).startswith("“") else said


def spans_of(text: str, evidence: Sequence[str]) -> list[Span]:
    """Where words stand in a text."""
    return [(text.index(words), text.index(words) + len(words)) for words in evidence]
