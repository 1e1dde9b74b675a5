"""Amounts in one currency, beside the one they are stated in, at the average rate of their period."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rucn.model.amounts import Amount, amount, as_json
from rucn.model.currencies import CURRENCY_CODES
from rucn.queries.links import cost_of
from rucn.store.rates import UNRATED, Rate, Rates

if TYPE_CHECKING:
    from rucn.model.records import (
        ConvertedFigure,
        ConvertedProject,
        ConvertedReference,
        ConvertedRegionProfile,
        ConvertedTradeRow,
        Figure,
        Project,
        Rated,
        Reference,
        RegionProfile,
        TradeRow,
    )
    from rucn.model.rows import FigureRow
    from rucn.store.dataset import Dataset

DOLLARS_TAKEN = "“dollars” is taken as US dollars"
NO_PERIOD = "no period of its own: the rate is that of {year}, the year of its source"


class Dated(NamedTuple):
    """An amount of a period, and the quote that states it, if one does.

    `inferred` tells that its period is, `unit_inferred` that its currency is. Without an amount there is nothing to
    convert.
    """

    amount: Amount | None
    period: str | None
    quote: str | None = None
    inferred: bool = False
    unit_inferred: bool = False


class Conversion(NamedTuple):
    """An amount in another currency; None where it is not converted, and `notes` say why and what was assumed."""

    amount: Amount | None
    rate: Rate | None = None
    inferred: bool = False
    notes: tuple[str, ...] = ()

    @property
    def value(self) -> int | float | None:
        """The converted value as a number of JSON."""
        return as_json(self.amount.value) if self.amount else None

    @property
    def note(self) -> str | None:
        """The notes as one text."""
        return "; ".join(self.notes) or None


NOT_CONVERTED = Conversion(None)


def of_figure(figure: Figure | FigureRow) -> Dated:
    """The amount of a figure."""
    stated = amount(figure["value"], figure["unit"], figure["qualifier"])
    unit_inferred = "unit" in figure["inferred"]
    return Dated(stated, figure["period"], figure["quote"], figure["period_inferred"], unit_inferred)


def of_reference(reference: Reference) -> Dated:
    """The amount of a reference."""
    return Dated(amount(reference["value"], reference["unit"], reference["qualifier"]), reference["period"])


def of_project(dataset: Dataset, project: Project) -> Dated:
    """The investment in a project, of the period that the figure which states it is of, if any."""
    cost = cost_of(dataset, dataset.projects[project["id"]])
    stated = amount(project["investment"], project["currency"], project["investment_qualifier"])
    period, inferred = (cost["period"], cost["period_inferred"]) if cost else (None, False)
    return Dated(stated, period, project["quote"], inferred, "currency" in project["inferred"])


class Converter:
    """Converts the amounts of records into one currency.

    Attributes:
        currency: ISO 4217.
        noted: What was assumed, and why something was not converted: the id of each amount, and the remark.
    """

    def __init__(self, dataset: Dataset, rates: Rates, currency: str) -> None:
        self._dataset = dataset
        self._rates = rates
        self.currency = currency
        self.noted: list[tuple[str, str]] = []

    def trade_row(self, row: TradeRow) -> ConvertedTradeRow:
        """A trade row with its volume converted."""
        # The volume is the first of a row's figures.
        key = row["figures"][0]
        done = NOT_CONVERTED if row["volume"] is None else self.convert(of_figure(self._dataset.figures[key]))
        return {**row, "converted_volume": done.value, **self.rate_fields(done, key)}

    def figure(self, figure: Figure) -> ConvertedFigure:
        """A figure with its amount converted; what is measured in percent or counted stays without one."""
        done = self.convert(of_figure(figure))
        return {**figure, "converted_value": done.value, **self.rate_fields(done, figure["id"])}

    def project(self, project: Project) -> ConvertedProject:
        """A project with its investment converted: mostly at the rate of the year its source speaks from."""
        done = self.convert(of_project(self._dataset, project))
        return {**project, "converted_investment": done.value, **self.rate_fields(done, project["id"])}

    def reference(self, reference: Reference) -> ConvertedReference:
        """A reference, or a figure in a series with them, with its amount converted."""
        stated = self._dataset.figures.get(reference["id"])
        done = self.convert(of_figure(stated) if stated else of_reference(reference))
        return {**reference, "converted_value": done.value, **self.rate_fields(done, reference["id"])}

    def profile(self, profile: RegionProfile) -> ConvertedRegionProfile:
        """A region's profile with its amounts converted."""
        return {
            "region": profile["region"],
            "trade": [self.trade_row(row) for row in profile["trade"]],
            "figures": [self.figure(one) for one in profile["figures"]],
            "projects": [self.project(one) for one in profile["projects"]],
            "ties": profile["ties"],
            "officials": profile["officials"],
            "quotes": profile["quotes"],
            "references": [self.reference(one) for one in profile["references"]],
            "project_events": profile["project_events"],
        }

    def convert(self, dated: Dated) -> Conversion:
        """An amount in the currency of this converter.

        Without a period it is that of the year that the source of its quote speaks from.
        """
        stated = dated.amount
        if stated is None or stated.unit not in CURRENCY_CODES:
            return NOT_CONVERTED
        dollars = (DOLLARS_TAKEN,) if dated.unit_inferred else ()
        if stated.unit == self.currency:
            return Conversion(stated, notes=dollars)
        inferred = dated.period is None
        period = dated.period or (self._year(dated.quote) if dated.quote else None)
        if period is None:
            return Conversion(None, notes=("not converted: it has no period",))
        rate = self._rates.rate(stated.unit, self.currency, period)
        if rate is None:
            missing = self._rates.missing(stated.unit, self.currency, period)
            return Conversion(None, notes=(f"not converted: {missing}",))
        converted = Amount(rate.convert(stated.value, self.currency), self.currency, stated.qualifier)
        notes = (*dollars, NO_PERIOD.format(year=period)) if inferred else dollars
        return Conversion(converted, rate, inferred, notes)

    def rate_fields(self, done: Conversion, key: str) -> Rated:
        """How the amount of a record with an id was converted, as fields of a record."""
        self.noted += [(key, note) for note in done.notes]
        if done.amount is None:
            return {**UNRATED, "conversion_note": done.note}
        rate = done.rate
        return {
            "converted_currency": self.currency,
            "rate": float(rate.value) if rate else None,
            "rate_unit": rate.unit if rate else None,
            "rate_period": rate.period if rate else None,
            "rate_period_inferred": done.inferred,
            "rate_source": rate.source if rate else None,
            "conversion_note": done.note,
            "conversion": self.key(done, key),
        }

    def key(self, done: Conversion, key: str) -> str | None:
        """The id of a converted amount, by which it can be shown; None where nothing was computed."""
        return f"{key}.{self.currency.lower()}" if done.rate else None

    def _year(self, quote: str) -> str | None:
        published = self._dataset.sources[self._dataset.quotes[quote]["source"]]["published"]
        return published[:4] if published else None
