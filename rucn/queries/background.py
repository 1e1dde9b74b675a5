"""The quote that a record rests on, with its source and all that is stated in it."""

from typing import TYPE_CHECKING, NamedTuple

from rucn.queries import lookup

if TYPE_CHECKING:
    from rucn.model.records import Figure, Project, Quote, Source, Tie
    from rucn.store.dataset import Dataset


class Background(NamedTuple):
    """The quote that one record rests on, with its source and what else is stated in it, for a reader."""

    quote: "Quote"
    source: "Source"
    figures: "list[Figure]"
    projects: "list[Project]"
    ties: "list[Tie]"


def background(dataset: "Dataset", quote: str) -> Background:
    """The background of the records that rest on a quote, given the quote's id."""
    whole = lookup.quote(dataset, dataset.quotes[quote])
    return Background(
        whole,
        lookup.source(dataset, dataset.sources[whole["source"]]),
        [lookup.figure(dataset, row) for row in dataset.figures.values() if row["quote"] == quote],
        [lookup.project(dataset, row) for row in dataset.projects.values() if row["quote"] == quote],
        [lookup.tie(dataset, row) for row in dataset.ties.values() if row["quote"] == quote],
    )
