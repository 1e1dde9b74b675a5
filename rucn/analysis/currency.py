"""Amounts in one currency, beside the one they are stated in, at the average rate of their period."""

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from rucn.model.words import CURRENCIES
from rucn.store.rates import UNRATED, Rate, Rates

if TYPE_CHECKING:
    from rucn.model.records import (
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
    from rucn.model.rows import FigureRow
    from rucn.model.vocabulary import Qualifier, TargetCurrency
    from rucn.store.dataset import Dataset

DOLLARS_TAKEN = "“dollars” is taken as US dollars"
NO_PERIOD = "no period of its own: the rate is that of {year}, the year of its source"
# Dollars, and not whose: `1.5 billion dollars`. Most words have none.
_ONLY_DOLLARS = r"(?<!\bus )(?<!\bu\.s\. )(?<!\bamerican )\bdollars?\b"


class Amount(NamedTuple):
    """What can be converted: a value in its unit, with its hedge and period, and the words that state it, if any do.

    `inferred` tells that the period's year is not printed in them. `unit` may be none of a currency and `value` None:
    then there is nothing to convert.
    """

    value: int | float | None
    unit: str | None
    qualifier: "Qualifier | None"
    period: str | None
    quote: str | None = None
    evidence: str = ""
    inferred: bool = False


class Conversion(NamedTuple):
    """An amount in another currency; `value` is None where it is not converted, and `note` says why."""

    value: int | float | None
    rate: Rate | None = None
    inferred: bool = False
    note: str | None = None


NOT_CONVERTED = Conversion(None)


def of_figure(figure: "Figure | FigureRow") -> Amount:
    """The amount of a figure."""
    told = (figure["value"], figure["unit"], figure["qualifier"], figure["period"])
    return Amount(*told, figure["quote"], figure["evidence"], figure["period_inferred"])


def of_reference(reference: "Reference") -> Amount:
    """The amount of a reference."""
    return Amount(reference["value"], reference["unit"], reference["qualifier"], reference["period"])


def of_project(dataset: "Dataset", project: "Project") -> Amount:
    """The investment in a project, of the period that the figure which states it is of, if any."""
    from rucn.queries.projects import cost_of

    cost = cost_of(dataset, dataset.projects[project["id"]])
    told = (project["investment"], project["currency"], project["investment_qualifier"])
    period, inferred = (cost["period"], cost["period_inferred"]) if cost else (None, False)
    return Amount(*told, period, project["quote"], " ".join(project["evidence"]), inferred)


class Converter:
    """Converts the amounts of records into one currency; `dataset` tells from which year a source speaks."""

    def __init__(self, dataset: "Dataset", rates: Rates, currency: str) -> None:
        self._dataset = dataset
        self._rates = rates
        self.currency = cast("TargetCurrency", currency)

    def trade_row(self, row: "TradeRow") -> "ConvertedTradeRow":
        """A trade row with its volume converted."""
        # The volume is the first of a row's figures.
        key = row["figures"][0]
        done = NOT_CONVERTED if row["volume"] is None else self.convert(of_figure(self._dataset.figures[key]))
        return {**row, "converted_volume": done.value, **self.rated(done, key)}

    def figure(self, figure: "Figure") -> "ConvertedFigure":
        """A figure with its amount converted; what is measured in percent or counted stays without one."""
        done = self.convert(of_figure(figure))
        return {**figure, "converted_value": done.value, **self.rated(done, figure["id"])}

    def project(self, project: "Project") -> "ConvertedProject":
        """A project with its investment converted: mostly at the rate of the year its source speaks from."""
        done = self.convert(of_project(self._dataset, project))
        return {**project, "converted_investment": done.value, **self.rated(done, project["id"])}

    def reference(self, reference: "Reference") -> "ConvertedReference":
        """A reference, or a figure in a series with them, with its amount converted."""
        stated = self._dataset.figures.get(reference["id"])
        done = self.convert(of_figure(stated) if stated else of_reference(reference))
        return {**reference, "converted_value": done.value, **self.rated(done, reference["id"])}

    def convert(self, amount: Amount) -> Conversion:
        """An amount in the currency of this converter.

        Without a period it is that of the year that the source of its quote speaks from.
        """
        if amount.value is None or amount.unit not in CURRENCIES:
            return NOT_CONVERTED
        dollars = DOLLARS_TAKEN if amount.unit == "USD" and _says_only_dollars(amount.evidence) else None
        if amount.unit == self.currency:
            return Conversion(amount.value, note=dollars)
        inferred = amount.period is None
        period = amount.period or (self._year(amount.quote) if amount.quote else None)
        if period is None:
            return Conversion(None, note="not converted: it has no period")
        rate = self._rates.rate(amount.unit, self.currency, period)
        if rate is None:
            return Conversion(None, note=f"not converted: {self._rates.missing(amount.unit, self.currency, period)}")
        notes = [dollars, NO_PERIOD.format(year=period) if inferred else None]
        value = rate.convert(amount.value, self.currency)
        return Conversion(value, rate, inferred, "; ".join(filter(None, notes)) or None)

    def rated(self, done: Conversion, key: str) -> "Rated":
        """How the amount of a record with an id was converted, as fields of a record."""
        if done.value is None:
            return {**UNRATED, "conversion_note": done.note}
        return {
            "converted_currency": self.currency,
            "rate": done.rate.value if done.rate else None,
            "rate_unit": done.rate.unit if done.rate else None,
            "rate_period": done.rate.period if done.rate else None,
            "rate_period_inferred": done.inferred,
            "rate_source": done.rate.source if done.rate else None,
            "conversion_note": done.note,
            "conversion": self.key(done, key),
        }

    def key(self, done: Conversion, key: str) -> str | None:
        """The id of a converted amount, by which it can be shown; None where nothing was computed."""
        return f"{key}.{self.currency.lower()}" if done.rate else None

    def _year(self, quote: str) -> str | None:
        published = self._dataset.sources[self._dataset.quotes[quote]["source"]]["published"]
        return published[:4] if published else None


def _says_only_dollars(evidence: str) -> bool:
    """Whether words speak of dollars, and not of whose."""
    words = evidence.lower()
    return "dollar" in words and re.search(_ONLY_DOLLARS, words) is not None
