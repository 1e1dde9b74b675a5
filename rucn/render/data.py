"""The formats for programs: JSON, JSON lines, CSV and TSV."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from rucn.model.errors import UsageError
from rucn.render.answer import Answer, Writing
from rucn.render.fields import Record, fields_of, select


def write_json(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """One JSON document: an array for a list, an object for a record or profile."""
    content = select(answer, writing, as_it_comes=True)
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
    """One record a line; raises UsageError for a profile."""
    for record in _written_at_once(_rows(answer, writing), answer, stream):
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_separated(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """CSV, or TSV, with a header line; raises UsageError for a profile."""
    import csv

    rows = _rows(answer, writing)
    columns = list(writing.fields or fields_of(answer.layout))
    delimiter = "\t" if writing.format == "tsv" else ","
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow([name for column in columns for name in _names(answer, column)])
    for record in _written_at_once(rows, answer, stream):
        writer.writerow([cell for column in columns for cell in _cells(record[column])])


def _written_at_once(records: Iterable[Record], answer: Answer, stream: TextIO) -> Iterator[Record]:
    """The records, each of them on its way before the next is waited for where they come from a pipe."""
    at_once = answer.names is not None and answer.names.size is None
    for record in records:
        yield record
        if at_once:
            stream.flush()


def _rows(answer: Answer, writing: Writing) -> Iterable[Record]:
    content = answer.content
    if answer.layout.startswith("schema"):
        raise UsageError(f"a JSON Schema is no table; --format {writing.format} does not fit it")
    if isinstance(content, dict) and answer.list_command:
        instead = f"`rucn {answer.list_command} --format {writing.format}`"
        raise UsageError(f"a profile is no table; {instead} and the other lists are")
    selected = select(answer, writing, as_it_comes=True)
    if isinstance(selected, (list, Iterator)):
        return selected
    return [] if selected is None else [selected]


def _names(answer: Answer, column: str) -> list[str]:
    inside = fields_of(answer.layout).get(column, [])
    return [f"{column}.{one}" for one in inside] or [column]


def _cells(value: Any) -> list[str]:
    """A value as the cells it takes: an object has one for each of its fields."""
    return [cell(one) for one in value.values()] if isinstance(value, dict) else [cell(value)]


def cell(value: Any) -> str:
    """A value in one cell: lists joined by `;`, objects by blanks, null empty, true and false as in JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(map(cell, value))
    return " ".join(map(cell, value.values())) if isinstance(value, dict) else str(value)
