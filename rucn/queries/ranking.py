"""Trade rows in the order of one of their numbers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rucn.model.amounts import spaced
from rucn.model.errors import UsageError

if TYPE_CHECKING:
    from rucn.model.records import TradeRow

# What rows are ranked by: the field that holds it, and the field of its currency where it is an amount.
RANKINGS = {
    "volume": ("volume", "currency"),
    "growth": ("growth_percent", None),
    "share": ("share_percent", None),
    "implied": ("implied_volume", "implied_currency"),
    "national": ("national_share_percent", None),
}
# The field of the period that a number is of, where that is not the period of its row.
PERIODS = {"implied": "implied_period"}


def ranked(rows: "Sequence[TradeRow]", by: str, top: int | None, converted: bool) -> tuple[list[Any], list[str]]:
    """The rows that have the number, the largest first, `top` of them or all.

    And remarks where unlike rows are ranked, or equal ones cut.

    `by` is a key of RANKINGS; `converted` tells that the rows have their volumes in one currency. Raises UsageError
    where the amounts are in several currencies, or `top` is below zero.
    """
    if top is not None and top < 0:
        raise UsageError("a list has no fewer than 0 rows")
    field, currency = RANKINGS[by]
    if converted and field == "volume":
        field, currency = "converted_volume", "converted_currency"
    elif converted and field == "implied_volume":
        field, currency = "implied_converted_volume", None
    present: list[Any] = [row for row in rows if row.get(field) is not None]
    currencies = sorted({row[currency] for row in present}) if currency else []
    if len(currencies) > 1:
        several = " and ".join(currencies)
        raise UsageError(f"amounts in {several} have no order; --currency {currencies[-1]} brings them together")
    in_order = sorted(present, key=lambda row: row[field], reverse=True)
    taken = in_order[:top]
    period = PERIODS.get(by, "period")
    unlike = [
        f"{many} {', '.join(values)}"
        for one, many in ((period, "periods"), ("scope", "scopes"))
        if len(values := sorted({spaced(row[one]) or "not stated" for row in taken})) > 1
    ]
    remarks = [f"ranked together: {'; '.join(unlike)}"] if unlike else []
    tied = [row for row in in_order[len(taken) :] if taken and row[field] == taken[-1][field]]
    if tied:
        named = ", ".join(f"{row['region_name']}, {row[period] or 'no period'}" for row in tied)
        remarks.append(f"as large as the last, and cut: {named}")
    return taken, remarks
