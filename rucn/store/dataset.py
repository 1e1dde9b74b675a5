"""The rows of one database in memory, by id, and the indexes that lead from one to another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from rucn.model.vocabulary import COUNTRIES

if TYPE_CHECKING:
    from rucn.model.rows import (
        FigureRow,
        OfficialRow,
        OtherNumberRow,
        ProjectRow,
        QuoteRow,
        RegionRow,
        SourceRow,
        Tables,
        TermRow,
        TieRow,
    )
    from rucn.model.vocabulary import Country

# The table of a source in which references and events stand.
REPORTED = "references"
# The table of several files in which the other ids of people stand, who are one official.
SAME_PEOPLE = "same_people"
Row = TypeVar("Row")
Value = TypeVar("Value")


class Dataset:
    """The rows of one database, by table, in the order of the file; the keyed ones by id or code.

    A table is read when it is first asked for. The rows have to be sound (`rucn.checks`). `digest` is that of the file,
    where the verdict on it is kept (`rucn.store.proven`).
    """

    def __init__(self, tables: Tables, digest: str | None = None, asked: Collection[str] | None = None) -> None:
        self._tables: Any = tables
        self.digest = digest
        self._asked = asked

    def only(self, sources: Collection[str]) -> Dataset:
        """The rows that rest on these sources (ids) alone; those that others report stay, to compare with."""
        quotes = [row for row in self.quotes.values() if row["source"] in sources]
        ids, speakers = {row["id"] for row in quotes}, {row["official"] for row in quotes}
        resting = {
            table: [row for row in self._tables[table] if row["quote"] in ids]
            for table in ("figures", "projects", "ties", "other_numbers")
        }
        kept: dict[str, Any] = {
            "sources": [row for row in self.sources.values() if row["id"] in sources],
            "officials": [row for row in self.officials.values() if row["id"] in speakers],
            "quotes": quotes,
        }
        return Dataset({**self._tables, **kept, **resting}, asked=sources)

    def asks(self, source: str | None) -> bool:
        """Whether a source is among those that the rows are narrowed to, if they are."""
        return self._asked is None or source in self._asked

    def made(self, name: str, make: Callable[[], Value]) -> Value:
        """A value of lists, tuples, dictionaries and texts that is made from these rows alone, made once if it can be.

        It is kept with the verdict on the file; a dataset without one makes it anew.
        """
        if self.digest is None:
            return make()
        from rucn.store.proven import kept_value

        return kept_value(self.digest, name, make)

    @cached_property
    def sources(self) -> dict[str, SourceRow]:
        """The documents that the quotes are taken from."""
        return self._by("sources", "id")

    @cached_property
    def officials(self) -> dict[str, OfficialRow]:
        """The people quoted."""
        return self._by("officials", "id")

    @cached_property
    def quotes(self) -> dict[str, QuoteRow]:
        """The quotes, in the order of their sources."""
        return self._by("quotes", "id")

    @cached_property
    def figures(self) -> dict[str, FigureRow]:
        """The numbers stated."""
        return self._by("figures", "id")

    @cached_property
    def projects(self) -> dict[str, ProjectRow]:
        """The projects, instruments and proposals."""
        return self._by("projects", "id")

    @cached_property
    def ties(self) -> dict[str, TieRow]:
        """The ties between places or people."""
        return self._by("ties", "id")

    @cached_property
    def other_numbers(self) -> dict[str, OtherNumberRow]:
        """The numbers that are no figures, each with the reason."""
        return self._by("other_numbers", "id")

    @cached_property
    def reported(self) -> list[Any]:
        """The references and events that stand in the files of sources."""
        found: list[Any] = self._tables.get(REPORTED, [])
        return found

    @cached_property
    def same_people(self) -> dict[str, str]:
        """The ids of officials by those that they have in other files."""
        return {row["id"]: row["person"] for row in self._tables.get(SAME_PEOPLE, ())}

    @cached_property
    def regions(self) -> dict[str, RegionRow]:
        """The regions, by ISO 3166-2 code."""
        return self._by("regions", "code")

    @cached_property
    def terms(self) -> list[TermRow]:
        """The terms of the database, and those of the program that it does not name itself."""
        from rucn.model.terms import program_terms

        own: list[TermRow] = self._tables["terms"]
        named = {(row["vocabulary"], row["code"]) for row in own}
        return [*own, *(row for row in program_terms() if (row["vocabulary"], row["code"]) not in named)]

    @cached_property
    def figures_of_quote(self) -> dict[str, list[FigureRow]]:
        """The figures stated in each quote, by its id."""
        return _grouped(self.figures.values(), lambda row: [row["quote"]])

    @cached_property
    def projects_of_quote(self) -> dict[str, list[ProjectRow]]:
        """The projects spoken of in each quote, by its id."""
        return _grouped(self.projects.values(), lambda row: [row["quote"]])

    @cached_property
    def ties_of_quote(self) -> dict[str, list[TieRow]]:
        """The ties spoken of in each quote, by its id."""
        return _grouped(self.ties.values(), lambda row: [row["quote"]])

    @cached_property
    def quotes_of_official(self) -> dict[str, list[QuoteRow]]:
        """The quotes by each official, by the official's id."""
        return _grouped(self.quotes.values(), lambda row: [row["official"]] if row["official"] else [])

    @cached_property
    def quotes_about(self) -> dict[str, list[QuoteRow]]:
        """The quotes by the leaders of each region or speaking of it, by the region's code."""
        return _grouped(
            self.quotes.values(),
            lambda row: {code for code in (*row["mentions"], row["region"]) if code},
        )

    @cached_property
    def quotes_of_source(self) -> dict[str, list[QuoteRow]]:
        """The quotes taken from each source, by its id."""
        return _grouped(self.quotes.values(), lambda row: [row["source"]])

    def official_name(self, quote: str) -> str | None:
        """The name of the official who says a quote, given the quote's id; None where an institution does."""
        key = self.quotes[quote]["official"]
        return None if key is None else self.officials[key]["name"]

    def said_by(self, quote: str) -> str:
        """The name of the official or institution that says a quote, given the quote's id."""
        institution = self.quotes[quote]["institution"]
        return institution["name"] if institution else self.official_name(quote) or ""

    def speakers_country(self, quote: str) -> Country | None:
        """The country of the official or institution that says a quote, given the quote's id."""
        row = self.quotes[quote]
        if row["official"] is not None:
            return self.officials[row["official"]]["country"]
        return row["institution"]["country"] if row["institution"] else None

    def region_name(self, code: str | None) -> str | None:
        """The English name of a region, given its code; None for None."""
        return None if code is None else self.regions[code]["names"]["en"]

    def area_name(self, code: str | None) -> str | None:
        """The English name of a region, federal district or country, given its code; None for None."""
        if code in self.regions:
            return self.region_name(code)
        if code in COUNTRIES:
            return COUNTRIES[code]
        return self._names_of_terms.get(code or "", code)

    @cached_property
    def _names_of_terms(self) -> dict[str, str]:
        """The English names of terms by code; of several terms with one code, that of the first."""
        return {row["code"]: row["names"]["en"] for row in reversed(self.terms)}

    def _by(self, table: str, key: str) -> dict[str, Any]:
        return {row[key]: row for row in self._tables[table]}


def source_of(key: str) -> str | None:
    """The source whose name an id begins with; None for none."""
    return key.rpartition("/")[0] or None


def _grouped(rows: Iterable[Row], keys: Callable[[Row], Iterable[str]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        for key in keys(row):
            found.setdefault(key, []).append(row)
    return found
