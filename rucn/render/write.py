"""Writes an answer in the format asked for."""

from typing import TextIO

from rucn.model.errors import UsageError
from rucn.render.answer import Answer, Picture, Writing
from rucn.render.fields import select


def write(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes an answer to a stream; raises UsageError where it does not fit the format."""
    if answer.picture is not None:
        _draw_picture(answer, answer.picture, writing, stream)
        if answer.picture.shown:
            return
    if answer.layout == "script":
        stream.write(answer.content)
    elif answer.layout == "citation" and writing.format in ("table", "markdown") and not writing.fields:
        stream.write(f"{answer.content['citation']}\n")
    elif writing.format in ("jsonl", "csv", "tsv"):
        from rucn.render.data import write_jsonl, write_separated

        (write_jsonl if writing.format == "jsonl" else write_separated)(answer, writing, stream)
    elif writing.format == "json":
        from rucn.render.data import write_json

        write_json(answer, writing, stream)
    elif answer.layout in ("schema", "schema_list"):
        _write_schema(answer, writing, stream)
    elif writing.format == "markdown":
        from rucn.render.markdown import write_markdown

        write_markdown(answer, writing, stream)
    else:
        from rucn.render.terminal.drawing import draw_answer

        draw_answer(answer, writing, stream)


def _write_schema(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """A schema is JSON in every format; the list of those there are is a name a line."""
    from rucn.render.data import write_json

    if answer.layout == "schema":
        write_json(answer, writing, stream)
    else:
        stream.writelines(f"{name}\n" for name in select(answer, writing))


def _draw_picture(answer: Answer, picture: Picture, writing: Writing, stream: TextIO) -> None:
    """Draws an answer on the terminal, writes it to a file, or both."""
    if picture.shown and writing.format != "table":
        raise UsageError(f"--chart draws for reading; leave it out for --format {writing.format}")
    if writing.fields:
        raise UsageError("a chart draws whole records; leave out --fields")
    from rucn.render.charts.build import chart_of

    records = select(answer, writing)
    if picture.path is not None:
        from rucn.render.charts.save import save_chart

        save_chart(chart_of(answer.layout, records, picture, printed=True), picture.path)
    if picture.shown:
        from rucn.render.charts.terminal import draw_chart
        from rucn.render.terminal.screen import Screen

        screen = Screen(stream)
        draw_chart(screen, chart_of(answer.layout, records, picture, printed=False))
        screen.finish()
