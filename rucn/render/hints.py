"""What a person may try next, with an id of what was just read."""

from typing import Any

from rucn.render.answer import Answer

_WORDS = "rucn show {} shows the words it rests on"
_STATED = "rucn show {} shows what is stated in it"
# For each layout what to try next, and the field that holds an id for it.
HINTS = {
    "region": ("rucn region {} shows what is said of it", "code"),
    "region_profile": (_STATED, "id"),
    "official": ("rucn official {} shows what was said", "id"),
    "official_profile": (_STATED, "id"),
    "trade_row": (_WORDS, "figures"),
    "figure": (_WORDS, "id"),
    "project": (_WORDS, "id"),
    "tie": (_WORDS, "id"),
    "quote": (_STATED, "id"),
    "reference": ("rucn cite {} cites it", "id"),
    "comparison": (_WORDS, "claim"),
    "search_hit": ("rucn show {} shows it whole", "id"),
}


def hint(answer: Answer) -> str | None:
    """The next command for an answer; None where there is none."""
    template, field = HINTS.get(answer.layout.partition(":")[0], ("", ""))
    content = answer.content
    if not isinstance(content, (list, dict)):
        return None
    records = content if isinstance(content, list) else content.get("quotes", [])
    # What has no reference stands in no row of a comparison.
    shown = [record for record in records if isinstance(record, dict) and record.get("reference", "") is not None]
    ids: list[Any] = [record[field] for record in shown if field in record]
    if not ids:
        return None
    return template.format(ids[0][0] if isinstance(ids[0], list) else ids[0])
