"""Reads a TinyDB file once and hands out its rows.

A file is opened read-only and in UTF-8; it is never created.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rucn.model.errors import DatabaseError, printable
from rucn.model.words import COUNTRIES

if TYPE_CHECKING:
    from rucn.model.rows import (
        FigureRow,
        OfficialRow,
        OtherNumberRow,
        ProjectRow,
        QuoteRow,
        RegionRow,
        SourceRow,
        TermRow,
        TieRow,
    )

Tables = dict[str, list[dict[str, Any]]]


class Dataset:
    """The rows of one database, by table, in the order of the file; the keyed ones by id or code."""

    def __init__(self, tables: Tables) -> None:
        rows: dict[str, Any] = tables
        self.sources: dict[str, SourceRow] = {row["id"]: row for row in rows["sources"]}
        self.officials: dict[str, OfficialRow] = {row["id"]: row for row in rows["officials"]}
        self.quotes: dict[str, QuoteRow] = {row["id"]: row for row in rows["quotes"]}
        self.figures: dict[str, FigureRow] = {row["id"]: row for row in rows["figures"]}
        self.projects: dict[str, ProjectRow] = {row["id"]: row for row in rows["projects"]}
        self.ties: dict[str, TieRow] = {row["id"]: row for row in rows["ties"]}
        self.other_numbers: dict[str, OtherNumberRow] = {row["id"]: row for row in rows["other_numbers"]}
        self.regions: dict[str, RegionRow] = {row["code"]: row for row in rows["regions"]}
        self._own_terms: list[TermRow] = rows["terms"]

    @cached_property
    def terms(self) -> "list[TermRow]":
        """The terms of the database, and those of the program that it does not name itself."""
        from rucn.model.terms import TERMS

        own = {(row["vocabulary"], row["code"]) for row in self._own_terms}
        return [*self._own_terms, *(row for row in TERMS if (row["vocabulary"], row["code"]) not in own)]

    def speaker(self, quote: str) -> "OfficialRow":
        """The official who said a quote, given the quote's id."""
        return self.officials[self.quotes[quote]["official"]]

    def region_name(self, code: str | None) -> str | None:
        """The English name of a region, given its code; None for None."""
        return None if code is None else self.regions[code]["names"]["en"]

    def area_name(self, code: str | None) -> str | None:
        """The English name of a region, federal district or country, given its code; None for None."""
        if code in self.regions:
            return self.region_name(code)
        if code in COUNTRIES:
            return COUNTRIES[code]
        return next((row["names"]["en"] for row in self.terms if row["code"] == code), code)


def read_tables(path: Path) -> Tables:
    """Reads the tables of a TinyDB file, whatever their rows hold; raises DatabaseError where that cannot be done."""
    from tinydb import TinyDB

    shown = printable(str(path), 120)
    try:
        # Opening a pipe or a device would wait for ever, or read without end.
        if path.exists() and not path.is_file():
            raise DatabaseError(f"{shown} is not a file; name the JSON file of a database")
        with TinyDB(path, access_mode="r", encoding="utf-8") as database:
            content = database.storage.read()
        if path.stat().st_size == 0:
            raise DatabaseError(f"{shown} is empty; name the JSON file of a database")
    except FileNotFoundError:
        raise DatabaseError(f"there is no file {shown}; --db and RUCN_DB name an existing database") from None
    except OSError as error:
        raise DatabaseError(f"{shown} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        reason = _unreadable(error)
        raise DatabaseError(f"{shown} is not JSON in UTF-8: {reason}; name the file of a database") from None
    if not isinstance(content, dict) or not all(_is_table(table) for table in content.values()):
        raise DatabaseError(f"{shown} is not a TinyDB file: tables of numbered rows are expected")
    if "quotes" not in content or "regions" not in content:
        raise DatabaseError(f"{shown} is a TinyDB file of something else: it has no quotes and regions")
    return {name: list(rows.values()) for name, rows in content.items()}


def _unreadable(error: ValueError | RecursionError) -> str:
    """Why a file is not JSON in UTF-8, in a user's terms."""
    from json import JSONDecodeError

    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is no UTF-8"
    if isinstance(error, JSONDecodeError):
        return "it begins with a byte order mark" if "BOM" in error.msg else f"line {error.lineno} cannot be read"
    return "it is nested too deep" if isinstance(error, RecursionError) else "a number in it is too long"


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        isinstance(number, str) and number.isascii() and number.isdigit() and isinstance(row, dict)
        for number, row in table.items()
    )
