"""The names that a database knows, as indexes: officials, terms of vocabularies, places of projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.names import CITY, Entity, Index, regions_called

if TYPE_CHECKING:
    from rucn.model.rows import OfficialRow
    from rucn.store.dataset import Dataset


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


def institution_names(dataset: Dataset) -> Index:
    """The institutions whose words are reported, by name."""
    names = dict.fromkeys(row["institution"]["name"] for row in dataset.quotes.values() if row["institution"])
    return Index.of(Entity("institution", name, name, [name]) for name in names)


def term_names(dataset: Dataset, vocabulary: str) -> Index:
    """The terms of one vocabulary (`sector`, `role`, `country` …), by code, name and alias."""
    found = []
    for row in dataset.terms:
        if row["vocabulary"] == vocabulary:
            names = [name for name in (row["names"]["en"], row["names"]["ru"], row["names"]["zh"]) if name]
            found.append(Entity(vocabulary, row["code"], row["names"]["en"], [row["code"], *names, *row["aliases"]]))
    return Index.of(found)


def place_names(dataset: Dataset) -> Index:
    """The places of projects, however small, with the regions that they lie in."""
    places = {(place["name"], place["region"]): None for row in dataset.projects.values() for place in row["places"]}
    return Index.of(
        Entity(CITY, code, name, [name]) for name, code in places if code is not None and not regions_called(name)
    )
