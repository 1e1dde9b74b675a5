"""Amounts, exact until they are written, and numbers as people write them: `nearly USD 4 bn`.

A value is an integer, or a Decimal where it has a fraction: 6.5 is six and a half, and not the nearest binary fraction.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from rucn.model.measures import MEASURES
from rucn.model.vocabulary import Qualifier

Exact = int | Decimal
Written = int | float
_SCALES = ((12, " tn"), (9, " bn"), (6, " m"))
# What is worked out is shown with as many digits as the figures that it rests on can bear.
COMPUTED_DIGITS = 3
COMPUTED = "≈"
# A hedge is of the size of a fall: “more than −20 %” would be read as the opposite of a fall by more than 20 %.
_BEYOND_A_FALL: dict[Qualifier | None, str] = {"more_than": "lower", "at_most": "higher"}
DOUBTED = "(?)"


class Amount(NamedTuple):
    """A value in its unit (an ISO 4217 currency, percent, times, rank or count), with the hedge it is stated with."""

    value: Exact
    unit: str
    qualifier: Qualifier | None = None


def exact(value: Written) -> Exact:
    """A number of JSON as the decimal number that was written."""
    # Nothing is added, but a zero loses its sign.
    return value if isinstance(value, int) else Decimal(repr(value)) + 0


def amount(value: Written | None, unit: str | None, qualifier: Qualifier | None = None) -> Amount | None:
    """The amount that three fields of a record hold; None where there is no value, or no unit."""
    return None if value is None or unit is None else Amount(exact(value), unit, qualifier)


def size(value: Exact) -> Exact:
    """A value without its sign."""
    return -value if value < 0 else value


def as_json(value: Exact) -> Written:
    """An exact value as a number of JSON."""
    return value if isinstance(value, int) else float(value)


def money(amount: Amount | None) -> str:
    """An amount with its currency, scaled but never rounded; empty for none."""
    if amount is None:
        return ""
    zeros, suffix = next(((zeros, suffix) for zeros, suffix in _SCALES if size(amount.value) >= 10**zeros), (0, ""))
    return hedge(f"{amount.unit} {number(Decimal(amount.value).scaleb(-zeros))}{suffix}", amount.qualifier)


def computed_money(amount: Amount) -> str:
    """An amount that is worked out, rounded and marked: `≈ USD 824 m`."""
    return f"{COMPUTED} {money(_rounded_amount(amount))}"


def computed_percent(amount: Amount) -> str:
    """A percentage that is worked out, rounded and marked: `≈ 1.15 %`."""
    return f"{COMPUTED} {share(_rounded_amount(amount))}"


def _rounded_amount(amount: Amount) -> Amount:
    return amount._replace(value=round_to(amount.value))


def round_to(value: Exact, digits: int = COMPUTED_DIGITS) -> Decimal:
    """A value with so many significant digits."""
    return Decimal(f"{Decimal(value):.{digits}g}")


def number(value: Exact) -> str:
    """A number with all its digits, thousands set apart, and no trailing zeros."""
    whole, _, fraction = f"{Decimal(value):,f}".partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def growth(amount: Amount) -> str:
    """A growth rate with its sign; a fall by more than a rate says on which side of it the rate lies."""
    sign = "+" if amount.value > 0 else "−" if amount.value < 0 else "±"
    rate = f"{number(size(amount.value))} %"
    if amount.value < 0 and amount.qualifier in _BEYOND_A_FALL:
        side = _BEYOND_A_FALL[amount.qualifier]
        return f"a fall by {hedge(rate, amount.qualifier)} ({sign}{rate} or {side})"
    return hedge(f"{sign}{rate}", amount.qualifier)


def share(amount: Amount) -> str:
    """A share in percent, without a sign."""
    return hedge(f"{number(amount.value)} %", amount.qualifier)


def rank(amount: Amount) -> str:
    """A place among partners: `1st`, `top 3`."""
    if amount.qualifier == "at_most":
        return f"top {number(amount.value)}"
    place = int(amount.value)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10 if place % 100 not in (11, 12, 13) else 0, "th")
    return hedge(f"{number(amount.value)}{ending}", amount.qualifier)


def value_words(amount: Amount | None, measure: str) -> str:
    """What a figure of a measure says: an amount, a growth rate, a share, a rank, a count; empty for none."""
    if amount is None:
        return ""
    if amount.unit == "percent":
        return (growth if MEASURES[measure].is_growth else share)(amount)
    if amount.unit == "times":
        return hedge(f"×{number(amount.value)}", amount.qualifier)
    if amount.unit == "rank":
        return rank(amount)
    return hedge(number(amount.value), amount.qualifier) if amount.unit == "count" else money(amount)


def hedge(words: str, qualifier: Qualifier | None) -> str:
    """Words with their qualifier before them."""
    return f"{as_words(qualifier)} {words}" if qualifier else words


def in_doubt(words: str, doubt: object) -> str:
    """A value in words, marked where there is reason to doubt it."""
    return f"{words} {DOUBTED}" if doubt and words else words


def as_words(code: str | None) -> str:
    """A code of a vocabulary as words: `under_way` is `under way`."""
    return (code or "").replace("_", " ")
