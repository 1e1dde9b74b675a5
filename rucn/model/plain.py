"""Makes what is typed or pasted plain: what cannot be seen goes, and what looks alike becomes one character."""

import re
import unicodedata

# Soft hyphens, joiners, marks of direction, byte order marks, variation selectors: a pattern's class of characters.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0"
)
# Letters of two scripts that look alike, in capitals at least.
LATIN_ALIKE, CYRILLIC_ALIKE = "abcehkmoptxy", "авсенкмортху"
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[a-z\u00e0-\u024f]")
_TO_CYRILLIC = str.maketrans(LATIN_ALIKE, CYRILLIC_ALIKE)
_TO_LATIN = str.maketrans(
    f"{CYRILLIC_ALIKE}іѕј{CYRILLIC_ALIKE.upper()}ІЅЈ", f"{LATIN_ALIKE}isj{LATIN_ALIKE.upper()}ISJ"
)


def plain(typed: str) -> str:
    """A text in plain width, with plain hyphens, and without characters that cannot be seen."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", typed)).translate(_HYPHENS)


def visible(text: str) -> str:
    """A text without the characters that cannot be seen."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def in_one_script(word: str) -> str:
    """A word in small letters whose letters are of one script: `woоd` with a Cyrillic о is `wood`.

    A word in which other letters than those that look alike are of two scripts stays as it is.
    """
    cyrillic, latin = _CYRILLIC.findall(word), _LATIN.findall(word)
    if not cyrillic or not latin:
        return word
    may_be_latin = not "".join(cyrillic).translate(_TO_LATIN).strip("abcehkmoptxyisj")
    may_be_cyrillic = set(latin) <= set(LATIN_ALIKE)
    if may_be_latin and (len(latin) >= len(cyrillic) or not may_be_cyrillic):
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC) if may_be_cyrillic else word


def in_latin(text: str) -> str:
    """A text in which Cyrillic letters that look like Latin ones are these."""
    return text.translate(_TO_LATIN)
