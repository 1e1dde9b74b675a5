"""What a name means as it is spelt: itself, inflected, in another romanisation, or typed on the wrong layout."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rucn.names.folding import (
    BELOW_REGIONS,
    GENERIC_WORDS,
    REMEMBERED,
    Folded,
    fold,
    fold_name,
    without_joined_generics,
)
from rucn.names.index import CITY, DISTRICT, TOWN, Entity, Index

LAYOUT_LETTERS = 3
SOUND_LETTERS = 4
AMBIGUOUS = "ambiguous"
SCORES = {"exact": 100, "alias": 100, "inflected": 98, "translit": 97, "layout": 95, "prefix": 90, AMBIGUOUS: 100}
_RANKS = (("main", "exact"), ("alias", "alias"), ("third", "alias"), ("brief", "alias"))
_TONE_DIGIT = re.compile("[1-5]")
_TONE_DIGITS = re.compile(r"(?:[a-z]+[1-5])+")
# How adjectives end, folded.
_ADJECTIVES = ("ии", "ыи", "ои", "ая", "ое")
_DIVISIONS = {
    "city": {CITY, TOWN, "federal_city", "municipality"},
    "autonomous_area": {"autonomous_area", "autonomous_region", "prefecture"},
    "region": {"region", "autonomous_region", "prefecture"},
    "prefecture": {"prefecture", CITY, "autonomous_region"},
}


class Finding(NamedTuple):
    """The entities that a name fits, each with its score, and how they were found; `none` where nothing was.

    `ambiguous` says that the name may mean something else, even where it fits one entity alone.
    """

    how: str
    matches: tuple[tuple[Entity, int], ...]

    @property
    def sure(self) -> Entity | None:
        """The one entity that is meant; None where there are several, or none."""
        return self.matches[0][0] if len(self.matches) == 1 and self.how != AMBIGUOUS else None


NOTHING = Finding("none", ())


class Borne(NamedTuple):
    """Who bears a name: how that was found, the entities, and whether they bear the name as a whole, kind and all."""

    how: str
    entities: list[Entity]
    whole: bool = False


class Ways(NamedTuple):
    """What it takes to read a name that is not exact."""

    typed_on_other_layout: Callable[[str, str], str]
    nominatives: Callable[[tuple[str, ...]], Sequence[str]]
    sound_of_name: Callable[[Sequence[str]], str]
    sound_of_district: Callable[[Sequence[str]], str]


@cache
def ways() -> Ways:
    """What an exact name does not need is not loaded for it; and to say `import` for each of many names costs much."""
    from rucn.names.keyboard import typed_on_other_layout
    from rucn.names.romanisation import sound_of_district, sound_of_name
    from rucn.names.russian import nominatives

    return Ways(typed_on_other_layout, nominatives, sound_of_name, sound_of_district)


def as_spelt(written: str, folded: Folded, indexes: Sequence[Index], within: str = "") -> Finding:
    """What a name means by any exact way of reading it."""
    only_cities = NOTHING
    for reading, how in _readings(written, folded, indexes):
        # What is typed on the wrong layout is otherwise right.
        for step, entities, whole in exact(reading, indexes) if how else _steps(reading, indexes):
            known = [one for one in entities if one.division != TOWN] if how else entities
            places = meant(known, frozenset() if whole else reading.kinds, within)
            if not places:
                continue
            if any(one.division == DISTRICT for one in places):
                return finding(AMBIGUOUS, places)
            if whole or not is_only_a_city(places, reading.kinds):
                return finding(step if step == AMBIGUOUS else how or step, places)
            # `Harbin Province`: what the name says it is, the place is not.
            only_cities = only_cities if only_cities.matches else finding(AMBIGUOUS, places)
        if is_foreign(reading.bare, indexes):
            return NOTHING
    return only_cities


def exactly(folded: Folded, indexes: Sequence[Index], within: str = "") -> Finding:
    """What a name means exactly as it is spelt."""
    for how, entities, whole in exact(folded, indexes) if folded.bare else ():
        places = meant(entities, frozenset() if whole else folded.kinds, within)
        if places and (whole or not is_only_a_city(places, folded.kinds)):
            return finding(AMBIGUOUS if any(one.division == DISTRICT for one in places) else how, places)
    return NOTHING


def is_foreign(key: str, indexes: Sequence[Index]) -> bool:
    """Whether a folded name is that of a place elsewhere, and of none here."""
    return any(key in index.foreign for index in indexes)


def _readings(written: str, folded: Folded, indexes: Sequence[Index]) -> Iterator[tuple[Folded, str]]:
    """The ways to read a name, each with how it is found that way where that says more than the step that finds it."""
    yield folded, ""
    if folded.script == "han":
        simple = fold_name(simplified(written))
        if simple != folded:
            yield simple, ""
        return
    bare, kind = without_joined_generics(folded.full)
    if bare:
        yield folded._replace(full=bare, bare=bare, words=(bare,), kinds=folded.kinds | ({kind} - {""})), ""
    typed = ways().typed_on_other_layout(written, folded.script)
    words = [(word, fold(word)) for word in typed.lower().split()]
    named = "".join([key for word, key in words if word not in GENERIC_WORDS])
    if not _known((named, "".join([key for _, key in words])), indexes):
        return
    other = fold_name(typed)
    if len(other.full) >= LAYOUT_LETTERS and other.script != folded.script:
        yield other, "layout"


def _steps(folded: Folded, indexes: Sequence[Index]) -> Iterator[Borne]:
    """What each exact way of spelling finds, in the order of their evidence: as it is, inflected, transliterated."""
    yield from exact(folded, indexes)
    if is_foreign(folded.bare, indexes):
        return
    read = ways()
    if folded.kinds & BELOW_REGIONS and folded.script != "han":
        yield Borne(AMBIGUOUS, _borne(indexes, "districts", read.sound_of_district(folded.words)))
        return
    if folded.script == "cyrillic" and (forms := _known(read.nominatives(folded.words), indexes)):
        for rank in ("main", "alias"):
            yield Borne("inflected", _inflected(folded, forms, rank, indexes))
    heard = read.sound_of_name(folded.words) if folded.script != "han" else ""
    if len(heard) >= SOUND_LETTERS and _known([heard], indexes):
        for rank in ("sound", "main", "alias"):
            # Pinyin is how a place of China is spelt, not how it sounds.
            found = [one for one in _borne(indexes, rank, heard) if one.kind != CITY or one.key.startswith("RU")]
            yield Borne(_or_ambiguous("translit", heard, indexes), found)


def _inflected(folded: Folded, forms: list[str], rank: str, indexes: Sequence[Index]) -> list[Entity]:
    """Who bears one of the forms that a name may come from.

    Without a word that leads to it, a name in use of a city is one, and none that is an adjective: `северной` is not
    said of a place called so.
    """
    found = _borne(indexes, rank, *forms)
    if folded.led or folded.kinds:
        return found
    nouns = [form for form in forms if not form.endswith(_ADJECTIVES)] if rank == "main" else []
    cities = {id(one) for one in _borne(indexes, rank, *nouns) if one.division == CITY}
    return [one for one in found if one.kind != CITY or id(one) in cities]


def _known(keys: Collection[str], indexes: Sequence[Index]) -> list[str]:
    """Those of some keys that an index may have."""
    if len(indexes) == 1:
        return indexes[0].among(keys)
    return list(dict.fromkeys(key for index in indexes for key in index.among(keys)))


def exact(folded: Folded, indexes: Sequence[Index]) -> Iterator[Borne]:
    """Who bears a name as it is spelt: with its tones, as a whole, and without generic words."""
    full, bare, words = folded.full, folded.bare, folded.words
    tones = "".join(words) if folded.script == "latin" else ""
    if tones and (tones != bare or tones[-1].isdigit()):
        for index in indexes:
            found = index.named(index.toned, tones)
            if found:
                yield Borne("exact", found)
    keys = [full] if full == bare else [full, bare]
    # A number that stands apart is no tone.
    if not bare.isalpha() and _TONE_DIGITS.fullmatch(bare) and not any(map(str.isdigit, words)):
        keys.append(_TONE_DIGIT.sub("", bare))
    if "region" in folded.kinds and folded.script == "latin":
        # Around a federal city there is a region of its name, by what it is.
        keys.insert(1, f"{bare}oblast")
    for key in _known(keys, indexes):
        for rank, how in _RANKS:
            found = _borne(indexes, rank, key)
            # A code is written by itself.
            if rank == "brief" and key != folded.full:
                found = [one for one in found if key != fold(one.key)]
            if found:
                how = "exact" if key in (fold(one.key) for one in found) else how
                yield Borne(_or_ambiguous(how, key, indexes), found, key == full != bare)


def _or_ambiguous(how: str, key: str, indexes: Sequence[Index]) -> str:
    """How a name was found; `ambiguous` where a larger place elsewhere bears it too."""
    return AMBIGUOUS if any(key in index.shared for index in indexes) else how


def _borne(indexes: Sequence[Index], rank: str, *keys: str) -> list[Entity]:
    """Who bears the folded names in a rank of the indexes."""
    return [entity for index in indexes for key in keys for entity in index.named(getattr(index, rank), key)]


def meant(entities: list[Entity], kinds: frozenset[str], within: str) -> list[Entity]:
    """Which places a name stands for: those of the kind it says, or regions before cities; each once."""
    if not entities:
        return entities
    inside = [entity for entity in entities if entity.key.startswith(within)]
    named = fitting(inside, kinds)
    if not named and not kinds & BELOW_REGIONS:
        named = [entity for entity in inside if entity.kind != CITY] or inside
    once: dict[str, Entity] = {}
    for entity in named:
        once.setdefault(entity.key, entity)
    return list(once.values())


def is_only_a_city(entities: list[Entity], kinds: frozenset[str]) -> bool:
    """Whether a name that says it is a region's has been found to be a city's alone."""
    return bool(kinds) and all(entity.kind == CITY for entity in entities) and not fitting(entities, kinds)


def fitting(entities: list[Entity], kinds: frozenset[str]) -> list[Entity]:
    """Those of some places that are what generic words say."""
    if not kinds:
        return []
    divisions = {division for kind in kinds for division in _DIVISIONS.get(kind, (kind,))}
    return [entity for entity in entities if entity.division in divisions]


def finding(how: str, entities: list[Entity]) -> Finding:
    """A finding of entities that are all as sure."""
    return Finding(how, tuple((entity, SCORES[how]) for entity in entities))


@lru_cache(maxsize=REMEMBERED)
def simplified(written: str) -> str:
    """A Chinese name in simplified characters."""
    from rucn.names.hanzi import characters

    return written.translate(characters().simplified)
