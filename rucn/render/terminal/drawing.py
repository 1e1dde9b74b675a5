"""What a person sees: tables, pages of quotes, profiles, drawn by Rich to the width of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO, cast

from rucn.render.answer import Answer, Record, Writing
from rucn.render.fields import gather, select_to_read
from rucn.render.tables import summary_of
from rucn.render.terminal.screen import Screen
from rucn.render.terminal.tables import draw_records

if TYPE_CHECKING:
    from rucn.model.records import Quote


def draw_answer(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Draws an answer for a person."""
    screen = Screen(stream, answer.short_names)
    content = select_to_read(answer, writing).content
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

        draw_quotes(screen, cast("list[Quote]", records), answer.sources, answer.where, answer.doubted)
    else:
        draw_records(screen, answer.kind, records, answer.added, where=answer.where)


def _draw_one(screen: Screen, answer: Answer, writing: Writing, content: Record) -> None:
    from rucn.render.terminal.pages import draw_official, draw_record, draw_region

    if answer.kind == "region_profile":
        draw_region(screen, content, whole=not writing.fields, added=answer.added)
    elif answer.kind == "official_profile":
        draw_official(screen, content)
    else:
        draw_record(screen, answer.kind, content, writing.fields, answer.background)
