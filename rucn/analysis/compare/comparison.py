"""Puts every claim beside its counterparts, with a verdict, and a question where a claim does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from rucn.analysis.compare.choice import clearest_first
from rucn.analysis.compare.matching import IN_WORDS, Counterpart, Hindered, counterparts
from rucn.analysis.compare.outcomes import SAME_PROJECT, Outcome, outcomes
from rucn.analysis.compare.questions import Doubt, doubts
from rucn.analysis.compare.tolerances import WIDENING, range_of, verdict
from rucn.analysis.currency import NOT_CONVERTED, Converter, Dated, of_figure
from rucn.model.amounts import Amount, Exact, amount, as_words, exact, round_to
from rucn.model.currencies import CURRENCY_CODES
from rucn.queries import as_records
from rucn.queries.areas import is_about_any, is_figure_about, is_project_about
from rucn.queries.criteria import Area, Codes, fits_period
from rucn.queries.links import project_of

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

    reference: Reference | None
    verdict: Verdict
    reason: str | None = None
    ratio: Exact | None = None
    same_speaker: bool = False
    hindrances: tuple[Hindered, ...] = ()


class Comparer:
    """Compares the claims of a dataset with the references beside it."""

    def __init__(self, dataset: Dataset, references: References, rates: Rates) -> None:
        self._dataset = dataset
        self._references = references
        self._events = references.events()
        self._rates = rates
        self._in_dollars = Converter(dataset, rates, "USD")

    @cached_property
    def _by_measure(self) -> dict[str, list[Reference]]:
        """The references on projects, and on the regions, countries and districts that the figures are of."""
        spoken_of = {figure["region"] for figure in self._dataset.figures.values() if figure["region"]}
        around = {term["code"] for term in self._dataset.terms if term["vocabulary"] in ("country", "district")}
        regional = self._references.references(spoken_of | around)
        on_projects = self._references.on_projects(self._dataset.projects.keys())
        found: dict[str, list[Reference]] = {}
        for one in {one["id"]: one for one in (*regional, *on_projects)}.values():
            found.setdefault(one["measure"], []).append(one)
        return found

    def compare(self, areas: Sequence[Area] = (), periods: Codes = ()) -> list[Comparison]:
        """Each claim about the regions within the periods: a record for each of its counterparts, or one for none.

        The clearest come first.
        """
        claims = [list(self._compared(*claim)) for claim in self._figures(areas, periods)]
        dates: dict[tuple[str, str], list[Comparison]] = {}
        for project, outcome in self._outcomes(areas, periods):
            dates.setdefault((project["id"], outcome.claim), []).append(self._outcome(project, outcome))
        return clearest_first([*claims, *dates.values()])

    def has_claims(self, area: Area, periods: Codes = ()) -> bool:
        """Whether anything is claimed about a region within the periods."""
        claims = (self._figures([area], periods), self._outcomes([area], periods))
        return any(next(one, None) for one in claims)

    def _figures(self, areas: Sequence[Area], periods: Codes) -> Iterator[tuple[FigureRow, ProjectRow | None]]:
        for figure in self._dataset.figures.values():
            project = project_of(self._dataset, figure)
            is_about = is_about_any(areas, partial(is_figure_about, self._dataset, figure))
            if is_about and fits_period(periods, figure["period"]):
                yield figure, project

    def _outcomes(self, areas: Sequence[Area], periods: Codes) -> Iterator[tuple[ProjectRow, Outcome]]:
        for project in self._dataset.projects.values():
            if is_about_any(areas, partial(is_project_about, project)):
                told = outcomes(project, self._events)
                yield from ((project, one) for one in told if fits_period(periods, one.period))

    def _compared(self, figure: FigureRow, project: ProjectRow | None) -> Iterator[Comparison]:
        alike = self._by_measure.get(figure["measure"], [])
        judged = [self._judged(figure, one) for one in counterparts(figure, project, alike)]
        ratios = [(one.ratio, one.reference) for one in judged if one.ratio is not None and one.reference is not None]
        asked = doubts(figure, ratios, self._by_measure, self._dollars)
        without = Judgement(None, "no reference", hindrances=(IN_WORDS,) if figure["value"] is None else ())
        for one in judged or [without]:
            yield self._record(figure, project, one, asked)

    def _record(
        self, figure: FigureRow, project: ProjectRow | None, judged: Judgement, asked: list[Doubt]
    ) -> Comparison:
        reference = judged.reference
        return {
            "claim": figure["id"],
            "region": figure["region"],
            "region_name": self._dataset.region_name(figure["region"]),
            "subject": project["name"] if project else None,
            "official_name": self._dataset.official_name(figure["quote"]),
            "measure": figure["measure"],
            "partner": figure["partner"],
            "scope": figure["scope"],
            "commodity": figure["commodity"],
            "claim_value": figure["value"],
            "claim_unit": figure["unit"],
            "claim_qualifier": figure["qualifier"],
            "claim_doubt": figure["doubt"],
            "claim_period": figure["period"],
            "claim_period_inferred": figure["period_inferred"],
            "claim_words": figure["evidence"],
            "reference": reference["id"] if reference else None,
            "reference_measure": reference["measure"] if reference else None,
            "reference_value": reference["value"] if reference else None,
            "reference_unit": reference["unit"] if reference else None,
            "reference_qualifier": reference["qualifier"] if reference else None,
            "reference_period": reference["period"] if reference else None,
            "publisher": reference["publisher"] if reference else None,
            "address": reference["address"] if reference else None,
            "same_speaker": judged.same_speaker,
            "project_inferred": bool(reference and reference["project_inferred"]),
            "ratio": None if judged.ratio is None else float(round_to(judged.ratio, RATIO_DIGITS)),
            "verdict": judged.verdict,
            "reason": judged.reason,
            "hindrances": list(dict.fromkeys(one.code for one in judged.hindrances)),
            "other_verdicts": [],
            "question": _question(asked),
            "question_from": [key for doubt in asked for key in doubt.rests_on],
            "inferred": as_records.inferred_of_figure(figure),
            "source": self._dataset.quotes[figure["quote"]]["source"],
            "said_by": self._dataset.said_by(figure["quote"]),
            "quote_kind": self._dataset.quotes[figure["quote"]]["kind"],
        }

    def _judged(self, figure: FigureRow, counterpart: Counterpart) -> Judgement:
        reference, bring = counterpart.reference, self._bringing(figure, counterpart.reference)
        claim = amount(figure["value"], figure["unit"], figure["qualifier"])
        same_speaker = reference["said_by"] == self._dataset.said_by(figure["quote"])
        hindrances = counterpart.hindrances
        if claim is None:
            hindrances = hindrances or (IN_WORDS,)
        elif bring is None:
            hindrances = hindrances or (Hindered("no_rate", f"no rate of {figure['unit']} for the period"),)
        if claim is None or bring is None or hindrances:
            reasons = [*(one.words for one in hindrances), SAME_SPEAKER if same_speaker else None]
            return Judgement(
                reference, "not comparable", _joined(reasons), same_speaker=same_speaker, hindrances=hindrances
            )

        reported = Amount(exact(reference["value"]), reference["unit"], reference["qualifier"])
        brought, (low, high) = bring(claim.value), map(bring, range_of(claim))
        said = verdict(brought, (low, high), reported.value, range_of(reported), reported.unit)
        # Equal values agree without any allowance.
        hedged = (claim, reported) if said == "agrees" and brought != reported.value else ()
        words = dict.fromkeys(as_words(one.qualifier) for one in hedged if one.qualifier in WIDENING)
        reasons = [
            f"allowing for “{'” and “'.join(words)}”" if words else None,
            None if claim.unit == reported.unit else f"the claim converted into {reported.unit}",
            ONE_INITIAL if (claim.qualifier == INITIAL) != (reported.qualifier == INITIAL) else None,
            SAME_PROJECT[:1].lower() + SAME_PROJECT[1:] if reference["project_inferred"] else None,
            SAME_SPEAKER if same_speaker else None,
        ]
        ratio = Decimal(brought) / reported.value if reported.value else None
        return Judgement(reference, said, _joined(reasons), ratio, same_speaker)

    def _bringing(self, figure: FigureRow, reference: Reference) -> Callable[[Exact], Exact] | None:
        """What brings a claim's values into the reference's unit; None where there is no rate for that."""
        unit = reference["unit"]
        if figure["unit"] == unit:
            return lambda value: value
        period = reference["period"] or figure["period"]
        if unit not in CURRENCY_CODES or period is None or figure["unit"] is None:
            return None
        rate = self._rates.rate(figure["unit"], unit, period)
        return (lambda value: rate.bring(value, unit)) if rate else None

    def _dollars(self, worth: Amount, period: str | None) -> Exact | None:
        done = self._in_dollars.convert(Dated(worth, period))
        return done.amount.value if done.amount else None

    def _outcome(self, project: ProjectRow, outcome: Outcome) -> Comparison:
        event = outcome.event
        return {
            "claim": project["id"],
            "region": project["region"],
            "region_name": self._dataset.region_name(project["region"]),
            "subject": project["name"],
            "official_name": self._dataset.official_name(project["quote"]),
            "measure": outcome.claim,
            "partner": None,
            "scope": "project",
            "commodity": None,
            "claim_value": None,
            "claim_unit": None,
            "claim_qualifier": None,
            "claim_doubt": None,
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
            "hindrances": list(outcome.hindrances),
            "other_verdicts": [],
            "question": None,
            "question_from": [],
            "inferred": [],
            "source": self._dataset.quotes[project["quote"]]["source"],
            "said_by": self._dataset.said_by(project["quote"]),
            "quote_kind": self._dataset.quotes[project["quote"]]["kind"],
        }


def convert_comparison(dataset: Dataset, comparison: Comparison, converter: Converter) -> ConvertedComparison:
    """A comparison with both amounts in one currency."""
    figure = dataset.figures.get(comparison["claim"])
    claim = converter.convert(of_figure(figure)) if figure else NOT_CONVERTED
    told = amount(comparison["reference_value"], comparison["reference_unit"], comparison["reference_qualifier"])
    reference = converter.convert(Dated(told, comparison["reference_period"]))
    ours = converter.rate_fields(claim, comparison["claim"])
    theirs = converter.rate_fields(reference, comparison["reference"] or "")
    return {
        **comparison,
        "converted_currency": converter.currency if claim.amount or reference.amount else None,
        "converted_claim_value": claim.value,
        "claim_rate": ours["rate"],
        "claim_rate_unit": ours["rate_unit"],
        "claim_rate_period": ours["rate_period"],
        "claim_rate_period_inferred": ours["rate_period_inferred"],
        "claim_rate_source": ours["rate_source"],
        "claim_conversion_note": ours["conversion_note"],
        "claim_conversion": ours["conversion"],
        "converted_reference_value": reference.value,
        "reference_rate": theirs["rate"],
        "reference_rate_unit": theirs["rate_unit"],
        "reference_rate_period": theirs["rate_period"],
        "reference_rate_period_inferred": theirs["rate_period_inferred"],
        "reference_rate_source": theirs["rate_source"],
        "reference_conversion_note": theirs["conversion_note"],
        "reference_conversion": theirs["conversion"],
    }


def _joined(reasons: list[str | None]) -> str | None:
    return "; ".join(filter(None, reasons)) or None


def _question(found: list[Doubt]) -> str | None:
    questions = dict.fromkeys(one.question for one in found)
    return f"{'; '.join(one.words for one in found)}: {' '.join(questions)}" if found else None
