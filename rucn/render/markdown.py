"""Markdown: a table for a list, headings and tables for a profile, a quotation for a quote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO, cast

from rucn.model.markdown import as_block, link, plain
from rucn.render.answer import Added, Answer, Record, Span, Writing
from rucn.render.details import HEADINGS, details_of, facts_of, spans_in_quote
from rucn.render.fields import gather, select_to_read
from rucn.render.tables import legends_of, summary_of, table_of
from rucn.render.views import view_of
from rucn.render.wording import date_words, doubted_in, doubted_words, mark_legends, speaker_words

if TYPE_CHECKING:
    from rucn.model.records import Computed, Figure, Link, Quote


def write_markdown(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes an answer as Markdown, with every column."""
    content = select_to_read(answer, writing).content
    if content is None:
        return
    if not isinstance(content, dict):
        for line in summary_of(answer, writing):
            stream.write(f"{as_block(plain(line))}\n\n")
        records = gather(cast("Sequence[Record]", content))
        _write_table(answer.kind, records, answer.added, writing.fields, stream)
        shown = () if writing.fields else records
        _write_doubted([key for one in shown for key in answer.doubted.get(str(one.get("id")), ())], stream)
    elif answer.list_command:
        _write_profile(content, answer, stream)
    else:
        _write_record(answer, content, writing.fields, stream)


def _write_record(answer: Answer, record: Record, fields: tuple[str, ...], stream: TextIO) -> None:
    """Writes one record, and where it rests on a quote the quote with its words in bold, and its source."""
    background = None if fields else answer.background
    is_quote = answer.kind == "quote" and background is not None
    lines = facts_of(background) if is_quote and background else details_of(answer.kind, record, fields)
    marked = [words for _, words in lines]
    stream.writelines(f"- {plain(title)}: {plain(str(words))}\n" for title, words in lines)
    if answer.kind == "computed" and not fields:
        for one in cast("Computed", record)["chain"]:
            _write_link(one, stream)
    if background is not None:
        _write_quote(background.quote, spans_in_quote(answer.kind, record, background), stream)
        source = background.source
        published = date_words(source["published"], source["published_inferred"])
        words = plain(f"{source['title']}, {source['publisher']}, {published}")
        stream.write(f"\nSource: {words}, {link(source['address'])}\n")
        marked += [published, speaker_words(background.quote)]
    stream.writelines(f"\n{plain(legend)}\n" for legend in mark_legends(marked))


def _write_link(one: Link, stream: TextIO) -> None:
    """Writes one of the things that a computed value rests on."""
    stream.write(f"\n{plain(one['id'] or 'rate')}: {plain(one['says'])}\n")
    if one["words"]:
        stream.write(f"\n> {as_block(plain(one['words']))}\n")
    stream.write(f"\n{as_block(plain(one['by']))}, {link(one['address'])}\n")
    if one["note"]:
        stream.write(f"\nNote: {plain(one['note'])}\n")


def _write_profile(profile: Record, answer: Answer, stream: TextIO) -> None:
    parts = view_of(answer.kind).parts
    for part, value in profile.items():
        if isinstance(value, dict):
            stream.write(f"# {plain(value['name'])}\n\n")
            for title, words in details_of(parts[part], value):
                stream.write(f"- {plain(title)}: {plain(str(words))}\n")
        elif isinstance(value, list) and value and part == "quotes":
            stream.write("\n## Quotes\n")
            doubted = doubted_in(cast("Sequence[Figure]", profile.get("figures", ())))
            for quote in value:
                _write_quote(quote, [], stream)
                _write_doubted(doubted.get(quote["id"], ()), stream)
        elif isinstance(value, list) and value:
            stream.write(f"\n## {HEADINGS.get(part, part.capitalize())}\n\n")
            _write_table(parts[part], value, answer.added, (), stream)


def _write_quote(quote: Quote, spans: list[Span], stream: TextIO) -> None:
    made, position = "", 0
    for start, end in spans:
        made += f"{plain(quote['text'][position:start])}**{plain(quote['text'][start:end])}**"
        position = end
    stream.write(f"\n> {as_block(made + plain(quote['text'][position:]))}\n>\n")
    stream.write(f"> {as_block(plain(str(speaker_words(quote))))} ({quote['id']})\n")


def _write_doubted(ids: Sequence[str], stream: TextIO) -> None:
    """Writes which numbers of a quote are doubted; nothing for none."""
    if ids:
        said = doubted_words(ids)
        stream.writelines(f"\n{as_block(plain(line))}\n" for line in (str(said), *mark_legends([said])))


def _write_table(kind: str, records: Sequence[Record], added: Added, fields: tuple[str, ...], stream: TextIO) -> None:
    cells = table_of(kind, records, added, fields)
    stream.write(f"| {' | '.join(plain(column.title) for column in cells)} |\n")
    stream.write(f"|{'|'.join(' ---: ' if column.right else ' --- ' for column in cells)}|\n")
    for row in zip(*cells.values(), strict=True):
        stream.write(f"| {' | '.join(plain(str(said)) for said in row)} |\n")
    for legend in legends_of(kind, records, added, cells, fields):
        stream.write(f"\n{as_block(plain(legend))}\n")
