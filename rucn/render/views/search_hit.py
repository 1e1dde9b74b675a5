"""How what was found is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import DOUBTED, as_words
from rucn.render.answer import Added
from rucn.render.said import Mark
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import LEGENDS

if TYPE_CHECKING:
    from rucn.model.records import SearchHit


def _legends(hits: Sequence[SearchHit], added: Added, printed: bool) -> list[str]:
    """What the mark means that stands in the name of a figure that is doubted."""
    doubted = any(one["kind"] == "figure" and DOUBTED in one["name"] for one in hits)
    return [LEGENDS[Mark.DOUBTED]] if doubted else []


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
    legends=_legends,
    tip=Tip("rucn show {} shows it whole", lambda one: one["id"]),
)
