"""The Python face of `rucn`: what the command line asks, a notebook can ask too.

>>> import rucn
>>> rucn.open().region("irkutsk")["region"]["code"]
'RU-IRK'
"""

import os
import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rucn import profiles, queries
from rucn.dataset import Dataset, read_tables
from rucn.errors import DatabaseError, NotFoundError, printable
from rucn.interpreter import Interpreter, Written
from rucn.names import common_name
from rucn.resolution import resolutions
from rucn.trade import trade_rows

if TYPE_CHECKING:
    from rucn.records import (
        AnyRecord,
        Figure,
        Official,
        OfficialProfile,
        Problem,
        Project,
        Quote,
        Region,
        RegionProfile,
        Resolution,
        SearchHit,
        Source,
        Tie,
        TradeRow,
    )
    from rucn.search import Library, Query

PACKED = Path(__file__).parent / "data" / "rucn.json"
IN_CHECKOUT = Path(__file__).parent.parent / "data" / "rucn.json"
DOUBT = "Doubt:"
# So many words that are not found are named.
MOST_NAMED = 3


class Database:
    """A database opened for questions; its methods are the commands of the command line, and answer with its records.

    Values are written as on the command line: names in English, Russian or Chinese, codes, misspelt too; one, or
    several of which any fits. Every method raises NotFoundError for a name that is none and AmbiguousError for one that
    fits several. `note` is called with each remark that a person should see: how a misspelt name was understood, that
    the sources say nothing, that a number is doubted. `dataset` holds the rows of the file.
    """

    def __init__(self, dataset: Dataset, note: Callable[[str], None] = lambda remark: None) -> None:
        self.dataset = dataset
        self._note = note
        self._read = Interpreter(dataset, note)

    def region(self, name: str) -> "RegionProfile":
        """What is about one region, and what its leaders said."""
        [code] = self._read.regions(name)
        profile = profiles.region_profile(self.dataset, code)
        if not any(profile[part] for part in ("quotes", "figures", "projects", "ties")):
            self._note(self._silence(profile["region"]["name"]))
        self._note_doubts(figure["id"] for figure in profile["figures"])
        return profile

    def regions(self, *, country: Written = (), stated: bool = False) -> "list[Region]":
        """The regions known; with `stated`, only those the sources speak of."""
        return queries.regions(self.dataset, self._read.terms(country, "country"), stated)

    def official(self, name: str) -> "OfficialProfile":
        """One official and what was said."""
        profile = profiles.official_profile(self.dataset, self._read.official(name))
        self._note_doubts(figure["id"] for figure in profile["figures"])
        return profile

    def officials(self, *, role: Written = (), country: Written = (), acting: bool = False) -> "list[Official]":
        """The officials, by office and country; with `acting`, only those who act."""
        roles, countries = self._read.terms(role, "role"), self._read.terms(country, "country")
        return queries.officials(self.dataset, roles, countries, acting)

    def trade(self, *region: str, country: Written = (), period: Written = ()) -> "list[TradeRow]":
        """Trade volumes, growth rates, shares and ranks side by side."""
        codes = self._read.regions(region)
        countries, periods = self._read.terms(country, "country"), self._read.periods(period)
        rows = trade_rows(self.dataset, codes, countries, periods)
        self._note_silence("the sources state no trade figures", codes, rows, {row["region"] for row in rows})
        self._note_doubts(key for row in rows for key in row["figures"])
        return rows

    def figures(
        self, *, measure: Written = (), region: Written = (), period: Written = (), by: Written = ()
    ) -> "list[Figure]":
        """Every number stated, one a record."""
        measures, codes = self._read.terms(measure, "measure"), self._read.regions(region)
        periods, speakers = self._read.periods(period), self._read.speakers(by)
        found = queries.figures(self.dataset, measures, codes, periods, speakers)
        self._note_silence("the sources state no such figure", codes, found, {figure["region"] for figure in found})
        self._note_doubts(figure["id"] for figure in found)
        return found

    def projects(
        self,
        *,
        sector: Written = (),
        region: Written = (),
        status: Written = (),
        kind: Written = (),
        by: Written = (),
    ) -> "list[Project]":
        """Joint projects, infrastructure, instruments and proposals."""
        sectors, codes = self._read.terms(sector, "sector"), self._read.regions(region)
        statuses, kinds = self._read.terms(status, "status"), self._read.terms(kind, "project_kind")
        found = queries.projects(self.dataset, sectors, codes, statuses, kinds, self._read.speakers(by))
        answered = {place["region"] for project in found for place in project["places"]}
        answered.update(project["region"] for project in found)
        self._note_silence("the sources name no such project", codes, found, answered)
        return found

    def ties(self, *, region: Written = (), kind: Written = ()) -> "list[Tie]":
        """Twin cities, fairs, festivals, forums."""
        codes, kinds = self._read.regions(region), self._read.terms(kind, "tie_kind")
        found = queries.ties(self.dataset, codes, kinds)
        answered = {code for code in codes if queries.ties(self.dataset, [code], kinds)}
        self._note_silence("the sources name no such tie", codes, found, answered)
        return found

    def quotes(
        self, *, by: Written = (), region: Written = (), topic: Written = (), about: str | None = None
    ) -> "list[Quote]":
        """The quotes, word for word; `about` keeps those with these words in them, and puts the best first."""
        speakers, codes = self._read.speakers(by), self._read.regions(region)
        found = queries.quotes(self.dataset, speakers, codes, self._read.terms(topic, "topic"))
        if about is not None:
            from rucn.search import ranked_quotes

            by_id = {quote["id"]: quote for quote in found}
            ranked = ranked_quotes(self._library, self._query(_not_empty(about)))
            found = [by_id[key] for key in ranked if key in by_id]
        answered = {code for quote in found for code in (quote["region"], *quote["mentions"])}
        self._note_silence("there is no such quote", codes, found, answered)
        return found

    def search(self, text: str) -> "list[SearchHit]":
        """Everything that matches, best first."""
        from rucn.search import search

        query = self._query(_not_empty(text))
        found = search(self._library, query, text)
        if not found:
            self._note(_nothing_matches(query))
        return found

    def countries(self, country: Written) -> list[str]:
        """The codes of countries."""
        return self._read.terms(country, "country")

    def resolve(self, *names: str, country: Written = ()) -> "list[Resolution]":
        """What written names of regions and cities mean, in order; with `country`, in these countries only."""
        return list(resolutions(names, self.countries(country)))

    def where(self, text: str) -> "Callable[[str], list[tuple[int, int]]]":
        """What tells where in a passage the words searched for stand, as offsets."""
        return self._query(text).spans

    def sources(self) -> "list[Source]":
        """The documents that the records rest on."""
        return queries.sources(self.dataset)

    def show(self, key: str) -> "AnyRecord":
        """The record with an id, or the region with a code."""
        return self.show_with_kind(key)[1]

    def show_with_kind(self, key: str) -> "tuple[str, AnyRecord]":
        """The record with an id, or the region with a code, and its kind (`quote`, `figure` …)."""
        found = queries.record(self.dataset, key.strip())
        if found is None:
            candidates = self._read.looked_for(key)
            near = "".join(f"; did you mean {one.key} ({one.name})?" for one in candidates)
            where = near or "; every answer has ids, `rucn search` finds them"
            raise NotFoundError(f"no record has the id “{printable(key)}”{where}", candidates)
        return found

    @cached_property
    def _library(self) -> "Library":
        from rucn.search import Library

        return Library(self.dataset)

    def _query(self, text: str) -> "Query":
        from rucn.search import Query

        return Query(text, self._library)

    def _note_silence(self, silence: str, codes: list[str], found: object, answered: "AbstractSet[str | None]") -> None:
        """Says about which of the regions asked for there is no answer, or that there is none at all."""
        missing = [code for code in codes if code not in answered]
        for code in missing:
            self._note(f"{silence} for {self.dataset.region_name(code)}")
        if not found and not missing:
            self._note(silence)

    def _note_doubts(self, figures: Iterable[str]) -> None:
        doubted = [key for key in dict.fromkeys(figures) if DOUBT in (self.dataset.figures[key]["note"] or "")]
        if doubted:
            self._note(f"doubts are noted on {', '.join(doubted)}; `rucn show {doubted[0]}` tells them")

    def _silence(self, name: str) -> str:
        """That the sources say nothing about a region, and where a like word stands in them all the same."""
        word = common_name(name)
        stands = re.compile(rf"\b{re.escape(word)}\b")
        quotes = [key for key, quote in self.dataset.quotes.items() if stands.search(quote["text"])]
        found = f"; the word “{word}” stands in {', '.join(quotes)}, not tied to it" if quotes else ""
        return f"the sources say nothing about {name}{found}"


