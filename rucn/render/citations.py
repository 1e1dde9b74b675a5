"""Citations as they are pasted: one after another in their style, or in Markdown."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TextIO, cast

from rucn.model.markdown import plain
from rucn.render.answer import Answer, Writing
from rucn.render.fields import select

if TYPE_CHECKING:
    from rucn.model.records import Citation

LANGUAGES = {"bibtex": "bibtex", "csl-json": "json"}


def write_citations(answer: Answer, writing: Writing, stream: TextIO) -> None:
    """Writes citations, all of one style, so that they can be pasted together; in Markdown as text or code of it."""
    content = select(answer, writing).content
    citations = cast("list[Citation]", content if isinstance(content, list) else [content] if content else [])
    if not citations:
        return
    style, written = citations[0]["style"], [one["citation"] for one in citations]
    if style == "csl-json":
        written = [json.dumps([item for one in written for item in json.loads(one)], ensure_ascii=False, indent=2)]
    if writing.format == "markdown" and style == "text":
        written = list(map(plain, written))
    is_code = writing.format == "markdown" and style in LANGUAGES
    together = ("\n" if style == "text" and writing.format == "table" else "\n\n").join(written)
    stream.write(f"{_as_code(together, LANGUAGES[style]) if is_code else together}\n")


def _as_code(text: str, language: str) -> str:
    """A text as a block of code of a language, in a fence that does not occur in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
