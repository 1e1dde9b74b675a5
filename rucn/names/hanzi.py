"""Chinese characters: traditional ones become simplified, and those that sound alike are known as such."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from rucn.names.lines import read


class Characters(NamedTuple):
    """How characters relate: `simplified` for `str.translate`, `syllables` of each character that can be mistaken."""

    simplified: dict[int, int]
    syllables: dict[str, frozenset[str]]


@cache
def characters() -> Characters:
    """The characters as the gazetteer's file has them."""
    content = json.loads(read("hanzi.json"))
    heard: dict[str, set[str]] = {}
    for syllable, alike in content["syllables"].items():
        for character in alike:
            heard.setdefault(character, set()).add(syllable)
    return Characters(
        str.maketrans(content["traditional"], content["simplified"]),
        {character: frozenset(syllables) for character, syllables in heard.items()},
    )


def slips(written: str, name: str) -> int | None:
    """In how many characters two names of one length differ that sound alike; None where some do not."""
    syllables = characters().syllables
    count = 0
    for one, other in zip(written, name, strict=True):
        if one != other:
            if syllables.get(one, frozenset()).isdisjoint(syllables.get(other, ())):
                return None
            count += 1
    return count
