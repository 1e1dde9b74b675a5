"""Puts the checks together: rows in shape first, then references, then the words themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.checks.evidence import evidence_problems
from rucn.checks.figures import figure_problems
from rucn.checks.links import identity_problems, reference_problems
from rucn.checks.references import reported_problems
from rucn.checks.shape import repetition_problems, shape_problems
from rucn.checks.source import document_problems
from rucn.store.dataset import REPORTED, Dataset

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import Tables


def problems(
    content: bytes, tables: Tables, document: Path | None = None, encoding: str | None = None
) -> list[Problem]:
    """Every problem of a database, given the content of its file and its tables.

    With `document` also every difference between it, written in an `encoding`, and the source's document.

    Each step relies on the one before, so the first step that finds problems is the last.
    """
    for step in (repetition_problems(content.decode()), shape_problems(tables), identity_problems(tables)):
        if found := list(step):
            return found
    dataset = Dataset(tables)
    return list(reference_problems(dataset)) or list(_words(dataset, document, encoding))


def source_problems(
    content: bytes, tables: Tables, document: Path | None = None, encoding: str | None = None
) -> list[Problem]:
    """Every problem of a source of a library, given the content of its file, and its tables with the program's.

    With `document` also every difference between it, written in an `encoding`, and the source's document.
    """
    sources = len(tables["sources"])
    if sources != 1:
        return [{"record": "sources", "field": "", "message": f"a file is of one source; here are {sources}"}]
    rest = {name: rows for name, rows in tables.items() if name != REPORTED}
    found = problems(content, rest, document, encoding)
    reported = ((f"{REPORTED} {number}", row) for number, row in enumerate(tables.get(REPORTED, ()), start=1))
    return found or list(reported_problems(reported, Dataset(tables)))


def _words(dataset: Dataset, document: Path | None, encoding: str | None) -> Iterator[Problem]:
    yield from evidence_problems(dataset)
    yield from figure_problems(dataset)
    if document is not None:
        yield from document_problems(dataset, document, encoding)
