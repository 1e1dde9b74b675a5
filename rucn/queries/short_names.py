"""Names in short, for where there is little room: `Irkutsk` for Irkutsk Region, `Levchenko` for Sergei Levchenko."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset

_REGION = re.compile(
    r"Republic of (?P<republic>[^(–]+?)(?: –.*)?$|Republic of .*\((?P<known_as>.+)\)$"
    r"|(?P<autonomous>.+?)(?: Zhuang| Hui| Uygur)? Autonomous (?:Area|Region)(?: –.*)?$"
    r"|(?P<name>.+?) (?:Region|Territory|Province|Municipality|Special Administrative Region)$"
)
# This would be left of a name, and is none.
_ADJECTIVE = "Jewish"


def short_names(dataset: Dataset) -> dict[str, str]:
    """Names of regions and officials, each with a shorter one that no other of them has or begins with."""
    regions = {row["names"]["en"]: _short_region(row["names"]["en"]) for row in dataset.regions.values()}
    officials = {row["name"]: _surname(row["name"], row["country"]) for row in dataset.officials.values()}
    return {**_clear(regions), **_clear(officials)}


def _short_region(name: str) -> str:
    found = _REGION.match(name)
    short = next(filter(None, found.groups()), name) if found else name
    return name if short == _ADJECTIVE else short


def _surname(name: str, country: str) -> str:
    """The family name: the last word in Russia, the first in China."""
    words = name.split()
    return words[-1 if country == "RU" else 0]


def _clear(names: dict[str, str]) -> dict[str, str]:
    """The names that are shorter, and begin no other name."""
    shorts = Counter(names.values())
    beginnings = Counter(beginning for name in names for beginning in accumulate(name.split(), "{} {}".format))
    return {
        name: short
        for name, short in names.items()
        if short != name and shorts[short] == 1 and beginnings[short] == name.startswith(f"{short} ")
    }
