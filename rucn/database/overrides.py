"""The names that got no code, as a table for a person; and the table that comes back with codes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from rucn.model.errors import UsageError, printable
from rucn.model.tables import SAMPLE
from rucn.names import find_place
from rucn.names.codes import region_of_code
from rucn.names.column import MOST_LEFT, NO_REGION, Column, Overrides, in_one_text
from rucn.tables.columns import position_of
from rucn.tables.separated import MARK, SeparatedTable

LEFT_COLUMNS = ("query", "parent", "rows", "match", "code", "suggestions")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_left(column: Column, write: Callable[[str], object]) -> str | None:
    """Writes the names that got no code as a table for a person to fill in; gives a remark where some are left out."""
    write(MARK + _csv_line(LEFT_COLUMNS))
    for left in column.names_left():
        near = in_one_text(left.candidates)
        write(
            _csv_line([_no_formula(left.query), _no_formula(left.parent or ""), str(left.rows), left.match, "", near])
        )
    unlisted = column.rows_unlisted
    beyond = f"their names are beyond the first {MOST_LEFT:,}, or longer than any name"
    return f"{unlisted:,} rows without a code are not listed: {beyond}" if unlisted else None


def read_overrides(path: Path, encoding: str | None = None) -> Overrides:
    """A person's codes from a table with the columns `query` and `code`, and `parent` if they need one.

    A code is one of ISO 3166-2 or a region's name, `-` for what is no region; a row without one says nothing.

    Raises:
        UsageError: The file cannot be read, has no such columns, or a code is none.
    """
    name = printable(str(path), 120)
    try:
        file = io.BufferedReader(io.FileIO(path), SAMPLE)
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from None
    found: dict[tuple[str, str | None], str | None] = {}
    with file:
        records = iter(SeparatedTable(file, name, encoding, wanted=("query", "code")))
        header = next((record.cells for record in records if record.cells), [])
        query, code = position_of("query", header), position_of("code", header)
        parent = position_of("parent", header) if "parent" in header else None
        for record in records:
            cells = [*record.cells, *[""] * (len(header) - len(record.cells))]
            written = cells[code].strip()
            if written:
                where = _plain(cells[parent]) if parent is not None else ""
                found[_plain(cells[query]), where or None] = code_of(written, name)
    return found


def code_of(written: str, name: str) -> str | None:
    """The region's code that a person writes; None for what is no region. `name` is what holds it, for messages."""
    if written == NO_REGION:
        return None
    regions = region_of_code(written, ("iso",))
    sure = regions[0] if len(regions) == 1 else find_place(written).sure
    if sure is None or sure.kind != "region":
        raise UsageError(f"“{printable(written)}” in {name} is no region; write a code such as RU-IRK, or - for none")
    return sure.key


def _no_formula(value: str) -> str:
    """A value that a spreadsheet takes for text."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def _plain(value: str) -> str:
    return value[1:] if value.startswith("'") and value[1:].startswith(_FORMULA) else value


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
