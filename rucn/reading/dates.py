"""Which dates and periods English words print or mean."""

from __future__ import annotations

MONTHS = "January February March April May June July August September October November December".split()
# What part of a year words name, as the end of an SDMX period.
PART_WORDS = {"first half": "-S1", "six months": "-S1", "second half": "-S2", "by the end of": "-12"}
# Which year these words mean, counted from the year that the source speaks from.
YEAR_WORDS = {"last year": -1, "this year": 0, "as of today": 0, "currently": 0}


def prints_date(words: str, date: str) -> bool:
    """Whether words print the year of a date (SDMX or ISO 8601), and its month where it has one."""
    month = MONTHS[int(date[5:7]) - 1] if date[5:7].isdigit() else ""
    return date[:4] in words and month in words


def parts_named(words: str) -> list[str]:
    """The ends of the periods whose part of a year words name: `-S1` for `in the first half`."""
    return [ending for part, ending in PART_WORDS.items() if part in words.lower()]


def years_meant(words: str, published: str) -> list[str]:
    """The years that words like `last year` mean in a source that was published on a date."""
    return [str(int(published[:4]) + distance) for year, distance in YEAR_WORDS.items() if year in words.lower()]
