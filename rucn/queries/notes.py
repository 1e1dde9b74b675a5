"""What a person should see beside an answer, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rucn.model.errors import printable
from rucn.names import common_name

if TYPE_CHECKING:
    from rucn.queries.search import Query
    from rucn.store.dataset import Dataset

# So many words that are not found are named.
MOST_NAMED = 3


def on_conversions(noted: Iterable[tuple[str, str]]) -> list[str]:
    """What was taken for granted in conversions, and what was not converted, each with the ids it is true of.

    `noted` has the id of what was to be converted, and the remark.
    """
    told: dict[str, list[str]] = {}
    for key, remark in noted:
        told.setdefault(remark, []).append(key)
    return [f"{', '.join(dict.fromkeys(keys))}: {remark}" for remark, keys in told.items()]


def on_silence(dataset: Dataset, name: str) -> str:
    """That the sources say nothing about a region, and where a like word stands in them all the same."""
    word = common_name(name)
    stands = re.compile(rf"\b{re.escape(word)}\b")
    quotes = [key for key, quote in dataset.quotes.items() if stands.search(quote["text"])]
    found = f"; the word “{word}” stands in {', '.join(quotes)}, not tied to it" if quotes else ""
    return f"the sources say nothing about {name}{found}"


def on_no_match(query: Query) -> str:
    """That nothing is found, and for the want of which words, where there would be something without them."""
    unknown = query.unknown
    if query.length < 2 or len(unknown) == query.length or len(unknown) > MOST_NAMED:
        return "nothing in the database matches"
    if not unknown:
        return "nothing in the database matches: no record has enough of these words"
    words = " and ".join(f"“{printable(word)}”" for word in unknown)
    return f"nothing in the database matches: it does not have {words}"
