"""What is near a name of a region, or is the name of a place here, and means something else."""

from __future__ import annotations

from rucn.names.folding import Folded, fold_name
from rucn.names.romanisation import sound_of_name
from rucn.names.russian import nominatives
from scripts.gazetteer import CITIES, DATA, Gazetteer, rows

# A place of ours that has so many people is meant by its name, even where a country or a region abroad has it too.
LARGE = 500_000
# A region is, whatever bears its name.
LARGE_REGION = 10_000_000_000
# A village is not told from a common word.
VILLAGE = 5_000


class Foreign:
    """Folded names: `place` of places elsewhere, `word` of words, `shared` of places here and of larger ones there."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.place: set[str] = set()
        self.word: set[str] = set()
        self.shared: set[str] = set()
        self._gazetteer = gazetteer
        self._own = gazetteer.main.keys() | gazetteer.alias.keys() | gazetteer.third_names.keys()
        for row in rows(DATA / "sources" / "foreign.tsv"):
            folded = fold_name(row["name"].translate(gazetteer.simplified))
            if row["kind"] == "word":
                self._enter_word(folded)
            else:
                self._enter_place(folded, int(row["people"]) if row["people"] else None)
        self.shared.update(key for key, codes in gazetteer.romanised.items() if self._is_a_county_elsewhere(key, codes))
        self.word -= self.place
        for names in (self.place, self.word, self.shared):
            names.discard("")

    def _enter_word(self, folded: Folded) -> None:
        if not self._is_ours(folded, is_word=True):
            self.word.add(folded.bare)
        elif 0 < self._most_people(folded.bare) < VILLAGE or self._is_of_china(folded.bare):
            self.shared.add(folded.bare)

    def _enter_place(self, folded: Folded, people: int | None) -> None:
        heard = sound_of_name(folded.words)
        if not self._is_ours(folded):
            self.place.add(folded.bare)
        elif folded.kinds and folded.full not in self._own and not has_region(self._gazetteer, folded.bare):
            self.place.add(folded.full)
        keys = {folded.bare, folded.full} | ({heard} if people is None else set())
        self.shared.update(key for key in keys if self._is_larger(key, people))

    def _is_well_known(self, key: str) -> bool:
        """Whether a name is that of a region, or of a city."""
        numbers = self._gazetteer.main.get(key, ())
        return has_region(self._gazetteer, key) or any(self._gazetteer.places[n].kind == "city" for n in numbers)

    def _is_of_china(self, key: str) -> bool:
        """Whether a word is a name of places of China alone, in letters that are not theirs, or not their own name."""
        numbers = [*self._gazetteer.main.get(key, ()), *self._gazetteer.alias.get(key, ())]
        bearing = [self._gazetteer.places[number] for number in numbers]
        is_own = key.isascii() and key in self._gazetteer.main
        return (
            bool(bearing)
            and not is_own
            and self._gazetteer.edited.isdisjoint(numbers)
            and all(place.code[:2] == "CN" and place.kind in CITIES for place in bearing)
        )

    def _is_ours(self, folded: Folded, *, is_word: bool = False) -> bool:
        """Whether a name, or a form that it may be inflected from, is that of a place here."""
        forms = nominatives(folded.words) if folded.script == "cyrillic" else {}
        inflected = self._own.intersection(forms)
        # Neither a region elsewhere nor a word is called by the name of a town that it may come from as an adjective.
        if folded.kinds or is_word:
            inflected = {form for form in inflected if self._is_well_known(form)}
        return folded.bare in self._own or bool(inflected)

    def _is_larger(self, key: str, people: int | None) -> bool:
        """Whether a place elsewhere is larger than those here that bear its name; no number means a whole region."""
        gazetteer = self._gazetteer
        if key in gazetteer.third_names or (key in gazetteer.brief and key not in gazetteer.main):
            return True
        # A region is well known by its name, but not by each that it is called in Latin letters, or in some language.
        if people is None and (key.isascii() or key not in gazetteer.main) and has_region(gazetteer, key):
            return True
        most = self._most_people(key)
        # What a city is called in other languages than ours is no better known there than a place of that name.
        return 0 < most < LARGE_REGION and (key not in gazetteer.main or most < (LARGE if people is None else people))

    def _is_a_county_elsewhere(self, key: str, codes: set[str]) -> bool:
        """Whether a name in pinyin leads to a lesser city of China, and is that of a county in another province."""
        numbers = self._gazetteer.main.get(key) or self._gazetteer.alias.get(key, {})
        if not self._gazetteer.edited.isdisjoint(numbers):
            return False
        bearing = [self._gazetteer.places[number] for number in numbers]
        return all(place.kind in CITIES and place.people < LARGE for place in bearing) and any(
            codes - {place.code} for place in bearing
        )

    def _most_people(self, key: str) -> int:
        gazetteer = self._gazetteer
        numbers = [n for keys in (gazetteer.main, gazetteer.alias, gazetteer.sound) for n in keys.get(key, ())]
        bearing = [gazetteer.places[number] for number in numbers]
        return max((place.people or 1 if place.kind in CITIES else LARGE_REGION for place in bearing), default=0)


def has_region(gazetteer: Gazetteer, key: str) -> bool:
    """Whether a region bears a folded name."""
    numbers = [*gazetteer.main.get(key, ()), *gazetteer.alias.get(key, ())]
    return any(gazetteer.places[number].kind not in CITIES for number in numbers)
