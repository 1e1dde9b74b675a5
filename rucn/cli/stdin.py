"""Reads names from standard input, one a line, as they come."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from rucn.model.encodings import encoding_of
from rucn.model.errors import UsageError

# No name is longer, and a text without line ends would take all memory.
LONGEST_LINE = 1_000_000
Line = TypeVar("Line", str, bytes)


class Names(Iterator[str]):
    """The lines of standard input without their ends; `read` of `size` bytes are taken so far.

    `size` is None where it is not known: of a pipe, whose lines may come one by one and are to be answered at once.

    Args:
        encoding: What they are written in; UTF-8, or what a byte order mark says, unless it is named.
        note: Called once where they are not.

    Raises:
        UsageError: There is nothing to read from, the encoding is unknown, or a line is too long.
    """

    def __init__(self, encoding: str | None, note: Callable[[str], None]) -> None:
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageError("there are no names: give some, or write them to standard input, one a line")
        self._raw = sys.stdin.buffer
        self._note = note
        self._number = 0
        self.read = 0
        status = os.fstat(self._raw.fileno())
        self.size = status.st_size if stat.S_ISREG(status.st_mode) else None
        self._encoding = encoding_of(b"", encoding) if encoding else ""
        self._lines: io.TextIOBase | None = None

    def __next__(self) -> str:
        try:
            line = self._line()
        except OSError as error:
            raise UsageError(f"standard input cannot be read: {error.strerror}") from None
        if not line:
            raise StopIteration
        return line.rstrip("\r\n")

    def _line(self) -> str:
        if not self._number:
            self._begin()
        self._number += 1
        if self._lines is not None:
            line = self._short(self._lines.readline(LONGEST_LINE + 1))
            self.read = self._raw.tell() if self.size else 0
            return self._told(line, "\ufffd" in line)
        raw = self._short(self._raw.readline(LONGEST_LINE + 1))
        self.read += len(raw)
        try:
            line = raw.decode(self._encoding)
            return self._told(line, "\0" in line)
        except UnicodeError:
            return self._told(raw.decode(self._encoding, "replace"), True)

    def _begin(self) -> None:
        """Finds out the encoding; where line ends are not the bytes of ASCII, the whole has to be decoded."""
        self._encoding = encoding_of(cast("io.BufferedReader", self._raw).peek(4), self._encoding or None)
        if self._encoding != "utf-8-sig" and "\n".encode(self._encoding) != b"\n":
            self._lines = io.TextIOWrapper(self._raw, self._encoding, errors="replace", newline="\n")

    def _short(self, line: Line) -> Line:
        if len(line) > LONGEST_LINE:
            raise UsageError(f"line {self._number} of standard input is too long for a name; write one a line")
        return line

    def _told(self, line: str, is_wrong: bool) -> str:
        if is_wrong:
            named = self._encoding.removesuffix("-sig").upper()
            self._note(
                f"line {self._number} of standard input is not text in {named}, and others may not be;"
                " --encoding names another, such as cp1251 or gb18030"
            )
            self._note = lambda remark: None
        return line
