"""How what was found is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import as_words
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import doubt_legends

if TYPE_CHECKING:
    from rucn.model.records import SearchHit


VIEW: View[SearchHit] = View(
    lambda added: "SearchHit",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Kind", lambda one: as_words(one["kind"]), whole=True),
        Column("Name", lambda one: one["name"], searched=True),
        Column("Words", lambda one: one["excerpt"], searched=True, excerpt=True),
        Column("Found by", lambda one: one["found_by"], extra=1),
        Column("Score", lambda one: str(one["score"]), whole=True, right=True),
    ],
    legends=lambda hits, added, printed: doubt_legends(one["name"] for one in hits if one["kind"] == "figure"),
    tip=Tip("rucn show {} shows it whole", lambda one: one["id"]),
)
