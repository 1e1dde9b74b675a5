"""Puts every claim beside its counterparts, with a verdict, and a question where a claim does not fit."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from rucn.amounts import spaced
from rucn.comparing.matching import Counterpart, counterparts, project_of
from rucn.comparing.outcomes import Outcome, outcomes
from rucn.comparing.questions import Doubt, doubts
from rucn.comparing.tolerances import range_of, verdict
from rucn.computing.conversion import CURRENCIES, Converter
from rucn.queries import Criteria, in_periods, project_regions

if TYPE_CHECKING:
    from rucn.dataset import Dataset
    from rucn.rates import Rates
    from rucn.records import Comparison, ConvertedComparison, Reference
    from rucn.references import References
    from rucn.stored import FigureRow, ProjectRow

RATIO_DIGITS = 4
IN_WORDS = "the claim is put in words"
NOTHING: dict[str, Any] = {
    "reference": None,
    "reference_measure": None,
    "reference_value": None,
    "reference_unit": None,
    "reference_qualifier": None,
    "reference_period": None,
    "publisher": None,
    "address": None,
    "ratio": None,
}


class Comparer:
    """Compares the claims of a dataset with the references beside it."""

    def __init__(self, dataset: "Dataset", references: "References", rates: "Rates") -> None:
        self._dataset = dataset
        self._references = references
        self._events = references.events()
        self._rates = rates
        self._in_dollars = Converter(dataset, rates, "USD")

    @cached_property
    def _by_measure(self) -> "dict[str, list[Reference]]":
        """The references on the regions, countries and districts that the figures are of, and on projects."""
        spoken_of = {figure["region"] for figure in self._dataset.figures.values()}
        spoken_of |= {project["region"] for project in self._dataset.projects.values()}
        around = {term["code"] for term in self._dataset.terms if term["vocabulary"] in ("country", "district")}
        found: dict[str, list[Reference]] = {}
        # A fund of both countries is of no region.
        for one in self._references.references({code or "" for code in spoken_of | around}):
            found.setdefault(one["measure"], []).append(one)
        return found

    def compare(self, regions: Criteria = (), periods: Criteria = ()) -> "list[Comparison]":
        """Each claim about the regions within the periods: a record for each of its counterparts, or one for none."""
        found: list[Comparison] = []
        for figure in self._dataset.figures.values():
            project = project_of(self._dataset, figure)
            about = [figure["region"], *(project_regions(project) if project else [])]
            if (not regions or any(code in regions for code in about)) and in_periods(periods, figure["period"]):
                found += self._figure(figure, project)
        for project in self._dataset.projects.values():
            if not regions or any(code in regions for code in project_regions(project)):
                told = outcomes(project, self._events)
                found += [self._outcome(project, one) for one in told if in_periods(periods, one.period)]
        return found

    def _figure(self, figure: "FigureRow", project: "ProjectRow | None") -> "Iterator[Comparison]":
        alike = self._by_measure.get(figure["measure"], [])
        compared = [self._against(figure, one) for one in counterparts(figure, project, alike)]
        ratios = [(one["ratio"], one["_reference"]) for one in compared if one["ratio"] is not None]
        asked = self._question(doubts(figure, ratios, self._by_measure, self._dollars))
        beside = compared or [{**NOTHING, "verdict": "no reference", "reason": None}]
        for one in beside:
            one.pop("_reference", None)
            yield cast("Comparison", {**self._claim(figure, project), **one, **asked})

    def _claim(self, figure: "FigureRow", project: "ProjectRow | None") -> dict[str, Any]:
        return {
            "claim": figure["id"],
            "region": figure["region"],
            "region_name": self._dataset.region_name(figure["region"]),
            "subject": project["name"] if project else None,
            "official_name": self._dataset.speaker(figure["quote"])["name"],
            "measure": figure["measure"],
            "partner": figure["partner"],
            "scope": figure["scope"],
            "claim_value": figure["value"],
            "claim_unit": figure["unit"],
            "claim_qualifier": figure["qualifier"],
            "claim_period": figure["period"],
            "claim_words": figure["evidence"],
        }

    def _against(self, figure: "FigureRow", counterpart: Counterpart) -> dict[str, Any]:
        """A figure held against one reference; the reference itself stands under a key of its own."""
        reference = counterpart.reference
        beside: dict[str, Any] = {
            "reference": reference["id"],
            "reference_measure": reference["measure"],
            "reference_value": reference["value"],
            "reference_unit": reference["unit"],
            "reference_qualifier": reference["qualifier"],
            "reference_period": reference["period"],
            "publisher": reference["publisher"],
            "address": reference["address"],
        }
        value, factor = figure["value"], self._factor(figure, reference)
        why_not = counterpart.hindrance or (None if factor else f"no rate of {figure['unit']} for the period")
        if value is None or factor is None or why_not is not None:
            judged: dict[str, Any] = {"ratio": None, "verdict": "not comparable", "reason": why_not or IN_WORDS}
        else:
            ours = range_of(value, figure["unit"], figure["qualifier"])
            theirs = range_of(reference["value"], reference["unit"], reference["qualifier"])
            said = verdict(
                value * factor, (ours[0] * factor, ours[1] * factor), reference["value"], theirs, reference["unit"]
            )
            ratio = round(value * factor / reference["value"], RATIO_DIGITS) if reference["value"] else None
            judged = {"ratio": ratio, "verdict": said, "reason": _allowing(figure, reference)}
        return {**beside, **judged, "_reference": reference}

    def _factor(self, figure: "FigureRow", reference: "Reference") -> float | None:
        """What a claim is multiplied by to stand in the reference's unit; None where there is no rate for that."""
        if figure["unit"] == reference["unit"]:
            return 1
        period = reference["period"] or figure["period"]
        if reference["unit"] not in CURRENCIES or period is None:
            return None
        rate = self._rates.rate(figure["unit"], reference["unit"], period)
        if rate is None:
            return None
        return 1 / rate.value if reference["unit"] == rate.dear else rate.value

    def _dollars(self, value: float, unit: str, period: str | None) -> float | None:
        return self._in_dollars.amount(value, unit, period, None).value

    def _question(self, found: list[Doubt]) -> dict[str, Any]:
        if not found:
            return {"question": None, "question_from": []}
        questions = dict.fromkeys(one.question for one in found)
        words = f"{'; '.join(one.words for one in found)}: {' '.join(questions)}"
        return {"question": words, "question_from": [key for one in found for key in one.rests_on]}

    def _outcome(self, project: "ProjectRow", outcome: Outcome) -> "Comparison":
        event = outcome.event
        return {
            "claim": project["id"],
            "region": project["region"],
            "region_name": self._dataset.region_name(project["region"]),
            "subject": project["name"],
            "official_name": self._dataset.speaker(project["quote"])["name"],
            "measure": outcome.claim,
            "partner": None,
            "scope": "project",
            "claim_value": None,
            "claim_unit": None,
            "claim_qualifier": None,
            "claim_period": outcome.period,
            "claim_words": outcome.words or project["name"],
            "reference": event["id"],
            "reference_measure": event["event"],
            "reference_value": None,
            "reference_unit": None,
            "reference_qualifier": None,
            "reference_period": event["date"],
            "publisher": event["publisher"],
            "address": event["address"],
            "ratio": None,
            "verdict": outcome.verdict,
            "reason": outcome.reason,
            "question": None,
            "question_from": [],
        }


