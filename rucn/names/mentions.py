"""Which regions a text names, in whatever form a sentence gives their names to them.

`Heilongjiang’s trade`, `в Хабаровском крае`, `黑龙江省的贸易` name regions; `the Amur` and `Хабаровский район` do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from rucn.model.plain import visible
from rucn.names.folding import (
    BELOW_REGIONS,
    GENERIC_ENDINGS,
    GENERIC_WORDS,
    Folded,
    fold,
    fold_characters,
    fold_name,
    lowered,
    script_of,
)
from rucn.names.index import Bearers, Entity, Gazetteer
from rucn.names.resolver import small_table, whole_table
from rucn.names.romanisation import sound_of_name
from rucn.names.russian import nominatives
from rucn.names.spelt import SOUND_LETTERS, fitting, meant, simplified

# A name has no more words than this, and a Chinese one no fewer characters than that.
MOST_WORDS = 6
SHORTEST_HAN = 2
# An abbreviation that is not in capitals is one of so many letters at least.
SHORTEST_BRIEF = 4
_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_HAN_RUN = re.compile(rf"[{_HAN}][{_HAN}·・•()（）‐-―-]*")
# A name goes on over a full stop only after an abbreviation: `St. Petersburg`, `обл.`
_PHRASE_END = re.compile(r"[,;:!?\n]|(?<=\w{5})\.")
_WORD = re.compile(rf"[^\W\d_{_HAN}](?:[\w'’ʼ]*\w)?")
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"[а-яё-]{4,}(?:ий|ый|ой|ая|ое|ие|ые|ого|его|ому|ему|им|ым|ом|ем|ую|их|ых|ими|ыми)$")


class Mentions(NamedTuple):
    """The codes of the regions that a text names, and of those among them that it names as regions, kind and all."""

    named: frozenset[str]
    told: frozenset[str]


@lru_cache(maxsize=4096)
def mentions_in(text: str) -> Mentions:
    """The regions that a text in English, Russian or Chinese names."""
    found = [*_in_words(visible(text)), *_in_characters(visible(text))]
    return Mentions(
        frozenset(code for entities, _ in found for code in entities),
        frozenset(code for entities, is_told in found for code in entities if is_told and len(entities) == 1),
    )


def _in_words(text: str) -> Iterator[tuple[set[str], bool]]:
    """The codes of each name in Latin or Cyrillic letters, the longest at each place, and whether it says its kind."""
    for phrase in _PHRASE_END.split(text):
        words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(phrase)]
        at = 0
        while at < len(words):
            length, codes, is_told = _name_at(words, at)
            if codes:
                yield codes, is_told
            at += length


def _name_at(words: list[str], at: int) -> tuple[int, set[str], bool]:
    """How many words the name has that begins at one of several, the codes of its regions, and if it says its kind."""
    end = at + 1
    if not (words[at][0].isupper() or _ADJECTIVE.match(words[at])) or _kind(words[at]) == "":
        return 1, set(), False
    if words[at][0].isupper():
        while end < min(len(words), at + MOST_WORDS) and (words[end][0].isupper() or _kind(words[end]) is not None):
            end += 1
    for stop in range(end, at, -1):
        folded = fold_name(" ".join(words[at:stop]))
        entities = _called(folded, words[at:stop]) if folded.bare else []
        if entities and not (stop < len(words) and _kind(words[stop]) in BELOW_REGIONS):
            # In Russian a small word may stand before: провинция Хэйлунцзян.
            before = {_kind(words[at - 1]) or ""} if at and folded.script == "cyrillic" else set()
            said = fitting(entities, (folded.kinds | before) - {"city"})
            is_capital = folded.script != "latin" or any(one[0].isupper() and _kind(one) for one in words[at:stop])
            return stop - at, {one.key for one in entities}, bool(said) and is_capital
    return 1, set(), False


def _kind(word: str) -> str | None:
    """What a generic word says of a place, which may be nothing; None for any other word."""
    return GENERIC_WORDS.get(lowered(word))


def _called(folded: Folded, words: list[str]) -> list[Entity]:
    """The regions that a name stands for: as it is, inflected, or in another romanisation."""
    names = _names()
    found = _first(names.exact, dict.fromkeys((folded.full, folded.bare)))
    if not found and (all(word.isupper() for word in words) or len(folded.full) >= SHORTEST_BRIEF):
        found = _first(names.brief, [folded.full])
    if not found and folded.script == "cyrillic":
        found = _first(names.exact, nominatives(folded.words))
    if not found and folded.script == "latin":
        heard = sound_of_name(folded.words)
        found = _first(names.sound, [heard]) if len(heard) >= SOUND_LETTERS else []
    return meant(found, folded.kinds, "")


def _in_characters(text: str) -> Iterator[tuple[set[str], bool]]:
    """The codes of each name in Chinese characters, the longest at each place, and whether it says its kind."""
    for run in _HAN_RUN.findall(text):
        characters, at = simplified(fold(run)), 0
        while at < len(characters):
            # A name with its kind is meant before a longer one without: 滨海边疆区, though 滨海边 is a name too.
            found = max(_names_in(characters, at), key=lambda one: (one.is_told, one.length), default=_NOTHING)
            if found.entities:
                yield {one.key for one in found.entities}, found.is_told
            at += found.length


class _Found(NamedTuple):
    """A name of so many characters, the regions that it stands for, and whether it says their kind."""

    length: int
    entities: list[Entity]
    is_told: bool = False


_NOTHING = _Found(1, [])


def _names_in(characters: str, at: int) -> Iterator[_Found]:
    """The names that begin at a place in Chinese characters."""
    names = _names()
    for length in range(SHORTEST_HAN, min(names.longest_han, len(characters) - at) + 1):
        name = characters[at : at + length]
        if name in names.exact:
            entities = names.exact[name]
            ending = next((end for end in GENERIC_ENDINGS if characters.startswith(end, at + length)), "")
            kinds = fold_characters(name + ending).kinds
            if "prefecture" in kinds and all(one.key.startswith("RU-") for one in entities):
                # 犹太自治州: so Chinese calls an autonomous region of Russia.
                kinds = frozenset({"region"})
            # 上海市场 is a market, and no city.
            yield _Found(length, meant(entities, kinds, ""), bool(fitting(entities, kinds - {"city"})))


class _Names(NamedTuple):
    """The regions by their folded names, by abbreviations and codes, and by how their names sound."""

    exact: dict[str, list[Entity]]
    brief: dict[str, list[Entity]]
    sound: dict[str, list[Entity]]
    longest_han: int


@cache
def _names() -> _Names:
    small, whole = small_table(), whole_table()
    exact = {**_regions(whole.alias, whole), **_regions(small.main, small)}
    longest = max(len(key) for key in exact if script_of(key) == "han")
    return _Names(exact, _regions(whole.brief, whole), _regions(whole.sound, whole), longest)


def _regions(bearers: Bearers, index: Gazetteer) -> dict[str, list[Entity]]:
    """The regions among those who bear names; names of places in them are left out."""
    places, regions = index.entities, index.region_count
    found = {key: [places[number] for number in numbers if number < regions] for key, numbers in bearers.items()}
    return {key: entities for key, entities in found.items() if entities}


def _first(bearers: Mapping[str, list[Entity]], keys: Iterable[str]) -> list[Entity]:
    """Who bears the first of some names that anyone bears."""
    return next((bearers[key] for key in keys if key in bearers), [])
