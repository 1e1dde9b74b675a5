"""The steps from a written name to what it means, in the order that the evidence supports."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rucn.names.folding import Folded, fold, fold_name, without_joined_generics
from rucn.names.index import CITY, TOWN, Entity, Gazetteer, Index, Places

LONGEST = 100
PREFIX_LETTERS = {"han": 1, "latin": 2, "cyrillic": 2}
PREFIX_LETTERS_OF_ONE = 3
PREFIX_LETTERS_OF_CITY = 5
LAYOUT_LETTERS = 3
SOUND_LETTERS = 4
SCORES = {"exact": 100, "alias": 100, "inflected": 98, "translit": 97, "layout": 95, "prefix": 90}
_PARTS = re.compile(r"[,;/()]|(?<=省|盟)|(?<=自治区)|(?<=边疆区)")
_TONE_DIGITS = re.compile(r"(?:[a-z]+[1-5])+")
_DIVISIONS = {
    "city": {CITY, TOWN, "federal_city", "municipality"},
    "autonomous_area": {"autonomous_area", "autonomous_region"},
    "region": {"region", "autonomous_region"},
}


class Finding(NamedTuple):
    """The entities that a name fits, each with its score, and how they were found; `none` where nothing was."""

    how: str
    matches: tuple[tuple[Entity, int], ...]


NOTHING = Finding("none", ())
Found = tuple[str, list[Entity]]


def find_place(written: str, others: Sequence[Index] = (), within: str = "") -> Finding:
    """What the name of a place means; `others` are indexes of what else may be meant, `within` is a country's code.

    An exact name of a region is found in a small table; only what is not there needs the whole gazetteer.
    """
    if len(written) > LONGEST:
        return NOTHING
    folded = fold_name(written)
    quick = [small_table(), *others]
    how, entities = _exact(folded, quick)
    meant = _meant(entities, folded.kinds, within)
    # With a word before it (`the Amur`), or one that does not fit, a name may be another's.
    if meant and (_fitting(meant, folded.kinds) if folded.kinds else folded.full == folded.bare):
        return _finding(how, meant)
    return find(written, [whole_table(), *others], within)


def find(written: str, indexes: Sequence[Index], within: str = "") -> Finding:
    """What a written name means: one match, several that it fits alike, or none. Never raises."""
    # Comparing what nobody can have meant as a name would cost seconds.
    if len(written) > LONGEST:
        return NOTHING
    folded = fold_name(written)
    if not folded.full or any(folded.full in index.foreign for index in indexes):
        return NOTHING
    sure, city = _as_spelt(written, folded, indexes, within)
    if not sure.matches:
        sure = _in_parts(written, indexes, within)
    if sure.matches:
        return sure
    if folded.script == "han":
        folded = _simplified(written)
    if not folded.bare or any(folded.bare in index.foreign for index in indexes):
        return city
    begun = _beginning(folded, indexes, within)
    if begun or any(folded.bare in index.words for index in indexes):
        return begun or city
    near = _misspelt(folded, indexes, within)
    # `Kirovv Oblast` is no city, however it is called; but a city is what is left where no region is near.
    return near if near.matches and not (city.matches and near.matches[0][0].kind == CITY) else city


@cache
def small_table() -> Gazetteer:
    """The regions by the names that are in use."""
    return Gazetteer(_places())


@cache
def whole_table() -> Gazetteer:
    """The whole gazetteer: regions and cities by all their names."""
    return Gazetteer(_places(), small_table())


@cache
def _places() -> Places:
    return Places()


def _as_spelt(written: str, folded: Folded, indexes: Sequence[Index], within: str) -> tuple[Finding, Finding]:
    """What a name means by any exact way of reading it; and, apart, a city where the name says that it is a region."""
    city = NOTHING
    for reading, how in _readings(written, folded):
        for step, entities in _steps(reading, indexes):
            known = [one for one in entities if one.division != TOWN] if how else entities
            meant = _meant(known, reading.kinds, within)
            found = _finding(how or step, meant) if meant else NOTHING
            if meant and not _is_only_a_city(meant, reading.kinds):
                return found, NOTHING
            city = city if city.matches else found
    return NOTHING, city


def _in_parts(written: str, indexes: Sequence[Index], within: str) -> Finding:
    """What a name means that is made of several, of a region and of a city in it: `Bratsk, Irkutsk Oblast`."""
    parts = [part for part in _PARTS.split(written) if fold_name(part).bare]
    found = [_as_spelt(part, fold_name(part), indexes, within)[0] for part in parts] if len(parts) > 1 else []
    keys = [{entity.key for entity, _ in one.matches} for one in found]
    shared = set.intersection(*keys) if keys else set()
    if len(shared) != 1:
        return NOTHING
    places = [entity for one in found for entity, _ in one.matches if entity.key in shared]
    how = min((one.how for one in found), key=lambda how: SCORES[how])
    return _finding(how, [next((place for place in places if place.kind == CITY), places[0])])


def region_name(code: str) -> str:
    """The English name of a region, given its code."""
    return _region_names()[code]


@cache
def _region_names() -> dict[str, str]:
    return {entity.key: entity.label for entity in _places().regions()}


def regions_called(name: str) -> set[str]:
    """The codes of the regions that have exactly this name in use, by itself or without its generic words."""
    return {entity.key for entity in _exact(fold_name(name), [small_table()])[1]}


def _readings(written: str, folded: Folded) -> Iterator[tuple[Folded, str]]:
    """The ways to read a name, each with how it is found that way where that says more than the step that finds it."""
    yield folded, ""
    if folded.script == "han":
        simplified = _simplified(written)
        if simplified != folded:
            yield simplified, ""
        return
    bare, kind = without_joined_generics(folded.full)
    if bare:
        yield folded._replace(full=bare, bare=bare, words=(bare,), kinds=folded.kinds | ({kind} - {""})), ""
    from rucn.names.keyboard import typed_on_other_layout

    other = fold_name(typed_on_other_layout(written, folded.script))
    if len(other.full) >= LAYOUT_LETTERS and other.script != folded.script:
        yield other, "layout"


def _steps(folded: Folded, indexes: Sequence[Index]) -> Iterator[Found]:
    """What each exact way of spelling finds, in the order of their evidence: as it is, inflected, transliterated."""
    yield _exact(folded, indexes)
    # What an exact name does not need is not loaded for it.
    from rucn.names.romanisation import sound_of_name
    from rucn.names.russian import nominatives

    if folded.script == "cyrillic":
        forms = dict.fromkeys(map(fold, nominatives(folded.words)))
        for rank in ("main", "alias"):
            yield "inflected", [one for one in _borne(indexes, rank, *forms) if one.division != TOWN or folded.led]
    heard = sound_of_name(folded.words) if folded.script != "han" else ""
    if len(heard) >= SOUND_LETTERS:
        for rank in ("sound", "main", "alias"):
            yield "translit", _borne(indexes, rank, heard)


def _exact(folded: Folded, indexes: Sequence[Index]) -> Found:
    tones = "".join(folded.words) if folded.script == "latin" else ""
    for index in indexes if tones != folded.bare or tones[-1:].isdigit() else ():
        found = index.named(index.toned, tones)
        if found:
            return "exact", found
    for key in dict.fromkeys((folded.full, folded.bare, _without_digits(folded.bare))):
        for rank, how in (("main", "exact"), ("alias", "alias"), ("brief", "alias")):
            found = _borne(indexes, rank, key)
            if found:
                return "exact" if key in (fold(one.key) for one in found) else how, found
    return "exact", []


def _borne(indexes: Sequence[Index], rank: str, *keys: str) -> list[Entity]:
    """Who bears the folded names in a rank of the indexes."""
    return [entity for index in indexes for key in keys for entity in index.named(getattr(index, rank), key)]


def _beginning(folded: Folded, indexes: Sequence[Index], within: str) -> Finding | None:
    letters = len(folded.bare)
    if letters < PREFIX_LETTERS.get(folded.script, PREFIX_LETTERS_OF_ONE):
        return None
    begun = [entity for index in indexes for entity in index.beginning(folded.bare)]
    if folded.kinds:
        begun = _fitting(begun, folded.kinds)
    for of_city in (False, True):
        # A town's name is too seldom meant to be guessed from its beginning.
        some = [one for one in begun if (one.kind == CITY) == of_city and one.division != TOWN]
        meant = _meant(some, folded.kinds, within)
        if len(meant) > 1 or (meant and (letters >= PREFIX_LETTERS_OF_ONE or folded.script == "han")):
            return _finding("prefix", meant)
        if letters < PREFIX_LETTERS_OF_CITY:
            return None
    return None


def _misspelt(folded: Folded, indexes: Sequence[Index], within: str) -> Finding:
    # RapidFuzz costs a tenth of the start-up, and a name spelt right never needs it.
    from rucn.names.nearest import nearest

    near, kinds = nearest(folded, indexes, within)
    best = [one for one in near if one.wrong == near[0].wrong]
    fitting = _fitting([one.entity for one in best], kinds)
    meant = [one for one in best if one.entity in fitting] or best
    return Finding("fuzzy", tuple((one.entity, one.score) for one in meant)) if meant else NOTHING


def _meant(entities: list[Entity], kinds: frozenset[str], within: str) -> list[Entity]:
    """Which places a name stands for: those of the kind it says, or regions before cities; each once."""
    inside = [entity for entity in entities if entity.key.startswith(within)]
    named = _fitting(inside, kinds) or [entity for entity in inside if entity.kind != CITY] or inside
    once: dict[str, Entity] = {}
    for entity in named:
        once.setdefault(entity.key, entity)
    return list(once.values())


def _is_only_a_city(entities: list[Entity], kinds: frozenset[str]) -> bool:
    """Whether a name that says it is a region's has been found to be a city's alone."""
    return bool(kinds) and all(entity.kind == CITY for entity in entities) and not _fitting(entities, kinds)


def _fitting(entities: list[Entity], kinds: frozenset[str]) -> list[Entity]:
    divisions = {division for kind in kinds for division in _DIVISIONS.get(kind, (kind,))}
    return [entity for entity in entities if entity.division in divisions]


def _finding(how: str, entities: list[Entity]) -> Finding:
    return Finding(how, tuple((entity, SCORES[how]) for entity in entities))


def _simplified(written: str) -> Folded:
    """A Chinese name in simplified characters, folded."""
    from rucn.names.hanzi import characters

    return fold_name(written.translate(characters().simplified))


def _without_digits(bare: str) -> str:
    """A name in pinyin without its tone digits."""
    return re.sub("[1-5]", "", bare) if _TONE_DIGITS.fullmatch(bare) else bare
