"""The pages of a dataset, split into words: which page bears which word, and what the words of the terms stand for."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from rucn.queries.search.pages import OF_QUOTES, VOCABULARIES, Page, pages_of
from rucn.queries.search.words import content_words

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset

BEGINNING = 3
# Parts of a word run together have as many letters at least: `soybeans`.
PART = 3


class Leaf(NamedTuple):
    """A page with its words: those of its heading, of each passage, and all there are."""

    page: Page
    heading: list[str]
    passages: list[list[str]]
    words: frozenset[str]

    @classmethod
    def of(cls, page: Page) -> Leaf:
        """A page, split into words."""
        heading, passages = content_words(page.heading), [content_words(passage) for passage in page.passages]
        return cls(page, heading, passages, frozenset([*heading, *content_words(page.also)]).union(*passages))


class Term(NamedTuple):
    """A way to write a term: its words, and the term's code."""

    words: tuple[str, ...]
    code: str


def _split(dataset: Dataset) -> tuple[list[tuple[Any, ...]], dict[str, set[int]]]:
    """The leaves of a dataset as plain tuples, and the numbers of those that bear each word."""
    leaves = [Leaf.of(page) for page in pages_of(dataset)]
    bearers: dict[str, set[int]] = {}
    for number, leaf in enumerate(leaves):
        for word in leaf.words:
            bearers.setdefault(word, set()).add(number)
    return [(tuple(leaf.page), *leaf[1:]) for leaf in leaves], bearers


class Library:
    """What search knows of a dataset; made once for all that is searched for."""

    def __init__(self, dataset: Dataset) -> None:
        leaves, self.bearers = dataset.made("search", lambda: _split(dataset))
        self.leaves = [Leaf(Page(*page), *words) for page, *words in leaves]
        self._dataset = dataset

    def source_of(self, kind: str, key: str) -> str | None:
        """The source that a record rests on, given its kind and id; None for a region, an official and a source."""
        tables: dict[str, Any] = {
            "figure": self._dataset.figures,
            "project": self._dataset.projects,
            "tie": self._dataset.ties,
        }
        quote = key if kind == "quote" else tables[kind][key]["quote"] if kind in tables else None
        return self._dataset.quotes[quote]["source"] if quote else None

    def vocabulary(self, code: str, kind: str) -> str:
        """The vocabulary by which a page of a kind bears a code."""
        having: set[str] = {row["vocabulary"] for row in self._dataset.terms if row["code"] == code}
        found: str = next(one for one in (*(OF_QUOTES if kind == "quote" else ()), *VOCABULARIES) if one in having)
        return found

    @cached_property
    def terms(self) -> dict[str, list[Term]]:
        """The terms of the vocabularies that pages bear codes of, by the first word of each of their names."""
        found: dict[str, list[Term]] = {}
        for row in self._dataset.terms:
            if row["vocabulary"] not in VOCABULARIES:
                continue
            names = row["names"]["en"], row["names"]["ru"] or "", row["names"]["zh"] or ""
            for name in dict.fromkeys([*names, *row["aliases"], row["code"].replace("_", " ")]):
                words = tuple(content_words(name))
                if words:
                    found.setdefault(words[0], []).append(Term(words, row["code"]))
        return found

    @cached_property
    def alike(self) -> dict[str, list[str]]:
        """All words of pages and terms by their first letters; forms of one word begin alike."""
        found: dict[str, list[str]] = {}
        of_terms = (word for terms in self.terms.values() for term in terms for word in term.words)
        for word in dict.fromkeys([*self.bearers, *of_terms]):
            found.setdefault(word[:BEGINNING], []).append(word)
        return found

    def bearing(self, words: Iterable[str]) -> set[int]:
        """The numbers of the leaves that bear any of the words."""
        return set().union(*(self.bearers.get(word, ()) for word in words))

    def parts(self, word: str) -> tuple[str, ...]:
        """The two words that stand next to one another somewhere and make up a word; the word itself for others."""
        for end in range(PART, len(word) - PART + 1):
            one, other = word[:end], word[end:]
            others = [bearer for bearer in self.alike.get(other[:BEGINNING], ()) if bearer.startswith(other)]
            if one in self.bearers and any(self._stand_together(one, bearer) for bearer in others):
                return one, other
        return (word,)

    def _stand_together(self, one: str, other: str) -> bool:
        together = self.bearers[one] & self.bearers.get(other, set())
        texts = (text for number in together for text in (self.leaves[number].heading, *self.leaves[number].passages))
        return any((one, other) in pairwise(text) for text in texts)

    def names_of(self, codes: AbstractSet[str]) -> frozenset[str]:
        """The names of terms that are single words."""
        return frozenset(
            term.words[0]
            for terms in self.terms.values()
            for term in terms
            if term.code in codes and len(term.words) == 1
        )
