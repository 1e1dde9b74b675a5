"""Writes an answer in the format asked for."""

from typing import TextIO

from rucn.answer import Answer, Writing
from rucn.output.selection import select


def write(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes an answer to a stream; raises UsageError where it does not fit the format."""
    if answer.layout == "script":
        stream.write(answer.content)
    elif writing.format in ("jsonl", "csv", "tsv"):
        from rucn.output.machine import write_jsonl, write_separated

        (write_jsonl if writing.format == "jsonl" else write_separated)(answer, writing, stream)
    elif answer.layout in ("schema", "schema_list"):
        _write_schema(answer, writing, stream)
    elif writing.format == "markdown":
        from rucn.output.markdown import write_markdown

        write_markdown(answer, writing, stream)
    else:
        from rucn.output.drawing import draw_answer

        draw_answer(answer, writing, stream)


def _write_schema(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """A schema is JSON in every format; the list of those there are is a name a line."""
    from rucn.output.machine import write_json

    if answer.layout == "schema":
        write_json(answer, writing, stream)
    else:
        stream.writelines(f"{name}\n" for name in select(answer, writing))
