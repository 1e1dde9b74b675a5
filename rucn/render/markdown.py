"""Markdown: a table for a list, headings and tables for a profile, a quotation for a quote."""

from typing import Any, TextIO

from rucn.render.answer import Answer, Span, Writing
from rucn.render.columns import HEADINGS, columns_of, part_layout
from rucn.render.details import details_of, facts_of, spans_in_quote
from rucn.render.fields import select
from rucn.render.wording import INFERRED, INFERRED_LEGEND, dated, legends

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\|*_`<>[]"})


def write_markdown(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes an answer as Markdown, with every column."""
    content = select(answer, writing)
    if isinstance(content, list):
        _table(answer.layout, content, writing.fields, stream)
    elif answer.list_command:
        _profile(content, answer.layout, stream)
    else:
        _record(answer, content, writing.fields, stream)


def _record(answer: Answer, record: Any, fields: tuple[str, ...], stream: TextIO) -> None:
    """Writes one record, and where it rests on a quote the quote with its words in bold, and its source."""
    background = None if fields else answer.background
    is_quote = answer.layout == "quote" and background is not None
    lines = facts_of(background) if is_quote and background else details_of(answer.layout, record, fields)
    stream.writelines(f"- {_escaped(title)}: {_escaped(words)}\n" for title, words in lines)
    for link in record["chain"] if answer.layout == "computed" and not fields else []:
        _linked(link, stream)
    if background is not None:
        _quoted(background.quote, spans_in_quote(answer.layout, record, background), stream)
        source = background.source
        published = dated(source["published"], source["published_inferred"])
        words = _escaped(f"{source['title']}, {source['publisher']}, {published}")
        stream.write(f"\nSource: {words}, <{source['address']}>\n")


def _linked(link: Any, stream: TextIO) -> None:
    """Writes one of the things that a computed value rests on."""
    stream.write(f"\n{_escaped(link['id'] or 'rate')}: {_escaped(link['says'])}\n")
    if link["words"]:
        stream.write(f"\n> {_escaped(link['words'])}\n")
    stream.write(f"\n{_escaped(link['by'])}, <{link['address']}>\n")
    if link["note"]:
        stream.write(f"\nNote: {_escaped(link['note'])}\n")


def _profile(profile: dict[str, Any], layout: str, stream: TextIO) -> None:
    for part, value in profile.items():
        if isinstance(value, dict):
            stream.write(f"# {_escaped(value['name'])}\n\n")
            for title, words in details_of(part, value, ()):
                stream.write(f"- {_escaped(title)}: {_escaped(words)}\n")
        elif value and part == "quotes":
            stream.write("\n## Quotes\n")
            for quote in value:
                _quoted(quote, [], stream)
        elif value:
            stream.write(f"\n## {HEADINGS.get(part, part.capitalize())}\n\n")
            _table(part_layout(part, layout), value, (), stream)


def _quoted(quote: Any, spans: list[Span], stream: TextIO) -> None:
    marked, position = "", 0
    for start, end in spans:
        marked += f"{_escaped(quote['text'][position:start])}**{_escaped(quote['text'][start:end])}**"
        position = end
    stream.write(f"\n> {marked}{_escaped(quote['text'][position:])}\n>\n")
    stream.write(f"> {_escaped(quote['official_name'])}, {_escaped(quote['title'])} ({quote['id']})\n")


def _table(layout: str, records: list[Any], fields: tuple[str, ...], stream: TextIO) -> None:
    columns = columns_of(layout, fields)
    rows = [[column.says(record) for column in columns] for record in records]
    stream.write(f"| {' | '.join(_escaped(column.title) for column in columns)} |\n")
    stream.write(f"|{'|'.join(' ---: ' if column.right else ' --- ' for column in columns)}|\n")
    for row in rows:
        stream.write(f"| {' | '.join(map(_escaped, row))} |\n")
    if not fields and any(INFERRED in said for row in rows for said in row):
        stream.write(f"\n{_escaped(INFERRED_LEGEND)}\n")
    for legend in [] if fields else legends(layout, records):
        stream.write(f"\n{_escaped(legend)}\n")


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)
