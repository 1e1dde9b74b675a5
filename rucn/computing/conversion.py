"""Amounts in one currency, beside the one they are stated in, at the average rate of their period."""

from typing import TYPE_CHECKING, NamedTuple, cast

from rucn.rates import Rate, Rates

if TYPE_CHECKING:
    from rucn.dataset import Dataset
    from rucn.records import (
        ConvertedFigure,
        ConvertedProject,
        ConvertedReference,
        ConvertedTradeRow,
        Figure,
        Project,
        Rated,
        Reference,
        TradeRow,
    )
    from rucn.vocabulary import TargetCurrency

CURRENCIES = ("USD", "CNY", "RUB", "EUR")
DOLLARS_TAKEN = "“dollars” is taken as US dollars"
NO_PERIOD = "no period of its own: the rate is that of {year}, the year of its source"


class Conversion(NamedTuple):
    """An amount in another currency; `value` is None where it is not converted, and `note` says why."""

    value: int | float | None
    rate: Rate | None = None
    inferred: bool = False
    note: str | None = None


class Converter:
    """Converts the amounts of records into one currency; `dataset` tells from which year a source speaks."""

    def __init__(self, dataset: "Dataset", rates: Rates, currency: str) -> None:
        self._dataset = dataset
        self._rates = rates
        self.currency = cast("TargetCurrency", currency)

    def trade_row(self, row: "TradeRow") -> "ConvertedTradeRow":
        """A trade row with its volume converted."""
        done = self.amount(row["volume"], row["currency"], row["period"], row["quotes"][0])
        # The volume is the first of a row's figures.
        return {**row, "converted_volume": done.value, **self._rated(done, row["figures"][0])}

    def figure(self, figure: "Figure") -> "ConvertedFigure":
        """A figure with its amount converted; what is measured in percent or counted stays without one."""
        done = self.amount(
            figure["value"], figure["unit"], figure["period"], figure["quote"], evidence=figure["evidence"]
        )
        return {**figure, "converted_value": done.value, **self._rated(done, figure["id"])}

    def project(self, project: "Project") -> "ConvertedProject":
        """A project with its investment converted: at the rate of the year its source speaks from."""
        done = self.amount(
            project["investment"],
            project["currency"],
            self.period_of(project),
            project["quote"],
            evidence=" ".join(project["evidence"]),
        )
        return {**project, "converted_investment": done.value, **self._rated(done, project["id"])}

    def reference(self, reference: "Reference") -> "ConvertedReference":
        """A reference with its amount converted."""
        done = self.amount(reference["value"], reference["unit"], reference["period"], None)
        return {**reference, "converted_value": done.value, **self._rated(done, reference["id"])}

    def period_of(self, project: "Project") -> str | None:
        """The period of a project's investment, where a figure states both: that of the figure."""
        for figure in self._dataset.figures.values():
            same = figure["quote"] == project["quote"] and figure["value"] == project["investment"]
            if same and figure["unit"] == project["currency"]:
                return figure["period"]
        return None

    def amount(
        self, value: float | None, unit: str | None, period: str | None, quote: str | None, evidence: str = ""
    ) -> Conversion:
        """An amount of a period, in the currency of this converter.

        Without a period it is that of the year that the source of the `quote` speaks from. `unit` may be none of a
        currency, and `value` None: then there is nothing to convert.
        """
        if value is None or unit not in CURRENCIES:
            return Conversion(None)
        dollars = DOLLARS_TAKEN if unit == "USD" and _says_only_dollars(evidence) else None
        if unit == self.currency:
            return Conversion(value, note=dollars)
        inferred = period is None
        period = period or (self._year(quote) if quote else None)
        if period is None:
            return Conversion(None, note="not converted: it has no period")
        rate = self._rates.rate(unit, self.currency, period)
        if rate is None:
            return Conversion(None, note=self._unrated(unit, period))
        notes = [dollars, NO_PERIOD.format(year=period) if inferred else None]
        return Conversion(rate.convert(value, self.currency), rate, inferred, "; ".join(filter(None, notes)) or None)

    def _unrated(self, unit: str, period: str) -> str:
        """Why there is no rate: the history of one of the currencies does not cover the period."""
        ends = min((self._rates.last(unit) or "", unit), (self._rates.last(self.currency) or "", self.currency))
        return f"not converted: no average rate of {period} (those of {ends[1]} end with {ends[0]})"

    def _year(self, quote: str) -> str | None:
        published = self._dataset.sources[self._dataset.quotes[quote]["source"]]["published"]
        return published[:4] if published else None

    def _rated(self, done: Conversion, key: str) -> "Rated":
        return {
            "converted_currency": None if done.value is None else self.currency,
            "rate": done.rate.value if done.rate else None,
            "rate_unit": done.rate.unit if done.rate else None,
            "rate_period": done.rate.period if done.rate else None,
            "rate_period_inferred": done.inferred,
            "rate_source": done.rate.source if done.rate else None,
            "conversion_note": done.note,
            "conversion": f"{key}.{self.currency.lower()}" if done.rate else None,
        }


def _says_only_dollars(evidence: str) -> bool:
    """Whether words speak of dollars, and not of whose."""
    words = evidence.replace("US dollar", "").replace("USD", "")
    return "dollar" in words.lower()
