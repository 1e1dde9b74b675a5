"""How near is near: every tolerance that a verdict rests on, and the verdict on two values.

A value as written stands for a range: what rounds to it, or what its qualifier allows. Two values agree where their
ranges overlap.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.model.vocabulary import Verdict

# `nearly` is said of what is at most so much below, `about` of what is so much to either side.
NEARLY = 0.05
ABOUT = 0.10
# `more than` is said of what is at most so much above, `at most` of what is at most so much below.
BEYOND = 0.50
WIDENING = ("nearly", "about", "more_than", "at_most")
# The last digit of an amount may be rounded, but no further than this: `2 billion` is not said of 1.6.
ROUNDING = 0.05
# Amounts within this of each other are close, and percentages within so many points.
CLOSE = 0.10
CLOSE_POINTS = 3
# A reference so many years older than a claim that is larger calls for a question.
MANY_YEARS = 5
# How near to a power of ten (as a part of it) a ratio calls for a question.
NEAR_POWER_OF_TEN = 0.15
# Of a stock, one year's flow is seldom more than this part.
PART_OF_A_STOCK = 0.5
# How many times more or less than its part of the country's whole trade a region's part of it with one partner may be.
OUT_OF_LINE = 5
# Ranges that share no more than this part of themselves only touch: what computers work out is not exact.
TOUCHING = 1e-6
# An event so many months from the planned one is close to it.
CLOSE_MONTHS = 2

Range = tuple[float, float]


def range_of(value: float, unit: str, qualifier: str | None) -> Range:
    """The values that are written as `value` with its qualifier; of a fall they are those of the rise, below zero."""
    if value < 0:
        low, high = range_of(-value, unit, qualifier)
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


def half_a_digit(value: float, unit: str) -> float:
    """Half of the last digit that is written; that of an amount is the last before its zeros."""
    decimals = len(f"{value:.10g}".partition(".")[2]) if "e" not in f"{value:.10g}" else 0
    if unit in ("percent", "times") or decimals:
        return 0.5 * 10.0**-decimals
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(min(0.5 * 10**zeros, ROUNDING * abs(value)))


def verdict(claim: float, claim_range: Range, reference: float, reference_range: Range, unit: str) -> "Verdict":
    """Whether two values in one unit agree, are close or differ."""
    overlap = min(claim_range[1], reference_range[1]) - max(claim_range[0], reference_range[0])
    narrower = min(claim_range[1] - claim_range[0], reference_range[1] - reference_range[0])
    # Ranges that only touch do not overlap: what rounds to 37 and what rounds to 38 are not the same. A range that is
    # one exact value overlaps where it touches.
    if overlap > TOUCHING * narrower or (not narrower and overlap >= -TOUCHING * abs(reference)):
        return "agrees"
    if unit in ("rank", "times"):
        return "differs"
    near = abs(claim - reference) <= (CLOSE_POINTS if unit == "percent" else CLOSE * abs(reference))
    return "close" if near else "differs"
