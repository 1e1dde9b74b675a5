"""Text in Markdown, as CommonMark and GitHub read it: nothing in it but an address has a meaning."""

from __future__ import annotations

import re

from rucn.model.addresses import UNSAFE, encode_address, is_address

_SIGNS = re.compile(r"[\\`*_\[\]<>|~$#]|&(?=#?\w+;)")
_BREAKS = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
# What would begin a list, or make a heading of the line above.
_START = re.compile(r"(\d{1,9}(?=[.)])|(?=[-+=]))")
_IN_TEXT = re.compile(r'https?://[^\s<>"“”«»，。；、（）]+', re.IGNORECASE)
_AFTER = ".,;:!?'’…*_~"


def plain(text: str) -> str:
    """A text on one line that reads as it was given, with its addresses as links."""
    text = _BREAKS.sub(" ", text)
    if is_address(text):
        return link(text)
    made, position = "", 0
    for found in _IN_TEXT.finditer(text):
        address = _trimmed(found[0])
        if is_address(address):
            made += _escaped(text[position : found.start()]) + link(address)
            position = found.start() + len(address)
    return made + _escaped(text[position:])


def as_block(made: str) -> str:
    """Markdown that a line begins with: it becomes no list, heading or code."""
    made = made.lstrip()
    start = _START.match(made)
    return f"{made[: start.end()]}\\{made[start.end() :]}" if start else made


def link(address: str) -> str:
    """An address as a link to it; as a text where it is none of a page."""
    return f"<{_target(address)}>" if is_address(address) else _escaped(address)


def titled_link(title: str, address: str) -> str:
    """A title that is a link; what is no address of a page stands after it."""
    if not is_address(address):
        return f"{plain(title)}, {_escaped(address)}"
    return f"[{_escaped(title)}]({_target(address, UNSAFE + '()[]')})"


def _target(address: str, unsafe: str = UNSAFE) -> str:
    # Some readers take what looks like an entity for one in a link too.
    return re.sub(r"(&#?\w+);", r"\1%3B", encode_address(address, unsafe))


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _trimmed(address: str) -> str:
    """An address in a text without the signs that end a sentence or a bracket around it."""
    while address[-1] in _AFTER or any(
        address[-1] == closing and address.count(closing) > address.count(opening) for opening, closing in ("()", "[]")
    ):
        address = address[:-1]
    return address
