"""A value of JSON in one cell of a table."""

from __future__ import annotations


def cell(value: object) -> str:
    """A value in one cell: lists joined by `;`, objects by blanks, null empty, true and false as in JSON."""
    # Most are text.
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(map(cell, value))
    return " ".join(map(cell, value.values())) if isinstance(value, dict) else str(value)
