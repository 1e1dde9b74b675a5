"""How quotes are shown in a table; `rucn.render.terminal.pages` sets them as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.answer import Span
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import attributed, list_words

if TYPE_CHECKING:
    from rucn.model.background import Background
    from rucn.model.records import Quote


def _spans(quote: Quote, background: Background) -> list[Span]:
    """Where the words of its figures stand."""
    return [(figure["start"], figure["end"]) for figure in background.figures]


VIEW: View[Quote] = View(
    lambda added: "Quote",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Said by", lambda one: attributed(one["said_by"], one["kind"])),
        Column("Title as stated", lambda one: one["title"] or ""),
        Column("Section", lambda one: one["section"] or "", extra=1),
        Column("Topics", lambda one: list_words(one["topics"]), extra=1),
        Column("Text", lambda one: one["text"]),
    ],
    tip=Tip("rucn show {} shows what is stated in it", lambda one: one["id"]),
    spans=_spans,
)
