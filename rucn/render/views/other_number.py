"""How numbers that are no figures are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.answer import Added
from rucn.render.views.view import View
from rucn.render.wording import offsets

if TYPE_CHECKING:
    from rucn.model.records import OtherNumber


def record_type(added: Added) -> type:
    """The type of the records."""
    from rucn.model.records import OtherNumber

    return OtherNumber


VIEW: View[OtherNumber] = View(
    record_type,
    details=[
        ("ID", lambda one: one["id"]),
        ("Words", lambda one: one["evidence"]),
        ("Reason", lambda one: one["reason"]),
        ("Stands at", lambda one: offsets(one["start"], one["end"], one["quote"])),
    ],
    spans=lambda one, background: [(one["start"], one["end"])],
)
