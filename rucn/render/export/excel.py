"""An Excel workbook: a sheet a kind of record. No text in it is a formula."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from rucn.model.controls import ESCAPES
from rucn.model.errors import UsageError
from rucn.render.answer import Record
from rucn.render.cells import cell
from rucn.render.data import FORMULA
from rucn.render.export.columns import columns_of
from rucn.render.fields import value_at

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# What Excel can hold: characters of a cell, in UTF-16, and rows of a sheet.
LONGEST, MOST_ROWS = 32_767, 1_048_576
# No file of XML may have these. Excel reads `_x0041_` as a character that is written so.
_ESCAPES = {**ESCAPES, 0xFFFE: "\\ufffe", 0xFFFF: "\\uffff", **{code: f"\\u{code:x}" for code in range(0xD800, 0xE000)}}
_READ_AS_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# A workbook and the files in it have dates, which would make two of the same records differ.
_NO_TIME = datetime(1980, 1, 1)


class _Undated(ZipFile):
    """An archive whose files have no times of their own."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *arguments: Any, **named: Any) -> None:
        super().writestr(_without_time(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *arguments: Any, **named: Any) -> None:
        with Path(filename).open("rb") as file, self.open(_without_time(arcname), "w", force_zip64=True) as inside:
            shutil.copyfileobj(file, inside)


def write_excel(file: BinaryIO, tables: Mapping[str, Iterable[Record]]) -> int:
    """Writes a workbook; gives how many texts are cut since Excel has no room for them.

    Raises:
        UsageError: There is no openpyxl, or more records than a sheet has rows.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.writer.excel import ExcelWriter
    except ImportError:
        raise UsageError("Excel needs the extra: pip install 'rucn[export]'; .sqlite and .csv need none") from None
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _NO_TIME
    try:
        cut = sum(_write_sheet(book.create_sheet(kind), kind, records) for kind, records in tables.items())
    except BaseException:
        for sheet in book.worksheets:
            # Left open, they would be closed with the program, and complain.
            with suppress(Exception):
                sheet.close()
        raise
    ExcelWriter(book, _Undated(file, "w", ZIP_DEFLATED)).save()
    return cut


def _write_sheet(sheet: WriteOnlyWorksheet, kind: str, records: Iterable[Record]) -> int:
    """Writes the records of a kind, and gives how many texts are cut."""
    columns = columns_of(kind)
    sheet.freeze_panes = "A2"
    sheet.append([column.name for column in columns])
    cut = 0
    for number, record in enumerate(records, start=2):
        if number > MOST_ROWS:
            raise UsageError(f"a sheet of Excel ends at {MOST_ROWS:,} rows, and there are more of {kind}; use .sqlite")
        row: list[object] = []
        for column in columns:
            value = value_at(record, column.name)
            if value is None or isinstance(value, (int, float)):
                row.append(value)
            else:
                text, is_cut = _fitted(cell(value))
                row.append(_text_cell(sheet, text))
                cut += is_cut
        sheet.append(row)
    return cut


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> object:
    """A cell that stays text, also when it is edited, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet, text)
    made.data_type = "s"
    if text.lstrip(" ").startswith(FORMULA):
        made.quotePrefix = True
    return made


def _fitted(text: str) -> tuple[str, bool]:
    """A text as Excel can hold it, and whether it is cut."""
    written = _READ_AS_ESCAPE.sub("_x005F_", text.translate(_ESCAPES))
    units = written.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return written, False
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…", True


def _without_time(name: str) -> ZipInfo:
    made = ZipInfo(name, _NO_TIME.timetuple()[:6])
    made.compress_type = ZIP_DEFLATED
    return made
