"""How comparisons are shown: each claim beside what others report, in short, or with all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import exact, number, round_to, value_words
from rucn.model.phrases import needed_phrase
from rucn.model.vocabulary import DECIDED, QUESTIONS
from rucn.render.answer import Added, Picture
from rucn.render.claims import (
    briefly_told,
    claim_converted,
    heading,
    is_doubted,
    reference_converted,
    reported,
    stated,
    summary,
    told,
    verdict,
    what_and_when,
    whose,
)
from rucn.render.said import Mark, Said, say
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import DOUBTFUL, attributed, date_words, doubtful, rate_legends

if TYPE_CHECKING:
    from rucn.model.records import Comparison, ConvertedComparison
    from rucn.render.charts.model import Chart

RATIO_DECIMALS = 2
# A ratio below this has as many digits as it takes.
SMALL_RATIO = 0.1
REPUBLIC = "Republic of "
MORE = "The reasons are told by --all."


def _columns(added: Added) -> list[Column[ConvertedComparison]]:
    return _full_columns(added) if added.every else _brief_columns(added)


def _full_columns(added: Added) -> list[Column[ConvertedComparison]]:
    return [
        Column("Region", _region, once=True, known=_region),
        Column("Claim", lambda one: _claim(one, added), once=True),
        Column("Reported", lambda one: told(one, added.converted)),
        Column("Source", whose, extra=1),
        Column("Ratio", _ratio, whole=True, right=True),
        Column("Verdict", verdict, style="bold", styles=DECIDED),
    ]


def _brief_columns(added: Added) -> list[Column[ConvertedComparison]]:
    """What fits a line; a window leaves out what the heading of the verdict, or the rest of the line, says."""
    return [
        Column("ID", lambda one: one["claim"], whole=True, style="id"),
        _under_verdict("About", _about, _briefly_about)._replace(cut=True),
        _under_verdict("What", what_and_when, lambda one: what_and_when(one, brief=True)),
        _under_verdict(
            "Stated",
            lambda one: stated(one, added.converted),
            lambda one: attributed(stated(one, added.converted, brief=True), one["quote_kind"]),
        )._replace(style="bold"),
        _under_verdict("Said by", lambda one: attributed(one["said_by"], one["quote_kind"])),
        _under_verdict(
            "Reported",
            lambda one: told(one, added.converted),
            lambda one: briefly_told(one, added.converted),
        ),
        _under_verdict("Source", whose),
        _under_verdict("Ratio", _ratio)._replace(right=True),
        _under_verdict("Verdict", verdict),
    ]


def _under_verdict(
    title: str,
    says: Callable[[ConvertedComparison], Said | str],
    briefly: Callable[[ConvertedComparison], Said | str] = lambda one: "",
) -> Column[ConvertedComparison]:
    """A column, and what it says under the heading of a verdict."""
    return Column(title, says, known=heading, briefly=briefly)


def _region(one: Comparison) -> str:
    return one["region_name"] or "—"


def _briefly_about(one: Comparison) -> str:
    """A project, or a region: its own name stands first."""
    return one["subject"] or _region(one).removeprefix(REPUBLIC)


def _about(one: Comparison) -> str:
    return ": ".join(filter(None, (one["region_name"], one["subject"]))) or "—"


def _claim(one: ConvertedComparison, added: Added) -> Said:
    """A claim in full: id, what it says of what and when, and who says it."""
    about = f"{one['subject']}, " if one["subject"] else ""
    value = stated(one, added.converted)
    return say(
        f"{one['claim']} {about}",
        what_and_when(one),
        ": ",
        value,
        " (",
        attributed(one["said_by"], one["quote_kind"]),
        ")",
    )


def _ratio(one: Comparison) -> str:
    """The claim by the reference; empty where they are not comparable."""
    ratio = one["ratio"]
    if ratio is None:
        return ""
    return f"{ratio:.{RATIO_DECIMALS}f}" if ratio >= SMALL_RATIO else number(round_to(exact(ratio)))


def _legends(comparisons: Sequence[ConvertedComparison], added: Added, printed: bool) -> list[str]:
    """The rates, what is asked about claims and what is doubted of them, and what a comparison would need."""
    return [
        *_rates(comparisons, added, printed),
        *(_questions(comparisons) if added.every else _questions_in_short(comparisons)),
        *(_needed(comparisons) if added.every or _nothing_compares(comparisons) else []),
    ]


def _nothing_compares(comparisons: Sequence[Comparison]) -> bool:
    return not any(one["verdict"] in DECIDED for one in comparisons)


def _rates(comparisons: Sequence[ConvertedComparison], added: Added, printed: bool) -> list[str]:
    sides = (side for one in comparisons for side in (claim_converted(one), reference_converted(one)))
    return rate_legends(sides, printed) if added.converted else []


def _questions(comparisons: Sequence[Comparison]) -> list[str]:
    """What is asked about claims, and what is doubted of them, each once."""
    asked = {(one["claim"], why): None for one in comparisons for why in (one["question"], one["claim_doubt"]) if why}
    return [f"{Mark.DOUBTED} {claim}: {why}" for claim, why in asked]


def _questions_in_short(comparisons: Sequence[Comparison]) -> list[str]:
    """What is asked about claims, or else doubted of them: of one claim in full, of several without the reasons."""
    doubted = {one["claim"]: one for one in comparisons if is_doubted(one)}
    if len(doubted) == 1:
        return [f"{Mark.DOUBTED} {claim}: {one['question'] or one['claim_doubt']}" for claim, one in doubted.items()]
    asked = [f"{Mark.DOUBTED} {claim}: {_question_alone(one)}" for claim, one in doubted.items()]
    return [*asked, MORE] if asked else []


def _question_alone(one: Comparison) -> str:
    return " ".join(words for words in QUESTIONS if words in (one["question"] or "")) or DOUBTFUL


def _needed(comparisons: Sequence[Comparison]) -> list[str]:
    """What would be needed to compare what cannot be compared, each with the claims that need it."""
    found: dict[str, list[str]] = {}
    compared = {(one["claim"], one["measure"]) for one in comparisons if one["verdict"] in DECIDED}
    for one in comparisons:
        phrase = needed_phrase(one) if (one["claim"], one["measure"]) not in compared else None
        if phrase and one["claim"] not in found.setdefault(phrase, []):
            found[phrase].append(one["claim"])
    return [f"needed: {phrase} ({', '.join(claims)})" for phrase, claims in found.items()]


def _chart(comparisons: Sequence[ConvertedComparison], added: Added, picture: Picture, printed: bool) -> Chart:
    from rucn.render.charts.claims import chart_of_claims

    asked = {one["claim"]: one["question"] for one in comparisons if one["question"]}
    legends = [
        *_rates([one for one in comparisons if one["ratio"] is not None], added, printed),
        *(f"{Mark.DOUBTED} {claim}: {question}" for claim, question in asked.items()),
        *(_needed(comparisons) if _nothing_compares(comparisons) else []),
    ]
    return chart_of_claims(comparisons, added, picture, legends, printed)


VIEW: View[ConvertedComparison] = View(
    lambda added: "ConvertedComparison" if added.converted else "Comparison",
    columns=_columns,
    fields={
        "claim_value": lambda one: stated(one, False),
        "converted_claim_value": lambda one: doubtful(claim_converted(one).words, is_doubted(one)),
        "reference_value": lambda one: value_words(reported(one), one["reference_measure"] or ""),
        "converted_reference_value": lambda one: reference_converted(one).words,
        "claim_period": lambda one: date_words(one["claim_period"], "period" in one["inferred"]),
        "region": lambda one: date_words(one["region"], "region" in one["inferred"]),
        "region_name": lambda one: date_words(one["region_name"], "region" in one["inferred"]),
    },
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["claim"]),
    legends=_legends,
    rests_on=lambda one: [one["claim"]],
    units={"claim_value": "claim_unit", "reference_value": "reference_unit"},
    chart=_chart,
    heading=lambda one, added: "" if added.every else heading(one),
    heading_style=lambda one: one["verdict"] if one["verdict"] in DECIDED else "bold",
    summary=summary,
)
