"""What the profile of an official is made of; `rucn.render.terminal.pages` sets it as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.views.view import Tip, View

if TYPE_CHECKING:
    from rucn.model.records import Quote


VIEW: View[Quote] = View(
    lambda added: "OfficialProfile",
    tip=Tip("rucn show {} shows what is stated in it", lambda one: one["id"]),
    parts={"official": "official", "quotes": "quote", "figures": "figure", "projects": "project", "ties": "tie"},
)
