"""Markdown: a table for a list, headings and tables for a profile, a quotation for a quote."""

from typing import Any, TextIO

from rucn.answer import Answer, Writing
from rucn.output.columns import columns_of, needs_legend
from rucn.output.details import details_of
from rucn.output.selection import select
from rucn.output.wording import INFERRED_LEGEND

PARTS = {"trade": "trade_row", "figures": "figure", "projects": "project", "ties": "tie", "officials": "official"}
_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\|*_`<>[]"})


def write_markdown(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes an answer as Markdown, with every column."""
    content = select(answer, writing)
    if isinstance(content, list):
        _table(answer.layout, content, writing.fields, stream)
    elif answer.list_command:
        _profile(content, stream)
    else:
        _record(answer, content, writing.fields, stream)


def _record(answer: Answer, record: Any, fields: tuple[str, ...], stream: TextIO) -> None:
    """Writes one record, and where it rests on a quote the quote and its source."""
    if fields or answer.layout != "quote":
        for title, words in details_of(answer.layout, record, fields):
            stream.write(f"- {_escaped(title)}: {_escaped(words)}\n")
    if answer.background is not None and not fields:
        source = answer.background.source
        _quoted(answer.background.quote, stream)
        stream.write(f"\nSource: {_escaped(source['title'])}, {_escaped(source['publisher'])}, <{source['address']}>\n")


def _profile(profile: dict[str, Any], stream: TextIO) -> None:
    for part, value in profile.items():
        if isinstance(value, dict):
            stream.write(f"# {_escaped(value['name'])}\n\n")
            for title, words in details_of(part, value, ()):
                stream.write(f"- {_escaped(title)}: {_escaped(words)}\n")
        elif value and part == "quotes":
            stream.write("\n## Quotes\n")
            for quote in value:
                _quoted(quote, stream)
        elif value:
            stream.write(f"\n## {part.capitalize()}\n\n")
            _table(PARTS[part], value, (), stream)


def _quoted(quote: Any, stream: TextIO) -> None:
    stream.write(f"\n> {_escaped(quote['text'])}\n>\n")
    stream.write(f"> {_escaped(quote['official_name'])}, {_escaped(quote['title'])} ({quote['id']})\n")


def _table(layout: str, records: list[Any], fields: tuple[str, ...], stream: TextIO) -> None:
    columns = columns_of(layout, fields)
    stream.write(f"| {' | '.join(_escaped(column.title) for column in columns)} |\n")
    stream.write(f"|{'|'.join(' ---: ' if column.right else ' --- ' for column in columns)}|\n")
    for record in records:
        stream.write(f"| {' | '.join(_escaped(column.says(record)) for column in columns)} |\n")
    if needs_legend(layout, records, fields):
        stream.write(f"\n{_escaped(INFERRED_LEGEND)}\n")


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)
