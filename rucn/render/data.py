"""The formats for programs: JSON, JSON lines, CSV and TSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO, cast

from rucn.model.errors import UsageError
from rucn.render.answer import MIXED, NO_RECORDS, Answer, Record, Writing
from rucn.render.cells import cell
from rucn.render.fields import fields_in, select

EMPTY = '""'
BYTE_ORDER_MARK = "\ufeff"
# How a formula begins, in the wide signs of East Asian keyboards too; the blanks may be dropped before a sheet looks.
FORMULA = tuple("=+-@＝＋－＠\t\r\n")
_encode = json.JSONEncoder(ensure_ascii=False).encode
_TSV = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write_json(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes one JSON document: an array for a list, an object for a record or profile."""
    content = select(answer, writing).content
    if not isinstance(content, Iterator):
        stream.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
        return
    between = "["
    for record in _written_at_once(content, answer, stream):
        # A list of one, without its brackets, is set as it is among others.
        stream.write(between + json.dumps([record], ensure_ascii=False, indent=2)[1:-2])
        between = ","
    stream.write("[]\n" if between == "[" else "\n]\n")


def write_jsonl(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes one record a line; raises UsageError for a profile."""
    for record in _written_at_once(_rows(answer, writing), answer, stream):
        stream.write(_encode(record) + "\n")


def write_separated(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes CSV as RFC 4180 has it, or TSV without quoting, with a header line; raises UsageError for a profile."""
    rows = _rows(answer, writing)
    if answer.kind == MIXED and not writing.fields:
        raise UsageError("records of several kinds are no table; --fields names fields that all have, or use jsonl")
    known = fields_in(answer)
    columns = list(writing.fields or known)
    has_objects = any(known.get(column) for column in columns)
    line = _tsv_line if writing.format == "tsv" else _csv_line
    if writing.excel:
        stream.write(BYTE_ORDER_MARK)
    stream.write(line([name for column in columns for name in _names(column, known)]))
    for record in _written_at_once(rows, answer, stream):
        values = [record[column] for column in columns]
        if has_objects:
            pairs = zip(columns, values, strict=True)
            values = [one for column, value in pairs for one in _values(value, known.get(column, ()))]
        stream.write(line([_no_formula(value) if writing.excel else cell(value) for value in values]))


def _csv_line(cells: Sequence[str]) -> str:
    line = ",".join(cells)
    # Most cells hold nothing that has to be quoted, which is seen at once in all of them.
    if line.count(",") != len(cells) - 1 or '"' in line or "\n" in line or "\r" in line:
        line = ",".join(map(_quoted, cells))
    # An empty line would be no record.
    return f"{line or EMPTY}\n"


def _quoted(written: str) -> str:
    doubled = written.replace('"', '""')
    return f'"{doubled}"' if any(sign in written for sign in ',"\r\n') else written


def _tsv_line(cells: Sequence[str]) -> str:
    return "\t".join(written.translate(_TSV) for written in cells) + "\n"


def _no_formula(value: object) -> str:
    """A value as a cell that a spreadsheet does not work out: text that begins like a formula has an apostrophe."""
    written = cell(value)
    is_number = isinstance(value, (int, float))
    return written if is_number or not written.lstrip(" ").startswith(FORMULA) else f"'{written}"


def _written_at_once(records: Iterable[Record], answer: Answer, stream: TextIO) -> Iterator[Record]:
    """The records, each of them on its way before the next is waited for where they come from a pipe."""
    at_once = answer.progress is not None and answer.progress.size is None
    for record in records:
        yield record
        if at_once:
            stream.flush()


def _rows(answer: Answer, writing: Writing) -> Iterable[Record]:
    if answer.kind in NO_RECORDS:
        raise UsageError(f"a JSON Schema is no table; --format {writing.format} does not fit it")
    if answer.list_command:
        instead = f"`rucn {answer.list_command} --format {writing.format}`"
        raise UsageError(f"a profile is no table; {instead} and the other lists are")
    content = select(answer, writing).content
    if isinstance(content, (list, Iterator)):
        return cast("Iterable[Record]", content)
    return [] if content is None else [cast("Record", content)]


def _names(column: str, known: Mapping[str, Sequence[str]]) -> list[str]:
    """The names over a column: that of an object has one for each of its fields."""
    return [f"{column}.{one}" for one in known.get(column, ())] or [column]


def _values(value: object, names: Sequence[str]) -> list[object]:
    """A value in the cells it takes, in the order of the header."""
    return [value[name] for name in names] if isinstance(value, dict) else [value]
