"""Writes a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from rucn.model.errors import OutputError, printable

# How the names of files begin that are not written to their end.
UNFINISHED = ".rucn-"
# Where a system keeps what is no file of its own: devices, and the streams of a process.
_STREAMS = ("/dev/", "/proc/")


@contextmanager
def replace_file(
    path: Path, before: Callable[[Path], None] = lambda unfinished: None, beginning: str = UNFINISHED
) -> Iterator[BinaryIO]:
    """Opens a new file that takes the place of the one at `path` when all is written to it, and not before.

    A link leads to its target, which keeps its permissions. A device, or a pipe that somebody reads, is written to as
    it is.

    Args:
        path: Where it is to be found.
        before: Called with the new file, which has all its content, just before it takes the place; what it raises
            leaves what stood there.
        beginning: How the name of the new file begins until then.

    Raises:
        OutputError: It cannot be written; what stood there is unchanged.
    """
    with telling(path):
        status = _status(path)
        if status and stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if str(path).startswith(_STREAMS) or (status and not stat.S_ISREG(status.st_mode)):
            with os.fdopen(_open_stream(path), "wb") as file:
                yield file
        else:
            with _replacing(Path(os.path.realpath(path)), status, before, beginning) as file:
                yield file


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raises OutputError, which names the file that cannot be written, for what the system refuses meanwhile."""
    try:
        yield
    except OSError as error:
        reason = "nobody reads this pipe" if error.errno == errno.ENXIO else error.strerror
        raise OutputError(f"{printable(str(path), 120)} cannot be written: {reason}") from None


@contextmanager
def _replacing(
    target: Path, old: os.stat_result | None, before: Callable[[Path], None], beginning: str
) -> Iterator[BinaryIO]:
    if old and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    # In the same folder: from another file system it could not take the place at one stroke.
    unfinished = target.parent / f"{beginning}{os.getpid()}-{os.urandom(4).hex()}"
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if old:
                _keep_owner(file.fileno(), old)
            yield file
            file.flush()
            os.fsync(file.fileno())
        before(unfinished)
        unfinished.replace(target)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
    with suppress(OSError):
        sync_folder(target.parent)


def _keep_owner(descriptor: int, old: os.stat_result) -> None:
    """Gives a file the permissions of an old one, and its owner and group where that is allowed."""
    with suppress(PermissionError):
        os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def sync_folder(folder: Path) -> None:
    """Has the names in a folder outlast a failure of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _open_stream(path: Path) -> int:
    """Opens what is no file; a pipe that nobody reads is not waited for."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    os.set_blocking(descriptor, True)
    return descriptor


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None
