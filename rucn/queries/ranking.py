"""Trade rows in the order of one of their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from rucn.model.amounts import as_words
from rucn.model.errors import UsageError

if TYPE_CHECKING:
    from rucn.model.records import ConvertedTradeRow, ImpliedTradeRow, TradeRow

    Row = ImpliedTradeRow


class Ranking(NamedTuple):
    """What trade rows are ranked by: a number of theirs, the currency it is in (None for no amount), and its period."""

    number: Callable[[Row], float | None]
    currency: Callable[[Row], str | None] = lambda row: None
    period: Callable[[Row], str | None] = lambda row: row["period"]


RANKINGS = {
    "volume": Ranking(lambda row: row["volume"], lambda row: row["currency"]),
    "growth": Ranking(lambda row: row["growth_percent"]),
    "share": Ranking(lambda row: row["share_percent"]),
    "implied": Ranking(
        lambda row: row["implied_volume"], lambda row: row["implied_currency"], lambda row: row["implied_period"]
    ),
    "national": Ranking(lambda row: row["national_share_percent"]),
}
# Those of amounts, in the one currency that is asked for.
CONVERTED = {
    "volume": Ranking(lambda row: row["converted_volume"], lambda row: row["converted_currency"]),
    "implied": Ranking(lambda row: row["implied_converted_volume"], period=lambda row: row["implied_period"]),
}
# What follows from rows, which they have only where it is worked out.
FOLLOWING = ("implied", "national")


def spelt_as_ranking(rank_by: str | None, by: list[str]) -> tuple[str | None, list[str]]:
    """What rows are ranked by and who states them, given both; a ranking given as who is the old spelling of it."""
    is_ranking = rank_by is None and len(by) == 1 and by[0].strip().casefold() in RANKINGS
    return (by[0], []) if is_ranking else (rank_by, by)


def rank_rows(
    rows: Sequence[TradeRow | ConvertedTradeRow | ImpliedTradeRow], by: str, top: int | None, converted: bool
) -> tuple[list[Row], list[str]]:
    """The rows that have a number, the largest first, `top` of them or all.

    And remarks where unlike rows are ranked, or equal ones cut. The rows have to have the number's field.

    Args:
        rows: Trade rows, with what follows from them where that is ranked by.
        by: A key of RANKINGS.
        top: How many are taken; all for None.
        converted: Whether the rows have their amounts in one currency, by which they are ranked then.

    Raises:
        UsageError: The amounts are in several currencies, or `top` is below zero.
    """
    if top is not None and top < 0:
        raise UsageError("a list has no fewer than 0 rows")
    ranking = CONVERTED.get(by, RANKINGS[by]) if converted else RANKINGS[by]
    numbered = [(number, row) for row in cast("Sequence[Row]", rows) if (number := ranking.number(row)) is not None]
    currencies = sorted({currency for _, row in numbered if (currency := ranking.currency(row))})
    if len(currencies) > 1:
        several = " and ".join(currencies)
        raise UsageError(f"amounts in {several} have no order; --currency {currencies[-1]} brings them together")
    in_order = sorted(numbered, key=lambda one: one[0], reverse=True)
    taken = in_order[:top]
    cut = in_order[len(taken) :]
    remarks = _unlike([row for _, row in taken], ranking)
    tied = [row for number, row in cut if taken and number == taken[-1][0]]
    if tied:
        named = ", ".join(f"{row['region_name']}, {ranking.period(row) or 'no period'}" for row in tied)
        remarks.append(f"as large as the last, and cut: {named}")
    return [row for _, row in taken], remarks


def _unlike(rows: list[Row], ranking: Ranking) -> list[str]:
    """A remark where rows of several periods or scopes are ranked together."""
    periods, scopes = map(ranking.period, rows), (row["scope"] for row in rows)
    unlike = [
        f"{many} {', '.join(values)}"
        for many, found in (("periods", periods), ("scopes", scopes))
        if len(values := sorted({as_words(one) or "not stated" for one in found})) > 1
    ]
    return [f"ranked together: {'; '.join(unlike)}"] if unlike else []
