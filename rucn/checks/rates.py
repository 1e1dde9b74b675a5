"""Whether the table of rates beside a database is sound: periods, days of publication, rates above zero."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.model.errors import DatabaseError, printable
from rucn.model.periods import months
from rucn.store.rates import columns_of, is_rate, lines_of

if TYPE_CHECKING:
    from rucn.model.records import Problem


def rates_file_problems(content: bytes, path: Path) -> Iterator[Problem]:
    """Every problem of a table of rates; raises DatabaseError where it is no such table."""
    try:
        first, *lines = lines_of(content) or [""]
    except ValueError as error:
        raise DatabaseError(f"{printable(str(path), 120)} cannot be read: {error}") from None
    columns = columns_of(first, path)
    seen: set[str] = set()
    for line in lines:
        period, *cells = line.split("\t")
        record = f"{path.name}, {printable(period) or 'an empty line'}"
        if months(period) is None or period in seen:
            yield {"record": record, "field": "period", "message": "it is no period, or stands twice"}
        seen.add(period)
        if len(cells) != len(columns):
            yield {"record": record, "field": "", "message": f"it has {len(cells)} cells, not {len(columns)}"}
            continue
        for column, cell in zip(columns, cells, strict=True):
            if not is_rate(cell) or (column == columns[0] and not cell):
                what = "number of days" if column == columns[0] else "rate of exchange"
                yield {"record": record, "field": column, "message": f"“{printable(cell)}” is no {what}"}
