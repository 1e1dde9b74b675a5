"""What names there are, by their folded spelling: an index made of entities, or read from a file of the gazetteer."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, overload

from rucn.names.folding import fold_name, script_of
from rucn.names.romanisation import sound_of_name

PACKED = Path(__file__).parent.parent / "data"
IN_CHECKOUT = Path(__file__).parent.parent.parent / "data"
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
        heard: dict[str, list[int]] = {}
        for number, entity in enumerate(self.entities):
            for name in entity.names:
                heard.setdefault(sound_of_name(fold_name(name).words), []).append(number)
        return {key: list(dict.fromkeys(numbers)) for key, numbers in heard.items() if key}

    @cached_property
    def _beginnings(self) -> dict[str, list[str]]:
        """The names in use, sorted: of cities, and of all else."""
        found: dict[str, list[str]] = {CITY: [], "": []}
        for key, numbers in self.main.items():
            division = self._division(numbers)
            if division != TOWN:
                found[CITY if division == CITY else ""].append(key)
        return {division: sorted(keys) for division, keys in found.items()}

    def beginning(self, key: str, division: str) -> list[Entity]:
        """The entities with a name in use that begins so: cities, or all else."""
        names = self._beginnings[division]
        start = bisect_left(names, key)
        end = bisect_left(names, key + "\U0010ffff")
        return [entity for name in names[start:end] for entity in self.named(self.main, name)]

    @cached_property
    def spellings(self) -> dict[tuple[str, str], list[str]]:
        """What a misspelling is held against, shorter first: by script, the names in use, other ones, and of cities."""
        found: dict[tuple[str, str], list[str]] = {}
        for rank, bearers in (("main", self.main), ("alias", self.alias)):
            for key, numbers in bearers.items():
                division = self._division(numbers)
                if division not in (CITY, TOWN):
                    found.setdefault((script_of(key), rank), []).append(key)
                elif division == CITY and rank == "main":
                    found.setdefault((script_of(key), CITY), []).append(key)
        for keys in found.values():
            keys.sort(key=lambda key: (len(key), key))
        return found

    def window(self, script: str, rank: str, shortest: int, longest: int) -> list[str]:
        """The names in a script that have so many letters."""
        names = self.spellings.get((script, rank), [])
        return names[bisect_left(names, shortest, key=len) : bisect_right(names, longest, key=len)]

    def _division(self, numbers: int | list[int]) -> str:
        return self.entities[numbers if isinstance(numbers, int) else numbers[0]].division


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
        content = read_json(name)
        self._content = content
        super().__init__(Places(content["places"]), self._rank("main"))

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
        toned: Bearers = self._content.get("toned", {})
        return toned

    @cached_property
    def sound(self) -> Bearers:
        """The entities by how their names sound, as worked out when the file was made."""
        return self._rank("sound")

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The places elsewhere whose names are near a name here."""
        return frozenset(self._content["foreign"]["place"].split())

    @cached_property
    def words(self) -> frozenset[str]:
        """The common words that are near a name here."""
        return frozenset(self._content["foreign"]["word"].split())

    def _rank(self, rank: str) -> Bearers:
        bearers: Bearers = {}
        if rank in self._content["shared"]:
            column = 3 + list(self._content["shared"]).index(rank)
            for number, row in enumerate(self._content["places"]):
                for key in row[column].split():
                    bearers[key] = number
            bearers.update(self._content["shared"][rank])
        return bearers


def read_json(name: str) -> Any:
    """The content of a generated file of the gazetteer."""
    folder = PACKED if PACKED.exists() else IN_CHECKOUT
    return json.loads((folder / name).read_text(encoding="utf-8"))
