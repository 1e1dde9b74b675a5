"""Where the bundled files are: inside an installed package, or in `data/` of a checkout."""

from pathlib import Path

PACKED = Path(__file__).parent / "data" / "rucn.json"
IN_CHECKOUT = Path(__file__).parent.parent / "data" / "rucn.json"


def bundled() -> Path:
    """The database that comes with the program."""
    return PACKED if PACKED.exists() else IN_CHECKOUT
