"""Rows of the older form, which tell doubts in notes and name neither what is inferred nor the project of a figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rucn.model.currencies import leaves_open

# How a note begins that tells a doubt.
DOUBT = "Doubt:"
Row = dict[str, Any]


def complete(tables: Mapping[str, list[Row]]) -> None:
    """Gives rows of the older form the fields that they lack, so that all that read them know one form.

    Values of a wrong type are left as they are, for the checks to name.
    """
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
