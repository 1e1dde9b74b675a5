"""Puts rows of several databases and sources together as those of one dataset."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from rucn.store.dataset import REPORTED, SAME_PEOPLE
from rucn.store.people import join_officials

if TYPE_CHECKING:
    from rucn.model.rows import Tables

Row = dict[str, Any]
# The fields of each table of a source that hold ids of its own records.
IDS = {
    "officials": ("id",),
    "quotes": ("id", "official"),
    "figures": ("id", "quote", "project"),
    "projects": ("id", "quote"),
    "ties": ("id", "quote"),
    "other_numbers": ("id", "quote"),
}
# What belongs to the program, not to a source.
OF_PROGRAM = ("regions", "terms")


def with_program(tables: Tables, program: Tables) -> dict[str, list[Row]]:
    """The tables of a source as those of a whole database: with the regions of the program, and its terms too.

    A source may lack what it has no rows of. Its own terms stand before those of the program, in place of the same.
    """
    from rucn.model.rows import TABLES

    found = {name: list(tables.get(name, ())) for name in (*TABLES, *tables)}
    return {**found, "regions": program["regions"], "terms": _terms([found["terms"], program["terms"]])}


def named(tables: Tables, name: str) -> dict[str, list[Row]]:
    """The tables of a source with ids that begin with its name, as `harbin-2019/f03`; it is called by that itself."""
    own = {row["id"]: row["name"] for row in tables["projects"]}

    def renamed(row: Row, fields: Collection[str]) -> Row:
        return {**row, **{field: f"{name}/{row[field]}" for field in fields if row[field] is not None}}

    found = {table: [renamed(row, fields) for row in tables[table]] for table, fields in IDS.items()}
    found["quotes"] = [{**row, "source": name} for row in found["quotes"]]
    reported = [
        renamed(row, ("id", "project") if own.get(row["project"], "") == row["project_name"] else ("id",))
        for row in tables.get(REPORTED, ())
    ]
    sources = [{**row, "id": name} for row in tables["sources"]]
    return {**tables, **found, "sources": sources, REPORTED: reported}


def join(parts: Iterable[Tables]) -> dict[str, list[Row]]:
    """The rows of several databases and sources together, in order; a region or term is that of the first.

    A person is one official, by the id of the first.
    """
    from rucn.model.rows import TABLES

    listed = list(parts)
    found = {name: [row for part in listed for row in part.get(name, ())] for name in (*TABLES, REPORTED)}
    regions = {row["code"]: row for row in reversed(found["regions"])}
    found["regions"] = [regions[code] for code in dict.fromkeys(row["code"] for row in found["regions"])]
    found["terms"] = _terms(part["terms"] for part in listed)
    found["officials"], same = join_officials(listed)
    found["quotes"] = [{**row, "official": same.get(row["official"], row["official"])} for row in found["quotes"]]
    found[SAME_PEOPLE] = [{"id": key, "person": person} for key, person in same.items()]
    return found


def ids_of(tables: Tables) -> list[str]:
    """The ids of all records but regions and terms."""
    return [row["id"] for name, rows in tables.items() if name not in OF_PROGRAM for row in rows]


def _terms(several: Iterable[Iterable[Row]]) -> list[Row]:
    """Terms, of several for the same the first; one that stands twice in one place stays, for the checks to name."""
    found: list[Row] = []
    known: set[tuple[object, object]] = set()
    for terms in several:
        found += (new := [row for row in terms if _term(row) not in known])
        known.update(map(_term, new))
    return found


def _term(row: Row) -> tuple[object, object]:
    return str(row.get("vocabulary")), str(row.get("code"))
