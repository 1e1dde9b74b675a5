"""A written name becomes an entity, several candidates, or none.

The order is that of the evidence: the name itself, or an alias, folded; an inflected form; another transliteration; a
name typed on the wrong keyboard layout; a beginning that fits one entity alone; and last, a misspelling that is near
one entity and clearly further from every other.
"""

from rucn.model.errors import Candidate
from rucn.names.folding import common_name, fold
from rucn.names.index import CITY, Entity, Index
from rucn.names.match import Match, candidate, candidates, match, suggest_places
from rucn.names.resolver import LONGEST, find, find_place, regions_called
from rucn.names.spelt import Finding

__all__ = [
    "CITY",
    "LONGEST",
    "Candidate",
    "Entity",
    "Finding",
    "Index",
    "Match",
    "candidate",
    "candidates",
    "common_name",
    "find",
    "find_place",
    "fold",
    "match",
    "regions_called",
    "suggest_places",
]
