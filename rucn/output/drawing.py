"""What a person sees: tables, pages of quotes, profiles, drawn by Rich to the width of the window."""

from typing import Any, TextIO

from rich.text import Text

from rucn.answer import Answer, Writing
from rucn.output.screen import Screen
from rucn.output.selection import select
from rucn.output.tables import draw_records

_WORDS = "rucn show {} shows the words it rests on"
# For each layout what to try next, and the field that holds an id for it.
HINTS = {
    "region": ("rucn region {} shows what is said of it", "code"),
    "region_profile": (_WORDS, "id"),
    "official": ("rucn official {} shows what was said", "id"),
    "official_profile": (_WORDS, "id"),
    "trade_row": (_WORDS, "figures"),
    "figure": (_WORDS, "id"),
    "project": (_WORDS, "id"),
    "tie": (_WORDS, "id"),
    "quote": ("rucn show {} shows what is stated in it", "id"),
    "search_hit": ("rucn show {} shows it whole", "id"),
}


def draw_answer(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Draws an answer for a person."""
    screen = Screen(stream)
    content = select(answer, writing)
    if isinstance(content, dict):
        _draw_one(screen, answer, writing, content)
    elif answer.layout == "quote" and not writing.fields:
        from rucn.output.pages import draw_quotes

        draw_quotes(screen, content, answer.sources)
    else:
        draw_records(screen, answer.layout, content, writing.fields)
    if screen.interactive:
        _hint(screen, answer, content)
    screen.finish()


def _hint(screen: Screen, answer: Answer, content: Any) -> None:
    """Tells a person at a terminal the next command, with an id of what was just read."""
    hint, field = HINTS.get(answer.layout, ("", ""))
    lists = [content] if isinstance(content, list) else [part for part in content.values() if isinstance(part, list)]
    ids = [record[field] for part in lists for record in part if isinstance(record, dict) and field in record]
    if ids:
        key = ids[0][0] if isinstance(ids[0], list) else ids[0]
        screen.line(Text(hint.format(key), style="dim"))


def _draw_one(screen: Screen, answer: Answer, writing: Writing, content: dict[str, Any]) -> None:
    from rucn.output.pages import draw_official, draw_record, draw_region

    if answer.layout == "region_profile":
        draw_region(screen, content)
    elif answer.layout == "official_profile":
        draw_official(screen, content)
    else:
        draw_record(screen, answer.layout, content, writing.fields, answer.background)
