"""How claims are drawn: each beside what it can be held against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import Amount, computed_money, exact, value_words
from rucn.model.phrases import claim_phrase
from rucn.model.vocabulary import DECIDED
from rucn.render.answer import Added, Picture
from rucn.render.charts.build import chart_of, doubts_of, reported_by, stated_by
from rucn.render.charts.model import Bar, Chart, Group
from rucn.render.claims import (
    claim_converted,
    claim_words,
    claimed,
    is_doubted,
    reference_converted,
    reported,
)
from rucn.render.said import Mark, join, say
from rucn.render.wording import date_words

if TYPE_CHECKING:
    from rucn.model.records import Comparison, ConvertedComparison

COMPARED = "Claims beside what others report"
AS_STATED = "Costs reported at several times are drawn as they are stated: each time has another rate."
DATES = "dates"


def _is_drawn(one: Comparison) -> bool:
    """Whether the two sides of a comparison are numbers that can be held against each other."""
    return one["ratio"] is not None


def chart_of_claims(
    comparisons: Sequence[ConvertedComparison], added: Added, picture: Picture, legends: Sequence[str], printed: bool
) -> Chart:
    """Each claim beside what it can be held against, and what has to be said of that."""
    drawn = [one for one in comparisons if _is_drawn(one)]
    return chart_of(
        COMPARED,
        _groups(drawn, added),
        [*legends, *_left_out(comparisons, added)],
        [*stated_by(picture), *reported_by(one["publisher"] for one in drawn)],
        doubts_of({one["claim"] for one in drawn}, picture),
        can_convert=not printed and not added.converted,
    )


def _groups(drawn: Sequence[ConvertedComparison], added: Added) -> tuple[Group, ...]:
    """A group for each claim and unit: the claim, and the references that it can be held against, with the verdicts."""
    groups: dict[tuple[str, str], Group] = {}
    for one in drawn:
        unit = _common_unit(one, added)
        group = groups.get((one["claim"], unit)) or _claim_group(one, unit, added)
        groups[one["claim"], unit] = group._replace(bars=(*group.bars, _reference_bar(one, unit, added)))
    return tuple(groups.values())


def _common_unit(one: ConvertedComparison, added: Added) -> str:
    """The unit in which both sides of a comparison are drawn: the currency asked for where both are converted.

    Not where they are stated in one unit and converted at different rates: they would seem to differ.
    """
    both = added.converted and claim_converted(one).amount and reference_converted(one).amount
    return str(one["converted_currency"] if both and not _is_unlike(one) else one["reference_unit"])


def _is_unlike(one: ConvertedComparison) -> bool:
    """Whether both sides of a comparison are stated in one unit and converted at different rates."""
    return one["claim_unit"] == one["reference_unit"] and one["claim_rate"] != one["reference_rate"]


def _claim_group(one: ConvertedComparison, unit: str, added: Added) -> Group:
    """A group that has the claim alone; each claim has a scale of its own."""
    about = one["subject"] or one["region_name"] or "no region named"
    when = date_words(one["claim_period"], "period" in one["inferred"])
    title = say(f"{one['claim']} {about}: ", join(", ", [claim_phrase(one), when]))
    claim = claimed(one)
    who, is_reported = one["said_by"], one["quote_kind"] == "reported"
    marks = say(*((" ", Mark.DOUBTED) if is_doubted(one) else ()), *((" ", Mark.REPORTED) if is_reported else ()))
    if claim and claim.unit == unit:
        bar = Bar(who, float(claim.value), claim_words(one), "stated", claim.qualifier, marks=marks)
    else:
        value = claim_converted(one).amount if added.converted and unit == one["converted_currency"] else None
        # Where only one side can be converted, the claim is brought into the unit of the reference.
        value = value or _brought(one, unit)
        words, hedge = computed_money(value), one["claim_qualifier"]
        bar = Bar(who, float(value.value), words, "computed", hedge, marks=marks)
    return Group(title, unit, one["claim"], (bar,), periods=(one["claim_period"],))


def _brought(one: Comparison, unit: str) -> Amount:
    """The claim in the unit of the reference."""
    return Amount(exact(one["ratio"] or 0) * exact(one["reference_value"] or 0), unit, one["claim_qualifier"])


def _reference_bar(one: ConvertedComparison, unit: str, added: Added) -> Bar:
    own = reported(one)
    value = own if own and own.unit == unit else reference_converted(one).amount
    if value is None:
        raise ValueError(f"{one['reference']} is not drawn in {unit}")
    as_it_is = value is own
    words = value_words(value, one["reference_measure"] or "") if as_it_is else computed_money(value)
    whose = ", same speaker" if one["same_speaker"] else ""
    return Bar(
        f"{one['reference']} {one['publisher']}",
        float(value.value),
        f"{words}: {one['verdict']}{whose}",
        "reported" if as_it_is else "converted",
        one["reference_qualifier"],
        marks=say(Mark.INFERRED if one["project_inferred"] else None),
    )


def _left_out(comparisons: Sequence[ConvertedComparison], added: Added) -> list[str]:
    """Which claims are not drawn, and why, each named once; which references beside those drawn; and in what unit."""
    drawn = {one["claim"] for one in comparisons if _is_drawn(one)}
    told = set(drawn)
    why: dict[str, list[str]] = {}
    beside_drawn: dict[str, list[str]] = {}
    for one in comparisons:
        if one["claim"] not in told:
            told.add(one["claim"])
            why.setdefault(DATES if one["verdict"] in DECIDED else one["verdict"], []).append(one["claim"])
        elif one["claim"] in drawn and not _is_drawn(one):
            beside_drawn.setdefault(one["claim"], []).append(one["reference"] or "")
    reasons = [
        *(f"{reason}: {', '.join(claims)}" for reason, claims in why.items()),
        *(f"not comparable beside {claim}: {', '.join(references)}" for claim, references in beside_drawn.items()),
    ]
    as_stated = added.converted and any(
        _is_drawn(one) and one["converted_currency"] and _is_unlike(one) for one in comparisons
    )
    return [*([f"Not drawn: {'; '.join(reasons)}."] if reasons else []), *([AS_STATED] if as_stated else [])]
