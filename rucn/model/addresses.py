"""Addresses of pages: what is one, and how it is written where some characters have another meaning."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r'https?://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#][^\s<>"\\]*)?', re.IGNORECASE)
# Browsers let these pass, though no address may have them.
UNSAFE = "{}|^`"


def is_address(written: str) -> bool:
    """Whether it is the address of a page: http or https, a host, and nothing that could end it where it stands."""
    return written.isprintable() and _ADDRESS.fullmatch(written) is not None


def encode_address(address: str, unsafe: str = UNSAFE) -> str:
    """An address that leads to the same page, with some characters (ASCII) as their codes: `{` is `%7B`."""
    return "".join(f"%{ord(sign):02X}" if sign in unsafe else sign for sign in address)
