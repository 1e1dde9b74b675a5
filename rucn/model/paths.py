"""Where files are: the bundled ones inside an installed package, or in `data/` of a checkout, the user's at home."""

import os
import sys
from pathlib import Path

PACKED = Path(__file__).parent.parent / "data"
IN_CHECKOUT = Path(__file__).parent.parent.parent / "data"
DATABASE = "rucn.json"
REFERENCES = "references.jsonl"
RATES = "rates.tsv"
# What means the database that comes with the program, where a database is named.
BUNDLED = "bundled"
# The user's folders as platformdirs has them, which takes longer to load than the program to answer: the variable that
# names each, where it is otherwise, and where it is on a Mac.
_USER_FOLDERS = {
    "data": ("XDG_DATA_HOME", "~/.local/share", "~/Library/Application Support"),
    "cache": ("XDG_CACHE_HOME", "~/.cache", "~/Library/Caches"),
}


def bundled_folder() -> Path:
    """The folder of the files that come with the program."""
    return PACKED if PACKED.exists() else IN_CHECKOUT


def gazetteer_folder() -> Path:
    """The folder of the names of regions and cities."""
    return bundled_folder() / "gazetteer"


def bundled_database() -> Path:
    """The database that comes with the program."""
    return bundled_folder() / DATABASE


def library_folder() -> Path:
    """The folder of the user's own library, whether or not there is one; RuntimeError where the user has no home."""
    return user_folder("data") / "library"


def user_folder(kind: str) -> Path:
    """The program's folder of the user's `data` or `cache`; raises RuntimeError where the user has no home."""
    variable, usual, on_mac = _USER_FOLDERS[kind]
    named = os.environ.get(variable, "")
    if not os.path.isabs(named):
        named = os.path.expanduser(on_mac if sys.platform == "darwin" else usual)
    if not os.path.isabs(named):
        raise RuntimeError("the user has no home")
    return Path(named) / "rucn"
