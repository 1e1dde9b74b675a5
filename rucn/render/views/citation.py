"""How citations are shown in a list of details; alone they are printed as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.views.view import View

if TYPE_CHECKING:
    from rucn.model.records import Citation


VIEW: View[Citation] = View(
    lambda added: "Citation",
    details=[
        ("ID", lambda one: one["id"]),
        ("Style", lambda one: one["style"]),
        ("Citation", lambda one: one["citation"]),
        ("Address", lambda one: one["address"]),
    ],
)
