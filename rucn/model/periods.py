"""Periods in SDMX form, `2017`, `2018-S1`, `2018-Q3`, `2019-12`, and ranges of months, `2018-01/2018-11`."""

import re
from functools import lru_cache

_PERIOD = r"([12][0-9]{3})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?"
_AS_TYPED = r"([12][0-9]{3})(?:[ -]?(?:H([12])|S([12])|Q([1-4])|(0[1-9]|1[0-2]))|[ -]([1-9]))"
# What words may say of a date that its SDMX form cannot.
_BOUNDS = {"by the end of": "by the end", "at the end of": "at the end", "planned": "planned", "expected": "expected"}


@lru_cache(maxsize=1000)
def months(period: str) -> tuple[int, int] | None:
    """The first and last month of a period, counted from year 0, both included; None where it is no period."""
    first_of, slash, last_of = period.partition("/")
    if "/" in last_of:
        return None
    if slash:
        first_month, last_month = month_of(first_of), month_of(last_of)
        return (first_month, last_month) if first_month and last_month and first_month < last_month else None
    found = re.fullmatch(_PERIOD, period)
    if not found:
        return None
    year, half, quarter, month = found.groups()
    first, length = int(year) * 12, 12
    if half:
        first, length = first + 6 * (int(half) - 1), 6
    elif quarter:
        first, length = first + 3 * (int(quarter) - 1), 3
    elif month:
        first, length = first + int(month) - 1, 1
    return first, first + length - 1


def month_of(period: str) -> int | None:
    """The month of a period of one month, counted from year 0; None for any other period."""
    found = months(period)
    return found[0] if found and found[0] == found[1] else None


def is_half(period: str | None) -> bool:
    """Whether a period is half a year: `2018-S1`."""
    return period is not None and "-S" in period


def same(period: str | None, other: str | None) -> bool:
    """Whether two periods are the same months: `2018-Q1` and `2018-01/2018-03` are. No period is the same as none."""
    return period is not None and other is not None and months(period) == months(other) is not None


def before(period: str) -> str | None:
    """The period of the same length a year earlier, in the same form; None where it is no period."""
    if months(period) is None:
        return None
    return "/".join(f"{int(one[:4]) - 1}{one[4:]}" for one in period.split("/"))


def within(period: str | None, outer: str) -> bool:
    """Whether a period lies within another: `2018-S1` does within `2018`. No period lies nowhere."""
    inner, around = months(period or ""), months(outer)
    return inner is not None and around is not None and around[0] <= inner[0] and inner[1] <= around[1]


def as_sdmx(typed: str) -> str | None:
    """What a person types (`2018 H1`, `2018q3`, `2018-9`) in SDMX form, or None where it is no period."""
    typed = typed.strip()
    if months(typed):
        return typed
    found = re.fullmatch(_AS_TYPED, typed, re.IGNORECASE)
    if not found:
        return None
    year, half, semester, quarter, two_digits, one_digit = found.groups()
    month = two_digits or one_digit
    if month:
        return f"{year}-{int(month):02}"
    return f"{year}-Q{quarter}" if quarter else f"{year}-S{half or semester}"


def chronological(period: str | None) -> tuple[bool, tuple[int, int]]:
    """A key that sorts by time, a year after its parts, no period last."""
    found = months(period or "")
    return found is None, (found[1], -found[0]) if found else (0, 0)


def bound(words: str | None) -> str:
    """What words say of a date beside the date itself: `by the end`, `planned`, `so far`; empty for no more."""
    said = (words or "").lower()
    if said == "this year":
        return "so far"
    return next((short for phrase, short in _BOUNDS.items() if phrase in said), "")
