"""How problems of a database are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.views.view import Column, View

if TYPE_CHECKING:
    from rucn.model.records import Problem


VIEW: View[Problem] = View(
    lambda added: "Problem",
    columns=lambda added: [
        Column("Record", lambda one: one["record"], whole=True, style="id"),
        Column("Field", lambda one: one["field"]),
        Column("Problem", lambda one: one["message"]),
    ],
)
