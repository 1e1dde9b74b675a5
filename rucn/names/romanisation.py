"""Hears a name through its spelling: all romanisations of a Russian name sound alike here, and like the name itself.

BGN/PCGN, ALA-LC, ISO 9, GOST 7.79, ICAO, the scholarly, the German and the French ways differ in how they write the
same letters (`Chuvashiya`, `Čuvašiâ`, `Chuvashiia`); what they agree on is kept. `C` is ч, `S` ш and щ, `T` ц, `Z` ж.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from rucn.names.folding import GENERIC_WORDS

# Words of a column repeat; so many are remembered.
REMEMBERED = 4_000
_CYRILLIC = {
    ord(letter): sound
    for letter, sound in {
        **dict(zip("абвгдеёзийклмнопрстуфхыэ", "abvgdeeziiklmnoprstufhie", strict=True)),
        "ж": "Z",
        "ц": "T",
        "ч": "C",
        "ш": "S",
        "щ": "S",
        "ъ": "",
        "ь": "",
        "ю": "iu",
        "я": "ia",
        "і": "i",
        "ї": "i",
        "є": "e",
        "ґ": "g",
        "ў": "u",
        "ј": "i",
    }.items()
}
_WITH_MARKS = {
    ord(letter): sound
    for letter, sound in {"š": "S", "ŝ": "S", "č": "C", "ž": "Z", "ż": "Z", "â": "ia", "û": "iu", "ı": "i"}.items()
}
_GROUPS = {
    **dict.fromkeys("schtsch chtch shch sch sh shh".split(), "S"),
    **dict.fromkeys("tsch tch ch".split(), "C"),
    **dict.fromkeys("zh zj".split(), "Z"),
    **dict.fromkeys("ts tz cz c".split(), "T"),
    **dict.fromkeys("kh x".split(), "h"),
    **dict.fromkeys("ya ja".split(), "ia"),
    **dict.fromkeys("yu ju".split(), "iu"),
    **dict.fromkeys("ye je".split(), "e"),
    "ou": "u",
    "y": "i",
    "j": "i",
    "w": "v",
}
_LATIN = re.compile("|".join(sorted(_GROUPS, key=len, reverse=True)))
_REPEATED = re.compile(r"([^aeou])\1+")


@lru_cache(maxsize=REMEMBERED)
def sound(written: str) -> str:
    """How a word in small letters sounds, whichever romanisation it is in; of a Cyrillic word the same."""
    text = unicodedata.normalize("NFC", written).translate(_CYRILLIC) if not written.isascii() else written
    plain = text if text.isascii() else _without_accents(text.translate(_WITH_MARKS))
    heard = _LATIN.sub(lambda found: _GROUPS[found[0]], _folded(plain))
    return _REPEATED.sub(lambda found: found[1], heard)


def sound_of_name(words: Iterable[str]) -> str:
    """How a name sounds that is given word by word, without its generic words, which may be romanised too."""
    generic = _generic_sounds()
    heard = [sound(word) for word in words]
    return "".join([one for one in heard if one not in generic] if len(heard) > 1 else heard)


def sound_of_district(words: Iterable[str]) -> str:
    """How the name of a district sounds, whichever way its adjective is spelt at its end (`-sky`, `-skiy`, `-ский`)."""
    return "".join(map(sound, words)).rstrip("i")


@cache
def _generic_sounds() -> frozenset[str]:
    return frozenset(sound(word) for word in GENERIC_WORDS)


def _without_accents(text: str) -> str:
    return "".join([c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)])


def _folded(text: str) -> str:
    return text if text.isalnum() else "".join([c for c in text if c.isalnum()])
