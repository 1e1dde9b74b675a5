"""Shows where in a text words stand: evidence in its quote, and what was searched for."""

from rich.text import Text

from rucn.render.answer import Span

EVIDENCE = "bold underline"
LEFT_OUT = "…"
# What is cut off is longer, at the least.
LEEWAY = 20


def highlight(text: str, spans: list[Span], styled: bool = True, style: str = "") -> Text:
    """A text in which spans are highlighted; where nothing can be, they stand between brackets. No two may overlap."""
    if not styled:
        for start, end in reversed(spans):
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
        return Text(text, style=style)
    shown = Text(text, style=style)
    for start, end in spans:
        shown.stylize(EVIDENCE, start, end)
    return shown


def shorten(text: str, spans: list[Span], length: int) -> str:
    """As many whole words of a text as fit a length, around as many spans; a mark stands for what is left out."""
    if len(text) <= length:
        return text
    middle = _fullest(spans, length // 2)
    start = max(0, min(middle - length // 2, len(text) - length))
    end = start + length
    start = text.find(" ", start) + 1 if start > LEEWAY else 0
    end = text.rfind(" ", start, end) if end < len(text) - LEEWAY else len(text)
    return f"{LEFT_OUT if start else ''}{text[start:end].rstrip(',;')}{LEFT_OUT if end < len(text) else ''}"


def _fullest(spans: list[Span], length: int) -> int:
    """The middle of the stretch of a length that has the most spans; the beginning of the text where there are none."""
    stretches = [[one for one in spans if one[0] >= start and one[1] <= start + length] for start, _ in spans]
    fullest = max(stretches, key=len, default=[])
    return (fullest[0][0] + fullest[-1][1]) // 2 if fullest else 0
