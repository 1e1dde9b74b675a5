"""Holds the quotes of a source against the document itself.

A quote's words stand in the document, whatever marks stand around them. Of a source that names its marks of speech,
every passage between these is a quote, in order, with no-break spaces made plain and the comma dropped that leads over
to the speaker. What cannot be seen on paper makes no difference but that of the digest: how lines end, which blank it
is, how an accent is put together.
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
    from rucn.model.rows import QuoteRow, SourceRow
    from rucn.store.dataset import Dataset

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CHINESE = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
# A letter or digit that has a word with the next one; a Chinese character may be one by itself.
_LETTER = re.compile(r"[^\W\u3400-\u9fff\uf900-\ufaff]")
# What stands before a sentence, and after one that has no end of its own.
_SENTENCE_BEFORE = re.compile(r"(?:^|[\n.!?。！？…;；:：»”’\"」』)）>*•·▪–—-])\s*[«“„\"‘「『(（]?$")
_SENTENCE_END = re.compile(r"[.!?。！？…][»”’\"」』)）]*$")
_ENDS = re.compile(r"\s*(?:$|[\n.!?。！？…;；]|[»”’\"」』)）])")
# So far around a quote the document is looked at.
REACH = 40
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
    quotes = dataset.quotes_of_source.get(source["id"], [])
    if not any(re.search(_in_lines(quote["text"]), plain) for quote in quotes):
        yield {"record": source["id"], "field": "address", "message": "this is another document: no quote stands in it"}
        return
    yield from _section_problems(source, set(lines))
    headings = _headings(lines, {_as_read(section) for section in source["sections"]})
    if source["marks"] is None:
        for quote in quotes:
            yield from _words_problems(quote, plain, headings)
    else:
        yield from _speech_problems(dataset, source, source["marks"], plain, headings)


def _section_problems(source: SourceRow, lines: set[str]) -> Iterator[Problem]:
    """The headings that are no lines of a document, and the title of one that is given with it."""
    for section in (*([source["title"]] if source["marks"] else ()), *source["sections"]):
        if _as_read(section) not in lines:
            message = f"no line of the document reads “{section}”"
            yield {"record": source["id"], "field": "sections", "message": message}


def _speech_problems(
    dataset: Dataset, source: SourceRow, marks: str, plain: str, headings: list[tuple[int, str]]
) -> Iterator[Problem]:
    """Each difference between the quotes of a source and all passages between two marks of speech."""
    opening, closing = marks[0], marks[1]
    quotes = dataset.quotes_of_source.get(source["id"], [])
    for quote, passage in zip_longest(quotes, _passages(plain, opening, closing)):
        if passage is None:
            message = f"the document has fewer passages between {opening} and {closing} than there are quotes"
            yield {"record": quote["id"], "field": "text", "message": message}
        elif quote is None:
            message = f"no quote holds the passage “{printable(passage.words)}”"
            yield {"record": source["id"], "field": "quotes", "message": message}
        else:
            yield from _passage_problems(dataset, quote, passage, headings)


def _words_problems(quote: QuoteRow, plain: str, headings: list[tuple[int, str]]) -> Iterator[Problem]:
    """Whether the words of a quote, and its title, stand in a document, and under which heading."""
    places = list(re.finditer(_in_lines(quote["text"]), plain))
    whole = [found.start() for found in places if _is_whole(quote, plain, found)]
    if not places:
        yield {"record": quote["id"], "field": "text", "message": "the document does not have these words"}
    elif not whole:
        unit = "sentence" if quote["kind"] == "reported" else "word"
        message = f"the document goes on before or after these words: no {unit} begins and ends with them"
        yield {"record": quote["id"], "field": "text", "message": message}
    if quote["title"] and not re.search(_in_lines(quote["title"]), plain, re.IGNORECASE):
        message = f"“{quote['title']}” is stored, the document does not have these words"
        yield {"record": quote["id"], "field": "title", "message": message}
    above = {_heading_above(at, headings) for at in whole}
    if above and _as_read(quote["section"] or "") not in above:
        message = f"“{quote['section'] or ''}” is stored, the heading above is “{above.pop()}”"
        yield {"record": quote["id"], "field": "section", "message": message}


def _in_lines(words: str) -> str:
    """A pattern for words that a document may break over lines, which Chinese is without a blank."""
    broken = r"\s+".join(map(re.escape, _as_read(words).split()))
    return re.sub(rf"(?<=[{_CHINESE}])(?=[{_CHINESE}])", r"\n?", broken)


def _is_whole(quote: QuoteRow, plain: str, found: re.Match[str]) -> bool:
    """Whether no word is cut where a quote begins and ends; of a reported one, no sentence."""
    words = found[0]
    before, after = plain[max(0, found.start() - REACH) : found.start()], plain[found.end() : found.end() + REACH]
    if quote["kind"] == "reported":
        return bool(_SENTENCE_BEFORE.search(before)) and bool(_SENTENCE_END.search(words) or _ENDS.match(after))
    return not (_is_cut(before[-1:], words[0]) or _is_cut(words[-1], after[:1]))


def _is_cut(before: str, after: str) -> bool:
    """Whether two characters that follow each other belong to one word."""
    return bool(_LETTER.match(before) and _LETTER.match(after))


class _Passage(NamedTuple):
    """What stands between two marks of speech, the rest of its line, and where it starts in the document."""

    words: str
    attribution: str
    start: int


def _passages(plain: str, opening: str, closing: str) -> Iterator[_Passage]:
    start = plain.find(opening)
    end = plain.find(closing, start + 1)
    while 0 <= start < end:
        line_end = plain.find("\n", end)
        attribution = plain[end + 1 : line_end if line_end >= 0 else len(plain)]
        yield _Passage(plain[start + 1 : end], attribution, start)
        start = plain.find(opening, end + 1 + len(attribution))
        end = plain.find(closing, start + 1)


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
    speaker = f"{dataset.said_by(quote['id'])}, {quote['title']}."
    if not attribution.endswith(_as_read(speaker)):
        message = f"“{speaker}” is stored, the document has “{printable(attribution.strip(), 200)}”"
        yield {"record": quote["id"], "field": "title", "message": message}
    heading = _heading_above(passage.start, headings)
    if heading != _as_read(quote["section"] or ""):
        message = f"“{quote['section'] or ''}” is stored, the heading above is “{heading}”"
        yield {"record": quote["id"], "field": "section", "message": message}


def _heading_above(at: int, headings: list[tuple[int, str]]) -> str:
    """The heading that stands last before a place in a document; empty for none."""
    above = bisect_left(headings, (at, ""))
    return headings[above - 1][1] if above else ""


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
