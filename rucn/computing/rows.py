"""Trade rows with what follows from them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from rucn.computing.hedges import UnsayableError
from rucn.computing.implied import Implied, earlier_volume, later_volume, national_share, overall_volume
from rucn.trade import trade_rows

if TYPE_CHECKING:
    from rucn.computing.conversion import Converter
    from rucn.dataset import Dataset
    from rucn.rates import Rates
    from rucn.records import ConvertedTradeRow, ImpliedTradeRow, Reference, TradeRow
    from rucn.vocabulary import Qualifier

NOT_CONVERTED: dict[str, Any] = {
    "converted_volume": None,
    "converted_currency": None,
    "rate": None,
    "rate_unit": None,
    "rate_period": None,
    "rate_period_inferred": False,
    "rate_source": None,
    "conversion_note": None,
    "conversion": None,
}


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

    def all(self) -> Iterable[Implied]:
        """All that follows from the rows of the dataset."""
        for row, _ in self._all:
            found = (self.another_volume(row), self.overall(row), self.share(row))
            yield from (one for one in found if one is not None)

    def row(self, row: "TradeRow | ConvertedTradeRow", converter: "Converter | None") -> "ImpliedTradeRow":
        """A trade row with what follows from it, in a currency too where there is a converter."""
        volume, overall, share = self.another_volume(row), self.overall(row), self.share(row)
        done = converter.amount(volume.value, volume.unit, volume.period, None) if converter and volume else None
        added: dict[str, Any] = {
            "implied_volume": volume.value if volume else None,
            "implied_currency": volume.unit if volume else None,
            "implied_period": volume.period if volume else None,
            **_rest("implied", volume),
            "implied_converted_volume": done.value if done else None,
            "implied_rate": done.rate.value if done and done.rate else None,
            "implied_rate_unit": done.rate.unit if done and done.rate else None,
            "implied_rate_source": done.rate.source if done and done.rate else None,
            "overall_volume": overall.value if overall else None,
            "overall_currency": overall.unit if overall else None,
            **_rest("overall", overall),
            "national_share_percent": share.value if share else None,
            **_rest("national_share", share),
        }
        return cast("ImpliedTradeRow", {**NOT_CONVERTED, **row, **added} if converter is None else {**row, **added})


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
