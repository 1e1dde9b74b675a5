"""The questions on what other sources report, alone and beside what is stated."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, overload

from rucn.database.questions import Questions
from rucn.model.vocabulary import VERDICTS
from rucn.queries.areas import is_about_any, is_reference_about
from rucn.queries.filters import Written, as_list

if TYPE_CHECKING:
    from typing import Literal, Unpack

    from rucn.database.filters import ClaimFilters, ReferenceFilters
    from rucn.model import records
    from rucn.model.records import Comparison, ConvertedComparison
    from rucn.queries.criteria import Area


class Claims(NamedTuple):
    """Claims beside what others report, as asked for, and the best answer to each, whatever its verdict."""

    records: list[Comparison] | list[ConvertedComparison]
    answers: list[Comparison]

    @property
    def best(self) -> Sequence[Comparison]:
        """The records that are the best answers to their claims."""
        best = set(map(_key, self.answers))
        return [one for one in self.records if _key(one) in best]


class Reported(Questions):
    """Answers with references, and with claims beside them."""

    @overload
    def references(
        self, *regions: str, currency: None = None, stated: Literal[False] = False, **filters: Unpack[ReferenceFilters]
    ) -> list[records.Reference]: ...
    @overload
    def references(
        self, *regions: str, currency: str, stated: Literal[False] = False, **filters: Unpack[ReferenceFilters]
    ) -> list[records.ConvertedReference]: ...
    @overload
    def references(
        self, *regions: str, currency: None = None, stated: Literal[True], **filters: Unpack[ReferenceFilters]
    ) -> list[records.SeriesPoint]: ...
    @overload
    def references(
        self, *regions: str, currency: str, stated: Literal[True], **filters: Unpack[ReferenceFilters]
    ) -> list[records.ConvertedSeriesPoint]: ...
    @overload
    def references(
        self, *regions: str, currency: str | None = None, stated: bool = False, **filters: Unpack[ReferenceFilters]
    ) -> (
        list[records.Reference]
        | list[records.ConvertedReference]
        | list[records.SeriesPoint]
        | list[records.ConvertedSeriesPoint]
    ): ...
    def references(
        self,
        *regions: str,
        region: Written = (),
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
        areas, measures = self._read.areas([*regions, *as_list(region)]), self._read.terms(measure, "measure")
        periods, converter = self._read.periods(period), self._converter(currency)
        codes = [area.code for area in areas]
        found: list[records.Reference] = self._wiring.references.references(codes, measures, periods)
        found = [one for one in found if is_about_any(areas, partial(is_reference_about, one))]
        if stated:
            from rucn.queries.series import series

            points, left_out = series(self.dataset, found, areas, measures, periods)
            found = list(points)
            if left_out:
                self._remarks.tell(f"left out, as it is not stated with whom: {', '.join(left_out)}")
        self._remarks.doubts(record["id"] for record in found)
        self._say_where_none_is(found, areas)
        if converter is None:
            return found
        converted = [converter.reference(record) for record in found]
        self._remarks.conversions(converter)
        return converted

    def _say_where_none_is(self, found: list[records.Reference], areas: list[Area]) -> None:
        if not found and not areas:
            self._remarks.tell("there is no such reference")
        for area in areas:
            if not any(is_reference_about(one, area) for one in found):
                where = self.dataset.area_name(area.code)
                on = f"{area.place}; ask about {where} ({area.code}), where it lies" if area.place else where
                self._remarks.tell(f"there is no such reference on {on}")

    @overload
    def compare(
        self, *regions: str, currency: None = None, **filters: Unpack[ClaimFilters]
    ) -> list[records.Comparison]: ...
    @overload
    def compare(
        self, *regions: str, currency: str, **filters: Unpack[ClaimFilters]
    ) -> list[records.ConvertedComparison]: ...
    @overload
    def compare(
        self, *regions: str, currency: str | None = None, **filters: Unpack[ClaimFilters]
    ) -> list[records.Comparison] | list[records.ConvertedComparison]: ...
    def compare(
        self,
        *regions: str,
        region: Written = (),
        period: Written = (),
        verdict: Written = (),
        currency: str | None = None,
        every: bool = False,
    ) -> list[records.Comparison] | list[records.ConvertedComparison]:
        """Claims beside what other sources report, with a verdict, and a question where one does not fit.

        The clearest come first, and of each claim its best answer alone.

        Args:
            regions: Whose claims.
            region: The same, one or several.
            period: Of when.
            verdict: Keeps what has this verdict: agrees, close, differs, not comparable or no reference.
            currency: Into which amounts are converted.
            every: Gives every reference that a claim is held against, not the best alone.
        """
        return self.claims(
            *regions, region=region, period=period, verdict=verdict, currency=currency, every=every
        ).records

    def claims(
        self,
        *regions: str,
        region: Written = (),
        period: Written = (),
        verdict: Written = (),
        currency: str | None = None,
        every: bool = False,
    ) -> Claims:
        """What `compare` answers with, and the best answer to each claim whatever its verdict."""
        from rucn.analysis.compare.choice import best_answers

        areas = self._read.regions([*regions, *as_list(region)])
        periods, converter = self._read.periods(period), self._converter(currency)
        verdicts = self._read.among(verdict, VERDICTS, "verdict") or VERDICTS
        comparer = self._wiring.comparer
        compared = comparer.compare(areas, periods)
        silent: list[Area | None] = [one for one in areas if not comparer.has_claims(one, periods)]
        for area in silent or ([] if compared else [None]):
            self._remarks.silence("the sources state nothing that could be compared", area, [])
        answers = best_answers(compared)
        found = [one for one in (compared if every else answers) if one["verdict"] in verdicts]
        self._remarks.doubts(one["claim"] for one in found)
        if converter is None:
            return Claims(found, answers)
        from rucn.analysis.compare.comparison import convert_comparison

        converted = [convert_comparison(self.dataset, one, converter) for one in found]
        self._remarks.conversions(converter)
        return Claims(converted, answers)


def _key(one: Comparison) -> tuple[str, str, str | None]:
    return one["claim"], one["measure"], one["reference"]
