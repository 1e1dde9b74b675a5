"""A terminal as formats for programs are written to it: nothing goes there that it would act on."""

from __future__ import annotations

import io
from typing import TextIO

from rucn.model.controls import ESCAPES, JSON_ESCAPES


class Guard(io.TextIOBase):
    """Writes to a terminal, with escapes for what it would act on; in JSON those that JSON has."""

    def __init__(self, stream: TextIO, as_json: bool) -> None:
        self._stream = stream
        self._escapes = JSON_ESCAPES if as_json else ESCAPES

    def write(self, text: str) -> int:
        """Writes a text and returns its length."""
        self._stream.write(text.translate(self._escapes))
        return len(text)

    def flush(self) -> None:
        """Sends on what is written."""
        self._stream.flush()
