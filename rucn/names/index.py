"""What names there are, by their folded spelling: an index made of entities, or of the files of the gazetteer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol, overload

from rucn.names.folding import fold_name, script_of
from rucn.names.lines import SEARCHES, Lines, read

CITY = "city"
TOWN = "town"
DISTRICT = "district"
# To load RapidFuzz costs as much as comparing so many misspelt names letter by letter.
COMPARISONS = 40
# What a place in a region is; each is an entity of the kind `city`.
BELOW = (CITY, TOWN, "prefecture", "county", DISTRICT)


class Entity(NamedTuple):
    """Something that has names: `key` is a region's code, an official's id or a term's code.

    The `kind` of a city is `city`, and its key the code of its region. `names` are left out where an index has them.
    `division` is what a region is: a republic, a province …
    """

    kind: str
    key: str
    label: str
    names: Sequence[str] = ()
    division: str = ""


class Bearers(Protocol):
    """For each folded name the numbers of the entities that bear it."""

    def get(self, key: str, /) -> list[int] | None:
        """The numbers for a name."""

    def __iter__(self) -> Iterator[str]:
        """The names."""

    def items(self) -> Iterable[tuple[str, list[int]]]:
        """The names with the numbers."""


class Keys(Protocol):
    """Folded names, or words."""

    def __contains__(self, key: object, /) -> bool:
        """Whether one is among them."""

    def isdisjoint(self, keys: Iterable[str], /) -> bool:
        """Whether none of some is among them."""


class Index:
    """Entities by their folded names: `main` the names in use, `alias` others, `sound` how names sound.

    `brief` holds codes and abbreviations and `third` names in third languages, which are spelt so or not at all,
    `toned` pinyin with its tones, `districts` the districts of Russia by how their names sound, `hidden` places by a
    name that alone means a larger one. `foreign` are places elsewhere, and `words` common words, that are near a name
    here; `shared` are names of places here that may mean something else.
    """

    def __init__(self, entities: Sequence[Entity], main: Bearers) -> None:
        self.entities = entities
        self.main = main
        self.alias: Bearers = {}
        self.brief: Bearers = {}
        self.toned: Bearers = {}
        self.third: Bearers = {}
        self.districts: Bearers = {}
        self.hidden: Bearers = {}
        self.foreign: Container[str] = ()
        self.words: Keys = frozenset()
        self.shared: Container[str] = ()
        self._compared = 0

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Index:
        """An index of entities by their names, all of them in use."""
        listed = list(entities)
        main: dict[str, list[int]] = {}
        for number, entity in enumerate(listed):
            for name in entity.names:
                folded = fold_name(name)
                for key in {folded.full, folded.bare} - {""}:
                    main.setdefault(key, []).append(number)
        return cls(listed, {key: list(dict.fromkeys(numbers)) for key, numbers in main.items()})

    def among(self, keys: Collection[str]) -> list[str]:
        """Those of some folded names, or of how they sound, that can be found here at all."""
        return list(keys)

    def named(self, bearers: Bearers, key: str) -> list[Entity]:
        """The entities that bear a folded name."""
        return [self.entities[number] for number in bearers.get(key) or ()]

    @cached_property
    def sound(self) -> Bearers:
        """The entities by how their names sound."""
        from rucn.names.romanisation import sound_of_name

        heard: dict[str, list[int]] = {}
        for number, entity in enumerate(self.entities):
            for name in entity.names:
                heard.setdefault(sound_of_name(fold_name(name).words), []).append(number)
        return {key: list(dict.fromkeys(numbers)) for key, numbers in heard.items() if key}

    def beginning(self, key: str) -> list[Entity]:
        """The entities with a name in use that begins so."""
        found = [numbers for name, numbers in self.main.items() if name.startswith(key)]
        return [self.entities[number] for numbers in found for number in numbers]

    def spellings(self, script: str, rank: str) -> list[str]:
        """What a misspelling is held against, shorter first: of `rank` main or alias, or the names of cities."""
        if rank not in self._spellings:
            by_script: dict[str, list[str]] = {}
            for name in sorted(self._of_rank(rank), key=len):
                by_script.setdefault(script_of(name), []).append(name)
            self._spellings[rank] = by_script
        return self._spellings[rank].get(script, [])

    def window(self, script: str, rank: str, shortest: int, longest: int) -> list[str]:
        """Those of the spellings that have so many letters."""
        wanted = script, rank, shortest, longest
        if wanted not in self._windows:
            names = self.spellings(script, rank)
            self._windows[wanted] = names[bisect_left(names, shortest, key=len) : bisect_right(names, longest, key=len)]
        return self._windows[wanted]

    def sharing(self, written: str) -> list[str]:
        """The Chinese spellings of as many characters that have one of a written name's in the same place."""
        names = self.window("han", "main", len(written), len(written))
        if len(written) not in self._places_of:
            known: dict[tuple[int, str], list[int]] = {}
            for number, name in enumerate(names):
                for place in enumerate(name):
                    known.setdefault(place, []).append(number)
            self._places_of[len(written)] = known
        numbers = self._places_of[len(written)]
        return [names[one] for one in sorted({one for place in enumerate(written) for one in numbers.get(place, ())})]

    def one_off(self, written: str, script: str, rank: str) -> list[str]:
        """Those of the spellings of which one letter is left out, added, changed, or swapped with the next."""
        names = self.window(script, rank, len(written) - 1, len(written) + 1)
        return [name for name in names if is_one_off(written, name)]

    def is_asked_much(self) -> bool:
        """Whether misspelt names are looked for so often that it pays to load RapidFuzz for those one letter off."""
        self._compared += 1
        return self._compared > COMPARISONS

    def beginning_alike(self, script: str, letter: str) -> list[str]:
        """The names in use, and those of cities, that begin with a letter."""
        if (script, letter) not in self._by_letter:
            names = dict.fromkeys((*self.spellings(script, "main"), *self.spellings(script, CITY)))
            self._by_letter[script, letter] = [name for name in names if name[0] == letter]
        return self._by_letter[script, letter]

    @cached_property
    def _windows(self) -> dict[tuple[str, str, int, int], list[str]]:
        return {}

    @cached_property
    def _places_of(self) -> dict[int, dict[tuple[int, str], list[int]]]:
        return {}

    @cached_property
    def _by_letter(self) -> dict[tuple[str, str], list[str]]:
        return {}

    @cached_property
    def _spellings(self) -> dict[str, dict[str, list[str]]]:
        return {}

    def _of_rank(self, rank: str) -> Iterable[str]:
        return self.main if rank == "main" else ()


