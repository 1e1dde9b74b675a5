"""What can be typed of each kind, by what is begun."""

from collections.abc import Callable
from typing import Any

import pytest

import rucn
from rucn.database.database import Database

BEGUN = ("i", "И", "北", "20", "QQ", "irkutsk ", "RU-")
KINDS = "region area official who period id ranking role country currency measure sector status topic tie_kind".split()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_begun_is_given_in_any_case(database: Database, kind: str) -> None:
    every = set(database.values(kind))
    assert every
    for begun in BEGUN:
        fitting = {one for one in every if one.casefold().startswith(begun.casefold())}
        assert set(database.values(kind, begun)) == fitting


@pytest.mark.parametrize(
    ("kind", "usual", "once_begun"),
    [
        ("region", "Irkutsk", "Иркутская"),
        ("region", "Irkutsk", "RU-IRK"),
        ("area", "China", "Китай"),
        ("who", "governor", "Irkutsk"),
        ("official", "Levchenko", "Sergei Levchenko"),
        ("sector", "wood", "лес и деревообработка"),
        ("id", "q01", "f01"),
    ],
)
def test_where_nothing_is_begun_only_the_usual_is_given(
    database: Database, kind: str, usual: str, once_begun: str
) -> None:
    assert usual in database.values(kind, "")
    assert once_begun not in database.values(kind, "")
    assert once_begun in database.values(kind, once_begun[:2])


def test_each_has_a_word_on_what_it_is(database: Database) -> None:
    assert database.values("region", "伊尔") == {"伊尔库茨克州": "Irkutsk Region"}
    assert database.values("official", "левч")["Левченко"] == "Sergei Levchenko"
    assert database.values("id", "q03") == {"q03": "Sergei Levchenko"}


def test_a_surname_of_two_is_not_given(tables: dict[str, dict[str, Any]], written: Callable[[Any], str]) -> None:
    for row in tables["officials"].values():
        if row["name"].endswith("Levintal"):
            row["name"] = row["name"].replace("Levintal", "Levchenko")
    found = rucn.open(written(tables)).values("official", "")
    assert "Levchenko" not in found
    assert {"Sergei Levchenko", "Alexander Levchenko"} <= set(found)
