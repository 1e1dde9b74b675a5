"""The questions on what is stated, and on what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.database.questions import Questions
from rucn.queries import lookup, notes
from rucn.queries.filters import Written
from rucn.queries.trade import trade_rows

if TYPE_CHECKING:
    from rucn.analysis.currency import Converter
    from rucn.model import records


class Stated(Questions):
    """Answers with what the quotes state: lists, profiles, trade rows."""

    def region(
        self, name: str, *, currency: str | None = None
    ) -> records.RegionProfile | records.ConvertedRegionProfile:
        """What is about one region and what its leaders said, and what other sources report of it."""
        from rucn.queries import profiles

        [code] = self._read.regions(name)
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
        return lookup.officials(self.dataset, roles, countries, acting)

    def trade(
        self,
        *region: str,
        country: Written = (),
        period: Written = (),
        currency: str | None = None,
        implied: bool = False,
        top: int | None = None,
        by: str | None = None,
    ) -> list[records.TradeRow] | list[records.ConvertedTradeRow] | list[records.ImpliedTradeRow]:
        """Trade volumes, growth rates, shares and ranks side by side.

        Args:
            region: Whose trade.
            country: Of which country the regions are.
            period: Of when.
            currency: Into which volumes are converted.
            implied: Adds what follows from the figures.
            top: Keeps so many of the largest.
            by: Puts the largest first: volume, growth, share, implied or national.

        Raises:
            UsageError: Amounts in several currencies are to be ranked, or `top` is below zero.
        """
        codes, converter = self._read.regions(region), self._converter(currency)
        countries, periods = self._read.terms(country, "country"), self._read.periods(period)
        stated = trade_rows(self.dataset, codes, countries, periods)
        self._remarks.silence("the sources state no trade figures", codes, stated, {row["region"] for row in stated})
        rows = self._worked_out(stated, converter, implied)
        if converter:
            self._remarks.conversions(converter)
        if by is not None or top is not None:
            from rucn.queries.ranking import rank_rows

            rows, told = rank_rows(rows, self._read.ranking(by or "volume", implied), top, converter is not None)
            for remark in told:
                self._remarks.tell(remark)
        self._remarks.doubts(key for row in rows for key in row["figures"])
        return rows

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

    def figures(
        self,
        *,
        measure: Written = (),
        region: Written = (),
        period: Written = (),
        by: Written = (),
        currency: str | None = None,
    ) -> list[records.Figure] | list[records.ConvertedFigure]:
        """Every number stated, one a record."""
        measures, codes = self._read.terms(measure, "measure"), self._read.regions(region)
        periods, speakers = self._read.periods(period), self._read.speakers(by)
        converter = self._converter(currency)
        found = lookup.figures(self.dataset, measures, codes, periods, speakers)
        self._remarks.silence("the sources state no such figure", codes, found, {figure["region"] for figure in found})
        self._remarks.doubts(figure["id"] for figure in found)
        if converter is None:
            return found
        converted = [converter.figure(figure) for figure in found]
        self._remarks.conversions(converter)
        return converted

    def projects(
        self,
        *,
        sector: Written = (),
        region: Written = (),
        status: Written = (),
        kind: Written = (),
        by: Written = (),
        currency: str | None = None,
    ) -> list[records.Project] | list[records.ConvertedProject]:
        """Joint projects, infrastructure, instruments and proposals."""
        converter = self._converter(currency)
        sectors, codes = self._read.terms(sector, "sector"), self._read.regions(region)
        statuses, kinds = self._read.terms(status, "status"), self._read.terms(kind, "project_kind")
        found = lookup.projects(self.dataset, sectors, codes, statuses, kinds, self._read.speakers(by))
        answered = {place["region"] for project in found for place in project["places"]}
        answered.update(project["region"] for project in found)
        self._remarks.silence("the sources name no such project", codes, found, answered)
        if converter is None:
            return found
        converted = [converter.project(project) for project in found]
        self._remarks.conversions(converter)
        return converted

    def ties(self, *, region: Written = (), kind: Written = ()) -> list[records.Tie]:
        """Twin cities, fairs, festivals, forums."""
        codes, kinds = self._read.regions(region), self._read.terms(kind, "tie_kind")
        found = lookup.ties(self.dataset, codes, kinds)
        answered = {code for code in codes if lookup.ties(self.dataset, [code], kinds)}
        self._remarks.silence("the sources name no such tie", codes, found, answered)
        return found

    def sources(self) -> list[records.Source]:
        """The documents that the records rest on."""
        return lookup.sources(self.dataset)
