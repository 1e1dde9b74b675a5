"""Puts every claim beside its counterparts, with a verdict, and a question where a claim does not fit."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from rucn.analysis.compare.matching import IN_WORDS, Counterpart, counterparts
from rucn.analysis.compare.outcomes import SAME_PROJECT, Outcome, outcomes
from rucn.analysis.compare.questions import Doubt, doubts
from rucn.analysis.compare.tolerances import WIDENING, range_of, verdict
from rucn.analysis.currency import (
    NOT_CONVERTED,
    Amount,
    Conversion,
    Converter,
    of_figure,
)
from rucn.model.amounts import rounded, spaced
from rucn.model.words import CURRENCIES
from rucn.queries.lookup import Criteria, in_periods, project_regions
from rucn.queries.projects import project_of

if TYPE_CHECKING:
    from rucn.model.records import Comparison, ConvertedComparison, Reference
    from rucn.model.rows import FigureRow, ProjectRow
    from rucn.model.vocabulary import Verdict
    from rucn.store.dataset import Dataset
    from rucn.store.rates import Rates
    from rucn.store.references import References

RATIO_DIGITS = 6
SAME_SPEAKER = "said by the same official"
ONE_INITIAL = "only one of the two is called initial"
INITIAL = "initial"


class Judgement(NamedTuple):
    """A claim held against one reference, or against none: ratio, verdict and why, in words."""

    reference: "Reference | None"
    verdict: "Verdict"
    reason: str | None = None
    ratio: float | None = None
    same_speaker: bool = False


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
        """The references on projects, and on the regions, countries and districts that the figures are of."""
        spoken_of = {figure["region"] for figure in self._dataset.figures.values() if figure["region"]}
        around = {term["code"] for term in self._dataset.terms if term["vocabulary"] in ("country", "district")}
        regional = self._references.references(spoken_of | around)
        on_projects = self._references.on_projects(self._dataset.projects.keys())
        found: dict[str, list[Reference]] = {}
        for one in {one["id"]: one for one in (*regional, *on_projects)}.values():
            found.setdefault(one["measure"], []).append(one)
        return found

    def compare(self, regions: Criteria = (), periods: Criteria = ()) -> "list[Comparison]":
        """Each claim about the regions within the periods: a record for each of its counterparts, or one for none."""
        found = [record for claim in self._figures(regions, periods) for record in self._compared(*claim)]
        return found + [self._outcome(*claim) for claim in self._outcomes(regions, periods)]

    def has_claims(self, region: str, periods: Criteria = ()) -> bool:
        """Whether anything is claimed about a region within the periods."""
        claims = (self._figures([region], periods), self._outcomes([region], periods))
        return any(next(one, None) for one in claims)

    def _figures(self, regions: Criteria, periods: Criteria) -> "Iterator[tuple[FigureRow, ProjectRow | None]]":
        for figure in self._dataset.figures.values():
            project = project_of(self._dataset, figure)
            about = [figure["region"], *(project_regions(project) if project else [])]
            if (not regions or any(code in regions for code in about)) and in_periods(periods, figure["period"]):
                yield figure, project

    def _outcomes(self, regions: Criteria, periods: Criteria) -> "Iterator[tuple[ProjectRow, Outcome]]":
        for project in self._dataset.projects.values():
            if not regions or any(code in regions for code in project_regions(project)):
                told = outcomes(project, self._events)
                yield from ((project, one) for one in told if in_periods(periods, one.period))

    def _compared(self, figure: "FigureRow", project: "ProjectRow | None") -> "Iterator[Comparison]":
        alike = self._by_measure.get(figure["measure"], [])
        judged = [self._judged(figure, one) for one in counterparts(figure, project, alike)]
        ratios = [(one.ratio, one.reference) for one in judged if one.ratio is not None and one.reference is not None]
        asked = doubts(figure, ratios, self._by_measure, self._dollars)
        for one in judged or [Judgement(None, "no reference")]:
            record = {**self._claim(figure, project), **_reported(one), "question": _question(asked)}
            yield cast("Comparison", {**record, "question_from": [key for doubt in asked for key in doubt.rests_on]})

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
            "claim_period_inferred": figure["period_inferred"],
            "claim_words": figure["evidence"],
        }

    def _judged(self, figure: "FigureRow", counterpart: Counterpart) -> Judgement:
        reference, value, factor = counterpart.reference, figure["value"], self._factor(figure, counterpart.reference)
        same_speaker = reference["said_by"] == self._dataset.speaker(figure["quote"])["name"]
        hindrance = counterpart.hindrance or (None if factor else f"no rate of {figure['unit']} for the period")
        if value is None or factor is None or hindrance is not None:
            reasons = [hindrance or IN_WORDS, SAME_SPEAKER if same_speaker else None]
            return Judgement(reference, "not comparable", _joined(reasons), same_speaker=same_speaker)

        low, high = range_of(value, figure["unit"], figure["qualifier"])
        around = range_of(reference["value"], reference["unit"], reference["qualifier"])
        brought = value * factor
        said = verdict(brought, (low * factor, high * factor), reference["value"], around, reference["unit"])
        # Equal values agree without any allowance.
        hedged = (figure, reference) if said == "agrees" and brought != reference["value"] else ()
        words = dict.fromkeys(spaced(one["qualifier"]) for one in hedged if one["qualifier"] in WIDENING)
        reasons = [
            f"allowing for “{'” and “'.join(words)}”" if words else None,
            None if figure["unit"] == reference["unit"] else f"the claim converted into {reference['unit']}",
            ONE_INITIAL if (figure["qualifier"] == INITIAL) != (reference["qualifier"] == INITIAL) else None,
            SAME_PROJECT[:1].lower() + SAME_PROJECT[1:] if reference["project_inferred"] else None,
            SAME_SPEAKER if same_speaker else None,
        ]
        ratio = brought / reference["value"] if reference["value"] else None
        return Judgement(reference, said, _joined(reasons), ratio, same_speaker)

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
        return self._in_dollars.convert(Amount(value, unit, None, period)).value

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
            "claim_period_inferred": False,
            "claim_words": outcome.words or project["name"],
            "reference": event["id"],
            "reference_measure": event["event"],
            "reference_value": None,
            "reference_unit": None,
            "reference_qualifier": None,
            "reference_period": event["date"],
            "publisher": event["publisher"],
            "address": event["address"],
            "same_speaker": False,
            "project_inferred": event["project_inferred"],
            "ratio": None,
            "verdict": outcome.verdict,
            "reason": outcome.reason,
            "question": None,
            "question_from": [],
        }


def converted(dataset: "Dataset", comparison: "Comparison", converter: Converter) -> "ConvertedComparison":
    """A comparison with both amounts in one currency."""
    figure = dataset.figures.get(comparison["claim"])
    claim = converter.convert(of_figure(figure)) if figure else NOT_CONVERTED
    told = (comparison["reference_value"], comparison["reference_unit"], comparison["reference_qualifier"])
    reference = converter.convert(Amount(*told, comparison["reference_period"]))
    is_amount = claim.value is not None or reference.value is not None
    return cast(
        "ConvertedComparison",
        {
            **comparison,
            "converted_currency": converter.currency if is_amount else None,
            "converted_claim_value": claim.value,
            **_rated("claim", claim, comparison["claim"], converter),
            "converted_reference_value": reference.value,
            **_rated("reference", reference, comparison["reference"] or "", converter),
        },
    )


def _rated(side: str, done: Conversion, key: str, converter: Converter) -> dict[str, Any]:
    """How one side was converted; the currency is that of both."""
    rated = converter.rated(done, key).items()
    return {f"{side}_{field}": value for field, value in rated if field != "converted_currency"}


def _reported(judgement: Judgement) -> dict[str, Any]:
    """What a reference says, and the judgement on a claim beside it, as fields of a record."""
    fields = ("id", "measure", "value", "unit", "qualifier", "period", "publisher", "address", "project_inferred")
    told: Any = judgement.reference or dict.fromkeys(fields)
    return {
        "reference": told["id"],
        **{f"reference_{field}": told[field] for field in ("measure", "value", "unit", "qualifier", "period")},
        "publisher": told["publisher"],
        "address": told["address"],
        "same_speaker": judgement.same_speaker,
        "project_inferred": bool(told["project_inferred"]),
        "ratio": None if judgement.ratio is None else rounded(judgement.ratio, RATIO_DIGITS),
        "verdict": judgement.verdict,
        "reason": judgement.reason,
    }


def _joined(reasons: "list[str | None]") -> str | None:
    return "; ".join(filter(None, reasons)) or None


def _question(found: list[Doubt]) -> str | None:
    questions = dict.fromkeys(one.question for one in found)
    return f"{'; '.join(one.words for one in found)}: {' '.join(questions)}" if found else None
