"""What a terminal acts on instead of showing it: control, escape and C1 characters, and those that turn the direction.

An argument, a document or a database may hold them, and could so hide, overwrite or forge what is read.
"""

from __future__ import annotations

# Line ends and tabs do no harm. After the controls: the marks, embeddings, overrides and isolates of direction, and the
# separators of lines and paragraphs.
_ACTED_ON = [
    *(code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"),
    *(0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)),
]
ESCAPES = {code: chr(code).encode("unicode_escape").decode("ascii") for code in _ACTED_ON}
JSON_ESCAPES = {code: f"\\u{code:04x}" for code in _ACTED_ON}


def escape_controls(text: str) -> str:
    """A text with an escape in place of every such character."""
    return text if text.isprintable() else text.translate(ESCAPES)
