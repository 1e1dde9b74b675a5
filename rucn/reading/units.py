"""Which units English words say."""

from __future__ import annotations

import re

from rucn.model.currencies import CURRENCIES

# A pattern for each unit that words have to say; ranks and counts need none.
UNIT_WORDS = {row.code: row.words for row in CURRENCIES if row.words} | {
    "percent": r"%|\bper ?cent\b",
    "times": r"\btimes\b|fold\b",
}


def says_unit(words: str, unit: str) -> bool:
    """Whether words say a unit; every words say one that needs no words."""
    return unit not in UNIT_WORDS or re.search(UNIT_WORDS[unit], words, re.IGNORECASE) is not None
