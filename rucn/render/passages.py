"""What of a quote is shown where there is no room for all of it: the sentences that its figures rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.render.answer import Span

_END = re.compile(r"(?<=[.!?。！？])[”’)]*(?:\s+|(?=\S)(?<=[。！？]))")
LEFT_OUT = " … "
# So many characters of a quote without figures are shown.
OPENING = 68


def sentences_with(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """The sentences of a text in which spans stand, and where these stand in them.

    A mark stands for the sentences that are left out between them.
    """
    said, shifted, end = "", [], 0
    for start, stop in _sentences(text):
        within = [one for one in spans if start <= one[0] < stop]
        if not within:
            continue
        # Evidence may reach into the next sentence.
        stop = max(stop, *(one[1] for one in within))
        gap = text[end:start] if end and not text[end:start].strip() else LEFT_OUT if said else ""
        start = max(start, end)
        shifted += [(one[0] - start + len(said + gap), one[1] - start + len(said + gap)) for one in within]
        said += gap + text[start:stop]
        end = stop
    return said, shifted


def opening(text: str) -> tuple[str, list[Span]]:
    """The first words of a text, no more than a line of them, and no spans."""
    if len(text) <= OPENING:
        return text, []
    return f"{text[: text.rindex(' ', 0, OPENING)] if ' ' in text[:OPENING] else text[:OPENING]} …", []


def _sentences(text: str) -> list[Span]:
    """Where each sentence begins and ends."""
    ends = [(found.start(), found.end()) for found in _END.finditer(text)]
    starts = [0, *(after for _, after in ends)]
    return list(zip(starts, [*(before for before, _ in ends), len(text)], strict=True))
