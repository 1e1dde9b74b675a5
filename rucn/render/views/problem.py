"""How problems of a database are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.answer import Added
from rucn.render.views.view import Column, View

if TYPE_CHECKING:
    from rucn.model.records import Problem


def record_type(added: Added) -> type:
    """The type of the records."""
    from rucn.model.records import Problem

    return Problem


VIEW: View[Problem] = View(
    record_type,
    columns=lambda added: [
        Column("Record", lambda one: one["record"], whole=True, style="cyan"),
        Column("Field", lambda one: one["field"]),
        Column("Problem", lambda one: one["message"]),
    ],
)
