"""Finds words in the records, best first: as they stand, inflected, begun, or misspelt.

A word that stands nowhere as it is written is looked for as a beginning, and then as a misspelling; so `expo` finds no
exports, and `brige` the bridges. Rare words count more than common ones, a record's name more than what is in it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from rucn.names import LONGEST, Index, find_place, fold

if TYPE_CHECKING:
    from snowballstemmer import EnglishStemmer, RussianStemmer

    from rucn.dataset import Dataset
    from rucn.names import Entity
    from rucn.records import SearchHit

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_NO_CONTENT = frozenset(
    "a an and are as at by for from in is it its of on or the to was with в и из на о с по для".split()
)
MOST_WORDS = 30
# How sure a word is found: as it is written, inflected, begun, misspelt, or as what a record is about.
WRITTEN, INFLECTED, BEGUN, MISSPELT, ABOUT = 1.0, 0.95, 0.85, 0.75, 0.6
BEGINNING_LETTERS = 4
STEM_BEGINNING = 3
MISSPELT_LETTERS = 5
# How many letters of a word shorter than this may be wrong.
ALLOWED = ((4, 0), (8, 1), (99, 2))
# How much of what is asked for has to be found, weighed by how rare each word is.
LEAST_FOUND = 0.4
# How a score is put together: of the words found, of those in the name, and of those that stand together.
FOUND, IN_NAME, TOGETHER = 80, 12, 8
# How sure is a region that is searched for by another of its names.
REGION_SCORE = 90
SURE_WAYS = ("exact", "alias", "inflected", "translit", "layout")

Span = tuple[int, int]


class Page(NamedTuple):
    """A record as search reads it: its name, the passages its words stand in, and the terms that it is about."""

    kind: str
    id: str
    name: str
    passages: list[str]
    about: frozenset[str] = frozenset()

    @property
    def words(self) -> list[str]:
        """The folded words of the name and the passages."""
        return [word for text in (self.name, *self.passages) for word, _ in folded_words(text)]


class Hit(NamedTuple):
    """A page that was found, how well (0 to 100), and its best passage."""

    page: Page
    score: int
    excerpt: str


class Query:
    """Words to look for among pages."""

    def __init__(self, text: str, pages: Iterable[Page], terms: "Iterable[Entity]" = ()) -> None:
        self._pages = [(page, set(page.words), _joined(page.words)) for page in pages]
        self._wanted = content_words(text)
        self._terms = Index.of(terms)
        self._meant = [self._words_meant(word) for word in self._wanted]
        self._about = [self._terms_meant(word) for word in self._wanted]

    def hits(self) -> list[Hit]:
        """The pages in which enough of the words are found, best first."""
        if not self._wanted or not any(self._meant):
            return []
        found = [self._hit(page, words | joined) for page, words, joined in self._pages]
        return sorted(filter(None, found), key=lambda hit: -hit.score)

    def spans(self, text: str) -> list[Span]:
        """Where in a text the words stand, as offsets."""
        meant = {word for words in self._meant for word in words}
        words = folded_words(text)
        spans = [span for word, span in words if word in meant]
        spans += [(one[0], other[1]) for (a, one), (b, other) in pairwise(words) if a + b in meant]
        return sorted(spans)

    @cached_property
    def _known(self) -> set[str]:
        return set().union(*(words | joined for _, words, joined in self._pages))

    def _words_meant(self, wanted: str) -> dict[str, float]:
        """The words of the pages that a wanted word stands for, and how surely."""
        if wanted[0].isdigit():
            return {wanted: WRITTEN} if wanted in self._known else {}
        # Stemming costs more than all else here; words that begin otherwise have another stem.
        alike = [word for word in self._known if word[:STEM_BEGINNING] == wanted[:STEM_BEGINNING]]
        same = dict.fromkeys([word for word in alike if _stem(word) == _stem(wanted)], INFLECTED)
        if not wanted.isascii():
            same.update({word: INFLECTED for word in self._known if len(wanted) > 1 and wanted in word})
        if wanted in self._known:
            same[wanted] = WRITTEN
        if same:
            return same
        begun = [word for word in self._known if len(wanted) >= BEGINNING_LETTERS and word.startswith(wanted)]
        return dict.fromkeys(begun, BEGUN) if begun else dict.fromkeys(self._near(wanted), MISSPELT)

    def _near(self, wanted: str) -> list[str]:
        """The words that need the fewest letters mended, if few enough; the first is seldom the wrong one."""
        most = next((wrong for below, wrong in ALLOWED if len(wanted) < below), 0)
        if not most:
            return []
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        alike = [word for word in self._known if set(word[:2]) & set(wanted[:2]) and not word[0].isdigit()]
        found = process.extract(wanted, alike, scorer=OSA.distance, score_cutoff=most, limit=None)
        least = min((wrong for _, wrong, _ in found), default=0)
        return [word for word, wrong, _ in found if wrong == least and len(word) >= MISSPELT_LETTERS]

    def _terms_meant(self, wanted: str) -> set[str]:
        return {entity.key for entity in self._terms.named(self._terms.main, wanted)}

    @cached_property
    def _weights(self) -> list[float]:
        """How much each word counts: the more, the fewer pages have it."""
        bearing = [sum(not words.isdisjoint(meant) for _, words, _ in self._pages) for meant in self._meant]
        return [log(1 + len(self._pages) / max(count, 1)) for count in bearing]

    def _hit(self, page: Page, words: set[str]) -> Hit | None:
        sure = [
            max(
                (quality for word, quality in meant.items() if word in words),
                default=ABOUT if about & page.about else 0,
            )
            for meant, about in zip(self._meant, self._about, strict=True)
        ]
        # A number is that number or none: nothing is near to 27.9.
        if any(not found for word, found in zip(self._wanted, sure, strict=True) if word[0].isdigit()):
            return None
        share = self._weighed(sure)
        if share < LEAST_FOUND or (not any(found > ABOUT for found in sure) and share < ABOUT):
            return None
        passages = [(self._weighed(self._found_in(passage)), passage) for passage in page.passages or [page.name]]
        best, excerpt = max(passages, key=lambda one: one[0])
        in_name = self._weighed(self._found_in(page.name))
        score = FOUND * share + IN_NAME * in_name + TOGETHER * max(best, in_name)
        return Hit(page, max(1, round(score)), excerpt)

    def _found_in(self, text: str) -> list[float]:
        words = [word for word, _ in folded_words(text)]
        there = {*words, *_joined(words)}
        return [max((sure for word, sure in meant.items() if word in there), default=0) for meant in self._meant]

    def _weighed(self, sure: list[float]) -> float:
        return sum(weight * one for weight, one in zip(self._weights, sure, strict=True)) / sum(self._weights)


def search(dataset: "Dataset", text: str) -> "list[SearchHit]":
    """The records in which enough of the words of `text` are found, best first, each with its best passage."""
    hits = {hit.page.id: hit for hit in query_of(dataset, text).hits()}
    # A region may be searched for by any of its names.
    place = find_place(text)
    called = {entity.key for entity, _ in place.matches if place.how in SURE_WAYS}
    for page in _region_pages(dataset):
        if page.id in called and (page.id not in hits or hits[page.id].score < REGION_SCORE):
            hits[page.id] = Hit(page, REGION_SCORE, page.name)
    return [
        {"kind": page.kind, "id": page.id, "name": page.name, "score": score, "excerpt": excerpt}
        for page, score, excerpt in sorted(hits.values(), key=lambda hit: -hit.score)
    ]


def ranked_quotes(dataset: "Dataset", text: str) -> list[str]:
    """The ids of the quotes in which words of `text` stand, best first."""
    query = query_of(dataset, text)
    quotes = [hit.page.id for hit in query.hits() if hit.page.kind == "quote"]
    return [key for key in quotes if query.spans(dataset.quotes[key]["text"])]


@lru_cache(maxsize=1)
def query_of(dataset: "Dataset", text: str) -> Query:
    """A query for the words of a text among all records."""
    from rucn import entities

    terms = [entity for vocabulary in ("sector", "topic") for entity in entities.terms(dataset, vocabulary).entities]
    return Query(text, _pages(dataset), terms)


def content_words(text: str) -> list[str]:
    """The folded words of a text that carry meaning, each once."""
    words = dict.fromkeys(word for word, _ in folded_words(text[: LONGEST * 5]))
    return [word for word in words if word not in _NO_CONTENT][:MOST_WORDS]


def folded_words(text: str) -> list[tuple[str, Span]]:
    """The words of a text, folded, with their offsets; numbers as they are written."""
    found = ((match[0], match.span()) for match in _WORD.finditer(text))
    folded = ((word if word[0].isdigit() else fold(word), span) for word, span in found)
    return [(word, span) for word, span in folded if word]


def _joined(words: list[str]) -> set[str]:
    """What two words are that are written in one: `soybeans`."""
    return {one + other for one, other in pairwise(words) if len(one) > 2 and len(other) > 2}


@cache
def _stem(word: str) -> str:
    """An English or Russian word without its inflection."""
    return str((_russian() if word[0] > "\u03ff" else _english()).stemWord(word))


@cache
def _english() -> "EnglishStemmer":
    from snowballstemmer import EnglishStemmer

    return EnglishStemmer()


@cache
def _russian() -> "RussianStemmer":
    from snowballstemmer import RussianStemmer

    return RussianStemmer()


def _pages(dataset: "Dataset") -> Iterator[Page]:
    yield from _region_pages(dataset)
    for key, official in dataset.officials.items():
        titles = [quote["title"] for quote in dataset.quotes.values() if quote["official"] == key]
        names = [name for name in (official["names"]["ru"], official["names"]["zh"]) if name]
        yield Page("official", key, official["name"], [*dict.fromkeys(titles), *names, *official["aliases"]])
    yield from _quote_pages(dataset)
    for key, figure in dataset.figures.items():
        about = (dataset.region_name(figure["region"]), figure["measure"].replace("_", " "), figure["period"])
        name = " ".join(filter(None, about))
        yield Page("figure", key, name, [figure["evidence"]])
    for key, project in dataset.projects.items():
        places = [place["name"] for place in project["places"]]
        stated = [words for words in (project["status_as_stated"], dataset.region_name(project["region"])) if words]
        passages = [*project["evidence"], *stated, *places, *project["partners"]]
        yield Page("project", key, project["name"], passages, frozenset(project["sectors"]))
    for key, tie in dataset.ties.items():
        yield Page(
            "tie", key, tie["name"], [tie["evidence"], tie["kind"].replace("_", " "), *filter(None, (tie["place"],))]
        )
    for key, source in dataset.sources.items():
        yield Page("source", key, source["title"], [source["publisher"]])


def _region_pages(dataset: "Dataset") -> Iterator[Page]:
    for code, region in dataset.regions.items():
        names = region["names"]
        written = [name for name in (names["en"], names["ru"], names["zh"], region["capital"], code) if name]
        yield Page("region", code, names["en"], written)


def _quote_pages(dataset: "Dataset") -> Iterator[Page]:
    for key, quote in dataset.quotes.items():
        passages = _SENTENCE_END.split(quote["text"])
        yield Page("quote", key, dataset.speaker(key)["name"], passages, frozenset(quote["topics"]))
