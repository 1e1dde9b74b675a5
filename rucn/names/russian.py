"""Leads an inflected Russian name back to the forms it may come from: `в Бурятии` to `бурятия`, `Югру` to `югра`.

Each rule turns an ending into the endings of the nominative it may stand for. A form that a rule makes up is no name,
and finds none; so the rules may be generous.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

# Longer endings first. An adjective of any gender and case leads to the masculine and the feminine, under which regions
# have their names (Пермский край, Пермская область).
_ADJECTIVE = ("ий", "ый", "ая", "ое", "ой")
_ADJECTIVES = tuple("ого его ому ему ыми ими ым им ом ем ой ей ою ую юю ая яя ое ее ые ие ых их ый ий".split())
_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("иями", ("ия",)),
    ("ией", ("ия",)),
    ("ии", ("ия", "ий", "ие")),
    ("ию", ("ия",)),
    ("ия", ("ие",)),
    ("ями", ("и",)),
    ("ами", ("ы", "и", "а")),
    ("ьем", ("ье",)),
    ("ьями", ("ья",)),
    ("ью", ("ь", "ье", "ья")),
    ("ья", ("ье",)),
    ("ьи", ("ья",)),
    ("ах", ("ы", "и", "а")),
    ("ям", ("и",)),
    ("ам", ("ы", "и", "а")),
    ("ов", ("ы",)),
    ("ев", ("ы", "и")),
    ("ою", ("а",)),
    ("ой", ("а",)),
    ("ей", ("я", "а")),
    ("ом", ("", "о")),
    ("ем", ("ь", "й", "е", "")),
    ("ым", ("о", "")),
    ("а", ("", "о")),
    ("у", ("", "а", "о")),
    ("ы", ("а",)),
    ("и", ("а", "ь", "я")),
    ("е", ("", "а", "я", "о", "ь", "й")),
    ("ю", ("ь", "я", "й", "е")),
    ("я", ("ь", "й", "е")),
)
_VOWELS = "аеёиоуыэюя"
MOST_FORMS = 400


def nominatives(words: Sequence[str]) -> Iterator[str]:
    """The forms, run together, that an inflected name may come from; never the name as it is written."""
    forms = [[word, *_forms(word)] for word in words]
    if prod(map(len, forms)) > MOST_FORMS:
        forms = [*([word] for word in words[:-1]), forms[-1]]
    written = "".join(words)
    for combination in product(*forms):
        joined = "".join(combination)
        if joined != written:
            yield joined


def _forms(word: str) -> list[str]:
    found: dict[str, None] = {}
    for ending in _ADJECTIVES:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            found.update(dict.fromkeys(stem + nominative for nominative in _ADJECTIVE))
            break
    for ending, nominatives_ in _NOUNS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            found.update(dict.fromkeys(stem + nominative for nominative in nominatives_))
            if "" in nominatives_:
                found.update(dict.fromkeys(_with_fleeting_vowel(stem)))
            break
    return list(found)


def _with_fleeting_vowel(stem: str) -> list[str]:
    """`череповец` of the stem `череповц`, `орел` of `орл`."""
    if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] not in _VOWELS:
        return [f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "ео"]
    return []
