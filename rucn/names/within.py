"""What a name means of which another cell says where it is: the region of a city, the country of a region."""

from __future__ import annotations

from functools import lru_cache

from rucn.names.countries import country_named
from rucn.names.folding import fold_name
from rucn.names.index import Entity
from rucn.names.parts import PART_OF, hidden_places
from rucn.names.resolver import find_place, whole_table
from rucn.names.spelt import AMBIGUOUS, NOTHING, SCORES, Finding

# How a name is found that is not known itself: by the region that the other cell names.
BY_PARENT = "parent"
GUESSES = ("prefix", "fuzzy")
# The numbers of the countries in ISO 3166-1, which mean something else where they do not have a cell of their own.
NUMBERS = {"643": "RU", "156": "CN"}
REMEMBERED = 4_000


def find_within(written: str, parent: str, within: str = "") -> Finding:
    """What the name of a place means that is said to be in another; `within` begins the codes that are sought.

    The other decides between places of one name, and is enough where the place is not known. Where the two contradict
    each other, or the other is not understood, nothing is decided.
    """
    country = country_named(parent) or NUMBERS.get(parent.strip())
    if country is not None:
        return find_place(written, within=f"{country}-") if f"{country}-".startswith(within) else NOTHING
    stated = _stated(parent, within)
    alone = find_place(written, within=within) if written.strip() else NOTHING
    if not stated.matches:
        return Finding(AMBIGUOUS, alone.matches) if alone.matches else NOTHING
    codes = {entity.key for entity, _ in stated.matches}
    inside = [(one, score) for one, score in alone.matches if not codes.isdisjoint((one.key, PART_OF.get(one.key)))]
    if inside and alone.how != AMBIGUOUS:
        return Finding(alone.how, _once(inside))
    hidden = [one for one in hidden_places(fold_name(written), [whole_table()]) if one.key in codes]
    places = _once(inside or [(one, SCORES[AMBIGUOUS]) for one in hidden])
    if len(places) == 1:
        # The other cell decides, so the answer is as sure as that.
        how, score = (stated.how, stated.matches[0][1]) if stated.sure else ("alias", SCORES["alias"])
        return Finding(how, ((places[0][0], score),))
    if places:
        return Finding(AMBIGUOUS, places)
    if alone.matches and alone.how not in GUESSES:
        return Finding(AMBIGUOUS, _once([*alone.matches, *stated.matches]))
    return Finding(BY_PARENT, stated.matches) if stated.sure else stated


@lru_cache(maxsize=REMEMBERED)
def _stated(parent: str, within: str) -> Finding:
    """What the name of the other place means."""
    return find_place(parent, within=within)


def _once(places: list[tuple[Entity, int]]) -> tuple[tuple[Entity, int], ...]:
    """The places, of each region the first."""
    once: dict[str, tuple[Entity, int]] = {}
    for place in places:
        once.setdefault(place[0].key, place)
    return tuple(once.values())
