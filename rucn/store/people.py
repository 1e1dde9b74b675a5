"""Finds one person among the officials of several files: a person is one official, whatever the offices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rucn.model.rows import Tables

Row = dict[str, Any]
# The names that people of a country have in its own script.
OWN_SCRIPT = {"RU": "ru", "CN": "zh"}


class Person(NamedTuple):
    """An official, in which files, and in what regions."""

    row: Row
    files: set[int]
    regions: set[str]


def join_officials(parts: Sequence[Tables]) -> tuple[list[Row], dict[str, str]]:
    """The officials of several files, each person once; and the ids of the others, each with that of the person.

    Two entries of different files are one person where the country and the name in the script of that country are the
    same; where one of the two lacks that, the English names. Many people of China share a name in Latin letters: there
    the two have to speak for one region too. An entry that is near to several people stays apart.
    """
    people: list[Person] = []
    called: dict[tuple[str, str], list[Person]] = {}
    same: dict[str, str] = {}
    for number, part in enumerate(parts):
        regions = _regions(part)
        for row in part["officials"]:
            new = Person({**row, "names": dict(row["names"])}, {number}, regions.get(row["id"], set()))
            near = {id(one): one for key in _keys(row) for one in called.get(key, ()) if _is_same(one, new)}
            if len(near) == 1:
                [person] = near.values()
                _add(person, new)
                same[row["id"]] = person.row["id"]
            else:
                person = new
                people.append(new)
            for key in _keys(person.row):
                if person not in called.setdefault(key, []):
                    called[key].append(person)
    return [person.row for person in people], same


def _regions(part: Tables) -> dict[str, set[str]]:
    """The regions that officials of a file speak for, by their ids."""
    found: dict[str, set[str]] = {row["id"]: set() for row in part["officials"]}
    for quote in part["quotes"]:
        if quote["official"] and quote["region"]:
            found[quote["official"]].add(quote["region"])
    return found


def _keys(row: Row) -> list[tuple[str, str]]:
    """By what an official may be found: the country, and each name."""
    names = [row["name"], *row["names"].values()]
    return [(row["country"], name) for name in dict.fromkeys(_plain(one) for one in names if one)]


def _is_same(one: Person, other: Person) -> bool:
    if one.files & other.files:
        return False
    script = OWN_SCRIPT[one.row["country"]]
    own = {_plain(person.row["names"][script] or "") for person in (one, other)}
    if "" not in own:
        return len(own) == 1
    is_clear = one.row["country"] == "RU" or not one.regions.isdisjoint(other.regions)
    return is_clear and not _english(one).isdisjoint(_english(other))


def _english(person: Person) -> set[str]:
    return {_plain(person.row["name"]), _plain(person.row["names"]["en"])}


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())


def _add(person: Person, other: Person) -> None:
    """Adds to a person what another entry tells: names in other scripts, and other spellings."""
    names: dict[str, str | None] = person.row["names"]
    person.row["names"] = {script: name or other.row["names"][script] for script, name in names.items()}
    known = {person.row["name"], *filter(None, person.row["names"].values())}
    spelt = [other.row["name"], *filter(None, other.row["names"].values()), *other.row["aliases"]]
    more = dict.fromkeys([*person.row["aliases"], *(name for name in spelt if name not in known)])
    person.row["aliases"] = list(more)
    person.row["note"] = person.row["note"] or other.row["note"]
    person.files.update(other.files)
    person.regions.update(other.regions)
