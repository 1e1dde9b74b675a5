"""In what a text is written: as it is named, as its byte order mark says, or UTF-8."""

from __future__ import annotations

import codecs

from rucn.model.errors import UsageError, printable

# The longer first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


def encoding_of(beginning: bytes, named: str | None = None) -> str:
    """The encoding of what begins with these bytes; a mark tells forms of Unicode apart better than a name.

    Raises UsageError where the one that is named is unknown.
    """
    marked = next((encoding for mark, encoding in _MARKS if beginning.startswith(mark)), None)
    if named is None:
        return marked or "utf-8"
    try:
        # What is no encoding of text, or cannot read one back, is none here.
        understood = "a\n".encode(named).decode(named) == "a\n"
    except (LookupError, ValueError):
        understood = False
    if not understood:
        raise UsageError(f"there is no encoding “{printable(named)}”; cp1251, gb18030 and utf-16 are some")
    return marked if marked and codecs.lookup(named).name.startswith("utf") else named
