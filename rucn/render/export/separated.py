"""A folder of CSV: a file a kind of record, each as `--format csv` prints it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from rucn.render.answer import Answer, Record, Writing
from rucn.render.data import write_separated


def write_folder(folder: Path, tables: Mapping[str, Iterable[Record]], excel: bool) -> None:
    """Writes the files into a folder; with `excel` for spreadsheets."""
    for kind, records in tables.items():
        with (folder / f"{kind}.csv").open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            write_separated(Answer(kind, iter(records)), Writing("csv", excel=excel), file)
