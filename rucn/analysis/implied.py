"""What follows from the figures of a trade row: another period's volume, the overall trade, the national share.

Nothing is worked out from figures of different scope or partner. Where two hedges leave no word for the result,
UnsayableError is raised. Amounts are in units of their currency, growth rates and shares in percent.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from rucn.analysis.hedges import product, quotient, turned
from rucn.model.amounts import computed_money, computed_percent, money, share
from rucn.model.periods import before, same
from rucn.store.references import is_national

if TYPE_CHECKING:
    from rucn.analysis.currency import Amount
    from rucn.model.records import Reference, TradeRow
    from rucn.model.vocabulary import Qualifier, Rule
    from rucn.store.rates import Rate, Rates


class Implied(NamedTuple):
    """A value that follows from others: of the figures, references and rates that it rests on.

    `key` is its id: that of the figure it begins with, a point, and what is worked out.
    """

    key: str
    rule: "Rule"
    value: int | float
    unit: str
    qualifier: "Qualifier | None"
    period: str | None
    formula: str
    rests_on: list[str]
    rate: "Rate | None" = None
    note: str | None = None

    @property
    def amount(self) -> "Amount":
        """What of it can be converted: nothing of a share."""
        from rucn.analysis.currency import Amount

        return Amount(self.value, self.unit, self.qualifier, self.period)


def volume_before(volume: float, growth_percent: float) -> float | None:
    """The volume of the period before, from a volume and its growth since; None where a loss of all is stated."""
    return volume / (1 + growth_percent / 100) if growth_percent > -100 else None


def volume_after(volume: float, growth_percent: float) -> float | None:
    """The volume of the period after, from a volume and the growth since; None where more than all is lost."""
    return volume * (1 + growth_percent / 100) if growth_percent >= -100 else None


def whole(part: float, share_percent: float) -> float | None:
    """The whole of which a part is a share; None for a share that is none, or is more than the whole."""
    return part / (share_percent / 100) if 0 < share_percent <= 100 else None


def earlier_volume(row: "TradeRow", ids: dict[str, str]) -> Implied | None:
    """The volume of the period before, from the volume and growth of a row; `ids` are its figures' by measure."""
    volume, rate, period = row["volume"], row["growth_percent"], row["period"]
    if volume is None or rate is None or period is None or row["scope"] == "unclear":
        return None
    figures = [ids["trade_volume"], ids["trade_growth"]]
    qualifier = quotient(row["volume_qualifier"], _hedge(rate, row["growth_qualifier"]))
    made = f"{_stated(row)} [{figures[0]}] / ({_grown(rate, row['growth_qualifier'])} [{figures[1]}])"
    value, when = volume_before(volume, rate), before(period)
    return _volume("earlier_volume", f"{figures[0]}.earlier", value, row, qualifier, when, made, figures)


def later_volume(
    row: "TradeRow", ids: dict[str, str], others: "Iterable[tuple[TradeRow, dict[str, str]]]"
) -> Implied | None:
    """The volume of a row that states its growth alone, from the volume that another row states for the year before.

    The other row is of the same region, partner, scope and speaker.
    """
    rate, period = row["growth_percent"], row["period"]
    if row["volume"] is not None or rate is None or period is None or row["scope"] == "unclear":
        return None
    for other, other_ids in others:
        alike = all(other[field] == row[field] for field in ("region", "partner", "scope", "official_name"))
        if not alike or other["volume"] is None or not same(other["period"], before(period)):
            continue
        figures = [other_ids["trade_volume"], ids["trade_growth"]]
        qualifier = product(other["volume_qualifier"], _hedge(rate, row["growth_qualifier"]))
        made = f"{_stated(other)} [{figures[0]}] × ({_grown(rate, row['growth_qualifier'])} [{figures[1]}])"
        value = volume_after(other["volume"], rate)
        return _volume("later_volume", f"{figures[1]}.later", value, other, qualifier, period, made, figures)
    return None


def overall_volume(row: "TradeRow", ids: dict[str, str]) -> Implied | None:
    """The region's trade with all partners, from the volume with one and that one's share."""
    volume, percent = row["volume"], row["share_percent"]
    if volume is None or percent is None or row["scope"] != "bilateral":
        return None
    figures, qualifier = [ids["trade_volume"], ids["trade_share"]], row["volume_qualifier"]
    made = f"{_stated(row)} [{figures[0]}] / {share(percent)} [{figures[1]}]"
    value, period = whole(volume, percent), row["period"]
    return _volume("overall_volume", f"{figures[0]}.overall", value, row, qualifier, period, made, figures)


def _volume(
    rule: "Rule",
    key: str,
    value: float | None,
    stated: "TradeRow",
    qualifier: "Qualifier | None",
    period: str | None,
    made: str,
    figures: list[str],
) -> Implied | None:
    """A volume that follows, in the currency of a row that states one; None where its value is none."""
    currency = stated["currency"]
    if value is None or currency is None:
        return None
    formula = f"{made} {computed_money(value, currency, qualifier)}"
    return Implied(key, rule, round(value), currency, qualifier, period, formula, figures)


def _stated(row: "TradeRow") -> str:
    return money(row["volume"], row["currency"], row["volume_qualifier"])


def _hedge(rate: float, qualifier: "Qualifier | None") -> "Qualifier | None":
    """The hedge of the factor that a volume grows by: a fall by more than 20 % leaves at most 80 %."""
    return turned(qualifier) if rate < 0 else qualifier


def _grown(rate: float, qualifier: str | None) -> str:
    """What a volume grows by, as a factor: `1 + 17 %`, `1 + more than 50 %`."""
    return f"1 {'−' if rate < 0 else '+'} {share(abs(rate), qualifier)}"


def national_share(
    row: "TradeRow", ids: dict[str, str], totals: "Iterable[Reference]", rates: "Rates"
) -> Implied | None:
    """The part of a row's volume in the trade of the two countries in its period, as one of them reports that."""
    volume, currency, period = row["volume"], row["currency"], row["period"]
    total = None if volume is None else national_total(row, totals)
    if volume is None or currency is None or total is None or period is None:
        return None
    rate = None if currency == total["unit"] else rates.rate(currency, total["unit"], period)
    if rate is None and currency != total["unit"]:
        return None
    part = rate.convert(volume, total["unit"]) if rate else volume
    qualifier = quotient(row["volume_qualifier"], total["qualifier"])
    value = 100 * part / total["value"]
    figures = [ids["trade_volume"], total["id"]]
    converted = f" {rate} {computed_money(part, total['unit'])}" if rate else ""
    whole_of = money(total["value"], total["unit"], total["qualifier"])
    made = f"{_stated(row)} [{figures[0]}]{converted} / {whole_of} [{figures[1]}] {computed_percent(value, qualifier)}"
    mirrored = "" if total["region"] == row["country"] else " It is the partner’s that is taken."
    return Implied(
        key=f"{figures[0]}.national",
        rule="national_share",
        value=round(value, 4),
        unit="percent",
        qualifier=qualifier,
        period=period,
        formula=made,
        rests_on=figures,
        rate=rate,
        note=f"The total is that of {total['publisher']}; who reports for the region may count otherwise.{mirrored}",
    )


def national_total(row: "TradeRow", totals: "Iterable[Reference]") -> "Reference | None":
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
