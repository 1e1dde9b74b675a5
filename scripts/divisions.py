"""Enters the units below China's provinces, and Russia's districts, into the gazetteer that is being made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any

from rucn.names.folding import fold, fold_name
from rucn.names.romanisation import sound_of_district
from scripts.collect_divisions import NATIONS, TYPES
from scripts.gazetteer import CITIES, DATA, Gazetteer, Place, Row, rows
from scripts.mandarin import syllables_of

# A prefecture outranks a county, and a county a district, whoever has more people.
RANKS = {"prefecture": 1_000_000, "city": 1_000_000, "county": 90_000, "county_city": 90_000, "district": 9_000}
# Here the people of a city are counted.
OTHERS = ("CN-HK", "CN-MO", "CN-TW")
PREFECTURES = ("prefecture", "city")
COUNTIES = ("county", "county_city")
TYPES_OF_PREFECTURES = "prefecture zhou diqu meng league".split()
TYPES_OF_AUTONOMOUS = [*TYPES_OF_PREFECTURES, "autonomousprefecture", "zizhizhou"]
# A prefecture became a city of its name almost everywhere.
TYPES_OF_CITIES = "shi city prefecture".split()


def add_divisions(gazetteer: Gazetteer, regions: list[dict[str, Any]], editors: list[Row]) -> None:
    """Enters the units, those of today before those of former times."""
    named: dict[tuple[str, str], int] = {}
    for number, place in enumerate(gazetteer.places[len(regions) :], len(regions)):
        named.setdefault((place.code, fold(place.name)), number)
    for key in [key for key in gazetteer.main if key > "\u3400"]:
        for number in gazetteer.main[key]:
            if number >= len(regions):
                named.setdefault((gazetteer.places[number].code, key), number)
    more = defaultdict(list)
    for row in editors:
        more[row["code"], row["place"]].append(row["name"])
    divisions = rows(DATA / "sources" / "divisions.tsv")
    ranked: set[int] = set()
    for row in sorted(divisions, key=lambda row: (row["former"] != "", -RANKS[row["level"]], row["code"], row["name"])):
        if row["code"].startswith("RU"):
            add_district(gazetteer, row)
        else:
            latin = [row["latin"], *more[row["code"], row["label"]]] if not row["former"] else [row["latin"]]
            ranked.add(add_unit(gazetteer, {**row, "latin": "|".join(latin)}, named))
    rank_other_cities(gazetteer, ranked)


def rank_other_cities(gazetteer: Gazetteer, ranked: set[int]) -> None:
    """Ranks what GeoNames has as a city in China's provinces and is no unit: below every unit."""
    for number, place in enumerate(gazetteer.places):
        if place.code[:2] == "CN" and place.code not in OTHERS and place.kind in CITIES and number not in ranked:
            gazetteer.places[number] = place._replace(people=min(place.people, RANKS["district"] - 1))


def add_unit(gazetteer: Gazetteer, row: Row, named: dict[tuple[str, str], int]) -> int:
    """Enters one unit of China, and gives its number; a city that is known already gets its rank."""
    level, code = row["level"], row["code"]
    base = fold(row["short"]).translate(gazetteer.simplified)
    is_city = level in ("city", "county_city")
    number = None
    if is_city or row["former"]:
        number = named.get((code, base), named.get((code, fold(row["label"]))))
    place = Place(code, "city" if is_city else level, row["label"], RANKS[level])
    if number is None:
        number = len(gazetteer.places)
        gazetteer.places.append(place)
    elif is_city and not row["former"]:
        gazetteer.places[number] = place._replace(name=gazetteer.places[number].name)
    if level != "district" and len(base) > 1:
        named.setdefault((code, base), number)
    if level in COUNTIES and not row["former"]:
        gazetteer.romanised[fold(row["latin"].partition("|")[0])].add(code)
    keys = gazetteer.alias if row["former"] else gazetteer.main
    for key in {*(name.translate(gazetteer.simplified) for name in chinese_names(row)), *latin_names(row)}:
        keys[key][number] = None
        gazetteer.own[key][number] = None
    if level in PREFECTURES and not row["former"]:
        syllables = syllables_of(base, fold(row["latin"].partition("|")[0]), gazetteer.readings)
        gazetteer.add_spelt_by_rule(number, syllables)
    return number


def chinese_names(row: Row) -> Iterator[str]:
    """The folded names of a unit in Chinese: in full, and short with and without the last character."""
    name, base = row["name"], row["short"]
    yield fold(name)
    if row["level"] != "district":
        yield fold(base + (name[-2:] if name.endswith("地区") else name[-1]))
        if len(base) > 1:
            yield fold(base)
            yield fold_name(name).bare
        if row["peoples"]:
            yield fold(base + "自治" + name[-1])
            yield fold(name.replace("族", ""))


def latin_names(row: Row) -> Iterator[str]:
    """The folded names of a unit in Latin letters; of a county or a district only those that say what it is."""
    level = row["level"]
    ending = next(ending for ending in TYPES if row["name"].endswith(ending))
    _, pinyin, english = TYPES[ending]
    peoples = list(named_after(row["peoples"]))
    for name in map(fold, row["latin"].split("|")):
        if level in PREFECTURES:
            yield name
            yield from (f"{name}{people}" for people in peoples)
            types = TYPES_OF_AUTONOMOUS if peoples else TYPES_OF_PREFECTURES
            yield from (f"{name}{word}" for word in (types if level == "prefecture" else TYPES_OF_CITIES))
            continue
        words = [fold(word) for word in (*pinyin.split("|"), english)]
        for people in ["", *peoples]:
            yield from (f"{name}{people}{word}" for word in words)
        if level == "county":
            yield f"{name}{fold(english.split()[-1])}"


def named_after(peoples: str) -> Iterator[str]:
    """The folded ways to write the peoples that a unit is named after."""
    names = [NATIONS[people].split("|") for people in peoples.split("|") if people]
    spellings = [[*variants, f"{variants[-1]}zu"] for variants in names]
    for one in product(*spellings) if spellings else ():
        yield fold("".join(one))
        yield fold("and".join(one))
        yield fold("".join(one[:-1]) + "and" + one[-1])


def add_district(gazetteer: Gazetteer, row: Row) -> None:
    """Enters one district of Russia by how its name sounds."""
    number = len(gazetteer.places)
    gazetteer.places.append(Place(row["code"], "district", row["label"], RANKS["district"]))
    for name in filter(None, [row["name"], *row["latin"].split("|")]):
        gazetteer.districts[sound_of_district(fold_name(name).words)][number] = None
