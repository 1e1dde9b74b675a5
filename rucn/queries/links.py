"""What belongs together in a database: a figure and its project, a project and its cost, a record and its regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.model.rows import FigureRow, ProjectRow, TieRow
    from rucn.store.dataset import Dataset


def project_of(dataset: Dataset, figure: FigureRow) -> ProjectRow | None:
    """The project that a figure is of; None where it is of none, or of a tie."""
    return dataset.projects.get(figure["project"] or "")


def cost_of(dataset: Dataset, project: ProjectRow) -> FigureRow | None:
    """The figure that states the investment in a project; None where none does."""
    cost = project["investment"], project["currency"]
    for figure in dataset.figures_of_quote.get(project["quote"], ()):
        if (figure["value"], figure["unit"]) == cost and figure["project"] == project["id"]:
            return figure
    return None


def project_regions(row: ProjectRow) -> list[str | None]:
    """The region of a project and those of its places."""
    return [row["region"], *(place["region"] for place in row["places"])]


def is_tie_of(dataset: Dataset, row: TieRow, code: str) -> bool:
    """Whether a tie is a region's, or is held in its capital: the Harbin fair is found under Heilongjiang too."""
    return row["region"] == code or (row["place"] is not None and row["place"] == dataset.regions[code]["capital"])
