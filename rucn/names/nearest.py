"""What a misspelt name comes nearest to: the entities whose names need the fewest letters mended.

The distance is that of optimal string alignment: a letter added, left out, changed, or two swapped, is one.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from rucn.names.folding import BELOW_REGIONS, GENERIC_WORDS, LEADING_WORDS, Folded, fold, script_of
from rucn.names.index import CITY, Bearers, Entity, Index

# How many letters may be wrong in a name of 0, 1, 2 … letters: in a name in use of a region, and in another. In a
# short name one wrong letter makes another name; and of thousands of cities, one is near almost anything, so that none
# is guessed. Measured on made misspellings and on 15,000 names and words from elsewhere: one letter fewer in names of
# seven loses 2 % of the first, and accepts 0.3 % fewer of the second.
ALLOWED = {"main": (0,) * 4 + (1,) * 3 + (2,) * 5 + (3,), "alias": (0,) * 6 + (1,)}
# To be near these words says nothing.
_NEVER_MISSPELT = LEADING_WORDS | {"auton"}
# How many letters may be wrong in a generic word of so many letters.
ALLOWED_IN_GENERIC = (0, 0, 0, 1, 1, 2)
# How much of a name has to be right: with a word that says what it is, and without one.
LEAST_SCORE, LEAST_SCORE_ALONE = 66, 76
SUGGESTION_SCORE = 55
# What regions are called in other languages: with such a word, a name is another country's unless it is spelt right.
ABROAD = frozenset(
    "provincia provincie provinz provins regione regiao departamento departement department distrito bezirk municipio"
    " comune kreis landkreis kanton canton judet judetul governorate gouvernorat wilaya voivodeship estado state"
    " prefectura parish emirate division atoll vilayet viloyati oblysy aimag kommune megye okres wojewodztwo"
    " zupanija opcina ostan raionul republica repubblica republique republik staat land cercle commune islands"
    " island obwod okreg вобласць горад провінція провинсия вилоят уезд штат департамент кантон вилайет графство"
    " воеводство".split()
)
# Words of a column repeat; so many are remembered.
REMEMBERED = 4_000


class Near(NamedTuple):
    """An entity, how many letters of its name are wrong, and how much is right (0 to 100)."""

    entity: Entity
    wrong: int
    score: int


def nearest(folded: Folded, indexes: Sequence[Index], within: str = "") -> tuple[list[Near], frozenset[str]]:
    """The entities that are nearest, and near enough to be meant, each once; and the kinds that generic words say."""
    if folded.script == "han":
        found = _same_sound(folded.bare, indexes, within)
        if found:
            return _nearest_of(found), folded.kinds
    best: list[Near] = []
    said = folded.kinds
    words = list(map(fold, folded.words))
    is_abroad = not ABROAD.isdisjoint(words)
    for bare, kinds in _readings(folded, words, indexes):
        # Another reading has to be nearer than the one before.
        most = best[0].wrong - 1 if best else len(bare)
        found = _near(bare, indexes, folded.script, "main", within, most)
        if is_abroad:
            found = [one for one in found if not one.wrong and not any(bare in index.foreign for index in indexes)]
        # One wrong letter in a name in use is as near as a misspelling comes.
        elif not found or found[0].wrong > 1:
            found += _near(bare, indexes, folded.script, "alias", within, most)
        least = LEAST_SCORE if kinds or folded.script == "han" else LEAST_SCORE_ALONE
        found = [one for one in found if one.score >= least]
        if found and not kinds & BELOW_REGIONS - folded.kinds:
            best = _nearest_of(_once(sorted(found, key=lambda near: (near.wrong, -near.score))))
            said = kinds
    return best, said


def suggestions(folded: Folded, indexes: Sequence[Index], within: str, most: int) -> list[Near]:
    """What a person may have meant by a name that was not found: regions before cities, the nearest first."""
    fuzz = _rapidfuzz()
    found = []
    for index in indexes:
        # Of thousands of names, only those that begin alike are compared.
        names = index.beginning_alike(folded.script, folded.bare[0])
        near = fuzz.extract(
            folded.bare, names, scorer=fuzz.likeness, score_cutoff=SUGGESTION_SCORE / 100, limit=2 * most
        )
        for name, likeness, _ in near:
            score = round(100 * likeness)
            found += [Near(entity, entity.kind == CITY, score) for entity in index.named(index.main, name)]
    inside = [near for near in found if _in(near, within)]
    return _once(sorted(inside, key=lambda near: (near.wrong, -near.score)))[:most]


def _near(bare: str, indexes: Sequence[Index], script: str, rank: str, within: str, most: int) -> list[Near]:
    """The entities whose names of a rank have at most so many wrong letters, those with the fewest first."""
    allowed = ALLOWED[rank]
    longest = _allowed(len(bare) + 1, allowed)
    if most < 0 or not longest:
        return []
    named = [(index, index.alias if rank == "alias" else index.main) for index in indexes]
    near = [(index, bearers, bare, 0) for index, bearers in named if bearers.get(bare)]
    return [
        Near(entity, wrong, min(99, round(100 * (1 - wrong / max(len(bare), len(name))))))
        for index, bearers, name, wrong in near or _spelt_nearly(bare, named, script, rank, min(most, longest))
        if wrong <= _allowed(max(len(bare), len(name)), allowed)
        for entity in index.named(bearers, name)
        if entity.kind != CITY and entity.key.startswith(within)
    ]


def _spelt_nearly(
    bare: str, named: list[tuple[Index, Bearers]], script: str, rank: str, most: int
) -> list[tuple[Index, Bearers, str, int]]:
    """The names that have at most so many wrong letters, and how many; where some have one, only these."""
    if not most:
        return []
    # Most misspellings are one letter off, which is seen without RapidFuzz, and in less time than it takes to load.
    if not named[0][0].is_asked_much():
        near = [(index, bearers, name, 1) for index, bearers in named for name in index.one_off(bare, script, rank)]
        if near or most == 1:
            return near
    fuzz = _rapidfuzz()
    near = [
        (index, bearers, name, wrong)
        for index, bearers in named
        for name, wrong, _ in fuzz.extract(
            bare,
            index.window(script, rank, len(bare) - most, len(bare) + most),
            scorer=fuzz.distance,
            score_cutoff=most,
            limit=None,
        )
    ]
    return [one for one in near if one[3] == 1] or sorted(near, key=itemgetter(3))


class Fuzz(NamedTuple):
    """What compares a name with many, and how far two are from each other."""

    extract: Callable[..., Any]
    extract_one: Callable[..., Any]
    distance: Callable[..., Any]
    likeness: Callable[..., Any]


@cache
def _rapidfuzz() -> Fuzz:
    # To load it costs a tenth of the start-up, and to say `import` for each of many names costs much too.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    return Fuzz(process.extract, process.extractOne, OSA.distance, OSA.normalized_similarity)


def _same_sound(bare: str, indexes: Sequence[Index], within: str) -> list[Near]:
    """The regions whose Chinese name sounds the same in every character, at least half of which are right."""
    from rucn.names.hanzi import slips

    found = []
    for index in indexes:
        for name in index.sharing(bare):
            wrong = slips(bare, name)
            if wrong and wrong * 2 <= len(name):
                score = round(100 * (1 - wrong / len(name) / 2))
                found += [Near(entity, wrong, score) for entity in index.named(index.main, name)]
    inside = [near for near in found if _in(near, within)]
    return _once(sorted(inside, key=lambda near: (near.wrong, near.entity.kind == CITY)))


def _in(near: Near, within: str) -> bool:
    return near.entity.key.startswith(within)


def _readings(folded: Folded, words: list[str], indexes: Sequence[Index]) -> list[tuple[str, frozenset[str]]]:
    """What may be the name itself, without generic words, misspelt ones too, and the kinds that these say.

    `words` are those of the name, folded.
    """
    kept, kinds = [], set(folded.kinds)
    alone = len(words) + len(kinds) == 1
    for word in words:
        generic = "" if word in ABROAD else None
        if generic is None and not alone and not any(word in index.main for index in indexes):
            generic = _generic(word)
        if generic is None:
            kept.append(word)
        else:
            kinds.add(generic)
    kinds.discard("")
    readings = [("".join(kept), frozenset(kinds)), (folded.bare, folded.kinds)]
    return [reading for reading in dict.fromkeys(readings) if reading[0]]


@lru_cache(maxsize=REMEMBERED)
def _generic(word: str) -> str | None:
    """The kind that a misspelt generic word says; None for any other word."""
    fuzz = _rapidfuzz()
    if len(word) < 4 and fuzz.distance(word, "of") == 1:
        return ""
    most = _allowed(len(word), ALLOWED_IN_GENERIC)
    if not most:
        return None
    found = fuzz.extract_one(word, _generics(script_of(word)), scorer=fuzz.distance, score_cutoff=most)
    return None if found is None else GENERIC_WORDS[found[2]]


@cache
def _generics(script: str) -> dict[str, str]:
    """The generic words of a script that can be known again when they are misspelt."""
    return {
        word: fold(word)
        for word in GENERIC_WORDS
        if len(word) > 3 and word not in _NEVER_MISSPELT and script_of(word) == script
    }


def _allowed(length: int, table: Sequence[int]) -> int:
    return table[min(length, len(table) - 1)]


def _nearest_of(found: list[Near]) -> list[Near]:
    """Those of sorted findings that are as near as the first."""
    return [near for near in found if near.wrong == found[0].wrong]


def _once(found: list[Near]) -> list[Near]:
    once: dict[str, Near] = {}
    for near in found:
        once.setdefault(near.entity.key, near)
    return list(once.values())
