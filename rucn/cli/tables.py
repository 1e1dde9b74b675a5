"""A table whose names are resolved: where it is read from, and what is told and written when it has come back."""

import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from rucn.cli.command import Question
from rucn.database.names import Rules, chosen_fields
from rucn.database.tables import Request, ResolvedTable
from rucn.model.errors import NotFoundError, UsageError, printable
from rucn.model.tables import EXCEL_ENDINGS, SAMPLE
from rucn.render.answer import Answer

STANDARD_INPUT = "-"
TAB = ("tab", "\\t")


class Source:
    """The file of a table, or standard input; `read` of `size` bytes are taken so far (None where it is not known).

    Args:
        path: The file; `-` for standard input.

    Raises:
        UsageError: It cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.name = printable(str(path), 120)
        if str(path) == STANDARD_INPUT:
            if sys.stdin is None or sys.stdin.isatty():
                raise UsageError("there is no table: write it to standard input, or name a file")
            self.name = "standard input"
            self.file = io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False), SAMPLE)
        else:
            try:
                self.file = io.BufferedReader(io.FileIO(path), SAMPLE)
            except OSError as error:
                raise UsageError(f"{self.name} cannot be read: {error.strerror}") from None
        status = os.fstat(self.file.fileno())
        self.size = status.st_size if stat.S_ISREG(status.st_mode) else None

    @property
    def read(self) -> int:
        """How many bytes are read."""
        return self.file.tell() if self.size else 0


def resolve_table(context: typer.Context, rules: Rules, fields: list[str], path: Path) -> Answer:
    """The answer that is a table with more columns."""
    given, question = context.params, context.obj
    if given["column"] is None:
        raise UsageError("--column names the column of the table that holds the names")
    _require_apart(given, path)
    request = Request(given["column"], given["parent"], chosen_fields(fields), rules, not given["no_header"])
    table = ResolvedTable(request)
    if path.suffix.lower() in EXCEL_ENDINGS:
        if given["encoding"] or given["delimiter"]:
            raise UsageError("an Excel file has no --encoding and no --delimiter")
        content = table.workbook(path, given["sheet"], question.notes.append)
        return Answer("file", None, file=content, finish=_finish(table, printable(str(path), 120), given, question))
    if given["sheet"] is not None:
        raise UsageError("--sheet is for an Excel file")
    return _separated(table, Source(path), given, question)


def _require_apart(given: dict[str, Any], path: Path) -> None:
    """Raises UsageError where what is left would be written over the table, or over what a person has filled in."""
    unresolved = given["unresolved"]
    for read in (path, given["overrides"]) if unresolved else ():
        if read and os.path.realpath(read) == os.path.realpath(unresolved):
            raise UsageError(f"--unresolved would be written over {printable(str(read), 120)}; name another file")


def _separated(table: ResolvedTable, source: Source, given: dict[str, Any], question: Question) -> Answer:
    """The answer that is a text of records."""
    wanted = [column for column in (given["column"], given["parent"]) if column]
    form, content = table.separated(
        source.file,
        source.name,
        encoding=given["encoding"],
        delimiter=_delimiter(given["delimiter"]),
        wanted=wanted,
        quoted=not given["no_quotes"],
        note=question.notes.append,
    )
    question.notes.append(f"{source.name} is read as {form}")
    finish = _finish(table, source.name, given, question)
    return Answer("file", None, file=content, progress=source, encoding=form.encoding, finish=finish)


def _finish(table: ResolvedTable, name: str, given: dict[str, Any], question: Question) -> Callable[[], int]:
    """What is done when the table has come back: a summary, the list of what is left, the exit code."""

    def finish() -> int:
        column, unresolved = table.column, given["unresolved"]
        question.notes.extend(table.remarks(name, unresolved is not None))
        if unresolved is not None:
            _write_left(table, unresolved, question)
        return NotFoundError.exit_code if given["strict"] and column.left.total() else 0

    return finish


def _write_left(table: ResolvedTable, path: Path, question: Question) -> None:
    from rucn.database.overrides import write_left
    from rucn.model.whole import replace_file

    with replace_file(path) as file:
        remark = write_left(table.column, lambda line: file.write(line.encode()))
    question.notes.extend(filter(None, [remark, f"{printable(str(path), 120)} is written"]))


def _delimiter(written: str | None) -> str | None:
    """The one character that is named; raises UsageError for anything else."""
    if written is None:
        return None
    delimiter = "\t" if written in TAB else written
    if len(delimiter) != 1 or delimiter in '\r\n"\0 ':
        raise UsageError(f"--delimiter needs one character, or tab, not “{printable(written)}”")
    return delimiter
