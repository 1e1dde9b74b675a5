"""A sorted file of keys that is searched as it stands, and taken apart only when much is asked of it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from rucn.model.contents import UnreadableError, content_of
from rucn.model.errors import DatabaseError, printable
from rucn.model.paths import gazetteer_folder

# Taking a file apart costs as much as this many searches in it.
SEARCHES = 200
# How the files begin, a comment or an object of JSON; they end in a line end.
BEGINNINGS = (b"#", b"{")


class Lines:
    """The lines of a generated file, each a key and after a tab the numbers of who bears it, sorted by their bytes.

    One name needs a few keys of thousands: to find those costs less than to read the others.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._searches = 0

    def get(self, key: str) -> list[int] | None:
        """The numbers that stand by a key; None where the key is not there."""
        if self._searches < SEARCHES:
            self._searches += 1
            start = self._start_of(key.encode("utf-8", "replace"))
            line = self._content[start : self._content.find(b"\n", start)].decode()
            found, _, numbers = line.partition("\t")
            return [int(number) for number in numbers.split()] if found == key else None
        listed = self._apart.get(key)
        return None if listed is None else [int(number) for number in listed.split()]

    def __contains__(self, key: object) -> bool:
        if self._searches < SEARCHES:
            return isinstance(key, str) and self.get(key) is not None
        return key in self._apart

    def isdisjoint(self, keys: Iterable[str]) -> bool:
        """Whether none of some keys is there."""
        if self._searches < SEARCHES:
            return not any(key in self for key in keys)
        return self._apart.keys().isdisjoint(keys)

    def __iter__(self) -> Iterator[str]:
        return iter(self._apart)

    def items(self) -> Iterator[tuple[str, list[int]]]:
        """Every key with its numbers."""
        for key, listed in self._apart.items():
            yield key, [int(number) for number in listed.split()]

    def firsts(self) -> Iterator[tuple[str, int]]:
        """Every key with the first of its numbers."""
        for key, listed in self._apart.items():
            yield key, int(listed.partition(" ")[0])

    def beginning(self, key: str) -> Iterator[tuple[str, list[int]]]:
        """The keys that begin so, with their numbers."""
        if self._searches >= SEARCHES:
            keys = self._in_order
            for at in range(bisect_left(keys, key), len(keys)):
                if not keys[at].startswith(key):
                    return
                yield keys[at], [int(number) for number in self._apart[keys[at]].split()]
            return
        self._searches += 1
        wanted = key.encode("utf-8", "replace")
        start = self._start_of(wanted)
        while self._content.startswith(wanted, start):
            end = self._content.find(b"\n", start)
            found, _, numbers = self._content[start:end].decode().partition("\t")
            yield found, [int(number) for number in numbers.split()]
            start = end + 1

    @cached_property
    def _content(self) -> bytes:
        return read(self._name)

    @cached_property
    def _in_order(self) -> list[str]:
        return list(self._apart)

    @cached_property
    def _apart(self) -> dict[str, str]:
        text = self._content[self._content.find(b"\n") + 1 : -1].decode()
        if "\t" not in text:
            return dict.fromkeys(text.split("\n"), "")
        # Keys and numbers in turn: ten thousands of lines are not to be split one by one.
        fields = text.replace("\n", "\t").split("\t")
        return dict(zip(fields[::2], fields[1::2], strict=True))

    def _start_of(self, key: bytes) -> int:
        """Where the first line starts whose key is not less."""
        content = self._content
        low, high = content.find(b"\n") + 1, len(content)
        while low < high:
            start = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = content.find(b"\n", start)
            if content[start:end].partition(b"\t")[0] < key:
                low = end + 1
            else:
                high = start
        return low


def read(name: str) -> bytes:
    """The content of a generated file of the gazetteer."""
    path = gazetteer_folder() / name
    shown = printable(str(path), 120)
    try:
        content = content_of(path)
    except FileNotFoundError:
        raise DatabaseError(f"there is no file {shown}; install rucn anew") from None
    except UnreadableError as error:
        raise DatabaseError(f"{shown} {error}; install rucn anew") from None
    if content[:1] not in BEGINNINGS or not content.endswith(b"\n"):
        raise DatabaseError(f"{shown} is damaged; install rucn anew")
    return content
