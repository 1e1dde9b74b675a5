"""All records of a database by kind, one after another: what an export writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rucn.queries import as_records
from rucn.queries.timeline import timeline
from rucn.queries.trade import trade_rows

if TYPE_CHECKING:
    from rucn.model.records import AnyRecord, TimelineEntry, TradeRow
    from rucn.store.dataset import Dataset
    from rucn.store.references import References


def everything(
    dataset: Dataset, references: References
) -> dict[str, Iterable[AnyRecord] | Iterable[TradeRow] | Iterable[TimelineEntry]]:
    """What is stated and reported, by kind; nothing that is computed."""
    events = references.events()
    return {
        "source": (as_records.source(dataset, row) for row in dataset.sources.values()),
        "official": (as_records.official(dataset, row) for row in dataset.officials.values()),
        "region": (as_records.region(dataset, row) for row in dataset.regions.values()),
        "quote": (as_records.quote(dataset, row) for row in dataset.quotes.values()),
        "figure": (as_records.figure(dataset, row) for row in dataset.figures.values()),
        "trade_row": trade_rows(dataset),
        "project": (as_records.project(dataset, row) for row in dataset.projects.values()),
        "tie": (as_records.tie(dataset, row) for row in dataset.ties.values()),
        "other_number": map(as_records.other_number, dataset.other_numbers.values()),
        "timeline_entry": timeline(dataset, events, (), ())[0],
        "reference": references.references(),
        "project_event": events,
    }
