"""What Russian and Chinese regional leaders said on trade, investment and cooperation, each number with its words.

    import rucn

    database = rucn.open()
    database.region("irkutsk")["trade"]

Records are dictionaries of JSON values; `rucn.model.records` describes them.
"""

import os

# Set here, not imported: the shorter the time before the program is in charge, the fewer interrupts show a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from rucn.database.database import Database
    from rucn.model.records import Problem

__version__ = "0.1.0"


def check(path: str | os.PathLike[str] | None = None, source: str | os.PathLike[str] | None = None) -> "list[Problem]":
    """Every problem of the bundled database, or of the one at `path`; none where it is sound.

    With `source` the quotes are held against the document at that path too. Raises DatabaseError where the
    database cannot be read, and UsageError where the document cannot.
    """
    from rucn.database.opening import check_database

    return check_database(path, source)


def open(path: str | os.PathLike[str] | None = None) -> "Database":
    """Opens the bundled database, or the one at `path`.

    Raises DatabaseError where the file cannot be read or is not sound.
    """
    from rucn.database.opening import open_database

    return open_database(path)
