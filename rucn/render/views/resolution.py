"""How names and what they mean are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.views.view import Column, View

if TYPE_CHECKING:
    from rucn.model.records import Resolution


VIEW: View[Resolution] = View(
    lambda added: "Resolution",
    columns=lambda added: [
        Column("Written", lambda one: one["query"]),
        Column("Code", lambda one: one["code"] or "", whole=True, style="id"),
        Column("Name", lambda one: one["name"] or ""),
        Column("Kind", lambda one: one["kind"] or "", whole=True),
        Column("Match", lambda one: one["match"], whole=True),
        Column("Score", lambda one: str(one["score"]), whole=True, right=True),
        Column("Candidates", lambda one: "; ".join(f"{near['name']} ({near['code']})" for near in one["candidates"])),
    ],
)
