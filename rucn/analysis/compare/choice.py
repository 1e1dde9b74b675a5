"""Which of a claim's comparisons answers it best, and in which order claims come: the clearest first.

The order is: comparisons that have a ratio or a distance in time; references that are another's word, not the
speaker's own; those on the same region and period, or near them; those that are certain to be on the same project;
those that agree, are close, differ; the nearest value; of what became of a project the latest.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rucn.model.periods import months
from rucn.model.vocabulary import DECIDED, HINDRANCES, VERDICTS

if TYPE_CHECKING:
    from rucn.model.records import Comparison

FAR = 10**6


def clearest_first(claims: Iterable[list[Comparison]]) -> list[Comparison]:
    """The comparisons of claims (at least one of each) in order, those of one claim together, its best answer first."""
    ordered = [sorted(comparisons, key=_clearness) for comparisons in claims]
    ordered.sort(key=lambda comparisons: _standing(comparisons[0]))
    return [_beside_others(one, comparisons) for comparisons in ordered for one in comparisons]


def best_answers(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """The first comparison of each claim; the dates of a project are claims of their own."""
    first: dict[tuple[str, str], Comparison] = {}
    for one in comparisons:
        first.setdefault((one["claim"], one["measure"]), one)
    return list(first.values())


def _standing(best: Comparison) -> tuple[int, bool, int]:
    """Where a claim stands among others, by its best answer: the verdict, whose word it is, what hinders it first."""
    hindrance = HINDRANCES.index(best["hindrances"][0]) if best["hindrances"] else -1
    return VERDICTS.index(best["verdict"]), best["same_speaker"], hindrance


def _clearness(one: Comparison) -> tuple[float, ...]:
    hindrances, apart = one["hindrances"], _months_apart(one)
    return (
        one["verdict"] not in DECIDED,
        one["same_speaker"],
        "other_period" in hindrances and apart >= FAR,
        "other_region" in hindrances,
        "other_measure" in hindrances,
        len(hindrances),
        one["project_inferred"],
        VERDICTS.index(one["verdict"]),
        abs(one["ratio"] - 1) if one["ratio"] is not None else 0,
        apart,
    )


def _months_apart(one: Comparison) -> int:
    """How many months belong to one of the two periods alone; FAR where they have none in common.

    Of what became of a project, whose state has no period, how long ago it was.
    """
    reported = one["reference_period"] or ""
    ours, theirs = months(one["claim_period"] or ""), months(reported) or months(reported[: len("2019-11")])
    if one["measure"] == "status" and theirs is not None:
        return -theirs[1]
    if ours is None or theirs is None:
        return FAR
    common = min(ours[1], theirs[1]) - max(ours[0], theirs[0]) + 1
    return ours[1] - ours[0] + theirs[1] - theirs[0] + 2 - 2 * common if common > 0 else FAR


def _beside_others(one: Comparison, comparisons: list[Comparison]) -> Comparison:
    """A comparison with the verdicts that the claim's other references lead to instead."""
    found = {other["verdict"] for other in comparisons if other["verdict"] in DECIDED} - {one["verdict"]}
    return {**one, "other_verdicts": [verdict for verdict in VERDICTS if verdict in found]}
