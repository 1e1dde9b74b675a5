"""Which hedges English words put on a number, and whether they tell of a fall."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rucn.model.currencies import CURRENCIES

# A hedge stands right before its number, but for the currency; an adjective anywhere in the evidence.
HEDGES = {
    "about": r"about|around|approximately|some|roughly",
    "nearly": r"nearly|almost|close to",
    "more_than": r"(?<!no )more than|over|exceed\w*|above|at least",
    "at_most": r"among the top|at most|up to|no more than|less than|under",
}
ADJECTIVES = {"expected": r"expected|planned|projected|estimated", "initial": r"initial\w*"}
# A currency may stand between. So far back from a number its hedge is looked for.
_BETWEEN = rf"(?:\s+(?:{'|'.join(row.words for row in CURRENCIES if row.words)}))?$"
REACH = 200
_FALL = r"\b(?:fell|fall\w*|decreas\w*|declin\w*|dropp?\w*|reduc\w*|shrank|shrunk)\b"


def hedges_of(evidence: str, before: Iterable[str]) -> set[str]:
    """The qualifiers that words put on their numbers, given the text `before` each of these, of up to REACH letters."""
    found = {name for name, words in ADJECTIVES.items() if _says(rf"\b(?:{words})\b", evidence)}
    return found | {
        name for text in before for name, words in HEDGES.items() if _says(rf"\b(?:{words}){_BETWEEN}", text.rstrip())
    }


def tells_of_fall(words: str) -> bool:
    """Whether words tell of a fall."""
    return _says(_FALL, words)


def _says(pattern: str, words: str) -> bool:
    return re.search(pattern, words, re.IGNORECASE) is not None
