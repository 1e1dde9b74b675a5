"""The questions that a database answers: what the command line asks, a notebook can ask too.

>>> import rucn
>>> rucn.open().region("irkutsk")["region"]["code"]
'RU-IRK'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from rucn.database.by_id import figures_behind, find_record, is_computed
from rucn.database.remarks import Remarks
from rucn.database.wiring import Wiring
from rucn.model import paths
from rucn.model.errors import NotFoundError, printable
from rucn.queries import lookup, notes
from rucn.queries.filters import Filters, Written
from rucn.queries.trade import trade_rows

if TYPE_CHECKING:
    from rucn.analysis.currency import Converter
    from rucn.model import records
    from rucn.model.background import Background
    from rucn.model.rows import TermRow
    from rucn.queries.search import Library, Query
    from rucn.store.dataset import Dataset


class Database:
    """A database opened for questions; its methods are the commands of the command line, and answer with its records.

    Values are written as on the command line: names in English, Russian or Chinese, codes, misspelt too; one, or
    several of which any fits. These arguments mean the same in all methods:

    - region: A region, by a name or code.
    - country: `RU`, `CN`, or a name.
    - period: In SDMX form, such as `2017` or `2018-S1`; what lies within it fits.
    - by: A person, a region (its leaders) or a role.
    - currency: ISO 4217, or a name: amounts are given in it too, beside the stated ones, at the average rate of their
      period.

    Every method raises NotFoundError for an unknown name, AmbiguousError for one that fits several, and DatabaseError
    where a file beside the database is not sound.

    Attributes:
        dataset: The rows of the file.
    """

    def __init__(
        self, dataset: Dataset, note: Callable[[str], None] = lambda remark: None, path: Path | None = None
    ) -> None:
        """Makes a database of rows that are sound.

        Args:
            dataset: The rows.
            note: Called with each remark that a person should see: how a misspelt name was understood, that the
                sources say nothing, that a number is doubted.
            path: The file of the rows, beside which references and rates may stand; the bundled one for None.
        """
        self.dataset = dataset
        self._remarks = Remarks(dataset, note)
        self._read = Filters(dataset, note)
        self._wiring = Wiring(dataset, path or paths.bundled_database())

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

    def quotes(
        self, *, by: Written = (), region: Written = (), topic: Written = (), about: str | None = None
    ) -> list[records.Quote]:
        """The quotes, word for word; `about` keeps those with these words in them, and puts the best first."""
        speakers, codes = self._read.speakers(by), self._read.regions(region)
        found = lookup.quotes(self.dataset, speakers, codes, self._read.terms(topic, "topic"))
        if about is not None:
            from rucn.queries.search import rank_quotes

            by_id = {quote["id"]: quote for quote in found}
            ranked = rank_quotes(self._query(_not_empty(about)))
            found = [by_id[key] for key in ranked if key in by_id]
        answered = {code for quote in found for code in (quote["region"], *quote["mentions"])}
        self._remarks.silence("there is no such quote", codes, found, answered)
        return found

    def search(self, text: str) -> list[records.SearchHit]:
        """Everything that matches, best first."""
        from rucn.queries.search import search

        query = self._query(_not_empty(text))
        found = search(self._library, query, text)
        if not found:
            self._remarks.tell(notes.on_no_match(query))
        return found

    def countries(self, country: Written) -> list[str]:
        """The codes of countries."""
        return self._read.terms(country, "country")

    def resolve(self, *names: str, country: Written = ()) -> list[records.Resolution]:
        """What written names of regions and cities mean, in order; with `country`, in these countries only."""
        return list(resolve_names(names, self.countries(country)))

    def where(self, text: str) -> Callable[[str], list[tuple[int, int]]]:
        """What tells where in a passage the words searched for stand, as offsets."""
        return self._query(text).spans

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

    def cite(self, key: str, *, style: str = "text") -> records.Citation:
        """How a record is cited: in style text, markdown, bibtex or csl-json."""
        from rucn.model.vocabulary import CitationStyle
        from rucn.queries.citations import cite

        [chosen] = self._read.among(style, get_args(CitationStyle), "style of citation")
        kind, record = self.show_with_kind(key)
        self._remarks.doubts([key.strip().lower()])
        return cite(self.dataset, kind, record, cast("CitationStyle", chosen))

    def sources(self) -> list[records.Source]:
        """The documents that the records rest on."""
        return lookup.sources(self.dataset)

    def sources_of(self, ids: Iterable[str]) -> tuple[records.Source, ...]:
        """The documents that figures and projects are taken from, given the ids of these."""
        from rucn.queries.provenance import sources_of

        return sources_of(self.dataset, set(ids))

    def doubts(self, ids: Iterable[str | None]) -> dict[str, str]:
        """What is doubted of figures, by their ids."""
        from rucn.queries.provenance import doubts_of

        return doubts_of(self.dataset, {key for key in ids if key})

    def background(self, quote: str) -> Background:
        """The quote that records rest on, given its id, with its source and all that is stated in it."""
        from rucn.queries.provenance import background

        return background(self.dataset, quote)

    def terms(self, vocabulary: str) -> list[TermRow]:
        """The terms of a vocabulary (`sector`, `topic` …), each with its names."""
        return [row for row in self.dataset.terms if row["vocabulary"] == vocabulary]

    def values(self, kind: str, begun: str | None = None) -> dict[str, str]:
        """What can be typed of a kind (`region`, `official`, `sector` …), for a shell to complete what is begun."""
        from rucn.queries import completions

        return completions.values(self.dataset, kind, begun)

    def choose(self, written: str, words: Iterable[str], what: str) -> str:
        """The word of a short list that is meant; `what` names the kind of word in messages."""
        [chosen] = self._read.among(written, words, what)
        return chosen

    def show(self, key: str) -> records.AnyRecord:
        """The record with an id, or the region with a code."""
        return self.show_with_kind(key)[1]

    def show_with_kind(self, key: str) -> tuple[str, records.AnyRecord]:
        """The record with an id, or the region with a code, and its kind (`quote`, `figure` …).

        Raises:
            NotFoundError: There is no such record, and nothing is computed that is called so.
        """
        found = find_record(self.dataset, self._wiring, key.strip())
        if found is None and is_computed(key.strip()):
            computed = "`rucn trade --implied --json` and --currency give the ids of what is computed"
            raise NotFoundError(f"nothing is computed that is called “{printable(key)}”; {computed}")
        if found is None:
            candidates = self._read.suggest(key)
            near = "".join(f"; did you mean {one.key} ({one.name})?" for one in candidates)
            where = near or "; every answer has ids, `rucn search` finds them"
            raise NotFoundError(f"no record has the id “{printable(key)}”{where}", candidates)
        self._remarks.doubts(figures_behind(self.dataset, *found))
        return found

    def _converter(self, currency: str | None) -> Converter | None:
        if currency is None:
            return None
        [code] = self._read.terms(currency, "currency")
        return self._wiring.converter(code)

    @cached_property
    def _library(self) -> Library:
        from rucn.queries.search import Library

        return Library(self.dataset)

    def _query(self, text: str) -> Query:
        from rucn.queries.search import Query

        return Query(text, self._library)


def _not_empty(text: str) -> str:
    if not text.strip():
        raise NotFoundError("there is nothing to search for in an empty text")
    return text


def resolve_names(names: Iterable[str], countries: Sequence[str] = ()) -> Iterator[records.Resolution]:
    """What each name of a region or city means, in order, as it is read; of regions of these countries (codes)."""
    from rucn.names.batch import resolve_names

    return resolve_names(names, countries)
