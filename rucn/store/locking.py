"""The lock of a folder: whoever writes the files in it holds it, and others are told who that is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from rucn.model.contents import UnreadableError, content_of
from rucn.model.errors import DatabaseError, printable
from rucn.model.whole import telling

LOCK = ".rucn.lock"
# Seconds that a writer waits for another.
PATIENCE = 5.0


@contextmanager
def lock_folder(folder: Path, path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keeps others from writing in a folder.

    The system takes the lock from a process that ends, however it does. What the file of the lock says only tells a
    person who holds it.

    Args:
        folder: The folder, which exists.
        path: What is to be written, for messages.
        patience: For how many seconds another writer is waited for.

    Raises:
        DatabaseError: Another writer holds the lock for longer than that.
        OutputError: There can be no lock in the folder: it is read-only, its disk is full, or has no locks.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, timeout=patience, poll_interval=0.02, on_acquired=_sign)
    with telling(path):
        try:
            lock.acquire()
        except Timeout:
            shown, holder = printable(str(path), 120), _holder(folder / LOCK)
            raise DatabaseError(f"{shown} is being written by {holder}; try again when that has ended") from None
    try:
        yield
    finally:
        lock.release()


def _sign(descriptor: int) -> None:
    """Writes into the file of the lock who holds it."""
    command = printable(" ".join([Path(sys.argv[0]).name, *sys.argv[1:]]))
    holder = f"process {os.getpid()} on {os.uname().nodename} since {datetime.now():%Y-%m-%d %H:%M} ({command})\n"
    # On a full disk there is no room for it.
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, holder.encode("utf-8", "replace"), 0)


def _holder(lock: Path) -> str:
    try:
        signed = content_of(lock).decode("utf-8", "replace").strip()
    except (OSError, UnreadableError):
        signed = ""
    return printable(signed, 200) or "another process"
