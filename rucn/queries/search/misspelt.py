"""How far a word is from one that may have been meant, as people misspell.

A letter left out, doubled or swapped with the next, a vowel for a vowel and a key for its neighbour are one mistake
each; any other letter added or changed counts half as much again, and a wrong first letter more.
"""

from collections.abc import Collection
from math import ceil

# How many mistakes a word of fewer letters may have. In a short word one wrong letter makes another word. So, of the
# 26,000 most common English words that the records do not have, 0.9 % are taken for one that they have (without the
# difference between mistakes it would be 2.9 %), while 96 % of words with one likely slip are understood, and 89 % of
# those of eight letters and more with two.
ALLOWED = ((5, 0.0), (8, 1.0), (99, 2.0))
SLIP, CHANGE, FIRST = 1.0, 1.5, 0.5
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_KEYS = {
    letter: (row % 3, column + row % 3 / 2) for row, keys in enumerate(_ROWS) for column, letter in enumerate(keys)
}
_VOWELS = frozenset("aeiouyаеиоуыэюя")


def nearest(wanted: str, words: Collection[str]) -> list[str]:
    """Those of the words that need the fewest mistakes mended to be the wanted one, if these are few enough."""
    most = allowed(wanted)
    if not most:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    alike = process.extract_iter(wanted, list(words), scorer=OSA.distance, score_cutoff=ceil(most))
    far = {word: mistakes(wanted, word) for word, _, _ in alike if word[0].isalpha() and allowed(word)}
    least = min(far.values(), default=most + 1)
    return [word for word, distance in far.items() if distance == least <= most]


def allowed(word: str) -> float:
    """How many mistakes a word may have."""
    return next((most for below, most in ALLOWED if len(word) < below), 0.0)


def mistakes(written: str, meant: str) -> float:
    """The mistakes by which one word became another, by optimal string alignment."""
    before: list[float] = []
    row = [0.0]
    for letter in range(1, len(meant) + 1):
        row.append(row[-1] + SLIP + FIRST * (letter == 1))
    for at, typed in enumerate(written, 1):
        above, row = row, [row[0] + CHANGE]
        for to, right in enumerate(meant, 1):
            first = FIRST * (to == 1)
            costs = [
                above[to - 1] + (0 if typed == right else _changed(typed, right) + first),
                row[to - 1] + SLIP + first,
                above[to] + _added(written, at),
            ]
            if at > 1 and to > 1 and typed == meant[to - 2] and written[at - 2] == right:
                costs.append(before[to - 2] + SLIP)
            row.append(min(costs))
        before = above
    return row[-1]


def _changed(typed: str, right: str) -> float:
    return SLIP if _beside(typed, right) or {typed, right} <= _VOWELS else CHANGE


def _added(written: str, at: int) -> float:
    """What a letter too many costs: less where it is doubled, or the key beside one that was meant."""
    beside = (written[at - 2 : at - 1], written[at : at + 1])
    return SLIP if any(one and _beside(one, written[at - 1]) for one in beside) else CHANGE


def _beside(one: str, other: str) -> bool:
    if one == other:
        return True
    (row, column), (other_row, other_column) = _KEYS.get(one, (9, 99.0)), _KEYS.get(other, (5, 50.0))
    return abs(row - other_row) <= 1 and abs(column - other_column) <= 1
