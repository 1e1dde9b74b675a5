"""Finds the numbers in an English sentence, whether in digits or in words.

Scale words, ordinals and cardinals are known; so is `not … a single`, which is a zero. What is vague (`several`,
`a number of`) is no number.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rucn.model.typed_amounts import SCALES

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_WORDS = (
    {word: float(value) for value, word in enumerate(_CARDINALS)}
    | {word: 10.0 * value for value, word in enumerate(_TENS, start=2)}
    | {word: float(value) for value, word in enumerate(_ORDINALS, start=1)}
    | {"half": 0.5, "once": 1, "twice": 2, "double": 2, "doubled": 2, "thrice": 3, "triple": 3, "tripled": 3}
    | {"single": 1, "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
)
_NUMBER = re.compile(
    r"(?P<zero>\bnot\s+(?:\w+\s+)?a\s+single\b)"
    rf"|(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:\s?(?P<scale>{'|'.join(SCALES)})\b)?"
    rf"|\b(?P<word>{'|'.join(_WORDS)})\b(?:\s(?P<scaled>million|billion|trillion)\b)?",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """A number at `text[start:end]`, with its value in units (964 million is 964000000)."""

    start: int
    end: int
    value: float


def numbers_in(text: str) -> list[Number]:
    """Every number of a text, in order."""
    return [Number(found.start(), found.end(), _value(found)) for found in _NUMBER.finditer(text)]


def _value(found: re.Match[str]) -> float:
    if found["zero"]:
        return 0
    if found["digits"]:
        # Rounded, for 27.9 times a billion is not quite 27900000000 in binary.
        return round(float(found["digits"].replace(",", "")) * 10.0 ** SCALES.get((found["scale"] or "").lower(), 0), 6)
    return _WORDS[found["word"].lower()] * 10.0 ** SCALES.get((found["scaled"] or "").lower(), 0)


def names_the_first(words: str) -> bool:
    """Whether words name the first place without a number: `the leader among the partners`."""
    return re.search(r"\b(?:is|was|been|being|became|becomes|remains|remained) (?:the|a) leader\b", words) is not None
