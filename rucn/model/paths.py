"""Where the bundled files are: inside an installed package, or in `data/` of a checkout."""

from pathlib import Path

PACKED = Path(__file__).parent.parent / "data"
IN_CHECKOUT = Path(__file__).parent.parent.parent / "data"
DATABASE = "rucn.json"
REFERENCES = "references.jsonl"
RATES = "rates.tsv"


def bundled_folder() -> Path:
    """The folder of the files that come with the program."""
    return PACKED if PACKED.exists() else IN_CHECKOUT


def gazetteer_folder() -> Path:
    """The folder of the names of regions and cities."""
    return bundled_folder() / "gazetteer"


def bundled_database() -> Path:
    """The database that comes with the program."""
    return bundled_folder() / DATABASE
