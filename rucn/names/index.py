"""What names there are, by their folded spelling: an index made of entities, or read from a file of the gazetteer."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, overload

from rucn.names.folding import fold_name, script_of

PACKED = Path(__file__).parent.parent / "data" / "gazetteer"
IN_CHECKOUT = Path(__file__).parent.parent.parent / "data" / "gazetteer"
CITY = "city"
TOWN = "town"


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


# A place by its number, or several that share a name.
Bearers = dict[str, int | list[int]]


class Index:
    """Entities by their folded names; `main` holds the names in use."""

    def __init__(self, entities: Sequence[Entity], main: Bearers) -> None:
        self.entities = entities
        self.main = main

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Index":
        """An index of entities by their names, all of them in use."""
        listed = list(entities)
        main: dict[str, list[int]] = {}
        for number, entity in enumerate(listed):
            for name in entity.names:
                folded = fold_name(name)
                for key in {folded.full, folded.bare} - {""}:
                    main.setdefault(key, []).append(number)
        return cls(listed, {key: list(dict.fromkeys(numbers)) for key, numbers in main.items()})

    def named(self, bearers: Bearers, key: str) -> list[Entity]:
        """The entities that bear a folded name."""
        found = bearers.get(key)
        if found is None:
            return []
        return [self.entities[number] for number in ([found] if isinstance(found, int) else found)]

    @cached_property
    def alias(self) -> Bearers:
        """The entities by names less in use; none where all count alike."""
        return {}

    @cached_property
    def brief(self) -> Bearers:
        """The entities by codes and abbreviations, which are spelt so or not at all."""
        return {}

    @cached_property
    def toned(self) -> Bearers:
        """The entities by their names in pinyin with tone digits."""
        return {}

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The places elsewhere whose names are near a name here."""
        return frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """The common words that are near a name here."""
        return frozenset()

    @cached_property
    def sound(self) -> Bearers:
        """The entities by how their names sound."""
        from rucn.names.romanisation import sound_of_name

        heard: dict[str, list[int]] = {}
        for number, entity in enumerate(self.entities):
            for name in entity.names:
                heard.setdefault(sound_of_name(fold_name(name).words), []).append(number)
        return {key: list(dict.fromkeys(numbers)) for key, numbers in heard.items() if key}

    @cached_property
    def _beginnings(self) -> dict[str, list[str]]:
        """The names in use, sorted: of cities, and of all else."""
        found: dict[str, list[str]] = {CITY: [], "": []}
        for division, keys in self._by_division("main"):
            if division != TOWN:
                found[CITY if division == CITY else ""] += keys
        return {division: sorted(keys) for division, keys in found.items()}

    def beginning(self, key: str, division: str) -> list[Entity]:
        """The entities with a name in use that begins so: cities, or all else."""
        names = self._beginnings[division]
        start = bisect_left(names, key)
        end = bisect_left(names, key + "\U0010ffff")
        return [entity for name in names[start:end] for entity in self.named(self.main, name)]

    @cached_property
    def _spellings(self) -> dict[tuple[str, str], list[str]]:
        """The spellings by script, and by whether they are names in use, other ones, or those of cities."""
        found: dict[tuple[str, str], list[str]] = {}
        for rank in ("main", "alias"):
            for division, keys in self._by_division(rank):
                if division != TOWN and (division != CITY or rank == "main"):
                    for key in keys:
                        found.setdefault((script_of(key), CITY if division == CITY else rank), []).append(key)
        for names in found.values():
            names.sort(key=len)
        return found

    def spellings(self, script: str, rank: str) -> list[str]:
        """What a misspelling is held against, shorter first: names in use, other ones, or those of cities."""
        return self._spellings.get((script, rank), [])

    def window(self, script: str, rank: str, shortest: int, longest: int) -> list[str]:
        """Those of the spellings that have so many letters."""
        names = self.spellings(script, rank)
        return names[bisect_left(names, shortest, key=len) : bisect_right(names, longest, key=len)]

    def _by_division(self, rank: str) -> Iterator[tuple[str, Iterable[str]]]:
        """The keys of a rank, by the division of who bears them."""
        yield "", getattr(self, rank)


class Places(Sequence[Entity]):
    """The places of a file of the gazetteer; each becomes an entity when it is asked for."""

    def __init__(self, rows: list[list[str]]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> Entity: ...
    @overload
    def __getitem__(self, number: slice) -> list[Entity]: ...
    def __getitem__(self, number: int | slice) -> Entity | list[Entity]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        code, kind, label, *_ = self._rows[number]
        return Entity(CITY if kind in (CITY, TOWN) else "region", code, label, (), kind)


class Gazetteer(Index):
    """The index in a file of the gazetteer, each rank of names put together when it is asked for."""

    def __init__(self, name: str) -> None:
        places, _, shared = read(name).partition("\n\n")
        _, header, *lines = places.split("\n")
        self._columns = header.split("\t")
        self._rows = [line.split("\t") for line in lines]
        self._shared = [line.split("\t") for line in shared.splitlines()]
        super().__init__(Places(self._rows), self._rank("main"))

    @cached_property
    def alias(self) -> Bearers:
        """The entities by names less in use."""
        return self._rank("alias")

    @cached_property
    def brief(self) -> Bearers:
        """The entities by codes and abbreviations, which are spelt so or not at all."""
        return self._rank("brief")

    @cached_property
    def toned(self) -> Bearers:
        """The entities by their names in pinyin with tone digits."""
        return self._rank("toned")

    @cached_property
    def sound(self) -> Bearers:
        """The entities by how their names sound, as worked out when the file was made."""
        return self._rank("sound")

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The places elsewhere whose names are near a name here."""
        return frozenset(read("foreign.txt").split("\n"))

    @cached_property
    def words(self) -> frozenset[str]:
        """The common words that are near a name here."""
        return frozenset(read("words.txt").split("\n"))

    def _rank(self, rank: str) -> Bearers:
        bearers: Bearers = {}
        if rank in self._columns:
            column = self._columns.index(rank)
            for number, row in enumerate(self._rows):
                for key in row[column].split():
                    bearers[key] = number
        for shared, key, numbers in self._shared:
            if shared == rank:
                bearers[key] = [int(number) for number in numbers.split()]
        return bearers

    def _by_division(self, rank: str) -> Iterator[tuple[str, Iterable[str]]]:
        if rank not in self._columns:
            return
        column = self._columns.index(rank)
        for row in self._rows:
            yield row[1], row[column].split()
        for shared, key, numbers in self._shared:
            if shared == rank:
                yield self._rows[int(numbers.split()[0])][1], (key,)


def read(name: str) -> str:
    """The content of a generated file of the gazetteer."""
    folder = PACKED if PACKED.exists() else IN_CHECKOUT
    return (folder / name).read_text(encoding="utf-8")
