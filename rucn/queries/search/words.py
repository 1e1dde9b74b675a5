"""Splits texts into words as search compares them, and tells which words are forms of one another."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rucn.model.currencies import CURRENCY_CODES
from rucn.model.plain import INVISIBLE, in_one_script, plain, visible
from rucn.model.typed_amounts import NUMBER, value_of, written_out
from rucn.names import fold

if TYPE_CHECKING:
    from snowballstemmer import EnglishStemmer, RussianStemmer

Span = tuple[int, int]

_HAN = "\u3400-\u9fff\uf900-\ufaff"
# A letter may be followed by its accent as a character of its own, and by what cannot be seen. Chinese stands without
# blanks beside numbers and other scripts, the code of a currency before its number.
_WORD = re.compile(
    rf"{NUMBER}|(?:{'|'.join(CURRENCY_CODES)}|RMB|RUR)(?=\.?\d)|[{_HAN}][{_HAN}{INVISIBLE}]*"
    rf"|[^\W\d_](?:(?![{_HAN}])[^\W_]|[\u0300-\u036f{INVISIBLE}])*",
    re.IGNORECASE,
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
NO_CONTENT = frozenset(
    "a about all also am an and any are as at be been being but by can could did do does for from had has have he her"
    " his how i if in into is it its me my no nor not of on or our over s say said says she should so such t tell than"
    " that the their them then there these they this those to too us was we were what when where which who whom whose"
    " why will with would you your"
    " а без бы в во для до его ее и из или их к как ко кто ли мы на не ни но о об он она они от по под при про с со так"
    " там то у уже что это".split()
)
# What is asked for stands at the beginning of a longer text.
LONGEST_TEXT = 2000
# What stems that are derived from one another differ by: invest-or, economi-c, product-ion.
_DERIVED = re.compile(r"(?<=.{5}[st])or$|(?<=.{6})i$|(?<=.{5}c)t$")

# Words that the stemmer takes for forms of others: imports are not important.
_OWN_STEMS = {"important": "important", "importantly": "important", "importance": "important", "timely": "timely"}


def folded_words(text: str) -> list[tuple[str, Span]]:
    """The words of a text, folded, with their offsets; numbers in one form, however they are written.

    A number of a million and more is two words, as in `27.9 billion`.
    """
    return [one for match in _WORD.finditer(text) for one in zip(_folded(match[0]), _spans(match), strict=False)]


def _spans(match: re.Match[str]) -> tuple[Span, Span]:
    """Where the words of a match stand: a number and its scale, or both in the same place."""
    scale = match.lastgroup if match["digits"] and (match["scale"] or match["chinese"]) else None
    return (match.span("digits"), match.span(scale)) if scale else (match.span(), match.span())


def content_words(text: str) -> list[str]:
    """The folded words of a text that carry meaning, in order."""
    found = (word for match in _WORD.finditer(text) for word in _folded(match[0]))
    return [word for word in found if word not in NO_CONTENT]


def wanted_words(text: str, most: int) -> list[str]:
    """The words that a text asks for: those that carry meaning, each once, at `most` so many."""
    return list(dict.fromkeys(content_words(plain(text[:LONGEST_TEXT])[:LONGEST_TEXT])))[:most]


def is_number(word: str) -> bool:
    """Whether a word is a number, which is that number and no other."""
    return word[0].isdigit()


def is_han(word: str) -> bool:
    """Whether a word is written in Chinese characters, without blanks between words."""
    return "\u3400" <= word[0] < "\ua000"


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """An English or Russian word without its inflection."""
    if word in _OWN_STEMS:
        return _OWN_STEMS[word]
    return str((_russian() if "\u0400" <= word[0] < "\u0530" else _english()).stemWord(word))


def kin(word: str) -> str:
    """What a word has in common with those derived from the same: `invest` of `investor`, `econom` of `economy`."""
    return _DERIVED.sub("", stem(word))


@lru_cache(maxsize=8192)
def _folded(written: str) -> tuple[str, ...]:
    if written[0].isdigit() or written[0] == ".":
        return _number(written)
    word = in_one_script(written.lower()) if not written.isascii() else written.lower()
    if word.isascii():
        return (word,)
    if "\u0400" <= word[0] < "\u0530":
        # The stemmer knows й as a letter of its own, not as an и with an accent.
        text = unicodedata.normalize("NFKC", visible(word)).casefold().replace("ё", "е")
        word = "".join(letter for letter in text if not unicodedata.combining(letter))
    else:
        word = fold(visible(word))
    return (word,) if word else ()


def _number(written: str) -> tuple[str, ...]:
    found = _NUMBER.fullmatch(written)
    value = None if found is None or re.match(r"0\d", written) else value_of(found)
    return (written.replace(",", "."),) if value is None else tuple(written_out(value))


@cache
def _english() -> EnglishStemmer:
    from snowballstemmer import EnglishStemmer

    return EnglishStemmer()


@cache
def _russian() -> RussianStemmer:
    from snowballstemmer import RussianStemmer

    return RussianStemmer()
