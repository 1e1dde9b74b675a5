"""The Python face of `rucn`: what the command line asks, a notebook can ask too.

>>> import rucn
>>> rucn.open().region("irkutsk")["region"]["code"]
'RU-IRK'
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rucn import entities, profiles, queries
from rucn.dataset import Dataset, read_tables
from rucn.errors import DatabaseError, NotFoundError, printable
from rucn.names import Entity, common_name, resolve
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
        SearchHit,
        Source,
        Tie,
        TradeRow,
    )

PACKED = Path(__file__).parent / "data" / "rucn.json"
IN_CHECKOUT = Path(__file__).parent.parent / "data" / "rucn.json"
LISTED_BY = {
    "region": "`rucn regions` lists them",
    "official": "`rucn officials` lists them",
    "person, region or role": "`rucn officials` and `rucn regions` list them",
}

Written = str | Iterable[str]


class Database:
    """A database opened for questions; its methods are the commands of the command line, and answer with its records.

    Values are written as on the command line: names in English, Russian or Chinese, codes, misspelt too; one, or
    several of which any fits. Every method raises NotFoundError for a name that is none and AmbiguousError for one that
    fits several. `note` is called with each remark that a person should see: how a misspelt name was understood, that
    the sources say nothing.
    """

    def __init__(self, dataset: Dataset, note: Callable[[str], None] = lambda remark: None) -> None:
        self.dataset = dataset
        self._note = note

    def region(self, name: str) -> "RegionProfile":
        """What is about one region, and what its leaders said."""
        [code] = self._region_codes(name)
        profile = profiles.region_profile(self.dataset, code)
        if not profile["region"]["statements"] and not profile["projects"]:
            self._note(self._silence(profile["region"]["name"]))
        return profile

    def regions(self, country: Written = (), stated: bool = False) -> "list[Region]":
        """The regions known; with `stated`, only those the sources speak of."""
        return queries.regions(self.dataset, self._terms(country, "country"), stated)

    def official(self, name: str) -> "OfficialProfile":
        """One official and what was said."""
        [key] = self._codes([name], entities.officials(self.dataset), "official")
        return profiles.official_profile(self.dataset, key)

    def officials(self, role: Written = (), country: Written = (), acting: bool | None = None) -> "list[Official]":
        """The officials, by office and country; acting ones, others, or (None) both."""
        return queries.officials(self.dataset, self._terms(role, "role"), self._terms(country, "country"), acting)

    def trade(self, region: Written = (), country: Written = (), period: Written = ()) -> "list[TradeRow]":
        """Trade volumes, growth rates, shares and ranks side by side."""
        codes = self._region_codes(region)
        return trade_rows(self.dataset, codes, self._terms(country, "country"), self._periods(period))

    def figures(
        self, measure: Written = (), region: Written = (), period: Written = (), by: Written = ()
    ) -> "list[Figure]":
        """Every number stated, one a record."""
        return queries.figures(
            self.dataset,
            self._terms(measure, "measure"),
            self._region_codes(region),
            self._periods(period),
            self._speakers(by),
        )

    def projects(
        self, sector: Written = (), region: Written = (), status: Written = (), kind: Written = (), by: Written = ()
    ) -> "list[Project]":
        """Joint projects, infrastructure, instruments and proposals."""
        return queries.projects(
            self.dataset,
            self._terms(sector, "sector"),
            self._region_codes(region),
            self._terms(status, "status"),
            self._terms(kind, "project_kind"),
            self._speakers(by),
        )

    def ties(self, region: Written = (), kind: Written = ()) -> "list[Tie]":
        """Twin cities, fairs, festivals, forums."""
        codes = self._region_codes(region)
        return queries.ties(self.dataset, codes, self._terms(kind, "tie_kind"))

    def quotes(
        self, by: Written = (), region: Written = (), topic: Written = (), about: str | None = None
    ) -> "list[Quote]":
        """The quotes, word for word; `about` keeps those with these words in them."""
        found = queries.quotes(
            self.dataset,
            self._speakers(by),
            self._region_codes(region),
            self._terms(topic, "topic"),
        )
        if about is None:
            return found
        from rucn.search import content_words, score_of

        wanted = content_words(_not_empty(about))
        return [quote for quote in found if score_of(wanted, quote["text"])]

    def search(self, text: str) -> "list[SearchHit]":
        """Everything that matches, best first."""
        from rucn.search import search

        return search(self.dataset, _not_empty(text))

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
            shown = printable(key)
            raise NotFoundError(
                f"no record has the id “{shown}”; ids stand in every answer, and `rucn search` finds them"
            )
        return found

    def _silence(self, name: str) -> str:
        """That the sources say nothing about a region, and where a like word stands in them all the same."""
        word = common_name(name)
        quotes = [
            key for key, quote in self.dataset.quotes.items() if re.search(rf"\b{re.escape(word)}\b", quote["text"])
        ]
        found = f"; the word “{word}” stands in {', '.join(quotes)}, not tied to it" if quotes else ""
        return f"the sources say nothing about {name}{found}"

    def _region_codes(self, written: Written) -> list[str]:
        names = _several(written)
        return self._codes(names, entities.regions(self.dataset), "region") if names else []

    def _codes(self, names: list[str], named: list[Entity], what: str) -> list[str]:
        return [self._entity(one, named, what).key for one in names]

    def _terms(self, written: Written, vocabulary: str) -> list[str]:
        what = vocabulary.removeprefix("project_").removeprefix("tie_")
        names = _several(written)
        return self._codes(names, entities.terms(self.dataset, vocabulary), what) if names else []

    def _periods(self, written: Written) -> list[str]:
        from rucn.periods import as_sdmx

        periods = []
        for one in _several(written):
            period = as_sdmx(one)
            if period is None:
                raise NotFoundError(f"“{printable(one)}” is no period; periods are 2017, 2018-S1, 2018-Q3, 2019-12")
            periods.append(period)
        return periods

    def _speakers(self, written: Written) -> set[str] | None:
        """The ids of the officials whom persons, regions and roles stand for; None where none is asked for."""
        names = _several(written)
        if not names:
            return None
        named = [
            *entities.terms(self.dataset, "role"),
            *entities.officials(self.dataset),
            *entities.regions(self.dataset),
        ]
        speakers: set[str] = set()
        for one in names:
            found = self._entity(one, named, "person, region or role")
            field = {"role": "role", "official": "id"}.get(found.kind, "region")
            speakers.update(row["id"] for row in self.dataset.officials.values() if row.get(field) == found.key)
        return speakers

    def _entity(self, written: str, named: list[Entity], what: str) -> Entity:
        try:
            match = resolve(written, named, what)
        except NotFoundError as error:
            joint = " " if error.message.endswith("?") else "; "
            raise NotFoundError(f"{error.message}{joint}{_listed(named, what)}", error.candidates) from None
        entity = match.entity
        if match.how == "fuzzy":
            self._note(f"“{printable(written)}” is taken as {entity.label} ({entity.key})")
        elif entity.kind == "city":
            self._note(f"“{printable(written)}” is a city of {entity.label} ({entity.key})")
        return entity


def open_database(
    path: str | os.PathLike[str] | None = None, note: Callable[[str], None] = lambda remark: None
) -> Database:
    """Opens the bundled database, or the one at `path`; raises DatabaseError where it cannot be read or is not sound.

    The installed database was proven sound before it was packed. Any other file is examined whenever it is opened, so
    that the rooms below can rely on its rows.
    """
    where = bundled() if path is None else Path(path)
    tables = read_tables(where)
    if where != PACKED:
        from rucn.soundness.check import problems

        for problem in problems(tables):
            what = f"{problem['record']}, {problem['field']}: {problem['message']}"
            shown = printable(str(where), 120)
            raise DatabaseError(f"{shown} is not sound ({what}); `rucn check` lists every problem")
    return Database(Dataset(tables), note)


def check_database(
    path: str | os.PathLike[str] | None = None, source: str | os.PathLike[str] | None = None
) -> "list[Problem]":
    """Every problem of the bundled database, or of the one at `path`; none where it is sound.

    With `source` the quotes are held against the document at that path too. Raises DatabaseError where the database
    cannot be read, UsageError where the document cannot.
    """
    from rucn.soundness.check import problems

    return problems(read_tables(bundled() if path is None else Path(path)), None if source is None else Path(source))


def bundled() -> Path:
    """The database that comes with the program: inside an installed package, or in `data/` of a checkout."""
    return PACKED if PACKED.exists() else IN_CHECKOUT


def _several(written: Written) -> list[str]:
    return [written] if isinstance(written, str) else list(written)


def _listed(named: list[Entity], what: str) -> str:
    """What there is to choose from: the terms of a vocabulary themselves, or the command that lists the rest."""
    if what in LISTED_BY:
        return LISTED_BY[what]
    return f"known: {', '.join(entity.key for entity in named)}"


def _not_empty(text: str) -> str:
    if not text.strip():
        raise NotFoundError("there is nothing to search for in an empty text")
    return text
