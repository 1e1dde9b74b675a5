"""Rows of the older forms: an office belongs to its official; of the first, a doubt stands in a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rucn.model.currencies import leaves_open

# How a note begins that tells a doubt.
DOUBT = "Doubt:"
# What stands in the row of an official in the older forms, and belongs to the quotes since.
OFFICE = ("role", "acting", "region")
# Between these all speech stood in a document, of which every passage was a quote.
SPEECH = "«»"
Row = dict[str, Any]


def is_older(tables: Mapping[str, list[Row]]) -> bool:
    """Whether rows are of an older form."""
    return any(field in row for row in tables.get("officials", []) for field in OFFICE)


def renew(tables: Mapping[str, list[Row]]) -> None:
    """Brings rows of an older form into the present one, so that all that read them know one form.

    Nothing that they say is lost. Values of a wrong type are left as they are, for the checks to name.
    """
    _name_doubts_and_context(tables)
    officials = {str(row.get("id")): row for row in tables.get("officials", [])}
    offices = {key: {field: row.pop(field) for field in OFFICE if field in row} for key, row in officials.items()}
    for row in tables.get("quotes", []):
        office = offices.get(str(row.get("official")), {})
        of_quotes = {"kind": "direct", "institution": None, **office, "reviewed": True, "inferred": []}
        row.update({field: value for field, value in of_quotes.items() if field not in row})
    for row in tables.get("sources", []):
        row.setdefault("marks", SPEECH)
    for table in ("figures", "projects", "ties"):
        for row in tables.get(table, []):
            row.setdefault("reviewed", True)


def _name_doubts_and_context(tables: Mapping[str, list[Row]]) -> None:
    """Gives rows of the first form fields of their own for doubts, what is inferred, and what figures are of."""
    mentions = {str(row.get("id")): row.get("mentions") for row in tables.get("quotes", [])}
    projects: dict[str, list[Row]] = {}
    for row in tables.get("ties", []):
        row.setdefault("inferred", [])
    for row in tables.get("projects", []):
        if "inferred" not in row:
            row["inferred"] = ["currency"] if _is_open(row, "currency") else []
        projects.setdefault(str(row.get("quote")), []).append(row)
    for row in tables.get("figures", []):
        if "doubt" not in row:
            row["note"], row["doubt"] = _apart(row.get("note"))
        if "project" not in row:
            row["project"] = _project_of(row, projects.get(str(row.get("quote")), []))
        if "inferred" not in row:
            named = mentions.get(str(row.get("quote")))
            by_office = row.get("region") is not None and isinstance(named, list) and row["region"] not in named
            row["inferred"] = [*(["region"] if by_office else []), *(["unit"] if _is_open(row, "unit") else [])]


def _is_open(row: Row, field: str) -> bool:
    """Whether the words of a row leave open whose its currency is."""
    return row.get(field) == "USD" and leaves_open(" ".join(_texts(row.get("evidence"))))


def doubt_in(note: str | None) -> str | None:
    """The doubt that a note tells; None where it tells none."""
    _, found, doubt = (note or "").partition(DOUBT)
    return doubt.strip() if found else None


def _apart(note: object) -> tuple[object, str | None]:
    """A note, and the doubt that stood at its end."""
    doubt = doubt_in(note) if isinstance(note, str) else None
    return (note, None) if doubt is None else (str(note).partition(DOUBT)[0].strip() or None, doubt)


def _project_of(figure: Row, projects: list[Row]) -> object:
    """The id of the project of a figure's quote in whose words those of the figure stand."""
    words = figure.get("evidence")
    if figure.get("scope") != "project" or not isinstance(words, str):
        return None
    shared = (row for row in projects if any(words in one or one in words for one in _texts(row.get("evidence"))))
    return next(shared, {}).get("id")


def _texts(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]
