"""Where an export goes: it takes the place of what stood there when it is complete, and not before."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rucn.model.errors import UsageError, printable
from rucn.model.version import __version__
from rucn.model.whole import UNFINISHED, sync_folder, telling

# In a folder: which version of the program made it, and which files.
CONTENTS = "rucn-export.json"


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """A folder for what is not complete, in the same file system as `path`; gone afterwards.

    Raises:
        OutputError: It cannot be made, or what is made in it cannot be written.
    """
    target = Path(os.path.realpath(path))
    made = target.parent / f"{UNFINISHED}{os.getpid()}-{os.urandom(4).hex()}"
    with telling(path):
        try:
            made.mkdir()
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)


@contextmanager
def replace_folder(path: Path) -> Iterator[Path]:
    """Gives a new folder that takes the place of the one at `path` when all its files are made.

    Raises:
        UsageError: What stands there is no folder of this program alone.
        OutputError: It cannot be written; what stood there is unchanged.
    """
    target = Path(os.path.realpath(path))
    with folder_beside(target) as beside:
        require_own(target)
        new, old = beside / "new", beside / "old"
        new.mkdir()
        yield new
        files = [*_files(new), CONTENTS]
        contents = {"program": f"rucn {__version__}", "files": files}
        (new / CONTENTS).write_text(json.dumps(contents, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        for name in files:
            with (new / name).open("rb") as file:
                os.fsync(file.fileno())
        # Once more, since somebody may have put something there meanwhile.
        require_own(target)
        try:
            if target.exists():
                target.rename(old)
            new.rename(target)
        except BaseException:
            if old.exists() and not target.exists():
                old.rename(target)
            raise
        with suppress(OSError):
            sync_folder(target.parent)


def require_own(target: Path) -> None:
    """Raises UsageError where something stands that is not, or not only, an export of this program."""
    if not target.exists():
        return
    shown = printable(str(target), 120)
    if not target.is_dir():
        raise UsageError(f"{shown} is a file, and a folder is to be written; name another")
    found = _files(target)
    others = [name for name in found if name not in _listed(target)]
    if others:
        raise UsageError(f"{shown} is no export of rucn alone: {printable(others[0], 120)} is in it; name another")


def _files(folder: Path) -> list[str]:
    """All that stands in a folder and in those in it, but for folders."""
    found = (
        os.path.relpath(os.path.join(root, name), folder)
        for root, folders, files in os.walk(folder)
        for name in (*files, *(one for one in folders if os.path.islink(os.path.join(root, one))))
    )
    return sorted(found)


def _listed(folder: Path) -> set[str]:
    """The files of an export, as it says itself; none where it is no export."""
    try:
        contents = json.loads((folder / CONTENTS).read_bytes())
        return set(contents["files"]) if str(contents["program"]).startswith("rucn ") else set()
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return set()