def converted(comparison: "Comparison", converter: Converter, quote: str) -> "ConvertedComparison":
    """A comparison with both amounts in one currency; `quote` is that of the claim."""
    claim = converter.amount(
        comparison["claim_value"],
        comparison["claim_unit"],
        comparison["claim_period"],
        quote,
        comparison["claim_words"],
    )
    reference = converter.amount(
        comparison["reference_value"], comparison["reference_unit"], comparison["reference_period"], None
    )
    notes = dict.fromkeys(note for note in (claim.note, reference.note) if note)
    is_amount = claim.value is not None or reference.value is not None
    return {
        **comparison,
        "converted_currency": converter.currency if is_amount else None,
        "converted_claim_value": claim.value,
        "claim_rate": claim.rate.value if claim.rate else None,
        "claim_rate_unit": claim.rate.unit if claim.rate else None,
        "claim_rate_source": claim.rate.source if claim.rate else None,
        "converted_reference_value": reference.value,
        "reference_rate": reference.rate.value if reference.rate else None,
        "reference_rate_unit": reference.rate.unit if reference.rate else None,
        "reference_rate_source": reference.rate.source if reference.rate else None,
        "conversion_note": "; ".join(notes) or None,
    }


def _allowing(figure: "FigureRow", reference: "Reference") -> str | None:
    """What a verdict allows for: the hedges of both, and that two units were brought together."""
    hedges = dict.fromkeys(spaced(one["qualifier"]) for one in (figure, reference) if one["qualifier"])
    allowed = f"allowing for “{'” and “'.join(hedges)}”" if hedges else None
    brought = None if figure["unit"] == reference["unit"] else f"the claim converted into {reference['unit']}"
    return "; ".join(filter(None, (allowed, brought))) or None
