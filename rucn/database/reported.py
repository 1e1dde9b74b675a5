"""The questions on what other sources report, alone and beside what is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.database.questions import Questions
from rucn.queries.filters import Written

if TYPE_CHECKING:
    from rucn.model import records


class Reported(Questions):
    """Answers with references, and with claims beside them."""

    def references(
        self,
        *region: str,
        measure: Written = (),
        period: Written = (),
        currency: str | None = None,
        stated: bool = False,
    ) -> (
        list[records.Reference]
        | list[records.ConvertedReference]
        | list[records.SeriesPoint]
        | list[records.ConvertedSeriesPoint]
    ):
        """What other sources report of regions, federal districts and the two countries.

        With `stated` the figures of the quotes stand among them, in order of time, each told apart by its `basis`.
        """
        codes, measures = self._read.areas(region), self._read.terms(measure, "measure")
        periods, converter = self._read.periods(period), self._converter(currency)
        found: list[records.Reference] = self._wiring.references.references(codes, measures, periods)
        if stated:
            from rucn.queries.series import series

            points, left_out = series(self.dataset, found, codes, measures, periods)
            found = list(points)
            if left_out:
                self._remarks.tell(f"left out, as it is not stated with whom: {', '.join(left_out)}")
        self._remarks.doubts(record["id"] for record in found)
        if not found and not codes:
            self._remarks.tell("there is no such reference")
        for code in [one for one in codes if one not in {record["region"] for record in found}]:
            self._remarks.tell(f"there is no such reference on {self.dataset.area_name(code)}")
        if converter is None:
            return found
        converted = [converter.reference(record) for record in found]
        self._remarks.conversions(converter)
        return converted

    def compare(
        self, *region: str, period: Written = (), currency: str | None = None
    ) -> list[records.Comparison] | list[records.ConvertedComparison]:
        """Every claim beside what other sources report, with a verdict, and a question where it does not fit."""
        codes, periods, converter = self._read.regions(region), self._read.periods(period), self._converter(currency)
        comparer = self._wiring.comparer
        found = comparer.compare(codes, periods)
        answered = {code for code in codes if comparer.has_claims(code, periods)}
        self._remarks.silence("the sources state nothing that could be compared", codes, found, answered)
        self._remarks.doubts(one["claim"] for one in found)
        if converter is None:
            return found
        from rucn.analysis.compare.comparison import convert_comparison

        rows = [convert_comparison(self.dataset, one, converter) for one in found]
        self._remarks.conversions(converter)
        return rows
