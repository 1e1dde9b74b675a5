"""What the profile of a region is made of; `rucn.render.terminal.pages` sets it as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.render.views.view import Tip, View

if TYPE_CHECKING:
    from rucn.model.records import Quote


VIEW: View[Quote] = View(
    lambda added: "ConvertedRegionProfile" if added.converted else "RegionProfile",
    tip=Tip("rucn show {} shows what is stated in it", lambda one: one["id"]),
    parts={
        "region": "region",
        "trade": "trade_row",
        "figures": "figure",
        "projects": "project",
        "ties": "tie",
        "officials": "official",
        "quotes": "quote",
        "references": "reference",
        "project_events": "project_event",
    },
)
