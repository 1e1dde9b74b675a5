"""What a person sees: tables, pages of quotes, profiles, drawn by Rich to the width of the window."""

from typing import Any, TextIO

from rich.text import Text

from rucn.render.answer import Answer, Writing
from rucn.render.fields import select
from rucn.render.terminal.screen import Screen
from rucn.render.terminal.tables import draw_records


def draw_answer(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Draws an answer for a person."""
    screen = Screen(stream)
    content = select(answer, writing)
    if isinstance(content, dict):
        _draw_one(screen, answer, writing, content)
    elif answer.layout == "quote" and not writing.fields:
        from rucn.render.terminal.pages import draw_quotes

        draw_quotes(screen, content, answer.sources, answer.where)
    elif answer.layout.startswith("reference") and not writing.fields:
        _draw_references(screen, answer.layout, content)
    elif answer.layout.startswith("comparison") and not writing.fields:
        _draw_comparisons(screen, answer.layout, content)
    else:
        draw_records(screen, answer.layout, content, writing.fields, where=answer.where)
    screen.finish()


def _draw_references(screen: Screen, layout: str, references: list[Any]) -> None:
    """Draws references; in a window those on one region under its name, instead of beside it in each row."""
    regions = {one["region_name"] for one in references if one["region_name"]}
    heading = next(iter(regions)) if len(regions) == 1 and screen.width is not None else ""
    if heading:
        screen.line(Text(heading, style="bold"))
    draw_records(screen, layout, references, known=frozenset([heading] if heading else []))


def _draw_comparisons(screen: Screen, layout: str, comparisons: list[Any]) -> None:
    """Draws what has a counterpart, and after that names what has none."""
    alone = [one for one in comparisons if one["reference"] is None]
    draw_records(screen, layout, [one for one in comparisons if one["reference"] is not None])
    if alone:
        screen.line(f"no reference: {', '.join(one['claim'] for one in alone)}")


def _draw_one(screen: Screen, answer: Answer, writing: Writing, content: dict[str, Any]) -> None:
    from rucn.render.terminal.pages import draw_official, draw_record, draw_region

    if answer.layout.startswith("region_profile"):
        draw_region(screen, content, whole=not writing.fields, layout=answer.layout)
    elif answer.layout == "official_profile":
        draw_official(screen, content)
    else:
        draw_record(screen, answer.layout, content, writing.fields, answer.background)
