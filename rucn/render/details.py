"""One record as a person reads it, line by line, and where it stands in its quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import as_words
from rucn.render.said import Said, say
from rucn.render.tables import field_words
from rucn.render.views import view_of
from rucn.render.views.figure import fact

if TYPE_CHECKING:
    from rucn.model.background import Background
    from rucn.render.answer import Record, Span

# What stands over the parts of a profile that are not called like their fields.
HEADINGS = {"references": "What others report", "project_events": "What others report of projects"}


def details_of(kind: str, record: Record, fields: Sequence[str] = ()) -> list[tuple[str, Said]]:
    """What is said of one record, line by line, with the title of each line; absent values have none.

    With `fields` these are said, under their names.
    """
    if fields:
        return [(field, field_words(kind, field, record)) for field in fields]
    said = ((title, say(says(record))) for title, says in view_of(kind).details)
    return [(title, words) for title, words in said if words.pieces]


def facts_of(background: Background) -> list[tuple[str, Said]]:
    """What is stated in a quote: the id of each figure and project, and what it is, and that it is doubted."""
    return [
        *((one["id"], fact(one)) for one in background.figures),
        *((one["id"], say(f"{as_words(one['kind'])}: {one['name']}")) for one in background.projects),
        *((one["id"], say(f"{as_words(one['kind'])}: {one['name']}")) for one in background.ties),
    ]


def spans_in_quote(kind: str, record: Record, background: Background) -> list[Span]:
    """Where in its quote the words stand that a record rests on. None overlap."""
    spans_of = view_of(kind).spans
    return joined(spans_of(record, background) if spans_of else ())


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
