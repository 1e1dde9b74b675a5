"""Markdown: a table for a list, headings and tables for a profile, a quotation for a quote."""

from typing import Any, TextIO

from rucn.answer import Answer, Writing
from rucn.output.columns import columns_of, needs_legend
from rucn.output.machine import cell
from rucn.output.selection import select
from rucn.output.wording import INFERRED_LEGEND, spaced

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
        _fields(content, stream)


def _profile(profile: dict[str, Any], stream: TextIO) -> None:
    for part, value in profile.items():
        if isinstance(value, dict):
            stream.write(f"# {_escaped(value['name'])}\n\n")
            _fields(value, stream)
        elif value and part == "quotes":
            stream.write("\n## Quotes\n")
            for quote in value:
                stream.write(f"\n> {_escaped(quote['text'])}\n>\n")
                stream.write(f"> {_escaped(quote['official_name'])}, {_escaped(quote['title'])} ({quote['id']})\n")
        elif value:
            stream.write(f"\n## {part.capitalize()}\n\n")
            _table(PARTS[part], value, (), stream)


def _table(layout: str, records: list[Any], fields: tuple[str, ...], stream: TextIO) -> None:
    columns = columns_of(layout, fields)
    stream.write(f"| {' | '.join(_escaped(column.title) for column in columns)} |\n")
    stream.write(f"|{'|'.join(' ---: ' if column.right else ' --- ' for column in columns)}|\n")
    for record in records:
        stream.write(f"| {' | '.join(_escaped(column.says(record)) for column in columns)} |\n")
    if needs_legend(layout, records, fields):
        stream.write(f"\n{_escaped(INFERRED_LEGEND)}\n")


def _fields(record: dict[str, Any], stream: TextIO) -> None:
    for field, value in record.items():
        inner = value.items() if isinstance(value, dict) else [("", value)]
        for name, one in inner:
            if one not in (None, [], ""):
                label = spaced(f"{field} {name}".strip())
                stream.write(f"- {_escaped(label)}: {_escaped(cell(one))}\n")


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)
