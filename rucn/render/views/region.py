"""How regions are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import as_words
from rucn.model.vocabulary import COUNTRIES
from rucn.render.views.view import Column, Tip, View

if TYPE_CHECKING:
    from rucn.model.records import Region


def names_line(region: Region) -> str:
    """The names of a region in other scripts, in one line."""
    return " · ".join(filter(None, (region["names"]["ru"], region["names"]["zh"])))


def kind_line(region: Region) -> str:
    """What a region is, and of which country."""
    return f"{as_words(region['kind'])} of {COUNTRIES[region['country']]}"


VIEW: View[Region] = View(
    lambda added: "Region",
    columns=lambda added: [
        Column("Code", lambda one: one["code"], whole=True, style="id"),
        Column("Region", lambda one: one["name"], known=lambda one: one["name"]),
        Column("Russian", lambda one: one["names"]["ru"] or ""),
        Column("Chinese", lambda one: one["names"]["zh"] or ""),
        Column("Kind", lambda one: as_words(one["kind"]), extra=1),
        Column("Capital", lambda one: one["capital"] or "", extra=1),
        Column("Quotes", lambda one: str(one["statements"] or ""), whole=True, right=True),
    ],
    details=[
        ("Region", lambda one: one["name"]),
        ("Code", lambda one: one["code"]),
        ("Names", lambda one: ", ".join(filter(None, (one["names"]["en"], one["names"]["ru"], one["names"]["zh"])))),
        ("Kind", kind_line),
        ("Capital", lambda one: one["capital"] or ""),
        ("Quotes", lambda one: str(one["statements"])),
    ],
    tip=Tip("rucn region {} shows what is said of it", lambda one: one["code"]),
)
