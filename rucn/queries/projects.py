"""Which figure is about which project: they stand in the same words of a quote."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.model.rows import FigureRow, ProjectRow
    from rucn.store.dataset import Dataset


def project_of(dataset: "Dataset", figure: "FigureRow") -> "ProjectRow | None":
    """The project that a figure is about: one of the same quote whose words the figure's stand in."""
    if figure["scope"] != "project":
        return None
    return next((one for one in dataset.projects.values() if _share_words(figure, one)), None)


def cost_of(dataset: "Dataset", project: "ProjectRow") -> "FigureRow | None":
    """The figure that states the investment in a project; None where none does."""
    cost = project["investment"], project["currency"]
    for figure in dataset.figures.values():
        if (figure["value"], figure["unit"]) == cost and project_of(dataset, figure) is project:
            return figure
    return None


def _share_words(figure: "FigureRow", project: "ProjectRow") -> bool:
    within = any(figure["evidence"] in one or one in figure["evidence"] for one in project["evidence"])
    return project["quote"] == figure["quote"] and within
