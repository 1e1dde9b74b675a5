"""Finds words in the records, best first: as they stand, inflected, begun, or misspelt.

A word that stands nowhere as it is written is looked for as a beginning, and then as a misspelling; so `expo` finds no
exports, and `brige` the bridges. A word of the vocabulary (`timber`, `лес`) finds what bears its term, after all in
which it stands. Rare words count more than common ones, a record's name more than what is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.queries.search.library import Library
from rucn.queries.search.query import Hit, Query

if TYPE_CHECKING:
    from rucn.model.records import SearchHit

__all__ = ["Library", "Query", "ranked_quotes", "search"]

# How sure is a region that is searched for by another of its names, or by a city in it.
REGION_SCORE, CITY_SCORE = 90, 80
# So many words a name of a region has at most.
WORDS_OF_A_NAME = 5
SURE_WAYS = ("exact", "alias", "inflected", "translit", "layout")


def search(library: Library, query: Query, text: str) -> list[SearchHit]:
    """The records in which enough of the words of `text` are found, best first, each with its best passage."""
    hits = {hit.page.id: hit for hit in query.hits()}
    if query.unknown and query.length <= WORDS_OF_A_NAME:
        hits |= _regions_called(library, text, hits)
    return [
        {
            "kind": hit.page.kind,
            "id": hit.page.id,
            "name": hit.page.name,
            "score": min(max(round(hit.score), 1), 100),
            "excerpt": hit.excerpt,
            "found_by": hit.found_by,
            "source": library.source_of(hit.page.kind, hit.page.id),
        }
        for hit in _best_first([hits[leaf.page.id] for leaf in library.leaves if leaf.page.id in hits])
    ]


def rank_quotes(query: Query) -> list[str]:
    """The ids of the quotes in which words of the query stand, best first; if there are none, of those about it."""
    hits = [hit for hit in _best_first(query.hits()) if hit.page.kind == "quote"]
    bearing = [hit for hit in hits if any(map(query.stands_in, hit.page.passages))]
    about = [hit for hit in hits if not query.codes.isdisjoint(hit.page.about)]
    return [hit.page.id for hit in bearing or about]


def _regions_called(library: Library, text: str, found: dict[str, Hit]) -> dict[str, Hit]:
    """The regions that a text names, by another name than their pages have, or by a city."""
    from rucn.names import CITY, find_place

    place = find_place(text)
    called: dict[str, float] = {}
    for entity, _ in place.matches if place.how in SURE_WAYS else ():
        score = CITY_SCORE if entity.kind == CITY else REGION_SCORE
        called[entity.key] = max(called.get(entity.key, 0), score)
    pages = {leaf.page.id: leaf.page for leaf in library.leaves if leaf.page.id in called}
    return {
        code: Hit(page, called[code], page.name)
        for code, page in pages.items()
        if code not in found or found[code].score < called[code]
    }


def _best_first(hits: list[Hit]) -> list[Hit]:
    """Hits sorted by their score as it is shown; equally good ones stay in the order of the library."""
    return sorted(hits, key=lambda hit: -round(hit.score))
