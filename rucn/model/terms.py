"""Names of measures, currencies and federal districts as rows of terms; a database may name them otherwise."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from rucn.model.currencies import CURRENCIES, Currency
from rucn.model.districts import DISTRICTS, District
from rucn.model.measures import ROWS, Measure

if TYPE_CHECKING:
    from rucn.model.rows import TermRow


def program_terms() -> list[TermRow]:
    """The terms that the program knows, one for each row of knowledge."""
    return list(
        chain(
            (_term("measure", row) for row in ROWS),
            (_term("currency", row) for row in CURRENCIES),
            (_term("district", row) for row in DISTRICTS),
        )
    )


def _term(vocabulary: str, row: Measure | Currency | District) -> TermRow:
    return {
        "vocabulary": vocabulary,
        "code": row.code,
        "names": {"en": row.label, "ru": row.russian, "zh": row.chinese},
        "aliases": row.also.split("; "),
    }
