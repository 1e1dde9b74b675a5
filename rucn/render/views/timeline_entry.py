"""How the entries of a time line are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import DOUBTED, as_words
from rucn.render.answer import Added
from rucn.render.said import Mark, say
from rucn.render.views.shared import region_column, shorten_names
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import LEGENDS, date_words

if TYPE_CHECKING:
    from rucn.model.records import TimelineEntry


def _legends(entries: Sequence[TimelineEntry], added: Added, printed: bool) -> list[str]:
    """What the mark means that stands in the name of a figure that is doubted."""
    doubted = any(one["what"] == "figure" and DOUBTED in one["name"] for one in entries)
    return [LEGENDS[Mark.DOUBTED]] if doubted else []


VIEW: View[TimelineEntry] = View(
    lambda added: "TimelineEntry",
    columns=lambda added: [
        Column("Date", lambda one: date_words(one["date"], one["inferred"]), whole=True),
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("What", lambda one: as_words(one["what"]), extra=2),
        region_column(lambda one: one["region_name"] or say(Mark.NOT_STATED)),
        Column("Name", lambda one: one["name"]),
        Column("Said by", lambda one: one["said_by"], short=shorten_names, extra=1),
        Column("Source", lambda one: one["source"], extra=3),
    ],
    legends=_legends,
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["id"]),
)
