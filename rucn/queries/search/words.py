"""Splits texts into words as search compares them, and tells which words are forms of one another."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rucn.names import fold

if TYPE_CHECKING:
    from snowballstemmer import EnglishStemmer, RussianStemmer

Span = tuple[int, int]

# A letter may be followed by its accent as a character of its own.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_](?:[^\W_]|[\u0300-\u036f])*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
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
# Amounts as tables write them, this program's own among them: `CNY 27.9 bn`.
_AMOUNTS = {
    **dict.fromkeys("bn bln b млрд миллиард миллиарда миллиардов".split(), "billion"),
    **dict.fromkeys("m mn mln млн миллион миллиона миллионов".split(), "million"),
}
# What stems that are derived from one another differ by: invest-or, economi-c, product-ion.
_DERIVED = re.compile(r"(?<=.{5}[st])or$|(?<=.{6})i$|(?<=.{5}c)t$")

# Words that the stemmer takes for forms of others: imports are not important.
_OWN_STEMS = {"important": "important", "importantly": "important", "importance": "important", "timely": "timely"}


def folded_words(text: str) -> list[tuple[str, Span]]:
    """The words of a text, folded, with their offsets; numbers in one form, however they are written."""
    found = [(_folded(match[0]), match.span()) for match in _WORD.finditer(text)]
    return [(word, span) for word, span in found if word]


def content_words(text: str) -> list[str]:
    """The folded words of a text that carry meaning, in order."""
    return [word for word in map(_folded, _WORD.findall(text)) if word and word not in NO_CONTENT]


def wanted_words(text: str, most: int) -> list[str]:
    """The words that a text asks for: those that carry meaning, each once, at `most` so many."""
    words = content_words(text[:LONGEST_TEXT])
    spelt = [
        _AMOUNTS.get(word, word) if number and is_number(words[number - 1]) else word
        for number, word in enumerate(words)
    ]
    return list(dict.fromkeys(spelt))[:most]


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
def _folded(word: str) -> str:
    if word[0].isdigit():
        return _number(word)
    if word.isascii():
        return word.lower()
    if "\u0400" <= word[0] < "\u0530":
        # The stemmer knows й as a letter of its own, not as an и with an accent.
        text = unicodedata.normalize("NFKC", word).casefold().replace("ё", "е")
        return "".join(letter for letter in text if not unicodedata.combining(letter))
    return fold(word)


def _number(written: str) -> str:
    if _THOUSANDS.fullmatch(written):
        return written.replace(",", "")
    number = written.replace(",", ".")
    return number.rstrip("0").rstrip(".") if number.count(".") == 1 else number


@cache
def _english() -> EnglishStemmer:
    from snowballstemmer import EnglishStemmer

    return EnglishStemmer()


@cache
def _russian() -> RussianStemmer:
    from snowballstemmer import RussianStemmer

    return RussianStemmer()
