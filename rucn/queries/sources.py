"""Which sources are meant by what is written of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rucn.names import Entity, Index
from rucn.queries.understanding import Understanding

if TYPE_CHECKING:
    from rucn.model.rows import SourceRow
    from rucn.store.dataset import Dataset


def sources_called(dataset: Dataset, written: Iterable[str], note: Callable[[str], object]) -> frozenset[str]:
    """The ids of the sources that any of the texts means.

    A text is an id, or words that an id, a title or a publisher has, whole or begun: all sources fit that have them.
    Where none has, it may be a misspelt name.

    Raises:
        NotFoundError: There is no such source.
        AmbiguousError: A misspelt name is near to several.
    """
    found: set[str] = set()
    for text in written:
        key = text.strip().casefold()
        having = [one for one, row in dataset.sources.items() if any(_has(name, key) for name in _names(row))]
        found.update([key] if key in dataset.sources else having or [_near(dataset, text, note)])
    return frozenset(found)


def _names(row: SourceRow) -> tuple[str, str, str]:
    return row["id"], row["title"], row["publisher"]


def _has(name: str, text: str) -> bool:
    """Whether a name has all the words of a text, whole or begun."""
    words, sought = re.findall(r"\w+", name.casefold()), re.findall(r"\w+", text)
    return bool(sought) and all(any(word.startswith(one) for word in words) for one in sought)


def _near(dataset: Dataset, text: str, note: Callable[[str], object]) -> str:
    known = Index.of(Entity("source", row["id"], row["title"], _names(row)) for row in dataset.sources.values())
    return Understanding(dataset, note).entity(text, [known], "source").key
