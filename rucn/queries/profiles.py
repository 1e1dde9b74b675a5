"""All there is about one region, or by one official, in one record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from rucn.queries.lookup import figure, is_tie_of, official, project, project_regions, quotes, region, tie
from rucn.queries.trade import trade_rows

if TYPE_CHECKING:
    from rucn.model.records import OfficialProfile, RegionProfile
    from rucn.store.dataset import Dataset
    from rucn.store.references import References

Row = TypeVar("Row")
Record = TypeVar("Record")


def region_profile(dataset: Dataset, references: References, code: str) -> RegionProfile:
    """What is about a region, and what its leaders said (even where that is about another region, or none).

    And what other sources report of the region, and of its projects.
    """

    def belongs(row_quote: str, *about: str | None) -> bool:
        return code in about or dataset.speaker(row_quote)["region"] == code

    projects = _records(project, dataset, dataset.projects, lambda row: belongs(row["quote"], *project_regions(row)))
    return {
        "region": region(dataset, dataset.regions[code]),
        "trade": trade_rows(dataset, regions=[code]),
        "figures": _records(figure, dataset, dataset.figures, lambda row: belongs(row["quote"], row["region"])),
        "projects": projects,
        "ties": _records(
            tie, dataset, dataset.ties, lambda row: belongs(row["quote"]) or is_tie_of(dataset, row, code)
        ),
        "officials": _records(official, dataset, dataset.officials, lambda row: row["region"] == code),
        "quotes": quotes(dataset, regions=[code]),
        "references": references.references([code]),
        "project_events": references.events([one["id"] for one in projects], [code]),
    }


def official_profile(dataset: Dataset, official_id: str) -> OfficialProfile:
    """An official, and what the official said."""
    said = {quote["id"] for quote in dataset.quotes_of_official.get(official_id, ())}
    return {
        "official": official(dataset, dataset.officials[official_id]),
        "quotes": quotes(dataset, speakers=[official_id]),
        "figures": _records(figure, dataset, dataset.figures, lambda row: row["quote"] in said),
        "projects": _records(project, dataset, dataset.projects, lambda row: row["quote"] in said),
        "ties": _records(tie, dataset, dataset.ties, lambda row: row["quote"] in said),
    }


def _records(
    answered: Callable[[Dataset, Row], Record],
    dataset: Dataset,
    rows: dict[str, Row],
    wanted: Callable[[Row], bool],
) -> list[Record]:
    return [answered(dataset, row) for row in rows.values() if wanted(row)]
