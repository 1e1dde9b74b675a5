"""All there is about one region, or by one official, in one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.queries.areas import is_figure_about, is_project_about, is_tie_about
from rucn.queries.as_records import figure, official, project, region, tie
from rucn.queries.criteria import Area, FigureCriteria, QuoteCriteria
from rucn.queries.lookup import quotes
from rucn.queries.speakers import Speaker
from rucn.queries.trade import trade_rows

if TYPE_CHECKING:
    from rucn.model.records import OfficialProfile, RegionProfile
    from rucn.store.dataset import Dataset
    from rucn.store.references import References


def region_profile(dataset: Dataset, references: References, code: str) -> RegionProfile:
    """What is about a region, and what its leaders said (even where that is about another region, or none).

    And what other sources report of the region, and of its projects.
    """
    area = Area(code)
    said = {row["id"]: row["official"] for row in dataset.quotes_about.get(code, ()) if row["region"] == code}
    leaders = [row for row in dataset.officials.values() if row["id"] in said.values()]
    projects = [
        project(dataset, row)
        for row in dataset.projects.values()
        if row["quote"] in said or is_project_about(row, area)
    ]
    return {
        "region": region(dataset, dataset.regions[code]),
        "trade": trade_rows(dataset, FigureCriteria(areas=[area])),
        "figures": [
            figure(dataset, row)
            for row in dataset.figures.values()
            if row["quote"] in said or is_figure_about(dataset, row, area)
        ],
        "projects": projects,
        "ties": [
            tie(dataset, row)
            for row in dataset.ties.values()
            if row["quote"] in said or is_tie_about(dataset, row, area)
        ],
        "officials": [official(dataset, row) for row in leaders],
        "quotes": quotes(dataset, QuoteCriteria(areas=[area])),
        "references": references.references([code]),
        "project_events": references.events([one["id"] for one in projects], [code]),
    }


def official_profile(dataset: Dataset, official_id: str) -> OfficialProfile:
    """An official, and what the official said."""
    said = quotes(dataset, QuoteCriteria(speakers=[Speaker(official=official_id)]))
    ids = {quote["id"] for quote in said}
    return {
        "official": official(dataset, dataset.officials[official_id]),
        "quotes": said,
        "figures": [figure(dataset, row) for row in dataset.figures.values() if row["quote"] in ids],
        "projects": [project(dataset, row) for row in dataset.projects.values() if row["quote"] in ids],
        "ties": [tie(dataset, row) for row in dataset.ties.values() if row["quote"] in ids],
    }
