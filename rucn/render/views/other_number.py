"""How numbers that are no figures are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.views.view import View
from rucn.render.wording import offsets

if TYPE_CHECKING:
    from rucn.model.records import OtherNumber


VIEW: View[OtherNumber] = View(
    lambda added: "OtherNumber",
    details=[
        ("ID", lambda one: one["id"]),
        ("Words", lambda one: one["evidence"]),
        ("Reason", lambda one: one["reason"]),
        ("Stands at", lambda one: offsets(one["start"], one["end"], one["quote"])),
    ],
    spans=lambda one, background: [(one["start"], one["end"])],
)
