"""A sheet of an Excel file: a column is read, and columns are added after the last."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rucn.model.errors import UsageError, printable

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

EXTRA = "rucn[export]"


class Workbook:
    """An Excel file, held in memory as a whole.

    Args:
        path: The file.
        sheet: The name of the sheet; the one that is shown first unless it is named.

    Raises:
        UsageError: It cannot be read, has no such sheet, or what reads it is not installed.
    """

    def __init__(self, path: Path, sheet: str | None) -> None:
        try:
            from openpyxl import load_workbook
            from openpyxl.utils.exceptions import InvalidFileException
        except ImportError:
            raise UsageError(f"Excel files need openpyxl: install {EXTRA}") from None
        shown = printable(str(path), 120)
        try:
            self._book = load_workbook(path, keep_vba=path.suffix.lower() == ".xlsm")
        except OSError as error:
            raise UsageError(f"{shown} cannot be read: {error.strerror or error}") from None
        except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as error:
            raise UsageError(f"{shown} is no Excel file that can be read: {printable(str(error), 120)}") from None
        names = self._book.sheetnames
        if sheet is not None and sheet not in names:
            listed = ", ".join(printable(name) for name in names)
            raise UsageError(f"{shown} has no sheet “{printable(sheet)}”; there are {listed}")
        self._sheet = self._book[sheet] if sheet is not None else self._book.worksheets[0]
        self.sheet = self._sheet.title

    def __iter__(self) -> Iterator[list[str]]:
        """The cells of each row as texts."""
        for row in self._sheet.iter_rows():
            yield [_text(cell) for cell in row]

    def add(self, number: int, values: Sequence[object]) -> None:
        """Writes values into a row (counted from 1), after the last column that the sheet had."""
        for at, value in enumerate(values, self._width + 1):
            cell = self._sheet.cell(number, at)
            cell.value = value
            if isinstance(value, str):
                # What begins like a formula is text all the same.
                cell.data_type = "s"

    def save(self, file: BinaryIO) -> None:
        """Writes the whole file."""
        self._book.save(file)

    @property
    def _width(self) -> int:
        if not hasattr(self, "_columns"):
            self._columns: int = self._sheet.max_column
        return self._columns


def _text(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
