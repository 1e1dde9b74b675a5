"""A column of a table, resolved: the table comes back with more columns, and all else as it was."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rucn.model.errors import UsageError, printable
from rucn.names.column import MOST_COUNTED, Column, Rules, remember
from rucn.tables.columns import names_of_added, position_of
from rucn.tables.separated import Form, Record, SeparatedTable, added, cells_written, writable

GUESSES = ("layout", "prefix", "fuzzy")


class Request(NamedTuple):
    """What is to be done with a table.

    Attributes:
        column: The column of names, by its name, or by its number counted from 1.
        parent: The column that says where these are; None for none.
        fields: What is added.
        rules: How the names are to be read.
        has_header: Whether the first record names the columns.
    """

    column: str
    parent: str | None
    fields: tuple[str, ...]
    rules: Rules
    has_header: bool = True


class ResolvedTable:
    """A table whose column is resolved while it is read; `column` counts what became of the names."""

    def __init__(self, request: Request) -> None:
        self.column = Column(request.rules)
        self._request = request

    def separated(
        self,
        file: io.BufferedReader[Any],
        name: str,
        *,
        encoding: str | None,
        delimiter: str | None,
        wanted: Sequence[str],
        quoted: bool,
        note: Callable[[str], None],
    ) -> tuple[Form, Iterator[bytes]]:
        """How a table is written, and its records with more columns, as they are read."""
        table = SeparatedTable(file, name, encoding, delimiter, wanted, quoted)
        records = iter(table)
        first = next((record for record in records if record.cells), None)
        if first is None:
            raise UsageError(f"{name} is empty")
        at, names = self._columns(first.cells)
        return table.form, self._written(first, records, at, names, table.form, note)

    def _written(
        self,
        first: Record,
        records: Iterator[Record],
        at: tuple[int, int | None],
        names: list[str],
        form: Form,
        note: Callable[[str], None],
    ) -> Iterator[bytes]:
        width, is_uneven = len(first.cells), False
        write = self._cells_written(form)
        header = cells_written(names, form) if self._request.has_header else write(*self._names_in(first.cells, at))
        yield added(first, header, form, width)
        for record in records:
            if not record.cells:
                yield (record.written + record.end).encode(form.encoding)
                continue
            if len(record.cells) != width and not is_uneven:
                is_uneven = True
                note(
                    f"row {self.column.rows + 1} has {len(record.cells)} cells, and the first {width};"
                    " short rows are filled up, and in longer ones the added columns come last"
                )
            yield added(record, write(*self._names_in(record.cells, at)), form, width)

    def _cells_written(self, form: Form) -> Callable[[str, str | None], str]:
        """What counts a name and writes what is added to its row; that is worked out once for names that repeat."""
        fields, encoded = self._request.fields, writable(form)

        @remember
        def write(name: str, parent: str | None) -> str:
            values = self.column.values(fields, name, parent)
            return cells_written(("" if value is None else encoded(str(value)) for value in values), form)

        def count_and_write(name: str, parent: str | None) -> str:
            self.column.count(name, parent)
            return write(name, parent)

        return count_and_write

    def workbook(self, path: Path, sheet: str | None, note: Callable[[str], None]) -> Iterator[bytes]:
        """The content of an Excel file with more columns, at one stroke."""
        from rucn.tables.workbook import Workbook

        book = Workbook(path, sheet)
        rows = enumerate(book, 1)
        number, header = next(((number, cells) for number, cells in rows if any(cells)), (0, []))
        if not header:
            raise UsageError(f"sheet “{printable(book.sheet)}” is empty")
        at, names = self._columns(header)
        note(f"sheet “{printable(book.sheet)}” is read; formulas are worked out anew when the file is opened")
        book.add(number, names if self._request.has_header else self._values(header, at))
        for number, cells in rows:
            if any(cells):
                book.add(number, self._values(cells, at))
        content = io.BytesIO()
        book.save(content)
        yield content.getvalue()

    def _values(self, cells: Sequence[str], at: tuple[int, int | None]) -> list[object]:
        """What is added to a row."""
        name, parent = self._names_in(cells, at)
        self.column.count(name, parent)
        return self.column.values(self._request.fields, name, parent)

    @staticmethod
    def _names_in(cells: Sequence[str], at: tuple[int, int | None]) -> tuple[str, str | None]:
        """The name in a row, and where it says that this is."""
        name_at, parent_at = at
        name = cells[name_at] if name_at < len(cells) else ""
        return name, None if parent_at is None else cells[parent_at] if parent_at < len(cells) else ""

    def _columns(self, header: list[str]) -> tuple[tuple[int, int | None], list[str]]:
        """Where the names and their parents stand, and what the added columns are called."""
        request = self._request
        at = position_of(request.column, header, request.has_header)
        parent = None if request.parent is None else position_of(request.parent, header, request.has_header)
        return (at, parent), names_of_added(request.fields, header if request.has_header else ())

    def remarks(self, name: str, lists_left: bool) -> list[str]:
        """How many names of a table were resolved, and what a person should look at."""
        column = self.column
        count = f"more than {MOST_COUNTED:,}" if column.distinct > MOST_COUNTED else f"{column.distinct:,}"
        found, left = column.found.total(), column.left.total()
        ways = ", ".join(f"{how} {rows:,}" for how, rows in column.found.most_common())
        unread = column.left.total() - column.left["ambiguous"] - column.left["none"]
        parts = [
            f"{found:,} resolved" + (f" ({ways})" if ways else ""),
            f"{column.left['ambiguous']:,} ambiguous",
            f"{column.left['none']:,} refused",
            *([f"{unread:,} left out by --match or --min-score"] if unread else []),
            *([f"{column.empty:,} empty"] if column.empty else []),
        ]
        rows, names = _counted(column.rows, "row"), f"{count} distinct name{'s' * (column.distinct != 1)}"
        said = [f"{name}: {rows}, {names}: {', '.join(parts)}"]
        guessed = sum(column.found[how] for how in GUESSES)
        if guessed:
            said.append(
                f"{guessed:,} resolved by a guess ({', '.join(how for how in GUESSES if column.found[how])}):"
                " look at them, or name the other ways with --match"
            )
        if left and not lists_left:
            said.append("`--unresolved FILE` lists the names without a code, with suggestions")
        return said


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"
