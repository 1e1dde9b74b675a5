"""The quote that a record rests on, with its source and all that is stated in it."""

from typing import TYPE_CHECKING, NamedTuple

from rucn import queries

if TYPE_CHECKING:
    from rucn.dataset import Dataset
    from rucn.records import Figure, Project, Quote, Source, Tie


class Background(NamedTuple):
    """The quote that one record rests on, with its source and what else is stated in it, for a reader."""

    quote: "Quote"
    source: "Source"
    figures: "list[Figure]"
    projects: "list[Project]"
    ties: "list[Tie]"


def background(dataset: "Dataset", quote: str) -> Background:
    """The background of the records that rest on a quote, given the quote's id."""
    whole = queries.quote(dataset, dataset.quotes[quote])
    return Background(
        whole,
        queries.source(dataset, dataset.sources[whole["source"]]),
        [queries.figure(dataset, row) for row in dataset.figures.values() if row["quote"] == quote],
        [queries.project(dataset, row) for row in dataset.projects.values() if row["quote"] == quote],
        [queries.tie(dataset, row) for row in dataset.ties.values() if row["quote"] == quote],
    )
