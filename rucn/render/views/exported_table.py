"""How the tables of an export are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.views.view import Column, View

if TYPE_CHECKING:
    from rucn.model.records import ExportedTable


VIEW: View[ExportedTable] = View(
    lambda added: "ExportedTable",
    columns=lambda added: [
        Column("Table", lambda one: one["table"], whole=True, style="id"),
        Column("Rows", lambda one: str(one["rows"]), whole=True, right=True),
    ],
)
