"""How comparisons are shown: each claim beside what others report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import Amount, amount, computed_money, exact, number, round_to, value_words
from rucn.model.phrases import claim_phrase
from rucn.model.vocabulary import EVENTS
from rucn.render.answer import Added, Picture
from rucn.render.said import Mark, Said, join, say
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import InCurrency, amount_beside, date_words, rate_legends

if TYPE_CHECKING:
    from rucn.model.records import Comparison, ConvertedComparison
    from rucn.render.charts.model import Bar, Chart, Group

RATIO_DECIMALS = 2
# A ratio below this has as many digits as it takes.
SMALL_RATIO = 0.1
COMPARED = "Claims beside what others report"
AS_STATED = "Costs reported at several times are drawn as they are stated: each time has another rate."
DATES = "dates"
DECIDED = ("agrees", "close", "differs")


def _claimed(one: Comparison) -> Amount | None:
    return amount(one["claim_value"], one["claim_unit"], one["claim_qualifier"])


def _reported(one: Comparison) -> Amount | None:
    return amount(one["reference_value"], one["reference_unit"], one["reference_qualifier"])


def _claim_converted(one: ConvertedComparison) -> InCurrency:
    currency = one["converted_currency"]
    return InCurrency(
        amount(one["converted_claim_value"], currency, one["claim_qualifier"]),
        currency,
        one["claim_rate"],
        one["claim_rate_unit"],
        one["claim_rate_source"],
        one["claim_rate_period"],
        one["claim_rate_period_inferred"],
        one["claim_conversion_note"],
    )


def _reference_converted(one: ConvertedComparison) -> InCurrency:
    currency = one["converted_currency"]
    return InCurrency(
        amount(one["converted_reference_value"], currency, one["reference_qualifier"]),
        currency,
        one["reference_rate"],
        one["reference_rate_unit"],
        one["reference_rate_source"],
        one["reference_rate_period"],
        one["reference_rate_period_inferred"],
        one["reference_conversion_note"],
    )


def _claim_words(one: Comparison) -> str:
    """What the claim says as a number; empty where it states no number."""
    claimed = _claimed(one)
    return value_words(claimed, one["measure"]) if claimed else ""


def _claim(one: ConvertedComparison, added: Added) -> Said:
    """A claim in short: id, what it says of what and when, and who says it."""
    is_figure = one["claim_unit"] is not None
    words = _claim_words(one)
    value = amount_beside(words, one["claim_unit"], _claim_converted(one)) if added.converted and words else say(words)
    what = claim_phrase(one) if is_figure else "state" if one["measure"] == "status" else one["measure"]
    period = date_words(one["claim_period"], one["claim_period_inferred"])
    about = f"{one['subject']}, " if one["subject"] else ""
    when = say(", ", period) if period.pieces and is_figure else None
    told = value if words else join(", ", [period, f"“{one['claim_words']}”"])
    return say(f"{one['claim']} {about}{what}", when, ": ", told, f" ({one['official_name']})")


def _reference(one: ConvertedComparison, added: Added) -> Said:
    """A reference in short: id, what it says and when, and whose it is; nothing for none."""
    if one["reference"] is None:
        return Said()
    reported = _reported(one)
    words = value_words(reported, one["reference_measure"] or "") if reported else ""
    what = say(words or EVENTS[one["reference_measure"] or ""])
    if words and added.converted:
        what = amount_beside(words, one["reference_unit"], _reference_converted(one))
    return say(f"{one['reference']} ", what, f", {one['reference_period'] or 'no period'} ({one['publisher']})")


def _ratio(one: Comparison) -> str:
    """The claim by the reference; empty where they are not comparable."""
    ratio = one["ratio"]
    if ratio is None:
        return ""
    return f"{ratio:.{RATIO_DECIMALS}f}" if ratio >= SMALL_RATIO else number(round_to(exact(ratio)))


def _verdict(one: Comparison) -> Said:
    """A verdict with its reason."""
    words = ": ".join(filter(None, (one["verdict"], one["reason"])))
    return say(words, *((" ", Mark.DOUBTED) if one["question"] else ()))


def _columns(added: Added) -> list[Column[ConvertedComparison]]:
    return [
        Column("Region", _region, once=True, known=_region),
        Column("Claim", lambda one: _claim(one, added), once=True),
        Column("Reported", lambda one: _reference(one, added)),
        Column("Ratio", _ratio, whole=True, right=True),
        Column("Verdict", _verdict, style="bold"),
    ]


def _region(one: Comparison) -> str:
    return one["region_name"] or "—"


def _legends(comparisons: Sequence[ConvertedComparison], added: Added, printed: bool) -> list[str]:
    """The rates, and what is asked about claims, each question once."""
    sides = (side for one in comparisons for side in (_claim_converted(one), _reference_converted(one)))
    said = rate_legends(sides, printed) if added.converted else []
    asked = {one["claim"]: one["question"] for one in comparisons if one["question"]}
    return [*said, *(f"{Mark.DOUBTED} {claim}: {question}" for claim, question in asked.items())]


def _is_drawn(one: Comparison) -> bool:
    """Whether the two sides of a comparison are numbers that can be held against each other."""
    return one["ratio"] is not None


def _chart(comparisons: Sequence[ConvertedComparison], added: Added, picture: Picture, printed: bool) -> Chart:
    """Each claim beside what it can be held against."""
    from rucn.render.charts.build import chart_of, doubts_of, reported_by, stated_by

    drawn = [one for one in comparisons if _is_drawn(one)]
    return chart_of(
        COMPARED,
        _groups(drawn, added),
        [*_legends(comparisons, added, printed), *_left_out(comparisons, added)],
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
    both = added.converted and _claim_converted(one).amount and _reference_converted(one).amount
    return str(one["converted_currency"] if both and not _is_unlike(one) else one["reference_unit"])


def _is_unlike(one: ConvertedComparison) -> bool:
    """Whether both sides of a comparison are stated in one unit and converted at different rates."""
    return one["claim_unit"] == one["reference_unit"] and one["claim_rate"] != one["reference_rate"]


def _claim_group(one: ConvertedComparison, unit: str, added: Added) -> Group:
    """A group that has the claim alone; each claim has a scale of its own."""
    from rucn.render.charts.model import Bar, Group

    about = one["subject"] or one["region_name"] or "no region named"
    when = date_words(one["claim_period"], one["claim_period_inferred"])
    title = say(f"{one['claim']} {about}: ", join(", ", [claim_phrase(one), when]))
    claimed = _claimed(one)
    if claimed and claimed.unit == unit:
        bar = Bar(one["official_name"], float(claimed.value), _claim_words(one), "stated", one["claim_qualifier"])
    else:
        value = _claim_converted(one).amount if added.converted and unit == one["converted_currency"] else None
        # Where only one side can be converted, the claim is brought into the unit of the reference.
        value = value or _brought(one, unit)
        bar = Bar(one["official_name"], float(value.value), computed_money(value), "computed", one["claim_qualifier"])
    return Group(title, unit, one["claim"], (bar,), periods=(one["claim_period"],))


def _brought(one: Comparison, unit: str) -> Amount:
    """The claim in the unit of the reference."""
    return Amount(exact(one["ratio"] or 0) * exact(one["reference_value"] or 0), unit, one["claim_qualifier"])


def _reference_bar(one: ConvertedComparison, unit: str, added: Added) -> Bar:
    from rucn.render.charts.model import Bar

    own = _reported(one)
    value = own if own and own.unit == unit else _reference_converted(one).amount
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


def _tip_id(one: Comparison) -> str | None:
    # What has no reference stands in no row.
    return one["claim"] if one["reference"] is not None else None


VIEW: View[ConvertedComparison] = View(
    lambda added: "ConvertedComparison" if added.converted else "Comparison",
    columns=_columns,
    tip=Tip("rucn show {} shows the words it rests on", _tip_id),
    legends=_legends,
    rests_on=lambda one: [one["claim"]],
    units={"claim_value": "claim_unit", "reference_value": "reference_unit"},
    chart=_chart,
)
