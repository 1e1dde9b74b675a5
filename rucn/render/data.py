"""The formats for programs: JSON, JSON lines, CSV and TSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO, cast

from rucn.model.errors import UsageError
from rucn.render.answer import NO_RECORDS, Answer, Record, Writing
from rucn.render.cells import cell
from rucn.render.fields import fields_of, select


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
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_separated(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes CSV, or TSV, with a header line; raises UsageError for a profile."""
    import csv

    rows = _rows(answer, writing)
    known = fields_of(answer.kind, answer.added)
    columns = list(writing.fields or known)
    delimiter = "\t" if writing.format == "tsv" else ","
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(
        [name for column in columns for name in ([f"{column}.{one}" for one in known.get(column, ())] or [column])]
    )
    for record in _written_at_once(rows, answer, stream):
        writer.writerow([cell for column in columns for cell in _cells(record[column], known.get(column, ()))])


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


def _cells(value: object, names: Iterable[str]) -> list[str]:
    """A value as the cells it takes: an object has one for each of its fields, in the order of the header."""
    return [cell(value[name]) for name in names] if isinstance(value, dict) else [cell(value)]
