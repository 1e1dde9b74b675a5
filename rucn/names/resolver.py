"""The steps from a written name to what it means, in the order that the evidence supports."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rucn.model.plain import visible
from rucn.names.folding import BELOW_REGIONS, Folded, fold, fold_name
from rucn.names.index import CITY, Entity, Gazetteer, Index, Places
from rucn.names.spelt import (
    AMBIGUOUS,
    NOTHING,
    Borne,
    Finding,
    as_spelt,
    exact,
    finding,
    fitting,
    is_foreign,
    is_only_a_city,
    meant,
    simplified,
    ways,
)

if TYPE_CHECKING:
    from rucn.names.nearest import Near

LONGEST = 100
# So long is a name with what it says is left out of a region.
LONGEST_TITLE = 300
PREFIX_LETTERS = {"han": 1, "latin": 2, "cyrillic": 2}
# Fewer letters than these begin too many names to mean one, even where they begin one region's alone.
PREFIX_LETTERS_OF_ONE = {"han": 2, "latin": 3, "cyrillic": 3}
SHORT_WORD = 3
LEAST_SCORE_OF_OTHERS = 85
# Raised figures and those in brackets at the end of a name are of footnotes; others may be tones.
_MARKS = "*†‡§⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾"
_FOOTNOTES = re.compile(rf"(?:[{_MARKS}]|[\[(<]?\b\d+[\])>])+$")
_ENDS_OF_MARKS = frozenset(f"{_MARKS}])>")
_CODE = re.compile(r"(?:RU|CN)[-_ .–][A-Z]{2,3}")
# A misspelt `autonomous` makes of a district a region.
_AUTONOMOUS = re.compile(r"\b(?:ав?т|a[uv]?t)")


def find_place(written: str, others: Sequence[Index] = (), within: str = "") -> Finding:
    """What the name of a place means; `others` are indexes of what else may be meant, `within` is a country's code.

    An exact name of a region is found in a small table; only what is not there needs the whole gazetteer.
    """
    written = visible(written)
    if written.rstrip()[-1:] in _ENDS_OF_MARKS:
        written = _FOOTNOTES.sub("", written.rstrip())
    if len(written) <= LONGEST:
        folded = fold_name(written)
        how, entities, _ = next(exact(folded, [small_table(), *others]), Borne("exact", []))
        places = meant(entities, folded.kinds, within)
        # With a word before it (`the Amur`), or one that does not fit, a name may be another's.
        is_said = fitting(places, folded.kinds) if folded.kinds else folded.full == folded.bare
        if places and is_said and (folded.full != fold(places[0].key) or _CODE.fullmatch(written.strip().upper())):
            return finding(how, places)
    return find(written, [whole_table(), *others], within)


def find(written: str, indexes: Sequence[Index], within: str = "") -> Finding:
    """What a written name means: one match, several that it fits alike, or none. Never raises."""
    if LONGEST < len(written) < LONGEST_TITLE:
        from rucn.names.parts import without_left_out

        written = without_left_out(written)
    # Comparing what nobody can have meant as a name would cost seconds.
    if len(written) > LONGEST:
        return NOTHING
    folded = fold_name(written)
    if not folded.full or is_foreign(folded.full, indexes):
        return NOTHING
    spelt = as_spelt(written, folded, indexes, within)
    # One word of letters has no parts.
    if not spelt.matches and (folded.script == "han" or not written.isalpha()):
        spelt = _in_parts()(written, indexes, within)
    is_only_city = spelt.how == AMBIGUOUS and is_only_a_city([one for one, _ in spelt.matches], folded.kinds)
    if (spelt.matches and not is_only_city) or not folded.bare or is_foreign(folded.bare, indexes):
        return spelt
    return _guessed(written, folded, indexes, within) or spelt


def _guessed(written: str, folded: Folded, indexes: Sequence[Index], within: str) -> Finding | None:
    """The region that a name may mean which begins like it, or is near it."""
    if written[:1].isdigit():
        from rucn.names.parts import without_number

        written = without_number(written)
        folded = fold_name(written)
        if not folded.bare or is_foreign(folded.bare, indexes):
            return None
    is_below = folded.kinds & BELOW_REGIONS
    if is_below and ("prefecture" in is_below or not _AUTONOMOUS.search(written.lower())):
        return None
    if folded.script == "han":
        folded = fold_name(simplified(written))
    begun = _beginning(folded, indexes, within)
    is_word = _is_a_word(folded, indexes)
    # A word that is so short is meant itself.
    if begun and not (is_word and begun.sure and len(folded.bare) <= SHORT_WORD):
        return begun
    if is_word:
        return None
    near = _misspelt(folded, indexes, within)
    return near if near.matches else None


def _is_a_word(folded: Folded, indexes: Sequence[Index]) -> bool:
    """Whether a name, or a form that it may be inflected from, is a common word."""
    forms = ways().nominatives(folded.words) if folded.script == "cyrillic" else ()
    return not all(index.words.isdisjoint((folded.bare, *forms)) for index in indexes)


@cache
def _in_parts() -> Callable[[str, Sequence[Index], str], Finding]:
    from rucn.names.parts import in_parts

    return in_parts


@cache
def _nearest() -> "Callable[[Folded, Sequence[Index], str], tuple[list[Near], frozenset[str]]]":
    # What a name spelt right never needs is not loaded for it.
    from rucn.names.nearest import nearest

    return nearest


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


def region(code: str) -> Entity:
    """A region, given its code."""
    return _regions()[code]


def region_name(code: str) -> str:
    """The English name of a region, given its code."""
    return _regions()[code].label


@cache
def _regions() -> dict[str, Entity]:
    return {entity.key: entity for entity in _places()[: _places().regions]}


def regions_called(name: str) -> set[str]:
    """The codes of the regions that have exactly this name in use, by itself or without its generic words."""
    borne = next(exact(fold_name(name), [small_table()]), Borne("exact", []))
    return {entity.key for entity in borne.entities}


def _beginning(folded: Folded, indexes: Sequence[Index], within: str) -> Finding | None:
    letters = len(folded.bare)
    if letters < PREFIX_LETTERS.get(folded.script, 3):
        return None
    begun = [entity for index in indexes for entity in index.beginning(folded.bare)]
    # A city's name is too seldom meant to be guessed from its beginning.
    some = [one for one in begun if one.kind != CITY]
    places = meant(fitting(some, folded.kinds) if folded.kinds else some, folded.kinds, within)
    if len(places) > 1 or (places and letters >= PREFIX_LETTERS_OF_ONE.get(folded.script, 3)):
        return finding("prefix", places)
    return None


def _misspelt(folded: Folded, indexes: Sequence[Index], within: str) -> Finding:
    near, kinds = _nearest()(folded, indexes, within)
    said = fitting([one.entity for one in near], kinds)
    # What says that it is something else has to be near.
    if not near or (kinds and not said and near[0].score < LEAST_SCORE_OF_OTHERS):
        return NOTHING
    best = [one for one in near if one.entity in said] or near
    return Finding("fuzzy", tuple((one.entity, one.score) for one in best))
