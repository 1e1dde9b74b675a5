"""Records by their ids, whatever they stand in: the database, a file beside it, or nowhere, being computed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from rucn.queries import lookup

if TYPE_CHECKING:
    from rucn.database.wiring import Wiring
    from rucn.model.records import AnyRecord, Computed, Quote
    from rucn.store.dataset import Dataset

# The name of its source that an id may begin with.
_NAME = r"(?:[a-z0-9-]+/)?"
_REFERENCE, _EVENT = rf"{_NAME}r\d+", rf"{_NAME}e\d+"
_COMPUTED = rf"{_NAME}[fpr]\d+(?:\.[a-z]+){{1,2}}"
# The letter, number and ending of an id; no number has more digits.
_PARTS = rf"({_NAME}[a-z])([0-9]{{1,9}})((?:\.[a-z]+)*)"
_MOST_DIGITS = 9


def find_record(dataset: Dataset, wiring: Wiring, key: str) -> tuple[str, AnyRecord] | None:
    """The record with an id, or the region with a code, and its kind; None where there is none.

    It is found in any case, and with any number of zeros before its number where no other record is called so.
    """
    found = _find(dataset, wiring, key)
    parts = None if found else re.fullmatch(_PARTS, key.lower())
    if parts is None:
        return found
    letter, number, ending = parts.groups()
    bases = dict.fromkeys(f"{letter}{int(number):0{width}}" for width in range(1, _MOST_DIGITS + 1))
    known = [base for base in bases if _find(dataset, wiring, base)]
    return _find(dataset, wiring, known[0] + ending) if len(known) == 1 else None


def _find(dataset: Dataset, wiring: Wiring, key: str) -> tuple[str, AnyRecord] | None:
    stated = lookup.record(dataset, key)
    if stated:
        return stated
    key = key.lower()
    found: AnyRecord | None = None
    if re.fullmatch(_REFERENCE, key):
        kind, found = "reference", wiring.references.reference(key)
    elif re.fullmatch(_EVENT, key):
        kind, found = "project_event", wiring.references.event(key)
    elif is_computed(key):
        kind, found = "computed", wiring.lineage.computed(key)
    return (kind, found) if found else None


def is_computed(key: str) -> bool:
    """Whether an id is that of a computed value: `f01.earlier`, `f21.usd`."""
    return re.fullmatch(_COMPUTED, key.lower()) is not None


def figures_behind(dataset: Dataset, kind: str, record: AnyRecord) -> list[str | None]:
    """The ids of the figures that a quote states, or that a computed value rests on; of other records none."""
    if kind == "quote":
        return [row["id"] for row in dataset.figures_of_quote.get(cast("Quote", record)["id"], ())]
    return [link["id"] for link in cast("Computed", record)["chain"]] if kind == "computed" else []
