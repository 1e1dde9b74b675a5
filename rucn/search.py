"""Finds words in the records: whole words first, then beginnings, then misspellings."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rucn.names import LONGEST, fold

if TYPE_CHECKING:
    from rucn.dataset import Dataset
    from rucn.records import SearchHit

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_NO_CONTENT = frozenset("a an and at by for in is it its of on or the to was with в и из на о с по для".split())
BEGINNING_SCORE = 90
BEGINNING_LETTERS = 4
MISSPELT_SCORE = 80
MISSPELT_LETTERS = 4


class Page(NamedTuple):
    """A record as search reads it: what it is called and the passages its words stand in."""

    kind: str
    id: str
    name: str
    passages: list[str]


def search(dataset: "Dataset", text: str) -> "list[SearchHit]":
    """The records in which half of the words of `text` or more are found, best first, each with its best passage."""
    hits: list[SearchHit] = []
    wanted = content_words(text)
    for page in _pages(dataset):
        score = score_of(wanted, " ".join([page.name, *page.passages]))
        if score:
            excerpt = max(page.passages, key=lambda passage: _partial_score(wanted, passage), default=page.name)
            hits.append({"kind": page.kind, "id": page.id, "name": page.name, "score": score, "excerpt": excerpt})
    return sorted(hits, key=lambda hit: -hit["score"])


def content_words(text: str) -> list[str]:
    """The folded words of a text that carry meaning, or all of them where none does."""
    words = _words(text[: LONGEST * 2])
    return [word for word in words if word and word not in _NO_CONTENT] or [word for word in words if word]


def score_of(wanted: list[str], text: str) -> int:
    """How well the words are found in a text, 0 to 100; 0 where fewer than half of them are, or none is asked for."""
    words = set(_words(text))
    scores = [_word_score(word, words) for word in wanted]
    # A number is that number or none: nothing is near to 27.9.
    if any(not score for word, score in zip(wanted, scores, strict=True) if word[0].isdigit()):
        return 0
    return round(sum(scores) / len(scores)) if sum(map(bool, scores)) * 2 >= max(len(scores), 1) else 0


def _words(text: str) -> list[str]:
    return [word if word[0].isdigit() else fold(word) for word in _WORD.findall(text)]


def _partial_score(wanted: list[str], passage: str) -> int:
    words = set(_words(passage))
    return sum(_word_score(word, words) for word in wanted)


def _word_score(wanted: str, words: set[str]) -> int:
    if wanted in words or (not wanted.isascii() and any(wanted in word for word in words)):
        return 100
    if wanted[0].isdigit():
        return 0
    if len(wanted) >= BEGINNING_LETTERS and any(_same_beginning(wanted, word) for word in words):
        return BEGINNING_SCORE
    if len(wanted) < MISSPELT_LETTERS:
        return 0
    best = max((misspelt_score(wanted, word) for word in words), default=0)
    return best if best >= MISSPELT_SCORE else 0


def misspelt_score(written: str, word: str) -> int:
    """How near a folded spelling is to a folded word, 0 to 100: the share of letters that need no mending."""
    from rapidfuzz.distance import OSA

    return round(100 * OSA.normalized_similarity(written, word))


def _same_beginning(wanted: str, word: str) -> bool:
    """Whether one is the other with an ending: `bridges` and `bridge`, `invest` and `investments`."""
    shorter, longer = sorted((wanted, word), key=len)
    return len(shorter) >= BEGINNING_LETTERS and longer.startswith(shorter)


def _pages(dataset: "Dataset") -> Iterator[Page]:
    for code, region in dataset.regions.items():
        names = region["names"]
        written = [name for name in (names["en"], names["ru"], names["zh"], region["capital"]) if name]
        yield Page("region", code, names["en"], written)
    for key, official in dataset.officials.items():
        titles = [quote["title"] for quote in dataset.quotes.values() if quote["official"] == key]
        yield Page("official", key, official["name"], [*dict.fromkeys(titles), *official["aliases"]])
    for key, quote in dataset.quotes.items():
        yield Page("quote", key, dataset.speaker(key)["name"], _SENTENCE_END.split(quote["text"]))
    for key, figure in dataset.figures.items():
        about = (dataset.region_name(figure["region"]), figure["measure"].replace("_", " "), figure["period"])
        name = " ".join(filter(None, about))
        yield Page("figure", key, name, [figure["evidence"]])
    for key, project in dataset.projects.items():
        yield Page("project", key, project["name"], [*project["evidence"], *project["sectors"]])
    for key, tie in dataset.ties.items():
        yield Page("tie", key, tie["name"], [tie["evidence"]])
    for key, source in dataset.sources.items():
        yield Page("source", key, source["title"], [source["publisher"]])
