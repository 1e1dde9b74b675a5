"""What a person sees: tables, pages of quotes, profiles, drawn by Rich to the width of the window."""

from typing import Any, TextIO

from rucn.answer import Answer, Writing
from rucn.output.screen import Screen
from rucn.output.selection import select
from rucn.output.tables import draw_records


def draw_answer(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Draws an answer for a person."""
    screen = Screen(stream)
    content = select(answer, writing)
    if isinstance(content, dict):
        _draw_one(screen, answer, writing, content)
    elif answer.layout == "quote" and not writing.fields:
        from rucn.output.pages import draw_quotes

        draw_quotes(screen, content, answer.sources, answer.where)
    else:
        draw_records(screen, answer.layout, content, writing.fields, where=answer.where)
    screen.finish()


def _draw_one(screen: Screen, answer: Answer, writing: Writing, content: dict[str, Any]) -> None:
    from rucn.output.pages import draw_official, draw_record, draw_region

    if answer.layout == "region_profile":
        draw_region(screen, content, whole=not writing.fields)
    elif answer.layout == "official_profile":
        draw_official(screen, content)
    else:
        draw_record(screen, answer.layout, content, writing.fields, answer.background)
