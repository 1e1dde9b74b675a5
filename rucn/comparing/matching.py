"""Which references a claim is held against, and why one cannot be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rucn.periods import months, same
from rucn.words import COUNTRIES

if TYPE_CHECKING:
    from rucn.dataset import Dataset
    from rucn.records import Reference
    from rucn.stored import FigureRow, ProjectRow

DOUBT = "Doubt:"
# A project's cost is that of its plan, whenever it is reported.
TIMELESS = ("project_investment", "fund_capital")
FAR = 10**6


class Counterpart(NamedTuple):
    """A reference beside a claim; `hindrance` says why the two are not comparable, None where they are."""

    reference: "Reference"
    hindrance: str | None


def project_of(dataset: "Dataset", figure: "FigureRow") -> "ProjectRow | None":
    """The project that a figure is about: one of the same quote whose words the figure's stand in."""
    if figure["scope"] != "project":
        return None
    for project in dataset.projects.values():
        within = any(figure["evidence"] in one or one in figure["evidence"] for one in project["evidence"])
        if project["quote"] == figure["quote"] and within:
            return project
    return None


def counterparts(figure: "FigureRow", project: "ProjectRow | None", alike: "Sequence[Reference]") -> list[Counterpart]:
    """The references of a figure's measure that it is held against: all that are comparable, or else the nearest.

    Near are those of its region that overlap with its period, or else the one nearest in time, those of another scope
    that overlap, and what is reported of the whole country.
    """
    if project is not None or figure["measure"] in TIMELESS:
        own = [one for one in alike if project is not None and one["project"] == project["id"]]
        return [Counterpart(one, _doubted(one)) for one in own]
    if figure["region"] is None:
        return []
    alike = [one for one in alike if one["project"] is None]
    regional = [one for one in alike if one["region"] == figure["region"]]
    found = [Counterpart(one, hindrance(figure, one)) for one in regional]
    comparable = [one for one in found if one.hindrance is None]
    return comparable or _near(figure, found, alike)


def hindrance(figure: "FigureRow", reference: "Reference") -> str | None:
    """Why a reference on a figure's region is not comparable with it; None where it is."""
    if figure["value"] is None:
        return "the claim is put in words"
    if figure["scope"] == "unclear":
        return "other scope: the claim does not say with whom"
    if reference["subject"] is not None:
        return f"other scope: {reference['subject']} alone"
    if reference["partner"] != figure["partner"]:
        whom = COUNTRIES.get(reference["partner"] or "", "all partners")
        return f"other scope: with {whom}"
    if not same(figure["period"], reference["period"]):
        return f"other period: {reference['period'] or 'not stated'}"
    if reference["unit"] != figure["unit"] and "percent" in (reference["unit"], figure["unit"]):
        return f"other measure: in {reference['unit']}"
    return None


def _near(figure: "FigureRow", regional: list[Counterpart], alike: "list[Reference]") -> list[Counterpart]:
    overlapping = [one for one in regional if _distance(figure, one.reference) == 0]
    same_scope = [one for one in overlapping if one.reference["partner"] == figure["partner"]]
    if same_scope or figure["scope"] == "unclear":
        return overlapping
    in_time = sorted(regional, key=lambda one: _remoteness(figure, one.reference))
    nearest = [one for one in in_time if one not in overlapping][:1]
    theirs = [
        Counterpart(one, f"other region: {one['region_name']} as a whole") for one in alike if _is_whole(figure, one)
    ]
    return [*nearest, *overlapping, *theirs]


def _is_whole(figure: "FigureRow", reference: "Reference") -> bool:
    """Whether a reference is on the country of a figure's region, with the same partner, in the same period.

    Of investment, on either of the two countries, and on a stock too.
    """
    if figure["measure"] == "investment":
        return {reference["region"], reference["partner"]} == {*COUNTRIES}
    own = reference["region"] == (figure["region"] or "")[:2] and reference["partner"] == figure["partner"]
    return own and figure["measure"] == "trade_growth" and same(reference["period"], figure["period"])


def _doubted(reference: "Reference") -> str | None:
    doubt = (reference["note"] or "").partition(DOUBT)[2].partition(".")[0].strip()
    return doubt or None


def _remoteness(figure: "FigureRow", reference: "Reference") -> tuple[bool, bool, int]:
    """How far a reference is from a claim: of another partner, of a period of another length, so many months away."""
    theirs, ours = months(reference["period"] or ""), months(figure["period"] or "")
    unlike = theirs is None or ours is None or theirs[1] - theirs[0] != ours[1] - ours[0]
    return reference["partner"] != figure["partner"], unlike, _distance(figure, reference)


def _distance(figure: "FigureRow", reference: "Reference") -> int:
    """How many months lie between the periods of a claim and a reference; none where they overlap."""
    ours, theirs = months(figure["period"] or ""), months(reference["period"] or "")
    if ours is None or theirs is None:
        return FAR
    return max(0, ours[0] - theirs[1], theirs[0] - ours[1])
