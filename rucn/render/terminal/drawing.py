"""What a person sees: tables, pages of quotes, profiles, drawn by Rich to the width of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO, cast

from rich.text import Text

from rucn.render.answer import Added, Answer, Record, Writing
from rucn.render.fields import gather, select
from rucn.render.tables import summary_of
from rucn.render.terminal.screen import Screen
from rucn.render.terminal.tables import draw_records

if TYPE_CHECKING:
    from rucn.model.records import Quote, Reference


def draw_answer(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Draws an answer for a person."""
    screen = Screen(stream)
    content = select(answer, writing).content
    if isinstance(content, dict):
        _draw_one(screen, answer, writing, content)
    elif content is not None:
        _draw_list(screen, answer, writing, gather(cast("Sequence[Record]", content)))
    screen.finish()


def _draw_list(screen: Screen, answer: Answer, writing: Writing, records: list[Record]) -> None:
    summary = summary_of(answer, writing)
    for line in summary:
        screen.line(line)
    if summary and records:
        screen.line()
    if writing.fields:
        draw_records(screen, answer.kind, records, answer.added, writing.fields, where=answer.where)
    elif answer.kind == "quote":
        from rucn.render.terminal.pages import draw_quotes

        draw_quotes(screen, cast("list[Quote]", records), answer.sources, answer.where)
    elif answer.kind == "reference":
        _draw_references(screen, records, answer.added)
    else:
        draw_records(screen, answer.kind, records, answer.added, where=answer.where)


def _draw_references(screen: Screen, records: list[Record], added: Added) -> None:
    """Draws references; in a window those on one region under its name, instead of beside it in each row."""
    regions = {name for one in cast("list[Reference]", records) if (name := one["region_name"])}
    heading = next(iter(regions)) if len(regions) == 1 and screen.width is not None else ""
    if heading:
        screen.line(Text(heading, style="bold"))
    draw_records(screen, "reference", records, added, known=frozenset([heading] if heading else []))


def _draw_one(screen: Screen, answer: Answer, writing: Writing, content: Record) -> None:
    from rucn.render.terminal.pages import draw_official, draw_record, draw_region

    if answer.kind == "region_profile":
        draw_region(screen, content, whole=not writing.fields, added=answer.added)
    elif answer.kind == "official_profile":
        draw_official(screen, content)
    else:
        draw_record(screen, answer.kind, content, writing.fields, answer.background)
