"""Finds the pages in which enough of the words asked for stand, and says how well."""

from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from rucn.model.amounts import as_words
from rucn.queries.search.library import Leaf, Library
from rucn.queries.search.meaning import ABOUT, Meaning, meanings_of
from rucn.queries.search.pages import Page
from rucn.queries.search.words import Span, folded_words, is_number

# How a score is put together: of the words found, of those in the name, and of how near to one another they stand.
FOUND, IN_NAME, TOGETHER = 72, 14, 14
# What a name counts that is longer than what is asked for, against one that is just that.
LONGER_NAME = 0.7
# How near two words stand that follow one another, that stand close by, and that stand in one passage.
NEXT, CLOSE, APART = 1.0, 0.7, 0.4
CLOSE_WORDS = 3
# Of so few words none may be missing; of more, this much has to be found, weighed by how rare each word is.
FEW = 2
LEAST_FOUND = 0.5
# What a page counts that lacks words, against one that has them all; and one that has the name of a term in it and is
# not about that.
LACKING, BESIDES = 0.6, 0.95

WORDS = "words"


class Hit(NamedTuple):
    """A page that was found, how well (0 to 100), its best passage, and by what: words, or a term that it bears."""

    page: Page
    score: float
    excerpt: str
    found_by: str = WORDS


class Query:
    """Words to look for in a library."""

    def __init__(self, text: str, library: Library) -> None:
        self._text = text
        self._library = library

    def hits(self) -> list[Hit]:
        """The pages in which enough of the words are found, in the order of the library."""
        numbers = self._library.bearing(chain.from_iterable(one.words for one in self._meanings))
        leaves = enumerate(self._library.leaves)
        found = [leaf for number, leaf in leaves if number in numbers or not self.codes.isdisjoint(leaf.page.about)]
        return [hit for hit in map(self._hit, found) if hit]

    def spans(self, text: str) -> list[Span]:
        """Where in a text the words stand, as offsets; of a text without any, the names of what it is about."""
        words = folded_words(text)
        spans = dict.fromkeys(span for word, span in words if word in self._words)
        return list(spans) or [span for word, span in words if word in self._names]

    def stands_in(self, text: str) -> bool:
        """Whether any of the words stands in a text, as it is written or in another form."""
        return any(word in self._words for word, _ in folded_words(text))

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the terms that the words name."""
        return frozenset(chain.from_iterable(one.codes for one in self._meanings))

    @property
    def unknown(self) -> list[str]:
        """The words that neither a record nor the vocabulary has."""
        return [one.asked for one in self._meanings if not one.words and not one.codes]

    @property
    def length(self) -> int:
        """How many words are looked for."""
        return len(self._meanings)

    @cached_property
    def _meanings(self) -> list[Meaning]:
        return meanings_of(self._text, self._library)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(one.words for one in self._meanings))

    @cached_property
    def _names(self) -> frozenset[str]:
        return self._library.names_of(self.codes)

    def _hit(self, leaf: Leaf) -> Hit | None:
        sure = [self._sure(one, leaf) for one in self._meanings]
        lacking = [one for one, found in zip(self._meanings, sure, strict=True) if not found]
        if not self._suffices(sure, lacking):
            return None
        heading = self._weighed([self._stand(one, leaf.heading) for one in self._meanings])
        named = sum(word in self._words for word in leaf.heading) / max(len(leaf.heading), 1)
        near = max(map(self._nearness, (leaf.heading, *leaf.passages)))
        score = FOUND * self._weighed(sure) + TOGETHER * near
        score += IN_NAME * heading * (LONGER_NAME + (1 - LONGER_NAME) * named)
        whole = all(one.spare for one in lacking)
        return Hit(leaf.page, score if whole else LACKING * score, self._excerpt(leaf), self._found_by(leaf))

    def _found_by(self, leaf: Leaf) -> str:
        """That its words found a page, or the term that did: `sector: wood`."""
        if any(self._stand(one, leaf.words) for one in self._meanings):
            return WORDS
        code = next(code for one in self._meanings for code in sorted(one.codes & leaf.page.about))
        return f"{self._library.vocabulary(code, leaf.page.kind)}: {as_words(code)}"

    def _sure(self, one: Meaning, leaf: Leaf) -> float:
        """How surely a page has a word, or bears a term that it names."""
        stands = self._stand(one, leaf.words)
        if one.codes.isdisjoint(leaf.page.about):
            return BESIDES * stands if one.codes else stands
        return max(stands, ABOUT)

    def _suffices(self, sure: list[float], lacking: list[Meaning]) -> bool:
        # A number is that number or none: nothing is near to 27.9.
        if any(is_number(one.asked) for one in lacking):
            return False
        stands = any(found > ABOUT for found in sure)
        if lacking and not stands:
            return False
        if len(sure) <= FEW:
            return all(one.spare for one in lacking)
        return self._weighed([float(found > 0) for found in sure]) >= LEAST_FOUND

    def _nearness(self, words: list[str]) -> float:
        """How near to one another the words stand in a passage, in the order in which they are asked for."""
        stand = [[at for at, word in enumerate(words) if word in one.words] for one in self._meanings]
        if len(stand) == 1:
            return self._stand(self._meanings[0], words)
        pairs = [one.weight + other.weight for one, other in pairwise(self._meanings)]
        near = [weight * _nearest(one, other) for weight, (one, other) in zip(pairs, pairwise(stand), strict=True)]
        return sum(near) / sum(pairs)

    def _excerpt(self, leaf: Leaf) -> str:
        """The passage in which most of the words stand; where none does, most names of what the record is about."""

        def worth(number: int) -> tuple[float, float, int]:
            words = leaf.passages[number]
            found = self._weighed([self._stand(one, words) for one in self._meanings])
            return found, self._nearness(words), len(self._names.intersection(words))

        best = max(range(len(leaf.passages)), key=worth, default=None)
        return leaf.page.name if best is None else leaf.page.passages[best]

    def _stand(self, one: Meaning, words: frozenset[str] | list[str]) -> float:
        return max((sure for word, sure in one.words.items() if word in words), default=0)

    def _weighed(self, sure: list[float]) -> float:
        weights = [one.weight for one in self._meanings]
        return sum(weight * found for weight, found in zip(weights, sure, strict=True)) / sum(weights)


def _nearest(ones: list[int], others: list[int]) -> float:
    steps = [other - one for one in ones for other in others]
    if 1 in steps:
        return NEXT
    if any(abs(step) <= CLOSE_WORDS for step in steps):
        return CLOSE
    return APART if steps else 0
