"""How the entries of a time line are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import as_words
from rucn.render.said import Mark, say
from rucn.render.views.shared import region_column, shorten_names
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import attributed, date_words, doubt_legends

if TYPE_CHECKING:
    from rucn.model.records import TimelineEntry


VIEW: View[TimelineEntry] = View(
    lambda added: "TimelineEntry",
    columns=lambda added: [
        Column("Date", lambda one: date_words(one["date"], one["inferred"]), whole=True),
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("What", lambda one: as_words(one["what"]), extra=2),
        region_column(lambda one: one["region_name"] or say(Mark.NOT_STATED)),
        Column("Name", lambda one: one["name"]),
        Column("Said by", lambda one: attributed(one["said_by"], one["quote_kind"]), short=shorten_names),
        Column("Source", lambda one: one["source"], extra=3),
    ],
    legends=lambda entries, added, printed: doubt_legends(one["name"] for one in entries if one["what"] == "figure"),
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["id"]),
)
