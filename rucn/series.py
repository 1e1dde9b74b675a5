"""Figures of the quotes and references in one series, in order of time, each told apart by its basis."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rucn import queries
from rucn.periods import chronological
from rucn.words import MEASURES

if TYPE_CHECKING:
    from rucn.dataset import Dataset
    from rucn.records import Figure, Reference, SeriesPoint
    from rucn.vocabulary import Measure


def series(
    dataset: "Dataset",
    references: "Sequence[Reference]",
    regions: queries.Criteria,
    measures: queries.Criteria,
    periods: queries.Criteria,
) -> "list[SeriesPoint]":
    """References and the figures of the same regions and measures, by region, measure and partner, and by time.

    Of the figures those are taken that have a value, a region, and a measure that references are on.
    """
    measured: dict[Measure, int] = {measure: number for number, measure in enumerate(MEASURES)}  # type: ignore[misc]
    points: list[SeriesPoint] = [{**reference, "basis": "reference"} for reference in references]
    known = {point["measure"] for point in points}
    codes = regions or {point["region"] for point in points if point["region"]}
    for figure in queries.figures(dataset, measures, codes, periods):
        # Of what one does not know with whom, nothing is to be set in a series.
        comparable = figure["scope"] in ("bilateral", "all_partners")
        if figure["value"] is not None and comparable and (figure["measure"] in known or regions):
            points.append(_stated(dataset, figure, figure["value"]))
    order = {code: number for number, code in enumerate(dict.fromkeys(point["region"] for point in points))}
    return sorted(
        points,
        key=lambda point: (
            order[point["region"]],
            measured[point["measure"]],
            point["partner"] is None,
            chronological(point["period"]),
        ),
    )


def _stated(dataset: "Dataset", figure: "Figure", value: float) -> "SeriesPoint":
    quote = dataset.quotes[figure["quote"]]
    return {
        "id": figure["id"],
        "region": figure["region"],
        "region_name": figure["region_name"],
        "partner": figure["partner"],
        "measure": figure["measure"],
        "value": value,
        "unit": figure["unit"],
        "qualifier": figure["qualifier"],
        "period": figure["period"],
        "publisher": f"{figure['official_name']}, {quote['title']}",
        "address": dataset.sources[quote["source"]]["address"],
        "note": figure["note"],
        "subject": None,
        "project": None,
        "basis": "stated",
    }
