"""What a person is told beside an answer, in the order in which it is found out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.analysis.currency import Converter
    from rucn.queries.criteria import Area
    from rucn.store.dataset import Dataset


class Remarks:
    """Tells remarks on answers from one dataset to whoever listens."""

    def __init__(self, dataset: Dataset, tell: Callable[[str], object]) -> None:
        self._dataset = dataset
        self.tell = tell

    def silence(self, silence: str, area: Area | None, near: list[str]) -> None:
        """Says that there is no answer, about which region or place, and the ids of what stands near."""
        where = ""
        if area and area.place:
            lies = f"{self._dataset.region_name(area.code)} ({area.code})"
            where = f" naming {area.place}; ask about {lies}, where it lies"
        elif area:
            where = f" for {self._dataset.region_name(area.code)}"
        beside = f"; near it: {', '.join(near)}" if near else ""
        self.tell(f"{silence}{where}{beside}")

    def out_of_bounds(self, ids: list[str]) -> None:
        """Says that what was found lies outside the amounts asked for, by its ids."""
        from rucn.queries.near import MOST

        self.tell(f"no amount is within the bounds; without them: {', '.join(ids[:MOST])}")

    def doubts(self, ids: Iterable[str | None]) -> None:
        """Says which of the figures with these ids are doubted."""
        from rucn.queries.provenance import doubts_of

        doubted = list(doubts_of(self._dataset, {key for key in ids if key}))
        if doubted:
            self.tell(f"doubts are noted on {', '.join(doubted)}; `rucn show {doubted[0]}` tells them")

    def conversions(self, converter: Converter) -> None:
        """Says what was assumed in conversions, and what was not converted."""
        from rucn.queries.notes import on_conversions

        for remark in on_conversions(converter.noted):
            self.tell(remark)
