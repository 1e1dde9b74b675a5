"""What is known of places while the gazetteer is made: the places, and who bears which folded name."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from rucn.names.folding import fold, fold_name
from rucn.names.romanisation import sound_of_name
from scripts.mandarin import palladius, wade_giles, with_tone_mark

DATA = Path(__file__).parent.parent / "data"
# Below a region: the word says what a place is.
CITIES = ("city", "town", "prefecture", "county", "district")
SHORTEST_SOUND = 4
SHORTEST_CITY = 2
RUSSIAN = re.compile(r"[А-Яа-яЁё][А-Яа-яЁё .()—-]+")

Row = dict[str, str]
# For each folded name, the places that bear it, by number.
Keys = dict[str, dict[int, None]]


class Place(NamedTuple):
    """A region or a place in one; `kind` is a region's kind or a word of `CITIES`, `people` how many live in a city.

    For a unit of China `people` is a number that ranks it.
    """

    code: str
    kind: str
    name: str
    people: int


class Gazetteer:
    """What is known so far: the places, and for each folded name which of them bear it.

    `main` holds the names in use, `alias` the others, `brief` codes and abbreviations, `sound` how names sound, `toned`
    pinyin with tones, `districts` how the names of Russian districts sound.
    """

    def __init__(self, characters: list[Row]) -> None:
        self.places: list[Place] = []
        self.main: Keys = defaultdict(dict)
        self.alias: Keys = defaultdict(dict)
        self.brief: Keys = defaultdict(dict)
        self.sound: Keys = defaultdict(dict)
        self.toned: Keys = defaultdict(dict)
        self.districts: Keys = defaultdict(dict)
        # Other names of regions: those that are only known from lists in languages that are not ours, and the rest.
        self.third: set[str] = set()
        self.known: set[str] = set()
        self.third_names: Keys = {}
        # The cities that the editor knows, which are meant before others of the name.
        self.edited: set[int] = set()
        # In which provinces there are counties of a name in pinyin, which many share.
        self.romanised: dict[str, set[str]] = defaultdict(set)
        # Who bears a name by right: by its own spelling, not by what someone once called it.
        self.own: Keys = defaultdict(dict)
        self.federal_cities: Keys = defaultdict(dict)
        self.readings = {row["character"]: row["readings"].split("|") for row in characters}
        simple = {row["character"]: row["simplified"] for row in characters if row["simplified"]}
        self.simplified = str.maketrans(simple)

    def add(self, names: Iterable[str], place: int, keys: Keys, *, own: bool = False, heard: bool = True) -> None:
        """Enters names of a place: as they are spelt and, where that says anything, as they sound."""
        for name in names:
            folded = fold_name(name.translate(self.simplified))
            key = folded.bare or folded.full
            if len(key) < SHORTEST_CITY and self.places[place].kind in CITIES:
                continue
            if key != folded.full and self.federal_cities.get(key, {}).keys() - {place}:
                key = folded.full
            keys[key][place] = None
            if own:
                self.own[key][place] = None
            if heard and self.is_heard(name, folded.script, self.places[place]):
                for words in (folded.words, [word.replace("ё", "йо") for word in folded.words]):
                    sounding = sound_of_name(words)
                    if len(sounding) >= SHORTEST_SOUND:
                        self.sound[sounding][place] = None

    def set_third_apart(self) -> None:
        """Takes the names in third languages from the other names: they are read as they are spelt or not at all."""
        for key in self.third - self.known:
            if key in self.alias and key not in self.main:
                self.third_names[key] = self.alias.pop(key)

    def region_called(self, name: str, code: str) -> int | None:
        """The region that has the name of a city in it: where one is meant by another spelling, so is the other."""
        bearing = self.main.get(fold(name), {})
        return next((n for n in bearing if self.places[n].code == code and self.places[n].kind not in CITIES), None)

    @staticmethod
    def is_heard(name: str, script: str, place: Place) -> bool:
        """Whether another romanisation of a name is to be expected: of what is Russian, or has a Russian name."""
        if place.code.startswith("RU"):
            return script == "latin" or RUSSIAN.fullmatch(name) is not None
        return place.kind not in CITIES and RUSSIAN.fullmatch(name) is not None

    def add_spelt_by_rule(self, place: int, syllables: Sequence[str]) -> None:
        """Enters what systems of spelling make of a Chinese name: pinyin, with tones too, Wade–Giles, Palladius."""
        plain = [one.rstrip("12345") for one in syllables]
        if self.places[place].kind not in CITIES:
            for toned in ("".join(syllables), "".join(map(with_tone_mark, syllables))):
                self.toned[toned][place] = None
        if len(plain) > 1:
            # Shanxi is Shanxi, and not Shaanxi, though both are spelt so by the rules.
            by_rule = [*palladius(plain), "".join(plain)]
            untaken = [name for name in by_rule if not self.main.get(fold(name), {}).keys() - {place}]
            self.add(untaken if self.places[place].kind not in CITIES else by_rule, place, self.main, own=True)
            self.add([wade_giles(plain)], place, self.alias)


def rows(path: Path) -> list[Row]:
    """The rows of one table."""
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
