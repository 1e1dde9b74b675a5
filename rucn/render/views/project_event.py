"""How events in the life of projects are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.vocabulary import EVENTS
from rucn.render.views.view import Column, View
from rucn.render.wording import place

if TYPE_CHECKING:
    from rucn.model.records import ProjectEvent


VIEW: View[ProjectEvent] = View(
    lambda added: "ProjectEvent",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Project", lambda one: one["subject"]),
        Column("Event", lambda one: EVENTS[one["event"]], style="bold"),
        Column("Date", lambda one: one["date"], whole=True),
        Column("Reported by", lambda one: one["publisher"]),
        Column("Note", lambda one: one["note"] or "", extra=1),
        Column("Address", lambda one: one["address"], extra=2),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Project", lambda one: one["subject"]),
        ("Event", lambda one: EVENTS[one["event"]]),
        ("Date", lambda one: one["date"]),
        ("Region", lambda one: place(one["region_name"], one["region"])),
        ("Reported by", lambda one: one["publisher"]),
        ("Address", lambda one: one["address"]),
        ("Spoken of", lambda one: " ".join(filter(None, (one["project"], one["project_name"])))),
        ("Note", lambda one: one["note"] or ""),
    ],
)
