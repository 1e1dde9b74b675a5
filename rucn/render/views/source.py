"""How sources are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.views.view import Column, View
from rucn.render.wording import date_words

if TYPE_CHECKING:
    from rucn.model.records import Source


VIEW: View[Source] = View(
    lambda added: "Source",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Title", lambda one: one["title"]),
        Column("Publisher", lambda one: one["publisher"]),
        Column("Published", lambda one: date_words(one["published"], one["published_inferred"]), whole=True),
        Column("Address", lambda one: one["address"]),
        Column("Quotes", lambda one: str(one["quotes"]), whole=True, right=True),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Title", lambda one: one["title"]),
        ("Publisher", lambda one: one["publisher"]),
        ("Address", lambda one: one["address"]),
        ("Published", lambda one: date_words(one["published"], one["published_inferred"])),
        ("Sections", lambda one: "; ".join(one["sections"])),
        ("Quotes", lambda one: str(one["quotes"])),
        ("SHA-256", lambda one: one["sha256"] or ""),
        ("Note", lambda one: one["note"] or ""),
    ],
)
