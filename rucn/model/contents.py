"""Reads the content of a file once and whole: of a file, not of a pipe or device, and of none that has no end."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 2**28


class UnreadableError(Exception):
    """A file cannot be read; the text says why, after the name of the file: `is not a file`."""


def content_of(path: Path) -> bytes:
    """The content of a file.

    Raises:
        FileNotFoundError: There is none.
        UnreadableError: It cannot be read, is no file, or is larger than any file that the program reads.
    """
    try:
        # What is opened is what is looked at and read, though another file may take its name meanwhile. A pipe that
        # nobody writes to does not keep the program waiting.
        opened = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        try:
            return _content(opened)
        finally:
            os.close(opened)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}") from None
    except ValueError:
        raise UnreadableError("cannot be read: no file has such a name") from None
    except MemoryError:
        raise UnreadableError("is too large for the memory that there is") from None


def _content(opened: int) -> bytes:
    status = os.fstat(opened)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("is not a file")
    if status.st_size > LARGEST_FILE:
        raise UnreadableError(f"is larger than {LARGEST_FILE >> 20} MB")
    with open(opened, "rb", buffering=0, closefd=False) as file:
        return file.readall()
