"""Average rates of exchange, of the European Central Bank's history: the table `rates.tsv`.

`docs/data.md` tells how the table is made.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rucn.model.amounts import Exact, number
from rucn.model.currencies import CURRENCY_CODES
from rucn.model.errors import DatabaseError, printable
from rucn.model.periods import month_of, months

if TYPE_CHECKING:
    from pathlib import Path

    from rucn.model.records import Rated

SOURCE = "European Central Bank"
ADDRESS = "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html"
# As many decimals as the bank's own rates have: with these averages, and no others, amounts are converted.
LAST_DIGIT = Decimal("0.0001")
# No average has more digits before its point, or after it.
WHOLE_DIGITS, DECIMALS = 9, 12
# Sums of the bank's rates have no more decimals than this: so a sum is found again in a mean.
OF_A_SUM = Decimal("0.0000001")
# How an amount is converted, as fields of a record: not at all.
UNRATED: Rated = {
    "converted_currency": None,
    "rate": None,
    "rate_unit": None,
    "rate_period": None,
    "rate_period_inferred": False,
    "rate_source": None,
    "conversion_note": None,
    "conversion": None,
}


class Rate(NamedTuple):
    """How many units of `cheap` one unit of `dear` was worth, on average over a period."""

    value: Decimal
    dear: str
    cheap: str
    period: str

    @property
    def unit(self) -> str:
        """What the rate is a rate of: `CNY per USD`."""
        return f"{self.cheap} per {self.dear}"

    @property
    def source(self) -> str:
        """Whose rate it is, and of when: `ECB average 2017`."""
        return f"ECB average {self.period}"

    def __str__(self) -> str:
        """The rate as it is written under a table: `at 6.7587 CNY per USD, ECB average 2017`."""
        return f"at {number(self.value)} {self.unit}, {self.source}"

    def bring(self, amount: Exact, to: str) -> Exact:
        """An amount of the one currency in the other, as exact as a division can be."""
        return Decimal(amount) / self.value if to == self.dear else amount * self.value

    def convert(self, amount: Exact, to: str) -> int:
        """An amount of the one currency in the other, in whole units."""
        return round(self.bring(amount, to))


class Rates:
    """The table of average rates in the content of a file; `path` is named where it is no such table."""

    def __init__(self, content: bytes, path: Path) -> None:
        self._content = content
        self._path = path

    def rate(self, currency: str, other: str, period: str) -> Rate | None:
        """The average rate between two currencies over a period; None where the history does not cover it whole.

        That of a period which the table does not have (a year, a quarter, a range of months) is the mean of the daily
        rates, worked out from the means of its months and the number of their days. It is rounded last.

        Raises:
            DatabaseError: The table cannot be read, or a rate in it is not a number above zero.
        """
        for dear, cheap in ((currency, other), (other, currency)):
            if f"{cheap} per {dear}" in self._titles:
                value = self._average(self._titles.index(f"{cheap} per {dear}"), period)
                return None if value is None else Rate(value, dear, cheap, period)
        return None

    def missing(self, currency: str, other: str, period: str) -> str:
        """Why there is no rate between two currencies over a period: where the history of one begins, or ends."""
        found = months(period)
        said = f"no average rate of {period}"
        for one in (currency, other):
            covered = self._covered(one)
            first, last = (months(covered[0]), months(covered[-1])) if covered else (None, None)
            if found is None or first is None or last is None:
                continue
            if found[0] < first[0]:
                return f"{said} (those of {one} begin with {covered[0]})"
            if found[1] > last[1]:
                return f"{said} (those of {one} end with {covered[-1]})"
        return said

    def _covered(self, currency: str) -> list[str]:
        """The months in which a currency has a rate, in order."""
        columns = [at for at, pair in enumerate(self._titles, start=1) if currency in pair.split()]
        rows = (line.split("\t") for line in self._text.split("\n")[1:] if line)
        return sorted(row[0] for row in rows if month_of(row[0]) and any(row[at] for at in columns))

    def _average(self, column: int, period: str) -> Decimal | None:
        row, found = self._row(period), months(period)
        rows = [row]
        if row is None:
            if found is None:
                return None
            rows = [self._row(f"{number // 12}-{number % 12 + 1:02}") for number in range(found[0], found[1] + 1)]
        known = [(Decimal(row[0]), Decimal(row[column])) for row in rows if row is not None and row[column]]
        if len(known) < len(rows):
            return None
        total = sum(((days * mean).quantize(OF_A_SUM, ROUND_HALF_UP) for days, mean in known), Decimal(0))
        return (total / sum(days for days, _ in known)).quantize(LAST_DIGIT, ROUND_HALF_UP)

    def _row(self, period: str) -> list[str] | None:
        """The cells of a period, the days of publication first; None where the table does not have it."""
        _, found, after = self._text.partition(f"\n{period}\t")
        if not found:
            return None
        cells = after.partition("\n")[0].split("\t")
        if len(cells) != len(self._titles) or not cells[0] or not all(map(is_rate, cells)):
            shown = printable(str(self._path), 120)
            raise DatabaseError(
                f"{shown}: the row of {period} has something that is no rate of exchange; `rucn check` tells what"
            )
        return cells

    @cached_property
    def _text(self) -> str:
        try:
            return "\n".join(lines_of(self._content))
        except ValueError as error:
            raise DatabaseError(f"{printable(str(self._path), 120)} cannot be read: {error}") from None

    @cached_property
    def _titles(self) -> list[str]:
        return columns_of(self._text.partition("\n")[0], self._path)


def lines_of(content: bytes) -> list[str]:
    """The lines of a table, whatever they end in; raises ValueError where it is not UTF-8."""
    lines = content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def columns_of(first_line: str, path: Path) -> list[str]:
    """The columns of a table after the period, as its first line names them; raises DatabaseError for no such table."""
    first, *columns = first_line.split("\t")
    pairs = [column.split(" per ") for column in columns[1:]]
    is_table = first == "period" and columns[:1] == ["days"] and len(set(columns)) == len(columns)
    if not is_table or any(len(pair) != 2 or not {*pair} <= {*CURRENCY_CODES} for pair in pairs):
        shown = printable(str(path), 120)
        raise DatabaseError(f"{shown} is no table of rates: its columns are period, days and the like of CNY per USD")
    return columns


def is_rate(written: str) -> bool:
    """Whether a cell is empty or a number above zero in plain digits: no rate is negative, infinite or endless."""
    whole, _, fraction = written.partition(".")
    digits = whole + fraction
    in_digits = digits.isascii() and digits.isdigit() and len(whole) <= WHOLE_DIGITS and len(fraction) <= DECIMALS
    return not written or (in_digits and Decimal(written) > 0)
