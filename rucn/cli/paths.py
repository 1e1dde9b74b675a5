"""Files and databases as they are named on a command line."""

import os
from pathlib import Path

from rucn.model.errors import UsageError
from rucn.model.paths import BUNDLED


def file_path(written: str) -> Path:
    """The path that is written, byte for byte, whatever the locale; raises UsageError where it can be none."""
    if not written or "\0" in written:
        raise UsageError("an option that names a file (--db or RUCN_DB, too) needs its path")
    return Path(os.path.expanduser(os.fsdecode(written.encode("utf-8", "surrogateescape"))))


def named_databases(written: list[str] | None) -> list[str | Path] | None:
    """The databases that are written, or else those of the variable, parted as in PATH; None where there are none.

    They are paths, and `bundled` as it is.
    """
    several = written or [one for one in os.environ.get("RUCN_DB", "").split(os.pathsep) if one]
    return [one if one == BUNDLED else file_path(one) for one in several] or None
