"""What records rest on: the documents that they are taken from, and what is doubted of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rucn.model.words import DOUBT
from rucn.queries import lookup

if TYPE_CHECKING:
    from rucn.model.records import Source
    from rucn.store.dataset import Dataset


def sources_of(dataset: "Dataset", records: Iterable[Any]) -> "tuple[Source, ...]":
    """The documents that what is stated in trade rows, comparisons or series of references is taken from."""
    ids = ids_in(records)
    stated = [row for row in (*dataset.figures.values(), *dataset.projects.values()) if row["id"] in ids]
    sources = {dataset.quotes[row["quote"]]["source"] for row in stated}
    return tuple(source for source in lookup.sources(dataset) if source["id"] in sources)


def doubts_of(dataset: "Dataset", records: Iterable[Any]) -> dict[str, str]:
    """What is doubted of the figures that records are, or rest on, by the ids of these figures."""
    ids = ids_in(records)
    noted = {key: (row["note"] or "").partition(DOUBT) for key, row in dataset.figures.items() if key in ids}
    return {key: doubt.strip() for key, (_, found, doubt) in noted.items() if found}


def ids_in(records: Iterable[Any]) -> set[str | None]:
    """The ids of records, and of the figures, claims and links that they rest on."""
    return {
        key
        for record in records
        for key in (
            *(record.get(name) for name in ("id", "claim")),
            *record.get("figures", ()),
            *(link["id"] for link in record.get("chain", ())),
        )
    }
