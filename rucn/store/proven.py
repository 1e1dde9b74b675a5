"""What has been proven sound is not proven again: the verdict is kept, with the tables as they were read.

A verdict goes by the digest of what was proven and of the checks that proved it: where either changes, it is proven
anew. Verdicts stand in the user's cache folder and may be deleted at will. A folder that is missing or may not be
written costs time, and is never an error.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from rucn.model import paths

if TYPE_CHECKING:
    from rucn.model.rows import Tables

Value = TypeVar("Value")
# So many files are kept, the latest.
MOST = 64
CHECKSUM_BYTES = 4
# The packages that a verdict, and what is made from proven rows, rest on.
PROVING = ("checks", "database", "model", "model/records", "names", "queries", "queries/search", "reading", "store")


def digest_of(*contents: bytes) -> str:
    """What a verdict on these contents goes by."""
    found = sha256(_checks())
    for content in contents:
        found.update(sha256(content).digest())
    return found.hexdigest()


def kept_tables(digest: str) -> Tables | None:
    """The tables that were proven sound under a digest; None where none were, or they cannot be read."""
    body = _read(digest)
    try:
        return None if body is None else _KeptTables(body)
    except (ValueError, EOFError, TypeError):
        return None


def keep_tables(digest: str, tables: Tables) -> None:
    """Keeps the verdict that tables are sound, for the next time."""
    parts = {name: marshal.dumps(rows) for name, rows in tables.items()}
    index = marshal.dumps({name: len(part) for name, part in parts.items()})
    _write(digest, b"".join([len(index).to_bytes(CHECKSUM_BYTES, "big"), index, *parts.values()]))


def kept_value(digest: str, name: str, make: Callable[[], Value]) -> Value:
    """A value made from proven tables, of lists, tuples, sets, dictionaries and texts: as it was kept, or made anew."""
    body = _read(f"{digest}.{name}")
    try:
        if body is not None:
            return cast("Value", marshal.loads(body))
    except (ValueError, EOFError, TypeError):
        pass
    value = make()
    _write(f"{digest}.{name}", marshal.dumps(cast("Any", value)))
    return value


def kept_verdicts(library: str) -> set[str]:
    """The digests of those files of a library that were proven sound, given what the library is called here."""
    body = _read(library)
    try:
        return set() if body is None else set(marshal.loads(body))
    except (ValueError, EOFError, TypeError):
        return set()


def keep_verdicts(library: str, digests: Iterable[str]) -> None:
    """Keeps which files of a library are sound, for the next time that one of them has changed."""
    _write(library, marshal.dumps(sorted(digests)))


def _read(name: str) -> memoryview | None:
    """What is kept under a name; None where nothing is, or it is damaged."""
    try:
        content = (_folder() / name).read_bytes()
    except (OSError, RuntimeError):
        # There is no such file, or nobody's home to have it in.
        return None
    checksum, body = content[:CHECKSUM_BYTES], memoryview(content)[CHECKSUM_BYTES:]
    return body if zlib.crc32(body).to_bytes(CHECKSUM_BYTES, "big") == checksum else None


def _write(name: str, body: bytes) -> None:
    """Keeps something whole, or not at all; the oldest things go."""
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[: 1 - MOST]:
            old.unlink()
        unfinished = folder / f"{name}.{os.getpid()}"
        unfinished.write_bytes(zlib.crc32(body).to_bytes(CHECKSUM_BYTES, "big") + body)
        unfinished.replace(folder / name)
    except (OSError, RuntimeError):
        return


class _KeptTables(Mapping[str, list[dict[str, Any]]]):
    """Tables as they are kept; each is taken apart when it is asked for."""

    def __init__(self, body: memoryview) -> None:
        start = CHECKSUM_BYTES + int.from_bytes(body[:CHECKSUM_BYTES], "big")
        self._body = body
        self._places: dict[str, int] = {}
        for name, length in marshal.loads(body[CHECKSUM_BYTES:start]).items():
            self._places[name] = start
            start += length

    def __getitem__(self, name: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = marshal.loads(self._body[self._places[name] :])
        return rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _folder() -> Path:
    return paths.user_folder("cache") / "proven"


def _checks() -> bytes:
    """What tells these checks from others: the files that they are made of and read, and the Python that runs them."""
    import sys

    package = Path(__file__).parent.parent
    files = [path for name in PROVING for path in (package / name).glob("*.py")]
    files += paths.gazetteer_folder().glob("*")
    return "\n".join([sys.version, *sorted(map(_told, files))]).encode()


def _told(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return f"{path}"
    return f"{path} {status.st_size} {status.st_mtime_ns}"
