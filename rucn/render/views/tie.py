"""How ties between places or people are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import as_words
from rucn.render.said import Mark, Said, mark, say
from rucn.render.views.shared import quote_column, region_column, spans_of
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import context_words, date_words, place, with_words

if TYPE_CHECKING:
    from rucn.model.records import Tie


def _region(tie: Tie) -> Said:
    return mark(tie["region_name"] or say(Mark.NOT_STATED), Mark.INFERRED, "region" in tie["inferred"])


def _place(tie: Tie) -> Said:
    return date_words(tie["place"], "place" in tie["inferred"])


VIEW: View[Tie] = View(
    lambda added: "Tie",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Tie", lambda one: one["name"]),
        Column("Kind", lambda one: as_words(one["kind"])),
        region_column(_region),
        Column("Period", lambda one: one["period_as_stated"] or ""),
        Column("Place", _place),
        quote_column(lambda one: one["said_by"], lambda one: [one["quote"]], lambda one: one["quote_kind"]),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Tie", lambda one: one["name"]),
        ("Kind", lambda one: as_words(one["kind"])),
        ("Region", lambda one: place(one["region_name"], one["region"], inferred="region" in one["inferred"])),
        ("Period", lambda one: with_words(one["period"], one["period_as_stated"])),
        ("Place", _place),
        ("Inferred", lambda one: context_words(one["inferred"])),
    ],
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["id"]),
    spans=lambda one, background: spans_of(background.quote["text"], [one["evidence"]]),
)