def is_one_off(written: str, name: str) -> bool:
    """Whether one letter of a name is left out, added, changed, or swapped with the next."""
    at = next((at for at, (one, other) in enumerate(zip(written, name, strict=False)) if one != other), -1)
    if at < 0:
        return abs(len(written) - len(name)) == 1
    rest, others = written[at:], name[at:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return rest[1:] == others[1:] or rest == others[1:] or rest[1:] == others or swapped


class Places(Sequence[Entity]):
    """The regions of the gazetteer, and after them the places in them; each becomes an entity when it is asked for."""

    def __init__(self) -> None:
        self._regions = _rows("regions.tsv")
        self._made: dict[int, Entity] = {}

    def __len__(self) -> int:
        return len(self._regions) + len(self._cities)

    @overload
    def __getitem__(self, number: int) -> Entity: ...
    @overload
    def __getitem__(self, number: slice) -> list[Entity]: ...
    def __getitem__(self, number: int | slice) -> Entity | list[Entity]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number not in self._made:
            code, kind, label = self._row(number).split("\t")
            self._made[number] = Entity(CITY if kind in BELOW else "region", code, label, (), kind)
        return self._made[number]

    @property
    def regions(self) -> int:
        """How many of the places are regions: the first."""
        return len(self._regions)

    @cached_property
    def cities(self) -> frozenset[int]:
        """The numbers of the cities, without the towns."""
        return frozenset(
            number for number, row in enumerate(self._cities, len(self._regions)) if row.split("\t")[1] == CITY
        )

    @cached_property
    def _cities(self) -> list[str]:
        return _rows("places.tsv")

    def _row(self, number: int) -> str:
        count = len(self._regions)
        return self._regions[number] if 0 <= number < count else self._cities[number - count]


def _rows(name: str) -> list[str]:
    return read(name).decode().splitlines()[1:]


class Gazetteer(Index):
    """The index in the files of the gazetteer; `regions` is the one of the regions' own names alone."""

    def __init__(self, places: Places, regions: Gazetteer | None = None) -> None:
        super().__init__(places, Lines("names.tsv" if regions is None else "main.tsv"))
        self._places = places
        self._regions = regions
        self._asked = 0
        self.brief = Lines("brief.tsv")
        self.toned = Lines("toned.tsv")
        if regions is not None:
            self.alias = Lines("alias.tsv")
            self.foreign = Lines("foreign.txt")
            self.words = Lines("words.txt")
            self.shared = Lines("shared.txt")
            self.third = Lines("third.tsv")
            self.districts = Lines("districts.tsv")
            self.hidden = Lines("hidden.tsv")

    @property
    def region_count(self) -> int:
        """How many of the entities are regions: the first."""
        return self._places.regions

    @cached_property
    def sound(self) -> Bearers:
        """The entities by how their names sound, as worked out when the files were made."""
        return Lines("sound.tsv") if self._regions else {}

    def among(self, keys: Collection[str]) -> list[str]:
        """Those of some folded names, or of how they sound, that can be found here; while little is asked, all."""
        self._asked += 1
        if self._asked < SEARCHES:
            return list(keys)
        return [] if self._all.isdisjoint(keys) else [key for key in keys if key in self._all]

    @cached_property
    def _all(self) -> frozenset[str]:
        ranks = (self.main, self.alias, self.third, self.brief, self.sound, self.districts)
        return frozenset().union(*ranks)

    def beginning(self, key: str) -> list[Entity]:
        """The regions with a name in use that begins so."""
        names = (self._regions or self).main
        found = names.beginning(key) if isinstance(names, Lines) else ()
        return [self.entities[number] for _, numbers in found for number in numbers]

    def _of_rank(self, rank: str) -> Iterable[str]:
        if rank == "main":
            return self._regions.main if self._regions else self.main
        bearers, meant = (self.main, self._places.cities) if rank == CITY else (self.alias, range(self._places.regions))
        return [key for key, first in bearers.firsts() if first in meant] if isinstance(bearers, Lines) else ()
