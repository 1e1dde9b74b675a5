"""How near is near: every tolerance that a verdict rests on, and the verdict on two values.

A value as written stands for a range: what rounds to it, or what its qualifier allows. Two values agree where their
ranges overlap. Values are exact, so that ranges which only touch are known from those that overlap.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from rucn.model.amounts import Amount, Exact, number, size

if TYPE_CHECKING:
    from rucn.model.vocabulary import Verdict

# `nearly` is said of what is at most so much below, `about` of what is so much to either side.
NEARLY = Decimal("0.05")
ABOUT = Decimal("0.10")
# `more than` is said of what is at most so much above, `at most` of what is at most so much below.
BEYOND = Decimal("0.50")
WIDENING = ("nearly", "about", "more_than", "at_most")
# The last digit of an amount may be rounded, but no further than this: `2 billion` is not said of 1.6.
ROUNDING = Decimal("0.05")
# Amounts within this of each other are close, and percentages within so many points.
CLOSE = Decimal("0.10")
CLOSE_POINTS = 3
# A reference so many years older than a claim that is larger calls for a question.
MANY_YEARS = 5
# How near to a power of ten (as a part of it) a ratio calls for a question.
NEAR_POWER_OF_TEN = 0.15
# Of a stock, one year's flow is seldom more than this part.
PART_OF_A_STOCK = Decimal("0.5")
# How many times more or less than its part of the country's whole trade a region's part of it with one partner may be.
OUT_OF_LINE = 5
# An event so many months from the planned one is close to it.
CLOSE_MONTHS = 2

Range = tuple[Exact, Exact]


def range_of(written: Amount) -> Range:
    """The values that an amount with its qualifier stands for; of a fall they are those of the rise, below zero."""
    value, unit, qualifier = written
    if value < 0:
        low, high = range_of(written._replace(value=-value))
        return -high, -low
    if unit == "rank":
        return (1, value) if qualifier == "at_most" else (value, value)
    if unit == "count" and qualifier is None:
        return value, value
    if qualifier == "nearly":
        return value * (1 - NEARLY), value
    if qualifier == "about":
        return value * (1 - ABOUT), value * (1 + ABOUT)
    if qualifier == "more_than":
        return value, value * (1 + BEYOND)
    if qualifier == "at_most":
        return value * (1 - BEYOND), value
    rounding = half_a_digit(value, unit)
    return value - rounding, value + rounding


def half_a_digit(value: Exact, unit: str) -> Decimal:
    """Half of the last digit that is written; that of an amount is the last before its zeros."""
    decimals = len(number(value).partition(".")[2])
    if unit in ("percent", "times") or decimals:
        return Decimal(5).scaleb(-decimals - 1)
    digits = str(int(size(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(Decimal(5).scaleb(zeros - 1), ROUNDING * size(value))


def verdict(claim: Exact, claim_range: Range, reference: Exact, reference_range: Range, unit: str) -> Verdict:
    """Whether two values in one unit agree, are close or differ."""
    overlap = min(claim_range[1], reference_range[1]) - max(claim_range[0], reference_range[0])
    narrower = min(claim_range[1] - claim_range[0], reference_range[1] - reference_range[0])
    # Ranges that only touch do not overlap: what rounds to 37 and what rounds to 38 are not the same. A range that is
    # one exact value overlaps where it touches.
    if overlap > 0 or (not narrower and not overlap):
        return "agrees"
    if unit in ("rank", "times"):
        return "differs"
    near = size(claim - reference) <= (CLOSE_POINTS if unit == "percent" else CLOSE * size(reference))
    return "close" if near else "differs"
