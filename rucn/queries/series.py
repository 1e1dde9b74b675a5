"""Figures of the quotes and references in one series, in order of time, each told apart by its basis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rucn.model.phrases import speaker_with_title
from rucn.queries import as_records, lookup
from rucn.queries.criteria import Area, Codes, FigureCriteria
from rucn.queries.links import project_of
from rucn.store.references import in_order

if TYPE_CHECKING:
    from rucn.model.records import Figure, Reference, SeriesPoint
    from rucn.store.dataset import Dataset

# Of these the words say what they are of; of the others, what one does not know with whom is not set in a series.
SCOPES = ("bilateral", "all_partners", "commodity", "project")


def series(
    dataset: Dataset,
    references: Sequence[Reference],
    areas: Sequence[Area],
    measures: Codes,
    periods: Codes,
) -> tuple[list[SeriesPoint], list[str]]:
    """References and the figures that meet the same criteria, by region, measure and partner, and by time.

    A figure on a project is of the regions of that project too. Of the figures those are taken that have a value, and
    say with whom; the ids of those that do not say it come second.
    """
    points: list[SeriesPoint] = [
        {**reference, "basis": "reference", "period_inferred": False, "doubt": None, "inferred": [], "quote_kind": None}
        for reference in references
    ]
    left_out: list[str] = []
    for figure in lookup.figures(dataset, FigureCriteria(measures=measures, areas=areas, periods=periods)):
        about = project_of(dataset, dataset.figures[figure["id"]])
        value, unit = figure["value"], figure["unit"]
        if value is None or unit is None:
            continue
        if figure["scope"] not in SCOPES:
            left_out.append(figure["id"])
            continue
        subject = figure["commodity"] or (about["name"] if about else None)
        points.append(_stated(dataset, figure, value, unit, subject, about["id"] if about else None))
    return in_order(points), left_out


def _stated(
    dataset: Dataset, figure: Figure, value: float, unit: str, subject: str | None, project: str | None
) -> SeriesPoint:
    quote = as_records.quote(dataset, dataset.quotes[figure["quote"]])
    return {
        "id": figure["id"],
        "region": figure["region"],
        "region_name": figure["region_name"],
        "partner": figure["partner"],
        "measure": figure["measure"],
        "value": value,
        "unit": unit,
        "qualifier": figure["qualifier"],
        "period": figure["period"],
        "publisher": speaker_with_title(quote),
        "address": dataset.sources[quote["source"]]["address"],
        "note": figure["note"],
        "subject": subject,
        "project": project,
        "project_inferred": False,
        "said_by": figure["said_by"],
        "stock": None,
        "source": figure["source"],
        "basis": "stated",
        "period_inferred": figure["period_inferred"],
        "doubt": figure["doubt"],
        "inferred": figure["inferred"],
        "quote_kind": figure["quote_kind"],
    }
