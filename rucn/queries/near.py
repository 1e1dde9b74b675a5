"""What stands near a question that nothing answers, so that no answer denies what the sources state."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from rucn.model.measures import MEASURES, ROWS
from rucn.names import common_name
from rucn.queries import lookup
from rucn.queries.areas import is_figure_about, is_project_about, is_quote_about, is_tie_about
from rucn.queries.criteria import Area, FigureCriteria, ProjectCriteria, QuoteCriteria, TieCriteria

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset

# So many ids are named.
MOST = 5
Sought = FigureCriteria | ProjectCriteria | TieCriteria | QuoteCriteria
# What is let go, one after another, until something is found: the period last, whose words and which area never.
_LET_GO: dict[type, tuple[tuple[str, ...], ...]] = {
    FigureCriteria: (("partners", "scopes"), ("commodities",), ("measures",)),
    ProjectCriteria: (("without",), ("partners",), ("statuses",), ("kinds",), ("sectors",)),
    TieCriteria: (("kinds",),),
    QuoteCriteria: (("topics",), ("sections",), ("acting",)),
}


def near(dataset: Dataset, sought: Sought) -> list[str]:
    """The ids of what would fit with one criterion less; or else, of what else fits the area and period."""
    of_leaders = [key for area in sought.areas for key in left_out_of(dataset, sought, area)]
    if of_leaders:
        return of_leaders[:MOST]
    for wider in _wider(sought):
        found = _ids(dataset, wider)
        if found:
            return found[:MOST]
    found = _of_other_kinds(dataset, sought)
    if not found and not isinstance(sought, QuoteCriteria) and sought.periods:
        found = _ids(dataset, sought._replace(periods=()))
    return (found or [key for area in sought.areas for key in _beside(dataset, sought, area)])[:MOST]


def _wider(sought: Sought) -> Iterator[Sought]:
    if isinstance(sought, FigureCriteria) and sought.measures:
        families = {MEASURES[code].family for code in sought.measures} - {""}
        yield sought._replace(measures=[*sought.measures, *(row.code for row in ROWS if row.family in families)])
    for fields in _LET_GO[type(sought)]:
        default = {field: type(sought)._field_defaults[field] for field in fields}
        if any(getattr(sought, field) != value for field, value in default.items()):
            yield sought._replace(**default)


def _ids(dataset: Dataset, sought: Sought) -> list[str]:
    if isinstance(sought, FigureCriteria):
        return [one["id"] for one in lookup.figures(dataset, sought)]
    if isinstance(sought, ProjectCriteria):
        return [one["id"] for one in lookup.projects(dataset, sought)]
    if isinstance(sought, TieCriteria):
        return [one["id"] for one in lookup.ties(dataset, sought)]
    return [one["id"] for one in lookup.quotes(dataset, sought)]


def _of_other_kinds(dataset: Dataset, sought: Sought) -> list[str]:
    """Figures, projects and ties of the same area, period and speakers; or what its leaders say of no region."""
    areas, periods = sought.areas, getattr(sought, "periods", ())
    speakers = getattr(sought, "speakers", None)
    if not areas and not periods:
        return []
    if isinstance(sought, TieCriteria):
        return _ids(dataset, TieCriteria(areas=areas, periods=periods))
    figures = _ids(dataset, FigureCriteria(areas=areas, periods=periods, speakers=speakers))
    if isinstance(sought, ProjectCriteria):
        # The figures of projects are nearer to projects than others.
        figures.sort(key=lambda key: dataset.figures[key]["project"] is None)
    return [
        *figures,
        *_ids(dataset, ProjectCriteria(areas=areas, periods=periods, speakers=speakers)),
        *(_ids(dataset, TieCriteria(areas=areas, periods=periods)) if speakers is None else ()),
    ]


def _beside(dataset: Dataset, sought: Sought, area: Area) -> list[str]:
    """What the leaders of a region say of no region; or else, where its name stands, tied to no region."""
    said = said_of_no_region(dataset, area)
    if said or area.place:
        return said
    called = Area(area.code, common_name(dataset.regions[area.code]["names"]["en"]))
    if isinstance(sought, QuoteCriteria):
        return [key for key, row in dataset.quotes.items() if is_quote_about(dataset, row, called)]
    return [key for key, row in dataset.projects.items() if is_project_about(row, called)]


def said_of_no_region(dataset: Dataset, area: Area) -> list[str]:
    """The ids of projects and ties that the leaders of a region speak of, and that are of no region."""
    spoken = (*dataset.projects.values(), *dataset.ties.values())
    return [
        row["id"]
        for row in spoken
        if not area.place and row["region"] is None and dataset.quotes[row["quote"]]["region"] == area.code
    ]


def answers(dataset: Dataset, sought: Sought, area: Area, found: AbstractSet[str]) -> bool:
    """Whether some of what was found, by ids, is about one of the areas sought."""
    if isinstance(sought, FigureCriteria):
        return any(is_figure_about(dataset, dataset.figures[key], area) for key in found)
    if isinstance(sought, ProjectCriteria):
        return any(is_project_about(dataset.projects[key], area) for key in found)
    if isinstance(sought, TieCriteria):
        return any(is_tie_about(dataset, dataset.ties[key], area) for key in found)
    return any(is_quote_about(dataset, dataset.quotes[key], area) for key in found)


def left_out_of(dataset: Dataset, sought: Sought, area: Area) -> list[str]:
    """The ids of projects or ties that leaders of a region speak of, of no region, and that fit all else sought."""
    if not isinstance(sought, (ProjectCriteria, TieCriteria)):
        return []
    fitting = set(_ids(dataset, sought._replace(areas=())))
    return [key for key in said_of_no_region(dataset, area) if key in fitting]
