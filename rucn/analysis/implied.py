"""What follows from the figures of a trade row: another period's volume, the overall trade, the national share.

Nothing is worked out from figures of different scope or partner. Where two hedges leave no word for the result,
UnsayableError is raised. Amounts are in units of their currency, growth rates and shares in percent.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from rucn.analysis.currency import Dated
from rucn.analysis.hedges import invert, product, quotient
from rucn.model.amounts import (
    Amount,
    Exact,
    amount,
    computed_money,
    computed_percent,
    exact,
    in_doubt,
    money,
    share,
    size,
)
from rucn.model.periods import before, same
from rucn.store.references import is_national

if TYPE_CHECKING:
    from rucn.model.records import Reference, TradeRow
    from rucn.model.vocabulary import Qualifier, Rule
    from rucn.store.rates import Rate, Rates

SHARE_DECIMALS = 4


class Implied(NamedTuple):
    """A value that follows from others: of the figures, references and rates that it rests on.

    `key` is its id: that of the figure it begins with, a point, and what is worked out.
    """

    key: str
    rule: Rule
    amount: Amount
    period: str | None
    formula: str
    rests_on: list[str]
    rate: Rate | None = None
    note: str | None = None

    def dated(self, quote: str, inferred: bool = False) -> Dated:
        """What of it can be converted (nothing of a share), given the quote that it rests on."""
        return Dated(self.amount, self.period, quote, inferred=inferred)


class Stated(NamedTuple):
    """The figures of a trade row: their amounts, and their ids by measure."""

    row: TradeRow
    ids: dict[str, str]

    @property
    def volume(self) -> Amount | None:
        """The volume."""
        return amount(self.row["volume"], self.row["currency"], self.row["volume_qualifier"])

    @property
    def growth(self) -> Amount | None:
        """The growth rate."""
        return amount(self.row["growth_percent"], "percent", self.row["growth_qualifier"])

    @property
    def share(self) -> Amount | None:
        """The share of the partner."""
        return amount(self.row["share_percent"], "percent")

    @property
    def said_volume(self) -> str:
        """The volume in words, marked where it is doubted."""
        return in_doubt(money(self.volume), self.row["volume_doubt"])

    @property
    def factor(self) -> str:
        """What a volume grows by, as a factor: `1 + 17 %`, `1 + more than 50 %`; marked where it is doubted."""
        rate = self.growth or Amount(0, "percent")
        grown = f"1 {'−' if rate.value < 0 else '+'} {share(rate._replace(value=size(rate.value)))}"
        return in_doubt(grown, self.row["growth_doubt"])


def volume_before(volume: Exact, growth_percent: Exact) -> Decimal | None:
    """The volume of the period before, from a volume and its growth since; None where a loss of all is stated."""
    return Decimal(volume) / (1 + Decimal(growth_percent) / 100) if growth_percent > -100 else None


def volume_after(volume: Exact, growth_percent: Exact) -> Decimal | None:
    """The volume of the period after, from a volume and the growth since; None where more than all is lost."""
    return volume * (1 + Decimal(growth_percent) / 100) if growth_percent >= -100 else None


def whole(part: Exact, share_percent: Exact) -> Decimal | None:
    """The whole of which a part is a share; None for a share of nothing, or of more than the whole."""
    return Decimal(part) / (Decimal(share_percent) / 100) if 0 < share_percent <= 100 else None


def earlier_volume(stated: Stated) -> Implied | None:
    """The volume of the period before, from the volume and growth of a row."""
    volume, rate, period = stated.volume, stated.growth, stated.row["period"]
    if volume is None or rate is None or period is None or stated.row["scope"] == "unclear":
        return None
    figures = [stated.ids["trade_volume"], stated.ids["trade_growth"]]
    qualifier = quotient(volume.qualifier, _hedge(rate))
    made = f"{stated.said_volume} [{figures[0]}] / ({stated.factor} [{figures[1]}])"
    value = volume_before(volume.value, rate.value)
    key, when = f"{figures[0]}.earlier", before(period)
    return _volume("earlier_volume", key, value, volume.unit, qualifier, when, made, figures)


def later_volume(stated: Stated, others: Iterable[Stated]) -> Implied | None:
    """The volume of a row that states its growth alone, from the volume that another row states for the year before.

    The other row is of the same region, partner, scope and speaker.
    """
    row, rate, period = stated.row, stated.growth, stated.row["period"]
    if row["volume"] is not None or rate is None or period is None or row["scope"] == "unclear":
        return None
    for other in others:
        if _whose(other.row) != _whose(row) or not same(other.row["period"], before(period)):
            continue
        volume = other.volume
        if volume is None:
            continue
        figures = [other.ids["trade_volume"], stated.ids["trade_growth"]]
        qualifier = product(volume.qualifier, _hedge(rate))
        made = f"{other.said_volume} [{figures[0]}] × ({stated.factor} [{figures[1]}])"
        value = volume_after(volume.value, rate.value)
        return _volume("later_volume", f"{figures[1]}.later", value, volume.unit, qualifier, period, made, figures)
    return None


def overall_volume(stated: Stated) -> Implied | None:
    """The region's trade with all partners, from the volume with one and that one's share."""
    volume, part = stated.volume, stated.share
    if volume is None or part is None or stated.row["scope"] != "bilateral":
        return None
    figures = [stated.ids["trade_volume"], stated.ids["trade_share"]]
    made = f"{stated.said_volume} [{figures[0]}] / {in_doubt(share(part), stated.row['share_doubt'])} [{figures[1]}]"
    value, period = whole(volume.value, part.value), stated.row["period"]
    key = f"{figures[0]}.overall"
    return _volume("overall_volume", key, value, volume.unit, volume.qualifier, period, made, figures)


def _whose(row: TradeRow) -> tuple[str | None, ...]:
    return row["region"], row["partner"], row["scope"], row["said_by"], row["quote_kind"]


def _volume(
    rule: Rule,
    key: str,
    value: Decimal | None,
    currency: str,
    qualifier: Qualifier | None,
    period: str | None,
    made: str,
    figures: list[str],
) -> Implied | None:
    """A volume that follows, in the currency of what is stated; None where there is no value."""
    if value is None:
        return None
    formula = f"{made} {computed_money(Amount(value, currency, qualifier))}"
    return Implied(key, rule, Amount(round(value), currency, qualifier), period, formula, figures)


def _hedge(rate: Amount) -> Qualifier | None:
    """The hedge of the factor that a volume grows by: a fall by more than 20 % leaves at most 80 %."""
    return invert(rate.qualifier) if rate.value < 0 else rate.qualifier


def national_share(stated: Stated, totals: Iterable[Reference], rates: Rates) -> Implied | None:
    """The part of a row's volume in the trade of the two countries in its period, as one of them reports that."""
    volume, period = stated.volume, stated.row["period"]
    total = None if volume is None else national_total(stated.row, totals)
    if volume is None or total is None or period is None:
        return None
    rate = None if volume.unit == total["unit"] else rates.rate(volume.unit, total["unit"], period)
    if rate is None and volume.unit != total["unit"]:
        return None
    whole_of = Amount(exact(total["value"]), total["unit"], total["qualifier"])
    part = Amount(rate.convert(volume.value, whole_of.unit) if rate else volume.value, whole_of.unit)
    value = 100 * Decimal(part.value) / whole_of.value
    qualifier = quotient(volume.qualifier, whole_of.qualifier)
    figures = [stated.ids["trade_volume"], total["id"]]
    converted = f" {rate} {computed_money(part)}" if rate else ""
    made = f"{stated.said_volume} [{figures[0]}]{converted} / {money(whole_of)} [{figures[1]}]"
    mirrored = "" if total["region"] == stated.row["country"] else " It is the partner’s that is taken."
    return Implied(
        key=f"{figures[0]}.national",
        rule="national_share",
        amount=Amount(round(value, SHARE_DECIMALS), "percent", qualifier),
        period=period,
        formula=f"{made} {computed_percent(Amount(value, 'percent', qualifier))}",
        rests_on=figures,
        rate=rate,
        note=f"The total is that of {total['publisher']}; who reports for the region may count otherwise.{mirrored}",
    )


def national_total(row: TradeRow, totals: Iterable[Reference]) -> Reference | None:
    """The trade of the two countries in the period of a bilateral row.

    It is the one that the region's own country reports where it does, else the partner's.
    """
    if row["scope"] != "bilateral" or row["partner"] is None:
        return None
    fitting = [
        one
        for one in totals
        if is_national(one, row["country"], row["partner"]) and one["value"] > 0 and same(one["period"], row["period"])
    ]
    return min(fitting, key=lambda one: one["region"] != row["country"], default=None)
