"""Periods in SDMX form, `2017`, `2018-S1`, `2018-Q3`, `2019-12`, and ranges of months, `2018-01/2018-11`."""

import re
from functools import lru_cache

from rucn.model.plain import in_latin, plain

_PERIOD = r"([12][0-9]{3})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?"
_DAY = r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
# A part of a year as it is typed after the year, or before it: of SDMX, and of other tables.
_PART = r"A1|(?P<half>[HS][12]|[12]H)|(?P<quarter>Q[1-4]|[1-4]Q)"
_YEAR = r"(?P<year>[12][0-9]{3})年?"
_AS_TYPED = (
    rf"{_YEAR}(?:{_PART}|(?P<month>M0?[1-9]|M?(?:0[1-9]|1[0-2])月?|[1-9]月))?",
    rf"{_YEAR}(?:[ /.-]|, )(?:{_PART}|M?(?P<month>0?[1-9]|1[0-2]))",
    rf"(?:{_PART}|M?(?P<month>0?[1-9]|1[0-2]))[ /.-]{_YEAR}",
)
_MONTH_NAMED = r"([^\W\d_]{3,})\.?,? (?:of )?([12][0-9]{3})(?: г\.| года)?|([12][0-9]{3}),? ([^\W\d_]{3,})\.?"
_MONTH_NAMES = (
    *"january february march april may june july august september october november december".split(),
    *"январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(),
    *"января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
)
_BETWEEN = r"(.{4,14}?) ?(?:/|\.\.|-| to | по ) ?([12][0-9]{3}.{0,10}|(?<=/)[A-Za-z]?[0-9]{1,2})"
_LONGEST = 40
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


def is_day(date: str) -> bool:
    """Whether a date is that of a day that there is: `2018-09-26`."""
    if not re.fullmatch(_DAY, date):
        return False
    from datetime import date as calendar

    try:
        calendar.fromisoformat(date)
    except ValueError:
        return False
    return True


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
    """What a person types in SDMX form, or None where it is no period.

    Args:
        typed: `2018 H1`, `2018q3`, `2018-M09`, `2019/12`, `December 2019`, `2018-Q1/2018-Q3` and the like.
    """
    typed = " ".join(plain(typed[:_LONGEST]).split()) if len(typed) <= _LONGEST else ""
    return typed if months(typed) else _one(typed) or _range(typed)


def _one(typed: str) -> str | None:
    """A single period as a person types it."""
    named = re.fullmatch(_MONTH_NAMED, typed, re.IGNORECASE)
    if named:
        word, year = (named[1] or named[4]).lower(), named[2] or named[3]
        month = next((at % 12 + 1 for at, name in enumerate(_MONTH_NAMES) if word in (name, name[:3])), None)
        return f"{year}-{month:02}" if month else None
    text = in_latin(typed).upper()
    found = next(filter(None, (re.fullmatch(pattern, text) for pattern in _AS_TYPED)), None)
    if not found:
        return None
    if found["month"]:
        return f"{found['year']}-{int(found['month'].strip('M月')):02}"
    part = (found["half"] or found["quarter"] or "").strip("HSQ")
    return f"{found['year']}-{'S' if found['half'] else 'Q'}{part}" if part else found["year"]


def _range(typed: str) -> str | None:
    """A range of periods as a person types it, as one of months."""
    ends = re.fullmatch(_BETWEEN, typed)
    if not ends:
        return None
    last = ends[2] if len(ends[2]) >= len("2018") else f"{ends[1][:4]}-{ends[2]}"
    first_of, last_of = (months(one if months(one) else _one(one) or "") for one in (ends[1], last))
    if not first_of or not last_of or first_of[0] > last_of[1]:
        return None
    first_month, last_month = (f"{number // 12}-{number % 12 + 1:02}" for number in (first_of[0], last_of[1]))
    return first_month if first_month == last_month else f"{first_month}/{last_month}"


def chronological(period: str | None) -> tuple[bool, tuple[int, int]]:
    """A key that sorts by time, a year after its parts, no period last."""
    found = months(period or "")
    return found is None, (found[1], -found[0]) if found else (0, 0)


def beginning(date: str | None) -> tuple[int, int]:
    """A key that sorts dates, of days or in SDMX form, by when they begin; no date first."""
    written = date or ""
    day = written[len("2018-09-") :] if is_day(written) else ""
    found = months(written[: len("2018-09")] if day else written)
    return (found[0], int(day or 0)) if found else (0, 0)


def bound(words: str | None) -> str:
    """What words say of a date beside the date itself: `by the end`, `planned`, `so far`; empty for no more."""
    said = (words or "").lower()
    if said == "this year":
        return "so far"
    return next((short for phrase, short in _BOUNDS.items() if phrase in said), "")
