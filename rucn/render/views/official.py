"""How officials are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import as_words
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import place

if TYPE_CHECKING:
    from rucn.model.records import Official


def titles(official: Official) -> str:
    """The titles as stated, in one line."""
    return "; ".join(official["titles"])


def other_names(official: Official) -> list[str]:
    """The names in other scripts."""
    return [name for name in (official["names"]["ru"], official["names"]["zh"]) if name]


def _region(official: Official) -> str:
    return official["region_name"] or "not stated"


def _office(official: Official) -> str:
    """The role, and that it is acted in."""
    return as_words(official["role"]) + (", acting" if official["acting"] else "")


VIEW: View[Official] = View(
    lambda added: "Official",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Official", lambda one: one["name"]),
        Column("Russian, Chinese", lambda one: ", ".join(other_names(one))),
        Column("Title as stated", titles),
        Column("Role", _office, extra=1),
        Column("Region", _region, extra=2, known=_region),
        Column("Quotes", lambda one: " ".join(one["quotes"]), style="id"),
        Column("Note", lambda one: one["note"] or "", extra=3),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Official", lambda one: one["name"]),
        ("Names", lambda one: ", ".join(filter(None, (one["names"]["en"], *other_names(one))))),
        ("Titles as stated", titles),
        ("Role", _office),
        ("Region", lambda one: place(one["region_name"], one["region"])),
        ("Quotes", lambda one: ", ".join(one["quotes"])),
        ("Note", lambda one: one["note"] or ""),
    ],
    tip=Tip("rucn official {} shows what was said", lambda one: one["id"]),
)