def open_database(
    path: str | os.PathLike[str] | None = None, note: Callable[[str], None] = lambda remark: None
) -> Database:
    """Opens the bundled database, or the one at `path`; raises DatabaseError where it cannot be read or is not sound.

    The installed database was proven sound before it was packed. Any other file is examined whenever it is opened, so
    that the rooms below can rely on its rows.
    """
    where = _place(path)
    tables = read_tables(where)
    if where != PACKED:
        from rucn.soundness.check import problems

        for problem in problems(where, tables):
            what = f"{', '.join(filter(None, (problem['record'], problem['field'])))}: {problem['message']}"
            shown = printable(str(where), 120)
            raise DatabaseError(f"{shown} is not sound ({what}); `rucn check --db {shown}` lists every problem")
    return Database(Dataset(tables), note)


def check_database(
    path: str | os.PathLike[str] | None = None, source: str | os.PathLike[str] | None = None
) -> "list[Problem]":
    """Every problem of the bundled database, or of the one at `path`; none where it is sound.

    With `source` the quotes are held against the document at that path too. Raises DatabaseError where the database
    cannot be read, UsageError where the document cannot.
    """
    from rucn.soundness.check import problems

    where = _place(path)
    return problems(where, read_tables(where), None if source is None else Path(source))


def _place(path: str | os.PathLike[str] | None) -> Path:
    return bundled() if path is None else Path(path)


def bundled() -> Path:
    """The database that comes with the program: inside an installed package, or in `data/` of a checkout."""
    return PACKED if PACKED.exists() else IN_CHECKOUT


def _nothing_matches(query: "Query") -> str:
    """That nothing is found, and for the want of which words, where there would be something without them."""
    unknown = query.unknown
    if query.length < 2 or len(unknown) == query.length or len(unknown) > MOST_NAMED:
        return "nothing in the database matches"
    if not unknown:
        return "nothing in the database matches: no record has enough of these words"
    words = " and ".join(f"“{printable(word)}”" for word in unknown)
    return f"nothing in the database matches: it does not have {words}"


def _not_empty(text: str) -> str:
    if not text.strip():
        raise NotFoundError("there is nothing to search for in an empty text")
    return text
