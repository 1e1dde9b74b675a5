"""Comparisons as charts: each claim beside what it can be held against."""

from typing import Any

from rucn.model import amounts, phrases
from rucn.render import wording
from rucn.render.charts.model import Bar, Fill, Group

Record = Any
# How the two sides of a comparison are drawn, as they are and where they are converted.
FILLS_OF: dict[str, tuple[Fill, Fill]] = {"claim": ("stated", "computed"), "reference": ("reported", "converted")}
AS_STATED = "Costs reported at several times are drawn as they are stated: each time has another rate."
DATES = "dates"
DECIDED = ("agrees", "close", "differs")


def is_drawn(comparison: Record) -> bool:
    """Whether the two sides of a comparison are numbers that can be held against each other."""
    return comparison["ratio"] is not None


def comparison_groups(rows: list[Record]) -> tuple[Group, ...]:
    """A group for each claim and unit: the claim, and the references that it can be held against, with the verdicts."""
    groups: dict[tuple[str, str], Group] = {}
    for row in rows:
        unit = _common_unit(row)
        group = groups.get((row["claim"], unit)) or _claimed(row, unit)
        reported = _side(row, "reference", unit)
        whose = ", same speaker" if row["same_speaker"] else ""
        mark = wording.INFERRED if row["project_inferred"] else ""
        reported = reported._replace(written=f"{reported.written}: {row['verdict']}{whose}", mark=mark)
        groups[row["claim"], unit] = group._replace(bars=(*group.bars, reported))
    return tuple(groups.values())


def _common_unit(row: Record) -> str:
    """The unit in which both sides of a comparison are drawn: the currency asked for where both are converted.

    Not where they are stated in one unit and converted at different rates: they would seem to differ.
    """
    both = all(row.get(f"converted_{side}_value") is not None for side in ("claim", "reference"))
    return str(row["converted_currency"] if both and not _is_unlike(row) else row["reference_unit"])


def _is_unlike(row: Record) -> bool:
    """Whether both sides of a comparison are stated in one unit and converted at different rates."""
    return bool(row["claim_unit"] == row["reference_unit"] and row["claim_rate"] != row["reference_rate"])


def _claimed(row: Record, unit: str) -> Group:
    """A group that has the claim alone; each claim has a scale of its own."""
    return Group(_comparison_title(row), unit, row["claim"], (_side(row, "claim", unit),))


def _comparison_title(row: Record) -> str:
    where = row["subject"] or row["region_name"] or "no region named"
    when = wording.dated(row["claim_period"], row["claim_period_inferred"])
    return f"{row['claim']} {where}: {', '.join(filter(None, (phrases.measure_of(row), when)))}"


def _side(row: Record, side: str, unit: str) -> Bar:
    """One side of a comparison, in the unit of both."""
    value, own, qualifier = (row[f"{side}_{part}"] for part in ("value", "unit", "qualifier"))
    label = row["official_name"] if side == "claim" else f"{row['reference']} {row['publisher']}"
    fill, computed = FILLS_OF[side]
    if own == unit:
        measure = row["measure" if side == "claim" else "reference_measure"]
        return Bar(label, value, amounts.measured(value, own, qualifier, measure), fill, qualifier)
    in_unit = row.get(f"converted_{side}_value")
    # Where only one side can be converted, the claim is brought into the unit of the reference.
    value = in_unit if unit == row.get("converted_currency") else row["ratio"] * row["reference_value"]
    return Bar(label, value, amounts.computed_money(value, unit, qualifier), computed, qualifier)


def left_out(comparisons: list[Record]) -> list[str]:
    """Which claims are not drawn, and why, each named once; which references beside those drawn; and in what unit."""
    drawn = {one["claim"] for one in comparisons if is_drawn(one)}
    told = set(drawn)
    why: dict[str, list[str]] = {}
    beside: dict[str, list[str]] = {}
    for one in comparisons:
        if one["claim"] not in told:
            told.add(one["claim"])
            why.setdefault(DATES if one["verdict"] in DECIDED else one["verdict"], []).append(one["claim"])
        elif one["claim"] in drawn and not is_drawn(one):
            beside.setdefault(one["claim"], []).append(one["reference"])
    reasons = [
        *(f"{reason}: {', '.join(claims)}" for reason, claims in why.items()),
        *(f"not comparable beside {claim}: {', '.join(references)}" for claim, references in beside.items()),
    ]
    as_stated = any(is_drawn(one) and one.get("converted_currency") and _is_unlike(one) for one in comparisons)
    return [*([f"Not drawn: {'; '.join(reasons)}."] if reasons else []), *([AS_STATED] if as_stated else [])]
