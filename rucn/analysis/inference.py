"""Trade rows with what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from rucn.analysis.currency import NOT_CONVERTED, Conversion
from rucn.analysis.hedges import UnsayableError
from rucn.analysis.implied import Implied, Stated, earlier_volume, later_volume, national_share, overall_volume
from rucn.model.amounts import as_json
from rucn.queries.provenance import doubt_behind
from rucn.queries.trade import trade_rows
from rucn.store.rates import UNRATED

if TYPE_CHECKING:
    from rucn.analysis.currency import Converter
    from rucn.model.records import ConvertedTradeRow, ImpliedTradeRow, Reference, TradeRow
    from rucn.store.dataset import Dataset
    from rucn.store.rates import Rates


class Inference:
    """What follows from the trade rows of a dataset, with the totals of the two countries' trade that references give.

    `totals` are references on the trade volume of the two countries.
    """

    def __init__(self, dataset: Dataset, totals: Iterable[Reference], rates: Rates) -> None:
        self._dataset = dataset
        self._totals = list(totals)
        self._rates = rates

    def another_volume(self, row: TradeRow) -> Implied | None:
        """The volume of the period before a row's, or of its own where the row states its growth alone."""
        stated = self._stated(row)
        others = self._with_volume.get(row["region"], ())
        return _sayable(lambda: earlier_volume(stated) or later_volume(stated, others))

    def overall(self, row: TradeRow) -> Implied | None:
        """The region's trade with all partners."""
        return _sayable(lambda: overall_volume(self._stated(row)))

    def share(self, row: TradeRow) -> Implied | None:
        """The part of a row's volume in the trade of the two countries."""
        return _sayable(lambda: national_share(self._stated(row), self._totals, self._rates))

    def implied(self, key: str) -> Implied | None:
        """What follows under an id; None where nothing does."""
        return next((one for rows in self._of_region.values() for one in self._following(rows) if one.key == key), None)

    def with_implied(self, row: TradeRow) -> ImpliedTradeRow:
        """A trade row with what follows from it."""
        return self._row({**row, "converted_volume": None, **UNRATED}, None)

    def with_converted(self, row: ConvertedTradeRow, converter: Converter) -> ImpliedTradeRow:
        """A trade row whose volume is converted, with what follows from it, in that currency too."""
        return self._row(row, converter)

    def _row(self, row: ConvertedTradeRow, converter: Converter | None) -> ImpliedTradeRow:
        volume, overall, share = self.another_volume(row), self.overall(row), self.share(row)
        quote = row["quotes"][0]
        done = converter.convert(volume.dated(quote)) if converter and volume else NOT_CONVERTED
        rated = converter.rate_fields(done, volume.key) if converter and volume else UNRATED
        # The overall trade is of the row's period and unit, and so at its rate.
        overall_done = converter.convert(overall.dated(quote)) if converter and overall else NOT_CONVERTED
        return {
            **row,
            "implied_volume": _value(volume),
            "implied_currency": volume.amount.unit if volume else None,
            "implied_period": volume.period if volume else None,
            "implied_qualifier": volume.amount.qualifier if volume else None,
            "implied_doubt": self._doubt(volume),
            "implied_formula": volume.formula if volume else None,
            "implied_from": volume.rests_on if volume else [],
            "implied_id": volume.key if volume else None,
            "implied_converted_volume": done.value,
            "implied_converted_currency": rated["converted_currency"],
            "implied_rate": rated["rate"],
            "implied_rate_unit": rated["rate_unit"],
            "implied_rate_source": rated["rate_source"],
            "implied_conversion_note": rated["conversion_note"],
            "implied_conversion": rated["conversion"],
            "overall_converted_volume": overall_done.value,
            "overall_conversion": _key(converter, overall_done, overall),
            "overall_volume": _value(overall),
            "overall_currency": overall.amount.unit if overall else None,
            "overall_qualifier": overall.amount.qualifier if overall else None,
            "overall_doubt": self._doubt(overall),
            "overall_formula": overall.formula if overall else None,
            "overall_from": overall.rests_on if overall else [],
            "overall_id": overall.key if overall else None,
            "national_share_percent": _value(share),
            "national_share_qualifier": share.amount.qualifier if share else None,
            "national_share_doubt": self._doubt(share),
            "national_share_formula": share.formula if share else None,
            "national_share_from": share.rests_on if share else [],
            "national_share_id": share.key if share else None,
            "national_share_publisher": self._publisher(share) if share else None,
        }

    def _doubt(self, found: Implied | None) -> str | None:
        return doubt_behind(self._dataset, found.rests_on) if found else None

    def _publisher(self, share: Implied) -> str | None:
        """Who reports the trade of the two countries that a volume is a part of."""
        return next((one["publisher"] for one in self._totals if one["id"] in share.rests_on), None)

    def _following(self, rows: Iterable[Stated]) -> Iterable[Implied]:
        for stated in rows:
            found = (self.another_volume(stated.row), self.overall(stated.row), self.share(stated.row))
            yield from (one for one in found if one is not None)

    def _stated(self, row: TradeRow) -> Stated:
        return Stated(row, {self._dataset.figures[key]["measure"]: key for key in row["figures"]})

    @cached_property
    def _of_region(self) -> dict[str, list[Stated]]:
        """The trade rows of the dataset by region."""
        found: dict[str, list[Stated]] = {}
        for row in trade_rows(self._dataset):
            found.setdefault(row["region"], []).append(self._stated(row))
        return found

    @cached_property
    def _with_volume(self) -> dict[str, list[Stated]]:
        """Those that state a volume, by region."""
        found = self._of_region.items()
        return {code: [stated for stated in rows if stated.row["volume"] is not None] for code, rows in found}


def _value(found: Implied | None) -> int | float | None:
    return as_json(found.amount.value) if found else None


def _key(converter: Converter | None, done: Conversion, overall: Implied | None) -> str | None:
    return converter.key(done, overall.key) if converter and overall else None


def _sayable(work_out: Callable[[], Implied | None]) -> Implied | None:
    try:
        return work_out()
    except UnsayableError:
        return None
