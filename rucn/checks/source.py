"""Holds the quotes of a source against the document itself.

A quote is the words between « and », with no-break spaces made plain and the comma dropped that leads over to the
speaker. What cannot be seen on paper makes no difference but that of the digest: how lines end, which blank it is, how
an accent is put together.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rucn.model.contents import UnreadableError, content_of
from rucn.model.encodings import encoding_of
from rucn.model.errors import UsageError, printable
from rucn.model.plain import visible

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import QuoteRow
    from rucn.store.dataset import Dataset

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK = re.compile(r"[^\S\n\r\v\f\x85\u2028\u2029]")


def document_problems(dataset: Dataset, path: Path, encoding: str | None) -> Iterator[Problem]:
    """Each difference between the document at `path` and what is stored of it.

    The document is the source with its digest, or the only source there is. Raises UsageError where it cannot be read.
    """
    content = _read(path)
    digest = hashlib.sha256(content).hexdigest()
    sources = [row for row in dataset.sources.values() if row["sha256"] == digest] or list(dataset.sources.values())
    if len(sources) != 1:
        yield {"record": "sources", "field": "sha256", "message": f"no source has the document's digest, {digest}"}
        return
    source = sources[0]
    if source["sha256"] != digest:
        message = f"the document's digest is {digest}, {source['sha256']} is stored"
        yield {"record": source["id"], "field": "sha256", "message": message}
    plain = _as_read(_decoded(content, path, encoding))
    lines = plain.split("\n")
    quotes = [quote for quote in dataset.quotes.values() if quote["source"] == source["id"]]
    if not any(_as_read(quote["text"]) in plain for quote in quotes):
        yield {"record": source["id"], "field": "address", "message": "this is another document: no quote stands in it"}
        return
    there = set(lines)
    for section in (source["title"], *source["sections"]):
        if _as_read(section) not in there:
            message = f"no line of the document reads “{section}”"
            yield {"record": source["id"], "field": "sections", "message": message}
    headings = _headings(lines, {_as_read(section) for section in source["sections"]})
    for quote, passage in zip_longest(quotes, _passages(plain)):
        if passage is None:
            yield {
                "record": quote["id"],
                "field": "text",
                "message": "the document has fewer passages between « and » than there are quotes",
            }
        elif quote is None:
            message = f"no quote holds the passage “{printable(passage.words)}”"
            yield {"record": source["id"], "field": "quotes", "message": message}
        else:
            yield from _passage_problems(dataset, quote, passage, headings)


class _Passage(NamedTuple):
    """What stands between « and », the rest of its line, and where it starts in the document."""

    words: str
    attribution: str
    start: int


def _passages(plain: str) -> Iterator[_Passage]:
    start = plain.find("«")
    end = plain.find("»", start)
    while 0 <= start < end:
        line_end = plain.find("\n", end)
        attribution = plain[end + 1 : line_end if line_end >= 0 else len(plain)]
        yield _Passage(plain[start + 1 : end], attribution, start)
        start = plain.find("«", end + 1 + len(attribution))
        end = plain.find("»", start)


def _headings(lines: list[str], sections: set[str]) -> list[tuple[int, str]]:
    """The lines of a document that are headings of its sections, with where they start, in order."""
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [(start, line) for start, line in zip(starts, lines, strict=False) if line in sections]


def _passage_problems(
    dataset: Dataset, quote: QuoteRow, passage: _Passage, headings: list[tuple[int, str]]
) -> Iterator[Problem]:
    words, attribution = passage.words.removesuffix(","), passage.attribution
    text = _as_read(quote["text"])
    if text != words:
        yield {"record": quote["id"], "field": "text", "message": _difference(text, words)}
    speaker = f"{dataset.officials[quote['official']]['name']}, {quote['title']}."
    if not attribution.endswith(_as_read(speaker)):
        message = f"“{speaker}” is stored, the document has “{printable(attribution.strip(), 200)}”"
        yield {"record": quote["id"], "field": "title", "message": message}
    above = bisect_left(headings, (passage.start, ""))
    heading = headings[above - 1][1] if above else ""
    if heading != _as_read(quote["section"]):
        message = f"“{quote['section']}” is stored, the heading above is “{heading}”"
        yield {"record": quote["id"], "field": "section", "message": message}


def _as_read(text: str) -> str:
    """A text as it is read on paper: lines without blanks at their ends, one kind of blank, nothing invisible."""
    composed = visible(_BLANK.sub(" ", unicodedata.normalize("NFC", text)))
    return "\n".join(line.rstrip() for line in _LINE_END.split(composed))


def _difference(stored: str, printed: str) -> str:
    pairs = enumerate(zip_longest(stored, printed))
    at = next(position for position, (one, other) in pairs if one != other)
    around = slice(max(0, at - 20), at + 40)
    return f"they differ at {at}: “…{stored[around]}…” is stored, the document has “…{printed[around]}…”"


def document_digest(path: Path) -> str:
    """The SHA-256 of a document; raises UsageError where it cannot be read."""
    return hashlib.sha256(_read(path)).hexdigest()


def _read(path: Path) -> bytes:
    shown = printable(str(path), 120)
    try:
        return content_of(path)
    except FileNotFoundError as error:
        raise UsageError(f"{shown} cannot be read: {error.strerror}") from None
    except UnreadableError as error:
        raise UsageError(f"{shown} {error}; --source names the document itself") from None


def _decoded(content: bytes, path: Path, named: str | None) -> str:
    encoding = encoding_of(content[:4], named)
    try:
        return content.decode(encoding)
    except UnicodeError:
        shown, form = printable(str(path), 120), encoding.removesuffix("-sig").upper()
        raise UsageError(f"{shown} is not text in {form}; --encoding names another, such as cp1251") from None
