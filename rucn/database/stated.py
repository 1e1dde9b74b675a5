"""The questions on what is stated, and on what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, TypeVar, get_args, overload

from rucn.database.questions import Questions
from rucn.model.errors import printable
from rucn.model.vocabulary import Scope
from rucn.queries import lookup, notes
from rucn.queries.criteria import FigureCriteria, ProjectCriteria, TieCriteria
from rucn.queries.filters import Written, as_list
from rucn.queries.trade import TRADE_MEASURES, trade_rows

if TYPE_CHECKING:
    from typing import Literal, Unpack

    from rucn.analysis.currency import Converter
    from rucn.database.filters import FigureFilters, ProjectFilters, TradeFilters
    from rucn.model import records
    from rucn.queries.near import Sought


Kept = TypeVar("Kept", bound="records.Figure | records.Project")


class Stated(Questions):
    """Answers with what the quotes state: lists, profiles, trade rows."""

    @overload
    def region(self, name: str, *, currency: None = None) -> records.RegionProfile: ...
    @overload
    def region(self, name: str, *, currency: str) -> records.ConvertedRegionProfile: ...
    @overload
    def region(
        self, name: str, *, currency: str | None = None
    ) -> records.RegionProfile | records.ConvertedRegionProfile: ...
    def region(
        self, name: str, *, currency: str | None = None
    ) -> records.RegionProfile | records.ConvertedRegionProfile:
        """What is about one region and what its leaders said, and what other sources report of it."""
        from rucn.queries import profiles

        code = self._read.region(name)
        converter = self._converter(currency)
        profile = profiles.region_profile(self.dataset, self._wiring.references, code)
        if not any(profile[part] for part in ("quotes", "figures", "projects", "ties")):
            self._remarks.tell(notes.on_silence(self.dataset, profile["region"]["name"]))
        self._remarks.doubts(figure["id"] for figure in profile["figures"])
        if converter is None:
            return profile
        converted = converter.profile(profile)
        self._remarks.conversions(converter)
        return converted

    def regions(self, *, country: Written = (), stated: bool = False) -> list[records.Region]:
        """The regions known; with `stated`, only those the sources speak of."""
        return lookup.regions(self.dataset, self._read.terms(country, "country"), stated)

    def official(self, name: str) -> records.OfficialProfile:
        """One official and what was said."""
        from rucn.queries import profiles

        profile = profiles.official_profile(self.dataset, self._read.official(name))
        self._remarks.doubts(figure["id"] for figure in profile["figures"])
        return profile

    def officials(self, *, role: Written = (), country: Written = (), acting: bool = False) -> list[records.Official]:
        """The officials, by office and country; with `acting`, only those who act."""
        roles, countries = self._read.terms(role, "role"), self._read.terms(country, "country")
        found = lookup.officials(self.dataset, roles, countries, acting)
        if not found:
            self._remarks.tell("no official of this kind is quoted")
        return found

    @overload
    def trade(
        self, *regions: str, currency: None = None, implied: Literal[False] = False, **filters: Unpack[TradeFilters]
    ) -> list[records.TradeRow]: ...
    @overload
    def trade(
        self, *regions: str, currency: str, implied: Literal[False] = False, **filters: Unpack[TradeFilters]
    ) -> list[records.ConvertedTradeRow]: ...
    @overload
    def trade(
        self, *regions: str, currency: str | None = None, implied: Literal[True], **filters: Unpack[TradeFilters]
    ) -> list[records.ImpliedTradeRow]: ...
    @overload
    def trade(
        self, *regions: str, currency: str | None = None, implied: bool = False, **filters: Unpack[TradeFilters]
    ) -> list[records.TradeRow] | list[records.ConvertedTradeRow] | list[records.ImpliedTradeRow]: ...
    def trade(
        self,
        *regions: str,
        region: Written = (),
        by: Written = (),
        country: Written = (),
        partner: Written = (),
        scope: Written = (),
        period: Written = (),
        currency: str | None = None,
        implied: bool = False,
        top: int | None = None,
        rank_by: str | None = None,
    ) -> list[records.TradeRow] | list[records.ConvertedTradeRow] | list[records.ImpliedTradeRow]:
        """Trade volumes, growth rates, shares and ranks side by side.

        Raises:
            UsageError: Amounts in several currencies are to be ranked, or `top` is below zero.
        """
        if by:
            from rucn.queries.ranking import spelt_as_ranking

            rank_by, by = spelt_as_ranking(rank_by, as_list(by))
        converter = self._converter(currency)
        sought = self._figures_sought([*regions, *as_list(region)], period, by, partner, scope, country)
        stated = trade_rows(self.dataset, sought)
        answered = {key for row in stated for key in row["figures"]}
        self._silence("the sources state no trade figures", sought._replace(measures=TRADE_MEASURES), answered)
        rows = self._worked_out(stated, converter, implied)
        if converter:
            self._remarks.conversions(converter)
        if rank_by is not None or top is not None:
            rows = self._ranked(rows, self._read.ranking(rank_by or "volume", implied), top, converter is not None)
        self._remarks.doubts(key for row in rows for key in row["figures"])
        return rows

    def _ranked(
        self,
        rows: list[records.TradeRow] | list[records.ConvertedTradeRow] | list[records.ImpliedTradeRow],
        ranking: str,
        top: int | None,
        converted: bool,
    ) -> list[records.ImpliedTradeRow]:
        """Trade rows with the largest first."""
        from rucn.queries.ranking import rank_rows

        ranked, told = rank_rows(rows, ranking, top, converted)
        for remark in told:
            self._remarks.tell(remark)
        return ranked

    def _worked_out(
        self, rows: list[records.TradeRow], converter: Converter | None, implied: bool
    ) -> list[records.TradeRow] | list[records.ConvertedTradeRow] | list[records.ImpliedTradeRow]:
        """Trade rows with their volumes converted, and with what follows from them."""
        if not implied:
            return [converter.trade_row(row) for row in rows] if converter else rows
        inference = self._wiring.inference
        if converter is None:
            return [inference.with_implied(row) for row in rows]
        return [inference.with_converted(converter.trade_row(row), converter) for row in rows]

    @overload
    def figures(
        self, *regions: str, currency: None = None, **filters: Unpack[FigureFilters]
    ) -> list[records.Figure]: ...
    @overload
    def figures(
        self, *regions: str, currency: str, **filters: Unpack[FigureFilters]
    ) -> list[records.ConvertedFigure]: ...
    @overload
    def figures(
        self, *regions: str, currency: str | None = None, **filters: Unpack[FigureFilters]
    ) -> list[records.Figure] | list[records.ConvertedFigure]: ...
    def figures(
        self,
        *regions: str,
        region: Written = (),
        measure: Written = (),
        period: Written = (),
        by: Written = (),
        partner: Written = (),
        scope: Written = (),
        commodity: Written = (),
        country: Written = (),
        min: str | float | None = None,
        max: str | float | None = None,
        currency: str | None = None,
    ) -> list[records.Figure] | list[records.ConvertedFigure]:
        """Every number stated, one a record."""
        sought = self._figures_sought([*regions, *as_list(region)], period, by, partner, scope, country)._replace(
            measures=self._read.measures(measure), commodities=self._read.commodities(commodity)
        )
        converter = self._converter(currency)
        found = lookup.figures(self.dataset, sought)
        self._silence("the sources state no such figure", sought, {one["id"] for one in found})
        bounds = self._read.amounts(min, max, converter.currency if converter else None)
        if converter is None:
            return self._kept(found, [one for one in found if bounds.hold(one["value"], one["unit"])])
        rows = [converter.figure(one) for one in found]
        self._remarks.conversions(converter)
        return self._kept(
            found, [one for one in rows if bounds.hold(one["converted_value"], one["converted_currency"])]
        )

    def _kept(self, found: Sequence[records.Figure | records.Project], kept: list[Kept]) -> list[Kept]:
        """Those of what was found that lie within bounds, after a word on their doubts, or where all lie outside."""
        if found and not kept:
            self._remarks.out_of_bounds([one["id"] for one in found])
        self._remarks.doubts(one["id"] for one in kept)
        return kept

    def _figures_sought(
        self, region: Written, period: Written, by: Written, partner: Written, scope: Written, country: Written
    ) -> FigureCriteria:
        return FigureCriteria(
            areas=self._read.regions(region),
            periods=self._read.periods(period),
            speakers=self._read.speakers(by),
            partners=self._read.partners(partner),
            scopes=self._read.among(scope, get_args(Scope), "scope"),
            countries=self._read.terms(country, "country"),
        )

    @overload
    def projects(
        self, *regions: str, currency: None = None, **filters: Unpack[ProjectFilters]
    ) -> list[records.Project]: ...
    @overload
    def projects(
        self, *regions: str, currency: str, **filters: Unpack[ProjectFilters]
    ) -> list[records.ConvertedProject]: ...
    @overload
    def projects(
        self, *regions: str, currency: str | None = None, **filters: Unpack[ProjectFilters]
    ) -> list[records.Project] | list[records.ConvertedProject]: ...
    def projects(
        self,
        *regions: str,
        region: Written = (),
        sector: Written = (),
        status: Written = (),
        kind: Written = (),
        by: Written = (),
        period: Written = (),
        partner: Written = (),
        without: Written = (),
        country: Written = (),
        min: str | float | None = None,
        max: str | float | None = None,
        currency: str | None = None,
    ) -> list[records.Project] | list[records.ConvertedProject]:
        """Joint projects, infrastructure, instruments and proposals."""
        converter = self._converter(currency)
        sought = ProjectCriteria(
            self._read.terms(sector, "sector"),
            self._read.regions([*regions, *as_list(region)]),
            self._read.terms(status, "status"),
            self._read.terms(kind, "project_kind"),
            self._read.speakers(by),
            self._read.periods(period),
            self._projects_with(as_list(partner)),
            self._read.fields_left_out(without),
            self._read.terms(country, "country"),
        )
        found = lookup.projects(self.dataset, sought)
        self._silence("the sources name no such project", sought, {one["id"] for one in found})
        bounds = self._read.amounts(min, max, converter.currency if converter else None)
        if converter is None:
            return self._kept(found, [one for one in found if bounds.hold(one["investment"], one["currency"])])
        rows = [converter.project(one) for one in found]
        self._remarks.conversions(converter)
        return self._kept(
            found, [one for one in rows if bounds.hold(one["converted_investment"], one["converted_currency"])]
        )

    def _projects_with(self, partners: list[str]) -> set[str] | None:
        """The ids of the projects with one of the partners; None where none is asked for."""
        if not partners:
            return None
        from rucn.queries.partners import projects_with

        ids: set[str] = set()
        for partner in partners:
            found, named = projects_with(self.dataset, partner)
            ids.update(found)
            if named:
                self._remarks.tell(f"{', '.join(named)}: “{printable(partner)}” is named, not stated as a partner")
        return ids

    def ties(self, *regions: str, region: Written = (), kind: Written = (), period: Written = ()) -> list[records.Tie]:
        """Twin cities, fairs, festivals, forums."""
        sought = TieCriteria(
            areas=self._read.regions([*regions, *as_list(region)]),
            kinds=self._read.terms(kind, "tie_kind"),
            periods=self._read.periods(period),
        )
        found = lookup.ties(self.dataset, sought)
        self._silence("the sources name no such tie", sought, {one["id"] for one in found})
        return found

    def timeline(self, *regions: str, region: Written = (), period: Written = ()) -> list[records.TimelineEntry]:
        """Figures, projects, ties and events that have a date, in order of time."""
        from rucn.queries.timeline import timeline

        areas = self._read.regions([*regions, *as_list(region)])
        periods = self._read.periods(period)
        found, undated = timeline(self.dataset, self._wiring.references.events(), areas, periods)
        if undated and not periods:
            self._remarks.tell(f"figures, projects and ties without a date: {undated}")
        if not found:
            such = "such a date" if periods else "a date"
            self._remarks.tell(f"nothing that the sources state there has {such}")
        self._remarks.doubts(one["id"] for one in found)
        return found

    def _silence(self, silence: str, sought: Sought, found: AbstractSet[str]) -> None:
        """Says for which of the areas asked for there is no answer, or that there is none, and what stands near."""
        if found and not sought.areas:
            return
        from rucn.queries.near import answers, left_out_of, near

        for area in sought.areas:
            if not answers(self.dataset, sought, area, found):
                self._remarks.silence(silence, area, near(self.dataset, sought._replace(areas=[area])))
            elif left_out := left_out_of(self.dataset, sought, area):
                of_none = f"spoken of by leaders of {self.dataset.region_name(area.code)}, and of no region"
                self._remarks.tell(f"{', '.join(left_out)}: {of_none}")
        if not sought.areas:
            self._remarks.silence(silence, None, near(self.dataset, sought))

    def sources(self) -> list[records.Source]:
        """The documents that the records rest on."""
        return lookup.sources(self.dataset)
