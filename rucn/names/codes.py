"""Codes of other systems than ISO 3166-2, where a column is said to hold them: `77`, `110000`, `RS20`, `CN.HE`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple, get_args

from rucn.model.vocabulary import CodeSystem
from rucn.names.folding import fold
from rucn.names.index import Entity
from rucn.names.lines import read
from rucn.names.resolver import region

SYSTEMS: tuple[CodeSystem, ...] = get_args(CodeSystem)
# In a file of codes: heads that several regions share, of which the file does not say which is meant.
UNDECIDED = "-"
# How many digits codes of a system have; a spreadsheet takes the zero from the front of some.
LENGTHS = {
    "okato": (2, 5, 8, 11),
    "oktmo": (2, 3, 8, 11),
    "tax": (2, 4, 11, 13),
    "gb2260": (2, 4, 6, 9, 12),
}
# What stands before the code of a region, by the country.
PREFIXES = {"fips": {"RS": "RU", "CH": "CN"}, "geonames": {"RU": "RU", "CN": "CN"}, "hasc": {"RU": "RU", "CN": "CN"}}
_NUMBER = re.compile(r"(\d+)(?:[.,]0+)?")
_PARTS = re.compile(r"([A-Z]{2})[-_ .–:/]?([A-Z\d]{1,3})")


class Codes(NamedTuple):
    """The regions by the head of a number, for each system of numbers, and by their codes in each country."""

    numbers: dict[str, dict[str, str]]
    parts: dict[str, dict[tuple[str, str], str]]


def region_of_code(written: str, systems: Sequence[CodeSystem], within: str = "") -> list[Entity]:
    """The regions that a code of any of these systems stands for, each once; none where it is no such code.

    A code of a smaller place leads to its region. `within` begins the codes of ISO 3166-2 that are sought.
    """
    plain = written.strip().upper().lstrip("'")
    found = dict.fromkeys(code for system in systems for code in _READERS[system](plain, system, within) if code)
    return [region(code) for code in found if code.startswith(within)]


def _of_number(written: str, system: str, within: str) -> list[str]:
    number = _NUMBER.fullmatch(written)
    lengths = LENGTHS[system]
    if number is None:
        return []
    digits = number[1].zfill(len(number[1]) + (len(number[1]) not in lengths and len(number[1]) + 1 in lengths))
    if len(digits) not in lengths:
        return []
    heads = _codes().numbers[system]
    head = next((digits[:end] for end in range(len(digits), 1, -1) if digits[:end] in heads), "")
    return [heads[head]] if head and heads[head] != UNDECIDED else []


def _of_parts(written: str, system: str, within: str) -> list[str]:
    parts = _PARTS.fullmatch(written)
    country = PREFIXES[system].get(parts[1]) if parts else within.rstrip("-")
    code = parts[2] if parts else written
    known = _codes().parts["hasc" if system == "hasc" else "fips"]
    return [known.get((country or "", code.zfill(2)), "")]


def _of_iso(written: str, system: str, within: str) -> list[str]:
    """ISO 3166-2 with any mark between its parts, or with the second part alone; China's older codes are numbers."""
    regions = _codes().numbers["iso"]
    parts = _PARTS.fullmatch(written)
    if parts and parts[1] in ("RU", "CN"):
        return [regions.get(f"{parts[1]}-{parts[2]}", ""), *(_of_number(parts[2], "gb2260", "") * (parts[1] == "CN"))]
    return [regions.get(f"{country}-{written}", "") for country in ("RU", "CN")]


_READERS: dict[str, Callable[[str, str, str], list[str]]] = {
    "iso": _of_iso,
    **dict.fromkeys(LENGTHS, _of_number),
    **dict.fromkeys(PREFIXES, _of_parts),
}


@cache
def _codes() -> Codes:
    """The codes as the gazetteer's file has them."""
    _, header, *lines = read("codes.tsv").decode().splitlines()
    numbers: dict[str, dict[str, str]] = {system: {} for system in (*LENGTHS, "iso")}
    parts: dict[str, dict[tuple[str, str], str]] = {"fips": {}, "hasc": {}}
    for line in lines:
        row = dict(zip(header.split("\t"), line.split("\t"), strict=True))
        code = row.pop("region")
        numbers["iso"][code] = code
        for system, written in row.items():
            for one in written.split():
                if system in parts:
                    parts[system][code[:2], one] = code
                else:
                    numbers[system][one] = code
    return Codes(numbers, parts)


def system_named(written: str) -> CodeSystem | None:
    """The system of codes that is named, in any case and with any marks: `GB/T 2260` too; None for no such."""
    plain = fold(written).replace("gbt", "gb")
    return next((system for system in SYSTEMS if system == {"kladr": "tax", "iso31662": "iso"}.get(plain, plain)), None)
