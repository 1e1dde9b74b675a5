"""Trade rows with what follows from them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from rucn.analysis.hedges import UnsayableError
from rucn.analysis.implied import Implied, earlier_volume, later_volume, national_share, overall_volume
from rucn.queries.trade import trade_rows
from rucn.store.rates import UNRATED

if TYPE_CHECKING:
    from rucn.analysis.currency import Converter
    from rucn.model.records import ConvertedTradeRow, ImpliedTradeRow, Reference, TradeRow
    from rucn.model.vocabulary import Qualifier
    from rucn.store.dataset import Dataset
    from rucn.store.rates import Rates


# What follows from a row in a currency, where none is asked for.
IN_NO_CURRENCY: dict[str, Any] = dict.fromkeys(
    (
        "implied_converted_volume",
        "implied_converted_currency",
        "implied_rate",
        "implied_rate_unit",
        "implied_rate_source",
        "implied_conversion_note",
        "implied_conversion",
        "overall_converted_volume",
        "overall_conversion",
    )
)


class Inference:
    """What follows from the trade rows of a dataset, with the totals of the two countries' trade that references give.

    `totals` are references on the trade volume of the two countries.
    """

    def __init__(self, dataset: "Dataset", totals: "Iterable[Reference]", rates: "Rates") -> None:
        self._dataset = dataset
        self._totals = list(totals)
        self._rates = rates
        self._all = [(row, self.ids(row)) for row in trade_rows(dataset)]

    def ids(self, row: "TradeRow") -> dict[str, str]:
        """The ids of a row's figures, by measure."""
        return {self._dataset.figures[key]["measure"]: key for key in row["figures"]}

    def another_volume(self, row: "TradeRow") -> Implied | None:
        """The volume of the period before a row's, or of its own where the row states its growth alone."""
        ids = self.ids(row)
        return _sayable(lambda: earlier_volume(row, ids) or later_volume(row, ids, self._all))

    def overall(self, row: "TradeRow") -> Implied | None:
        """The region's trade with all partners."""
        return _sayable(lambda: overall_volume(row, self.ids(row)))

    def share(self, row: "TradeRow") -> Implied | None:
        """The part of a row's volume in the trade of the two countries."""
        return _sayable(lambda: national_share(row, self.ids(row), self._totals, self._rates))

    def publisher(self, share: Implied) -> str | None:
        """Who reports the trade of the two countries that a volume is a part of."""
        return next((one["publisher"] for one in self._totals if one["id"] in share.rests_on), None)

    def all(self) -> Iterable[Implied]:
        """All that follows from the rows of the dataset."""
        for row, _ in self._all:
            found = (self.another_volume(row), self.overall(row), self.share(row))
            yield from (one for one in found if one is not None)

    def row(self, row: "TradeRow | ConvertedTradeRow", converter: "Converter | None") -> "ImpliedTradeRow":
        """A trade row with what follows from it, in a currency too where there is a converter."""
        volume, overall, share = self.another_volume(row), self.overall(row), self.share(row)
        added: dict[str, Any] = {
            "implied_volume": volume.value if volume else None,
            "implied_currency": volume.unit if volume else None,
            "implied_period": volume.period if volume else None,
            **_rest("implied", volume),
            **IN_NO_CURRENCY,
            "overall_volume": overall.value if overall else None,
            "overall_currency": overall.unit if overall else None,
            **_rest("overall", overall),
            "national_share_percent": share.value if share else None,
            **_rest("national_share", share),
            "national_share_publisher": self.publisher(share) if share else None,
        }
        if converter is None:
            return cast("ImpliedTradeRow", {**row, "converted_volume": None, **UNRATED, **added})
        quote = row["quotes"][0]
        return cast("ImpliedTradeRow", {**row, **added, **_in_currency(volume, overall, quote, converter)})


def _in_currency(volume: Implied | None, overall: Implied | None, quote: str, converter: "Converter") -> dict[str, Any]:
    """What follows from a row in a currency; the overall trade is of the row's period and unit, and so at its rate."""
    found = dict(IN_NO_CURRENCY)
    if volume is not None:
        done = converter.convert(volume.amount._replace(quote=quote))
        rated = converter.rated(done, volume.key)
        found["implied_converted_volume"] = done.value
        found |= {f"implied_{field}": value for field, value in rated.items() if f"implied_{field}" in found}
    if overall is not None:
        done = converter.convert(overall.amount._replace(quote=quote))
        found |= {"overall_converted_volume": done.value, "overall_conversion": converter.key(done, overall.key)}
    return found


def _sayable(work_out: Callable[[], Implied | None]) -> Implied | None:
    try:
        return work_out()
    except UnsayableError:
        return None


def _rest(prefix: str, found: Implied | None) -> "dict[str, Qualifier | str | list[str] | None]":
    return {
        f"{prefix}_qualifier": found.qualifier if found else None,
        f"{prefix}_formula": found.formula if found else None,
        f"{prefix}_from": found.rests_on if found else [],
        f"{prefix}_id": found.key if found else None,
    }
