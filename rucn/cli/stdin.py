"""Reads names from standard input, one a line, as they come."""

import os
import stat
import sys
from collections.abc import Iterator

from rucn.model.errors import UsageError

BYTE_ORDER_MARK = "\ufeff"


class Names(Iterator[str]):
    """The lines of standard input without their ends; `read` of `size` bytes are taken so far.

    `size` is None where it is not known: of a pipe, whose lines may come one by one and are to be answered at once.
    Raises UsageError where there is nothing to read from.
    """

    def __init__(self) -> None:
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageError("there are no names: give some, or write them to standard input, one a line")
        self._lines = sys.stdin.buffer
        self.read = 0
        status = os.fstat(self._lines.fileno())
        self.size = status.st_size if stat.S_ISREG(status.st_mode) else None

    def __next__(self) -> str:
        try:
            line = self._lines.readline()
        except OSError as error:
            raise UsageError(f"standard input cannot be read: {error.strerror}") from None
        if not line:
            raise StopIteration
        first = self.read == 0
        self.read += len(line)
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        return text.removeprefix(BYTE_ORDER_MARK) if first else text
