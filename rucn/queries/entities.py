"""What can be named besides places: the officials and vocabulary terms of a dataset, with all their written names."""

from typing import TYPE_CHECKING

from rucn.names import Entity, Index

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset


def officials(dataset: "Dataset") -> Index:
    """Every official, by id, full names in any script and either order, aliases, and surname alone."""
    found = []
    for key, row in dataset.officials.items():
        full = [row["name"], *(name for name in (row["names"]["ru"], row["names"]["zh"]) if name), *row["aliases"]]
        # A Russian surname stands last; a Chinese one first, in every script.
        position = -1 if row["country"] == "RU" else 0
        split = [name.split() for name in full if " " in name]
        turned = [" ".join([*words[1:], words[0]]) for words in split]
        surnames = [words[position] for words in split]
        found.append(Entity("official", key, row["name"], list(dict.fromkeys([key, *full, *turned, *surnames]))))
    return Index.of(found)


def terms(dataset: "Dataset", vocabulary: str) -> Index:
    """The terms of one vocabulary (`sector`, `role`, `country` …), by code, name and alias."""
    found = []
    for row in dataset.terms:
        if row["vocabulary"] == vocabulary:
            names = [name for name in (row["names"]["en"], row["names"]["ru"], row["names"]["zh"]) if name]
            found.append(Entity(vocabulary, row["code"], row["names"]["en"], [row["code"], *names, *row["aliases"]]))
    return Index.of(found)
