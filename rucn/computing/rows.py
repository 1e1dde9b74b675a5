"""Trade rows with what follows from them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from rucn.computing.conversion import NOT_CONVERTED, conversion_key, rated
from rucn.computing.hedges import UnsayableError
from rucn.computing.implied import Implied, earlier_volume, later_volume, national_share, overall_volume
from rucn.trade import trade_rows

if TYPE_CHECKING:
    from rucn.computing.conversion import Converter
    from rucn.dataset import Dataset
    from rucn.rates import Rates
    from rucn.records import ConvertedTradeRow, ImpliedTradeRow, Reference, TradeRow
    from rucn.vocabulary import Qualifier


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
        in_currency, whole = (
            converter.convert(one.amount) if converter and one else NOT_CONVERTED for one in (volume, overall)
        )
        code = converter.currency if converter else None
        added: dict[str, Any] = {
            "implied_volume": volume.value if volume else None,
            "implied_currency": volume.unit if volume else None,
            "implied_period": volume.period if volume else None,
            **_rest("implied", volume),
            "implied_converted_volume": in_currency.value,
            "implied_converted_currency": None if in_currency.value is None else code,
            "implied_rate": in_currency.rate.value if in_currency.rate else None,
            "implied_rate_unit": in_currency.rate.unit if in_currency.rate else None,
            "implied_rate_source": in_currency.rate.source if in_currency.rate else None,
            "implied_conversion_note": in_currency.note,
            "implied_conversion": conversion_key(in_currency, code, volume.key if volume else ""),
            "overall_volume": overall.value if overall else None,
            "overall_currency": overall.unit if overall else None,
            **_rest("overall", overall),
            # Of the same period and unit as the row's volume, and so at the same rate.
            "overall_converted_volume": whole.value,
            "overall_conversion": conversion_key(whole, code, overall.key if overall else ""),
            "national_share_percent": share.value if share else None,
            **_rest("national_share", share),
            "national_share_publisher": self.publisher(share) if share else None,
        }
        unasked = {"converted_volume": None, **rated(NOT_CONVERTED, None, "")} if converter is None else {}
        return cast("ImpliedTradeRow", {**row, **unasked, **added})


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
