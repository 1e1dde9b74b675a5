"""The questions that a database answers: what the command line asks, a notebook can ask too.

>>> import rucn
>>> rucn.open().region("irkutsk")["region"]["code"]
'RU-IRK'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, cast, get_args

from rucn.database.by_id import figures_behind, find_record, is_computed
from rucn.database.reported import Reported
from rucn.database.stated import Stated
from rucn.model.errors import NotFoundError, printable
from rucn.queries import lookup, notes
from rucn.queries.criteria import QuoteCriteria
from rucn.queries.filters import Written, as_list

if TYPE_CHECKING:
    from rucn.model import records
    from rucn.model.background import Background
    from rucn.model.rows import TermRow
    from rucn.queries.search import Library, Query


class Database(Stated, Reported):
    """A database opened for questions; its methods are the commands of the command line, and answer with its records.

    Values are written as on the command line: names in English, Russian or Chinese, codes, misspelt too; one, or
    several of which any fits. These arguments mean the same in all methods:

    - region: A region, or a place in one, by a name or code; also as positional arguments, one or several.
    - country: `RU`, `CN`, or a name: of figures and trade the region's, of quotes the speaker's, of projects where they
      are.
    - period: In SDMX form, such as `2017` or `2018-S1`; what lies within it fits; of projects their start or
      completion.
    - by: A person, a region (its leaders), a country or an office: `governor`, `acting head`.
    - measure: A measure, such as `trade_volume`; `investment` covers the money of projects.
    - partner: A country; `none` for what states no partner; of projects an organisation too.
    - scope: `bilateral`, `all_partners`, `commodity`, `project` or `unclear`.
    - min, max: The least and the largest amount, such as `1bn` or 1000000; in `currency`, else in each record's own.
    - without: A field of projects that is empty: `investment`, `status`, `partners` …
    - currency: ISO 4217, or a name: amounts are given in it too, beside the stated ones, at the average rate of their
      period.
    - implied, top, rank_by: Of trade rows: adds what follows from them; keeps so many of the largest; by `volume`,
      `growth`, `share`, `implied` or `national`.

    Every method raises NotFoundError for an unknown name, AmbiguousError for one that fits several, and DatabaseError
    where a file beside the database is not sound.

    Attributes:
        dataset: The rows of the file.
    """

    def quotes(
        self,
        *regions: str,
        region: Written = (),
        by: Written = (),
        acting: bool = False,
        topic: Written = (),
        section: Written = (),
        about: str | None = None,
        country: Written = (),
    ) -> list[records.Quote]:
        """The quotes, word for word; `about` keeps those with these words in them, and puts the best first."""
        sought = QuoteCriteria(
            self._read.speakers(by),
            self._read.regions([*regions, *as_list(region)]),
            self._read.terms(topic, "topic"),
            self._read.sections(section),
            acting,
            self._read.terms(country, "country"),
        )
        found = lookup.quotes(self.dataset, sought)
        if about is not None:
            from rucn.queries.search import rank_quotes

            by_id = {quote["id"]: quote for quote in found}
            ranked = rank_quotes(self._query(_not_empty(about)))
            found = [by_id[key] for key in ranked if key in by_id]
        self._silence("there is no such quote", sought, {quote["id"] for quote in found})
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
        from rucn.database.names import chosen_rules, resolve_names

        return list(resolve_names(names, chosen_rules(self.countries(country))))

    def where(self, text: str) -> Callable[[str], list[tuple[int, int]]]:
        """What tells where in a passage the words searched for stand, as offsets."""
        return self._query(text).spans

    def cite(self, key: str, *, style: str = "text") -> records.Citation:
        """How a record is cited: in style text, markdown, bibtex or csl-json."""
        from rucn.model.vocabulary import CitationStyle
        from rucn.queries.citations import cite

        [chosen] = self._read.among(style, get_args(CitationStyle), "style of citation")
        kind, record = self.show_with_kind(key)
        self._remarks.doubts([cast("records.Figure", record).get("id")])
        return cite(self.dataset, kind, record, cast("CitationStyle", chosen))

    def sources_of(self, ids: Iterable[str]) -> tuple[records.Source, ...]:
        """The documents that figures and projects are taken from, given the ids of these."""
        from rucn.queries.provenance import sources_of

        return sources_of(self.dataset, set(ids))

    def doubts(self, ids: Iterable[str | None]) -> dict[str, str]:
        """What is doubted of figures, by their ids."""
        from rucn.queries.provenance import doubts_of

        return doubts_of(self.dataset, {key for key in ids if key})

    def several_sources(self) -> frozenset[str]:
        """The ids of the sources, where there is more than one."""
        found = frozenset(self.dataset.sources)
        return found if len(found) > 1 else frozenset()

    def short_names(self) -> dict[str, str]:
        """The names of regions and officials that have a shorter one, each with that."""
        from rucn.queries.short_names import short_names

        return short_names(self.dataset)

    def doubted_in(self, quotes: Iterable[records.Quote]) -> dict[str, list[str]]:
        """The ids of the doubted figures of quotes, by the ids of these."""
        figures = self.dataset.figures_of_quote
        found = {one["id"]: [row["id"] for row in figures.get(one["id"], ()) if row["doubt"]] for one in quotes}
        return {key: ids for key, ids in found.items() if ids}

    def background(self, quote: str) -> Background:
        """The quote that records rest on, given its id, with its source and all that is stated in it."""
        from rucn.queries.provenance import background

        return background(self.dataset, quote)

    def everything(self) -> Mapping[str, Iterable[Mapping[str, object]]]:
        """All records by kind (`figure`, `trade_row` …), one after another: the tables of `rucn export`."""
        from rucn.queries.everything import everything

        return everything(self.dataset, self._wiring.references)

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
