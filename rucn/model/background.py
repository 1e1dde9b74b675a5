"""What stands behind one record, for a reader: no record of its own, and printed by no format for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rucn.model.records import Figure, Project, Quote, Source, Tie


class Background(NamedTuple):
    """The quote that one record rests on, with its source and what else is stated in it."""

    quote: Quote
    source: Source
    figures: list[Figure]
    projects: list[Project]
    ties: list[Tie]
