"""What records rest on: the quotes and documents that they are taken from, and what is doubted of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from rucn.model.background import Background
from rucn.queries import as_records, lookup
from rucn.queries.links import cost_of

if TYPE_CHECKING:
    from rucn.model.records import Source
    from rucn.store.dataset import Dataset


def background(dataset: Dataset, quote: str) -> Background:
    """The quote that records rest on, given its id, with its source and all that is stated in it."""
    whole = as_records.quote(dataset, dataset.quotes[quote])
    figures = dataset.figures_of_quote.get(quote, [])
    return Background(
        quote=whole,
        source=as_records.source(dataset, dataset.sources[whole["source"]]),
        figures=[as_records.figure(dataset, row) for row in figures],
        projects=[as_records.project(dataset, row) for row in dataset.projects_of_quote.get(quote, ())],
        ties=[as_records.tie(dataset, row) for row in dataset.ties_of_quote.get(quote, ())],
    )


def sources_of(dataset: Dataset, ids: Collection[str]) -> tuple[Source, ...]:
    """The documents that figures and projects are taken from, given the ids of these; other ids are passed over."""
    stated = [table[key] for key in ids for table in (dataset.figures, dataset.projects) if key in table]
    sources = {dataset.quotes[row["quote"]]["source"] for row in stated}
    return tuple(source for source in lookup.sources(dataset) if source["id"] in sources)


def doubts_of(dataset: Dataset, ids: Collection[str]) -> dict[str, str]:
    """What is doubted of figures, by their ids; other ids are passed over."""
    return {key: row["doubt"] for key, row in dataset.figures.items() if key in ids and row["doubt"] is not None}


def doubt_behind(dataset: Dataset, ids: Collection[str]) -> str | None:
    """What is doubted of the figures and projects that a value rests on, each with its id; None for nothing."""
    costs = (cost_of(dataset, dataset.projects[key]) for key in ids if key in dataset.projects)
    found = doubts_of(dataset, {*ids, *(cost["id"] for cost in costs if cost)})
    return "; ".join(f"{key}: {doubt}" for key, doubt in found.items()) or None
