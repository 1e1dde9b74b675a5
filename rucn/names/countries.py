"""The two countries, as a table names them beside their regions."""

from __future__ import annotations

from functools import cache

from rucn.names.folding import GENERIC_BEGINNINGS, fold

# By code: names and codes that stand for a country in a cell of its own, or after a comma.
NAMES = {
    "RU": ("ru", "rus", "Russia", "Russian Federation", "Россия", "РФ", "Российская Федерация", "俄羅斯"),
    "CN": (
        *("cn", "chn", "China", "PRC", "People’s Republic of China"),
        *("Китай", "КНР", "Китайская Народная Республика", "中國"),
    ),
}


def country_named(written: str) -> str | None:
    """The code of the country that is named, or given by its code; None for any other name."""
    return _countries().get(fold(written))


@cache
def _countries() -> dict[str, str]:
    beginnings = {name: "RU" if name.startswith("俄") else "CN" for name in GENERIC_BEGINNINGS}
    return beginnings | {fold(name): code for code, names in NAMES.items() for name in names}
