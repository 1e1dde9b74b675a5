"""What each word that is searched for stands for: words of the records, and terms that the records bear."""

from math import log
from typing import NamedTuple

from rucn.queries.search.library import BEGINNING, Library
from rucn.queries.search.misspelt import nearest
from rucn.queries.search.words import is_han, is_number, kin, stem, wanted_words

MOST_WORDS = 30
# How sure a word is found: as it is written, inflected, derived from the same, begun, misspelt, or as what a record is
# about.
WRITTEN, INFLECTED, DERIVED, BEGUN, MISSPELT, ABOUT = 1.0, 0.95, 0.85, 0.8, 0.75, 0.6
BEGINNING_LETTERS = 4
# How much a word counts that only the vocabulary knows, and no record.
VOCABULARY_ONLY = 0.5


class Meaning(NamedTuple):
    """A word as it was `asked` for, the words of records it stands for, each with how surely, and the terms it names.

    `codes` are those of the terms; it is `spare` where no record has it and it names one by itself, as `farm` does: a
    wind farm may do without. The fewer records have the word, the greater its `weight`.
    """

    asked: str
    words: dict[str, float]
    codes: frozenset[str]
    spare: bool
    weight: float


def meanings_of(text: str, library: Library) -> list[Meaning]:
    """What the words of a text stand for, in order."""
    asked: list[str] = []
    found: list[dict[str, float]] = []
    forms: list[set[str]] = []
    for word in _asked(text, library):
        same = _forms(word, library)
        words = _found(word, same, library)
        asked.append(word)
        forms.append({*same, *words})
        found.append(words)
    codes = _codes(forms, library)
    return [
        Meaning(
            word, words, frozenset(named), not words and _names_alone(same, library), _weight(words, named, library)
        )
        for word, words, same, named in zip(asked, found, forms, codes, strict=True)
    ]


def _asked(text: str, library: Library) -> list[str]:
    """The words asked for, those taken apart or put together that the records have so: `soybeans`, `inter bank`."""
    asked: list[str] = []
    for word in wanted_words(text, MOST_WORDS):
        if asked and asked[-1] + word in library.bearers and not {asked[-1], word} <= library.bearers.keys():
            asked[-1] += word
        elif is_number(word) or is_han(word) or _forms(word, library):
            asked.append(word)
        else:
            asked += library.parts(word)
    return list(dict.fromkeys(asked))


def _forms(word: str, library: Library) -> dict[str, float]:
    """The words of pages and terms that are a word itself or forms of it, and how surely."""
    if is_number(word):
        return {word: WRITTEN} if word in library.bearers else {}
    if is_han(word):
        # Chinese words stand together without blanks.
        known = (one for alike in library.alike.values() for one in alike if len(word) > 1 and word in one)
        return dict.fromkeys(known, INFLECTED) | ({word: WRITTEN} if word in library.alike.get(word[:3], ()) else {})
    alike = library.alike.get(word[:BEGINNING], ())
    same = {one: INFLECTED for one in alike if stem(one) == stem(word)}
    related = {one: DERIVED for one in alike if one not in same and kin(one) == kin(word)}
    return related | same | ({word: WRITTEN} if word in alike else {})


def _found(word: str, forms: dict[str, float], library: Library) -> dict[str, float]:
    """The words of records that a word stands for: its forms, what it begins, or what it is near to."""
    borne = {form: sure for form, sure in forms.items() if form in library.bearers}
    if borne or forms or is_number(word) or is_han(word):
        return borne
    return dict.fromkeys(_begun(word, library), BEGUN) or dict.fromkeys(_meant(word, library), MISSPELT)


def _begun(word: str, library: Library) -> list[str]:
    """The words that a word is the beginning of; a short one only if they are all forms of one."""
    if len(word) < BEGINNING_LETTERS:
        return []
    begun = [one for one in library.alike.get(word[:BEGINNING], ()) if one.startswith(word) and one in library.bearers]
    return begun if len(word) > BEGINNING_LETTERS or len({kin(one) for one in begun}) == 1 else []


def _meant(word: str, library: Library) -> list[str]:
    """The words that a misspelt one is nearest to; or, without an ending of its own, is."""
    near = nearest(word, library.bearers)
    for ending in ("s", "es", "ed", "ing"):
        if not near and word.endswith(ending):
            near = nearest(word.removesuffix(ending), library.bearers)
    return near


def _codes(forms: list[set[str]], library: Library) -> list[set[str]]:
    """The codes of the terms that each word names, alone or together with those next to it."""
    codes: list[set[str]] = [set() for _ in forms]
    for at, firsts in enumerate(forms):
        for term in [term for first in firsts for term in library.terms.get(first, ())]:
            here = forms[at : at + len(term.words)]
            if len(here) == len(term.words) and all(word in same for word, same in zip(term.words, here, strict=True)):
                for number in range(at, at + len(here)):
                    codes[number].add(term.code)
    return codes


def _names_alone(forms: set[str], library: Library) -> bool:
    return any(len(term.words) == 1 for form in forms for term in library.terms.get(form, ()))


def _weight(words: dict[str, float], codes: set[str], library: Library) -> float:
    pages = len(library.leaves)
    if words:
        return log(1 + pages / len(library.bearing(words)))
    if not codes:
        return log(1 + pages)
    about = sum(not codes.isdisjoint(leaf.page.about) for leaf in library.leaves)
    return VOCABULARY_ONLY * log(1 + pages / max(about, 1))
