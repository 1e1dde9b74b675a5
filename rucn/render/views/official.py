"""How officials are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import as_words
from rucn.render.said import Said, join, say
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import date_words, place

if TYPE_CHECKING:
    from rucn.model.records import Official


def titles(official: Official) -> str:
    """The titles as stated, in one line."""
    return "; ".join(official["titles"])


def titles_in(official: Official, region: str) -> str:
    """The titles of the offices in a region, given its code, in one line."""
    return "; ".join(dict.fromkeys(one["title"] or "" for one in official["offices"] if one["region"] == region))


def other_names(official: Official) -> list[str]:
    """The names in other scripts."""
    return [name for name in (official["names"]["ru"], official["names"]["zh"]) if name]


def _region(official: Official) -> Said:
    return date_words(official["region_name"] or "not stated", _is_inferred(official))


def _is_inferred(official: Official) -> bool:
    """Whether only the context gives the region of the latest office."""
    return any("region" in office["inferred"] for office in official["offices"][-1:])


def _office(official: Official) -> str:
    """The role, and that it is acted in."""
    role = as_words(official["role"]) if official["role"] else "another"
    return role + (", acting" if official["acting"] else "")


def offices(official: Official) -> list[Said]:
    """The offices in order of time, each with the date and the id of its source; nothing where there is but one."""
    if len({(one["role"], one["acting"], one["region"]) for one in official["offices"]}) < 2:
        return []
    return [
        say(
            join(", ", [one["title"] or "title not stated", date_words(one["date"], "date" in one["inferred"])]),
            f" ({one['source']})",
        )
        for one in official["offices"]
    ]


VIEW: View[Official] = View(
    lambda added: "Official",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Official", lambda one: one["name"]),
        Column("Russian, Chinese", lambda one: ", ".join(other_names(one))),
        Column("Title as stated", titles),
        Column("Role", _office, extra=1),
        Column("Region", _region, extra=2, known=lambda one: str(_region(one))),
        Column("Quotes", lambda one: " ".join(one["quotes"]), style="id"),
        Column("Note", lambda one: one["note"] or "", extra=3),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Official", lambda one: one["name"]),
        ("Names", lambda one: ", ".join(filter(None, (one["names"]["en"], *other_names(one))))),
        ("Titles as stated", titles),
        ("Role", _office),
        ("Region", lambda one: place(one["region_name"], one["region"], inferred=_is_inferred(one))),
        ("Offices", lambda one: join("; ", offices(one))),
        ("Quotes", lambda one: ", ".join(one["quotes"])),
        ("Note", lambda one: one["note"] or ""),
    ],
    tip=Tip("rucn official {} shows what was said", lambda one: one["id"]),
)
