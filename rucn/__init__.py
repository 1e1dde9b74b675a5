"""What Russian and Chinese regional leaders said on trade, investment and cooperation, each number with its words.

    import rucn

    database = rucn.open()
    database.region("irkutsk")["trade"]

Records are dictionaries of JSON values; `rucn.records` describes them.
"""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.api import Database

__version__ = "0.1.0"


def open(path: str | os.PathLike[str] | None = None) -> "Database":
    """Opens the bundled database, or the one at `path`.

    Raises rucn.errors.DatabaseError where the file cannot be read or is not sound.
    """
    from rucn.api import open_database

    return open_database(path)
