"""What a person is told beside an answer, in the order in which it is found out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.analysis.currency import Converter
    from rucn.store.dataset import Dataset


class Remarks:
    """Tells remarks on answers from one dataset to whoever listens."""

    def __init__(self, dataset: Dataset, tell: Callable[[str], None]) -> None:
        self._dataset = dataset
        self.tell = tell

    def silence(self, silence: str, codes: list[str], found: object, answered: AbstractSet[str | None]) -> None:
        """Says about which of the regions asked for there is no answer, or that there is none at all."""
        missing = [code for code in codes if code not in answered]
        for code in missing:
            self.tell(f"{silence} for {self._dataset.region_name(code)}")
        if not found and not missing:
            self.tell(silence)

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
