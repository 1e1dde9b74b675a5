"""What a person writes becomes criteria: codes of regions, ids of officials, terms of vocabularies, periods."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rucn.model.errors import Candidate, NotFoundError, UsageError, printable
from rucn.model.periods import as_sdmx
from rucn.names import CITY, Entity, Index, Match, candidate, match

if TYPE_CHECKING:
    from rucn.model.rows import OfficialRow
    from rucn.store.dataset import Dataset

Written = str | Iterable[str]
PERIODS = "2017, 2018-S1, 2018-Q3, 2019-12, 2018-01/2018-11"
AREA = "region, district or country"
LISTED_BY = {
    "region": "`rucn regions` lists them",
    AREA: "`rucn regions` lists the regions, `rucn references` all that references are on",
    "official": "`rucn officials` lists them",
    "person, region or role": "`rucn officials` and `rucn regions` list them",
}


class Filters:
    """Understands written values against one dataset; `note` is told how a name not spelt in full was understood.

    Every method raises NotFoundError for an unknown name, with what there is to choose from, and AmbiguousError for
    one that fits several.
    """

    def __init__(self, dataset: Dataset, note: Callable[[str], None]) -> None:
        self._dataset = dataset
        self._note = note

    def regions(self, written: Written) -> list[str]:
        """The codes of regions."""
        return [self._region(one).key for one in as_list(written)]

    def areas(self, written: Written) -> list[str]:
        """The codes of regions, federal districts and countries."""
        known = [self._countries(), term_names(self._dataset, "district")]
        return [self._entity(one, known, AREA, places=True).key for one in as_list(written)]

    def official(self, written: str) -> str:
        """The id of one official."""
        return self._entity(written, [official_names(self._dataset)], "official").key

    def terms(self, written: Written, vocabulary: str) -> list[str]:
        """The codes of terms of a vocabulary."""
        names = as_list(written)
        if not names:
            return []
        what = vocabulary.removeprefix("project_").removeprefix("tie_")
        known = [term_names(self._dataset, vocabulary)]
        return [self._entity(one, known, what).key for one in names]

    def periods(self, written: Written) -> list[str]:
        """Periods in SDMX form."""
        return [self._period(one) for one in as_list(written)]

    def ranking(self, written: str, implied: bool) -> str:
        """What trade rows are ranked by; without `implied` not by what follows from them."""
        from rucn.queries.ranking import FOLLOWING, RANKINGS

        [found] = self.among(written, RANKINGS, "ranking")
        if found in FOLLOWING and not implied:
            raise UsageError(f"--by {found} needs --implied, which works it out")
        return found

    def among(self, written: Written, words: Iterable[str], what: str) -> list[str]:
        """The words of a short list that belongs to the program, not to a database."""
        known = Index.of(Entity(what, word, word, [word]) for word in words)
        return [self._entity(one, [known], what).key for one in as_list(written)]

    def speakers(self, written: Written) -> set[str] | None:
        """The ids of the officials whom persons, regions and roles stand for; None where none is asked for."""
        names = as_list(written)
        if not names:
            return None
        people = [term_names(self._dataset, "role"), official_names(self._dataset), self._countries()]
        found = [self._entity(one, people, "person, region or role", places=True) for one in names]
        wanted = {("region" if one.kind == CITY else one.kind, one.key) for one in found}
        return {
            row["id"]
            for row in self._dataset.officials.values()
            if wanted & {("role", row["role"]), ("official", row["id"]), ("region", row["region"])}
        }

    def suggest(self, key: str) -> tuple[Candidate, ...]:
        """The region or official that a person may have meant who wrote no id, if any."""
        try:
            found = match(key, [official_names(self._dataset)], "record", places=True)
        except NotFoundError:
            return ()
        return (candidate(found.entity, found.score),)

    def _region(self, written: str) -> Entity:
        return self._entity(written, [self._countries()], "region", places=True)

    def _countries(self) -> Index:
        """The countries, so that no region is taken to be meant where a country is named."""
        return term_names(self._dataset, "country")

    def _period(self, written: str) -> str:
        period = as_sdmx(written)
        if period is None:
            raise NotFoundError(f"“{printable(written)}” is no period; periods are {PERIODS}")
        return period

    def _entity(self, written: str, known: list[Index], what: str, *, places: bool = False) -> Entity:
        try:
            found = match(written, known, what, places=places)
        except NotFoundError as error:
            joint = " " if error.message.endswith("?") else "; "
            raise NotFoundError(f"{error.message}{joint}{_choice(known, what)}", error.candidates) from None
        entity = found.entity
        if entity.kind == "country" and what not in ("country", AREA):
            country = f"“{printable(written)}” is a country ({entity.key}), no {what}"
            raise NotFoundError(f"{country}; --country {entity.key} narrows to it where a command has it")
        if entity.kind in (CITY, "region") and entity.key not in self._dataset.regions:
            raise NotFoundError(f"“{printable(written)}” is {entity.key}, a region that this database does not have")
        self._say_how(written, found)
        return entity

    def _say_how(self, written: str, found: Match) -> None:
        entity, as_it_is = found.entity, found.how in ("exact", "alias")
        meant = entity.label if entity.label == entity.key else f"{entity.label} ({entity.key})"
        if entity.kind == CITY:
            region = f"a city of {self._dataset.region_name(entity.key)} ({entity.key})"
            meant = region if as_it_is else f"{entity.label}, {region}"
        if entity.kind == CITY or not as_it_is:
            self._note(f"“{printable(written)}” is {'' if as_it_is else 'taken as '}{meant}")


def as_list(written: Written) -> list[str]:
    """One written value, or several, as a list."""
    return [written] if isinstance(written, str) else list(written)


def _choice(known: list[Index], what: str) -> str:
    """What there is to choose from: the terms of a vocabulary themselves, or the command that lists the rest."""
    return LISTED_BY.get(what) or f"known: {', '.join(entity.key for index in known for entity in index.entities)}"


def official_names(dataset: Dataset) -> Index:
    """Every official, by id, full names in any script and either order, aliases, and surname alone."""
    listed, main = dataset.made("officials", lambda: _official_names(dataset))
    return Index([Entity("official", *one) for one in listed], main)


def _official_names(dataset: Dataset) -> tuple[list[tuple[str, str, list[str]]], dict[str, list[int]]]:
    """Of each official the id, the name and all names; and the numbers of those who bear each folded name."""
    listed = [(key, row["name"], list(dict.fromkeys([key, *_names_of(row)]))) for key, row in dataset.officials.items()]
    index = Index.of(Entity("official", *one) for one in listed)
    return listed, dict(index.main.items())


def _names_of(row: OfficialRow) -> list[str]:
    full = [row["name"], *(name for name in (row["names"]["ru"], row["names"]["zh"]) if name), *row["aliases"]]
    # A Russian surname stands last; a Chinese one first, in every script.
    position = -1 if row["country"] == "RU" else 0
    split = [name.split() for name in full if " " in name]
    turned = [" ".join([*words[1:], words[0]]) for words in split]
    return [*full, *turned, *(words[position] for words in split)]


def term_names(dataset: Dataset, vocabulary: str) -> Index:
    """The terms of one vocabulary (`sector`, `role`, `country` …), by code, name and alias."""
    found = []
    for row in dataset.terms:
        if row["vocabulary"] == vocabulary:
            names = [name for name in (row["names"]["en"], row["names"]["ru"], row["names"]["zh"]) if name]
            found.append(Entity(vocabulary, row["code"], row["names"]["en"], [row["code"], *names, *row["aliases"]]))
    return Index.of(found)
