"""What a person should see beside an answer, in words."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rucn.model.errors import printable
from rucn.names import common_name

if TYPE_CHECKING:
    from rucn.queries.search import Query
    from rucn.store.dataset import Dataset

# The fields that hold a number in a unit, and those that hold the unit.
UNITS = {
    "volume": "currency",
    "investment": "currency",
    "value": "unit",
    "implied_volume": "implied_currency",
    "overall_volume": "overall_currency",
    "claim_value": "claim_unit",
    "reference_value": "reference_unit",
}
# So many words that are not found are named.
MOST_NAMED = 3


def on_conversions(records: Iterable[Any]) -> list[str]:
    """What was taken for granted in conversions, and what was not converted, each with the ids it is true of."""
    told: dict[str, list[str]] = {}
    for record in records:
        for key, note in _conversion_notes(record):
            for remark in filter(None, (note or "").split("; ")):
                told.setdefault(remark, []).append(key)
    return [f"{', '.join(dict.fromkeys(keys))}: {remark}" for remark, keys in told.items()]


def _conversion_notes(record: Any) -> list[tuple[str, str | None]]:
    """The notes on conversions in a record, each with the id of what was to be converted."""
    if "claim" in record:
        sides = (("claim", "claim"), ("reference", "reference"))
        return [(record[key], record[f"{side}_conversion_note"]) for key, side in sides]
    key = record.get("id") or record["figures"][0]
    implied = [(record["implied_id"], record["implied_conversion_note"])] if record.get("implied_id") else []
    return [(key, record["conversion_note"]), *implied]


def on_sorting(records: Any, field: str) -> list[str]:
    """That amounts or numbers in several units are sorted by their bare numbers."""
    unit = UNITS.get(field)
    if unit is None or not isinstance(records, list):
        return []
    units = sorted({record[unit] for record in records if record.get(field) is not None})
    return [f"sorted by the bare numbers, in {', '.join(units)}"] if len(units) > 1 else []


def on_silence(dataset: "Dataset", name: str) -> str:
    """That the sources say nothing about a region, and where a like word stands in them all the same."""
    word = common_name(name)
    stands = re.compile(rf"\b{re.escape(word)}\b")
    quotes = [key for key, quote in dataset.quotes.items() if stands.search(quote["text"])]
    found = f"; the word “{word}” stands in {', '.join(quotes)}, not tied to it" if quotes else ""
    return f"the sources say nothing about {name}{found}"


def on_no_match(query: "Query") -> str:
    """That nothing is found, and for the want of which words, where there would be something without them."""
    unknown = query.unknown
    if query.length < 2 or len(unknown) == query.length or len(unknown) > MOST_NAMED:
        return "nothing in the database matches"
    if not unknown:
        return "nothing in the database matches: no record has enough of these words"
    words = " and ".join(f"“{printable(word)}”" for word in unknown)
    return f"nothing in the database matches: it does not have {words}"
