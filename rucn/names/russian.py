"""Leads an inflected Russian name back to the forms it may come from: `в Бурятии` to `бурятия`, `Югру` to `югра`.

Each rule turns an ending into the endings of the nominative it may stand for. A form that a rule makes up is no name,
and finds none; so the rules may be generous.
"""

from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import product
from math import prod

# An adjective of any gender and case leads to the masculine and the feminine, under which regions
# have their names (Пермский край, Пермская область).
_ADJECTIVE = ("ий", "ый", "ая", "яя", "ое", "ой")
_ADJECTIVES = frozenset("ого его ому ему ыми ими ым им ом ем ой ей ою ую юю ая яя ое ее ые ие ых их ый ий".split())
_NOUNS: dict[str, tuple[str, ...]] = {
    "иями": ("ия",),
    "ией": ("ия",),
    "ии": ("ия", "ий", "ие"),
    "ию": ("ия",),
    "ия": ("ие",),
    "ями": ("и",),
    "ами": ("ы", "и", "а"),
    "ьем": ("ье",),
    "ьями": ("ья",),
    "ью": ("ь", "ье", "ья"),
    "ья": ("ье",),
    "ьи": ("ья",),
    "ах": ("ы", "и", "а"),
    "ям": ("и",),
    "ам": ("ы", "и", "а"),
    "ов": ("ы",),
    "ев": ("ы", "и"),
    "ою": ("а",),
    "ой": ("а",),
    "ей": ("я", "а"),
    "ом": ("", "о"),
    "ем": ("ь", "й", "е", ""),
    "ым": ("о", ""),
    "а": ("", "о"),
    "у": ("", "а", "о"),
    "ы": ("а",),
    "и": ("а", "ь", "я"),
    "е": ("", "а", "я", "о", "ь", "й"),
    "ю": ("ь", "я", "й", "е"),
    "я": ("ь", "й", "е"),
}
LONGEST_ENDING = 4
_VOWELS = "аеёиоуыэюя"
MOST_FORMS = 400
# Words of a column repeat; so many are remembered.
REMEMBERED = 4_000


# The forms of one name are looked for at several steps.
@lru_cache(maxsize=1)
def nominatives(words: tuple[str, ...]) -> Sequence[str]:
    """The forms, folded and run together, that an inflected name may come from; never the name as it is written."""
    forms = [_forms(word) for word in words]
    if prod(map(len, forms)) > MOST_FORMS:
        forms = [*(some[:1] for some in forms[:-1]), forms[-1]]
    found = dict.fromkeys(map("".join, product(*forms)))
    found.pop("".join(some[0] for some in forms), None)
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def _forms(word: str) -> tuple[str, ...]:
    """A word and the forms that it may come from, folded."""
    found: dict[str, None] = {}
    ending = _ending_of(word, _ADJECTIVES)
    if ending:
        stem = word.removesuffix(ending)
        found.update(dict.fromkeys(stem + nominative for nominative in _ADJECTIVE))
    ending = _ending_of(word, _NOUNS)
    if ending:
        stem = word.removesuffix(ending)
        found.update(dict.fromkeys(stem + nominative for nominative in _NOUNS[ending]))
        if "" in _NOUNS[ending]:
            found.update(dict.fromkeys(_with_fleeting_vowel(stem)))
    return tuple(form.replace("й", "и").replace("ё", "е") for form in (word, *found))


def _ending_of(word: str, endings: Container[str]) -> str:
    """The longest of the endings that a word has, where enough is left before it."""
    for length in range(LONGEST_ENDING, 0, -1):
        if len(word) > length + 1 and word[-length:] in endings:
            return word[-length:]
    return ""


def _with_fleeting_vowel(stem: str) -> list[str]:
    """`череповец` of the stem `череповц`, `орел` of `орл`."""
    if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] not in _VOWELS:
        return [f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "ео"]
    return []
