"""A table as text, one record after the other: what stands in a record is read, and its own writing is kept.

The module `csv` takes a record apart; the text that it took for that is written again as it was, with more cells.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from rucn.model.encodings import encoding_of
from rucn.model.errors import UsageError, printable
from rucn.model.tables import SAMPLE

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
# No cell is longer, and a quotation mark that is never closed would take all memory.
LONGEST_LINE = 1_000_000
LONGEST_CELL = 10_000_000
MARK = "\ufeff"
# What begins a text of these whose bytes stand the other way round.
_BIG_ENDIAN = {"utf-16": b"\xfe\xff", "utf-32": b"\0\0\xfe\xff"}


class Form(NamedTuple):
    """How a table is written: its encoding, what parts its cells, and whether quotation marks enclose them."""

    encoding: str
    delimiter: str
    quoted: bool = True

    def __str__(self) -> str:
        """For a note: `UTF-8, parted by semicolons`."""
        parted = DELIMITERS.get(self.delimiter) or f"“{printable(self.delimiter)}”"
        return f"{self.encoding.upper()}, parted by {parted}"


class Record(NamedTuple):
    """A record: its cells, and how it is written with the end of its line apart."""

    cells: list[str]
    written: str
    end: str


class SeparatedTable:
    """Reads the records of a table from a file or a pipe, as they come.

    Args:
        file: What is read; `peek` has to show what it begins with.
        name: What messages call it.
        encoding: What it is written in; UTF-8, or what a byte order mark says, unless it is named.
        delimiter: What parts the cells; told from the first records unless it is named.
        wanted: Names that the header has.
        quoted: Whether quotation marks enclose cells.

    Attributes:
        form: How the table is written.

    Raises:
        UsageError: The encoding is unknown, or the text is not in it; or a quotation mark is never closed.
    """

    def __init__(
        self,
        file: io.BufferedReader[Any],
        name: str,
        encoding: str | None = None,
        delimiter: str | None = None,
        wanted: Sequence[str] = (),
        quoted: bool = True,
    ) -> None:
        self._name = name
        beginning = file.peek(SAMPLE)[:SAMPLE]
        known = _exact(encoding_of(beginning, encoding), beginning)
        self._text = io.TextIOWrapper(file, known, newline="")
        sample = beginning.decode(known, "replace")
        self.form = Form(known, delimiter or _delimiter_of(sample.removeprefix(MARK), wanted, quoted), quoted)
        self._taken: list[str] = []
        self._line = 0

    def __iter__(self) -> Iterator[Record]:
        """The records in order; an empty line is a record without cells."""
        csv.field_size_limit(LONGEST_CELL)
        reader = _reader(self._lines(), self.form.delimiter, self.form.quoted)
        while True:
            first = self._line + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                raise self._unclosed(first) from None
            written = "".join(self._taken)
            self._taken.clear()
            bare = written.rstrip("\r\n")
            yield Record(cells, bare, written[len(bare) :])

    def _lines(self) -> Iterator[str]:
        """The lines, with their ends; each is kept until the record is whole."""
        while True:
            try:
                line = self._text.readline(LONGEST_LINE + 1)
            except UnicodeError:
                raise self._no_text() from None
            except OSError as error:
                raise UsageError(f"{self._name} cannot be read: {error.strerror}") from None
            if not line:
                if self._taken:
                    raise self._unclosed(self._line - len(self._taken) + 1)
                return
            self._line += 1
            if len(line) > LONGEST_LINE:
                raise UsageError(f"line {self._line} of {self._name} is too long for a table")
            self._taken.append(line)
            yield line.removeprefix(MARK) if self._line == 1 else line

    def _no_text(self) -> UsageError:
        where = f" after line {self._line}" if self._line else ""
        return UsageError(
            f"{self._name} is not text in {self.form.encoding.upper()}{where};"
            " --encoding names another, such as cp1251 or gb18030"
        )

    def _unclosed(self, line: int) -> UsageError:
        return UsageError(
            f"a quotation mark in line {line} of {self._name} is never closed; --no-quotes takes them as they stand"
        )


def cells_written(values: Iterable[str], form: Form) -> str:
    """Cells as they follow others in a record."""
    return "".join(form.delimiter + _cell(one, form) for one in values)


def added(record: Record, more: str, form: Form, width: int) -> bytes:
    """A record as it was written, with more cells at its end, after empty ones where it has less than the width."""
    missing = form.delimiter * (width - len(record.cells))
    return f"{record.written}{missing}{more}{record.end}".encode(form.encoding)


def writable(form: Form) -> Callable[[str], str]:
    """What writes a value in the encoding of a table: where that has no accents, without them."""

    def write(value: str) -> str:
        try:
            value.encode(form.encoding)
        except UnicodeError:
            import unicodedata

            plain = "".join(one for one in unicodedata.normalize("NFKD", value) if not unicodedata.combining(one))
            return plain.encode(form.encoding, "replace").decode(form.encoding)
        return value

    return write


def _cell(value: str, form: Form) -> str:
    if not form.quoted:
        return " ".join(value.replace(form.delimiter, " ").split())
    doubled = value.replace('"', '""')
    return f'"{doubled}"' if any(sign in value for sign in (form.delimiter, '"', "\r", "\n")) else value


def _exact(encoding: str, beginning: bytes) -> str:
    """The encoding by a name that says all of it, so that what is written is as what was read."""
    name = codecs.lookup(encoding).name
    if name in _BIG_ENDIAN:
        return f"{name}-be" if beginning.startswith(_BIG_ENDIAN[name]) else f"{name}-le"
    return "utf-8" if name == "utf-8-sig" else name


def _delimiter_of(sample: str, wanted: Sequence[str], quoted: bool) -> str:
    """What parts the cells: what gives most records as many cells as the header has, and it the names wanted."""
    lines = sample.splitlines(keepends=True)
    whole = lines[:-1] if len(lines) > 1 and not lines[-1].endswith(("\n", "\r")) else lines
    best, most = ",", (0, 0.0)
    for delimiter in DELIMITERS:
        records = [cells for cells in _reader(whole, delimiter, quoted) if cells]
        if records and len(records[0]) > 1:
            alike = sum(len(cells) == len(records[0]) for cells in records) / len(records)
            named = sum(name in records[0] for name in wanted)
            if (named, alike) > most:
                best, most = delimiter, (named, alike)
    return best


def _reader(lines: Iterable[str], delimiter: str, quoted: bool) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
