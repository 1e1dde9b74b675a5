"""Writes an answer in the format asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO, cast

from rucn.model.errors import UsageError
from rucn.render.answer import MIXED, NO_RECORDS, Answer, Picture, Record, Writing
from rucn.render.fields import select


def write(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes an answer to a stream; raises UsageError where it does not fit the format."""
    if answer.picture is not None:
        _draw_picture(answer, answer.picture, writing, stream)
        if answer.picture.shown:
            return
    for_people = writing.format in ("table", "markdown") and not writing.fields
    is_text = answer.kind in NO_RECORDS or (answer.kind == "citation" and for_people)
    if answer.each and for_people and not is_text:
        _write_each(answer, writing, stream)
    elif writing.format == "table" and not is_text:
        from rucn.render.terminal.drawing import draw_answer

        draw_answer(answer, writing, stream)
    elif stream.isatty():
        from rucn.render.terminal.guard import Guard

        _write_text(answer, writing, cast("TextIO", Guard(stream, as_json=writing.format in ("json", "jsonl"))))
    else:
        _write_text(answer, writing, stream)


def _write_text(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes an answer that is not drawn."""
    if isinstance(answer.content, str):
        stream.write(answer.content)
    elif answer.kind == "citation" and writing.format in ("table", "markdown") and not writing.fields:
        from rucn.render.citations import write_citations

        write_citations(answer, writing, stream)
    elif writing.format in ("jsonl", "csv", "tsv"):
        from rucn.render.data import write_jsonl, write_separated

        (write_jsonl if writing.format == "jsonl" else write_separated)(answer, writing, stream)
    elif writing.format == "json" or answer.kind == "schema":
        from rucn.render.data import write_json

        write_json(answer, writing, stream)
    elif answer.kind == "names":
        stream.writelines(f"{name}\n" for name in cast("Sequence[str]", select(answer, writing).content))
    else:
        from rucn.render.markdown import write_markdown

        write_markdown(answer, writing, stream)


def tip_for(answer: Answer) -> str | None:
    """What to try next, with an id of what was just read; None where there is nothing."""
    from rucn.render.views import view_of

    if answer.kind in NO_RECORDS or answer.each:
        return None
    tip, content = view_of(answer.kind).tip, answer.content
    if isinstance(content, dict):
        content = content.get("quotes", []) if answer.list_command else []
    if tip is None or not isinstance(content, list):
        return None
    found = next((key for record in content if (key := tip.id_of(record))), None)
    return tip.command.format(found) if found else None


def units_sorted(answer: Answer, field: str) -> list[str]:
    """The units of the numbers that records are sorted by; none where that is no number in a unit."""
    from rucn.render.views import view_of

    if answer.kind in (*NO_RECORDS, MIXED):
        return []
    unit = view_of(answer.kind).units.get(field)
    if unit is None or not isinstance(answer.content, list):
        return []
    records = cast("list[Record]", answer.content)
    return sorted({str(record[unit]) for record in records if record[field] is not None})


def _write_each(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes several records to be read, each like a single one."""
    chosen = cast("list[Record]", select(answer, writing).content)
    alone = {id(one.content): one for one in answer.each}
    for position, record in enumerate(chosen):
        if position:
            stream.write("\n---\n\n" if writing.format == "markdown" else "\n")
        write(alone[id(record)], Writing(writing.format), stream)


def _draw_picture(answer: Answer, picture: Picture, writing: Writing, stream: TextIO) -> None:
    """Draws an answer on the terminal, writes it to a file, or both."""
    if picture.shown and writing.format != "table":
        raise UsageError(f"--chart draws for reading; leave it out for --format {writing.format}")
    if writing.fields:
        raise UsageError("a chart draws whole records; leave out --fields")
    from rucn.render.views import view_of

    draw = view_of(answer.kind).chart
    if draw is None:
        raise UsageError("there is no chart of these records")
    records = cast("list[Record]", select(answer._replace(content=picture.records), writing).content)
    if picture.path is not None:
        from rucn.render.charts.save import save_chart

        save_chart(draw(records, answer.added, picture, True), picture.path)
    if picture.shown:
        from rucn.render.terminal.charts import draw_chart
        from rucn.render.terminal.screen import Screen

        screen = Screen(stream)
        draw_chart(screen, draw(records, answer.added, picture, False))
        screen.finish()
