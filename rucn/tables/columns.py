"""Which column is meant, and how added ones are called."""

from __future__ import annotations

from collections.abc import Sequence

from rucn.model.errors import UsageError, printable

MOST_LISTED = 20
# Before the name of an added column that the table has already.
OWN = "rucn_"


def position_of(column: str, header: Sequence[str], has_header: bool = True) -> int:
    """Where a column stands, counted from 0: by its name, in any case, or by its number, counted from 1.

    Raises:
        UsageError: There is no such column, or several have the name.
    """
    named = [at for at, name in enumerate(header) if name == column] if has_header else []
    plain = column.strip().casefold()
    named = named or [at for at, name in enumerate(header if has_header else ()) if name.strip().casefold() == plain]
    if len(named) > 1:
        numbers = " and ".join(str(at + 1) for at in named)
        raise UsageError(f"columns {numbers} are both called “{printable(column)}”; give the number of one")
    if named:
        return named[0]
    if column.isdecimal() and len(column) < 6 and 0 < int(column) <= len(header):
        return int(column) - 1
    if not has_header:
        raise UsageError(f"there is no column {printable(column)}: the first line has {len(header)} cells")
    listed = ", ".join(printable(name) for name in header[:MOST_LISTED] if name.strip())
    raise UsageError(f"there is no column “{printable(column)}”; there are {listed or 'none'}")


def names_of_added(wanted: Sequence[str], header: Sequence[str]) -> list[str]:
    """What the added columns are called: by their fields, unless the table has such a column."""
    taken = {name.strip().casefold() for name in header}
    names = []
    for field in wanted:
        name = field
        while name in taken:
            name = f"{OWN}{name}"
        taken.add(name)
        names.append(name)
    return names
