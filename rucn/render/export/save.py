"""Writes all records to a file or folder, whose name says in what form."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.model.errors import UsageError, printable
from rucn.model.whole import replace_file
from rucn.render.answer import Record
from rucn.render.export.place import folder_beside, replace_folder

if TYPE_CHECKING:
    from rucn.model.records import ExportedTable

Tables = Mapping[str, Iterable[Record]]


def save_tables(path: Path, tables: Tables, excel: bool = False) -> tuple[list[ExportedTable], list[str]]:
    """Writes all records, whole or not at all.

    Args:
        path: A `.sqlite` or `.xlsx` file, or a `.csv` or `.parquet` folder.
        tables: The records by kind.
        excel: CSV is for spreadsheets.

    Returns:
        The tables written, and what has to be said of them.

    Raises:
        UsageError: The ending says no form, what the form needs is not installed, or something else stands there.
        OutputError: It cannot be written.
    """
    rows = dict.fromkeys(tables, 0)

    def counted(kind: str) -> Iterator[Record]:
        for record in tables[kind]:
            rows[kind] += 1
            yield record

    notes = form_of(path)(path, {kind: counted(kind) for kind in tables}, excel)
    return [{"table": kind, "rows": number} for kind, number in rows.items()], notes


def form_of(path: Path) -> Callable[[Path, Tables, bool], list[str]]:
    """What writes the form that an ending says; raises UsageError for an ending that says none."""
    forms = {".sqlite": _sqlite, ".xlsx": _excel, ".csv": _csv, ".parquet": _parquet}
    form = forms.get(path.suffix.lower())
    if form is None:
        wanted = "name a FILE.sqlite or FILE.xlsx, or a FOLDER.csv or FOLDER.parquet"
        raise UsageError(f"the ending of “{printable(path.name)}” says no form; {wanted}")
    return form


def _sqlite(path: Path, tables: Tables, excel: bool) -> list[str]:
    from rucn.render.export.sqlite import write_sqlite

    with folder_beside(path) as beside:
        made = beside / "made"
        write_sqlite(made, tables)
        with replace_file(path) as file, made.open("rb") as content:
            shutil.copyfileobj(content, file)
    return []


def _excel(path: Path, tables: Tables, excel: bool) -> list[str]:
    from rucn.render.export.excel import LONGEST, write_excel

    with replace_file(path) as file:
        cut = write_excel(file, tables)
    texts = "1 text is" if cut == 1 else f"{cut} texts are"
    return [f"{texts} cut: a cell of Excel holds {LONGEST:,} characters; .sqlite has all of it"] if cut else []


def _csv(path: Path, tables: Tables, excel: bool) -> list[str]:
    from rucn.render.export.separated import write_folder

    with replace_folder(path) as folder:
        write_folder(folder, tables, excel)
    return []


def _parquet(path: Path, tables: Tables, excel: bool) -> list[str]:
    from rucn.render.export.parquet import write_parquet

    with replace_folder(path) as folder:
        write_parquet(folder, tables)
    return []
