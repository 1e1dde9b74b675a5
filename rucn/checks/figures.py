"""Whether the value, unit, qualifier, period and scope of each figure are those of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rucn.checks.evidence import figure_spans, regions_spoken_of
from rucn.checks.shape import LARGEST_VALUE
from rucn.checks.spans import Span, Spans, numbers_within
from rucn.model.currencies import leaves_open
from rucn.model.measures import MEASURES
from rucn.reading.dates import parts_named, years_meant
from rucn.reading.hedges import REACH, hedges_of, tells_of_fall
from rucn.reading.numbers import Number, names_the_first
from rucn.reading.units import says_unit

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import FigureRow, OtherNumberRow
    from rucn.store.dataset import Dataset


def figure_problems(dataset: Dataset) -> Iterator[Problem]:
    """Each figure whose value, unit, qualifier, period or scope is not what its words say."""
    reasons, stated = _spans_of(dataset.other_numbers), _spans_of(dataset.figures)
    for figure in dataset.figures.values():
        excused, others = reasons.get(figure["quote"], Spans([])), stated[figure["quote"]]
        found = [*_value_problems(dataset, figure, excused), *_unit_problems(figure)]
        found += [*_period_problems(dataset, figure, others), *_scope_problems(dataset, figure)]
        for field, message in found:
            yield {"record": figure["id"], "field": field, "message": message}


def _spans_of(rows: Mapping[str, FigureRow] | Mapping[str, OtherNumberRow]) -> dict[str, Spans]:
    """Where rows stand, by the ids of their quotes."""
    found: dict[str, list[Span]] = {}
    for row in rows.values():
        found.setdefault(row["quote"], []).append(Span(row["start"], row["end"]))
    return {quote: Spans(spans) for quote, spans in found.items()}


def _value_problems(dataset: Dataset, figure: FigureRow, excused: Spans) -> Iterator[tuple[str, str]]:
    text = dataset.quotes[figure["quote"]]["text"]
    numbers = _own_numbers(text, figure, excused)
    measure = MEASURES[figure["measure"]]
    fall = measure.is_growth and tells_of_fall(figure["evidence"])
    values = {-number.value if fall else number.value for number in numbers}
    expected = set() if figure["value"] is None else {figure["value"]}
    # A place may be named by a word that may also be left without a number.
    if not values and figure["unit"] == "rank" and figure["value"] == 1 and names_the_first(figure["evidence"]):
        values = {1}
    if values != expected:
        there = ", ".join(f"{value:.15g}" for value in sorted(values)) or "no number"
        yield "value", f"{figure['value']} is stored, “{figure['evidence']}” has {there}"
    if abs(figure["value"] or 0) > LARGEST_VALUE:
        yield "value", "it is too large to be meant"
    if figure["value"] is None and not measure.may_be_in_words:
        yield "value", f"{measure.label} is not put in words alone"
    hedges = hedges_of(figure["evidence"], (text[max(0, number.start - REACH) : number.start] for number in numbers))
    if hedges != ({figure["qualifier"]} - {None}):
        said = " and ".join(sorted(hedges)) or "no such hedge"
        yield "qualifier", f"{figure['qualifier']} is stored, “{figure['evidence']}” says {said}"


def _own_numbers(text: str, figure: FigureRow, excused: Spans) -> list[Number]:
    """The numbers in a figure's evidence that are neither its period nor excused."""
    evidence, *period = figure_spans(text, figure)
    return [
        number
        for number in numbers_within(text, evidence)
        if not excused.hold(*number[:2]) and not any(span.holds(*number[:2]) for span in period)
    ]


def _unit_problems(figure: FigureRow) -> Iterator[tuple[str, str]]:
    words, unit = figure["evidence"], figure["unit"]
    if unit is None:
        if figure["value"] is not None:
            yield "unit", f"{figure['value']} has no unit"
        return
    if unit not in MEASURES[figure["measure"]].units:
        yield "unit", f"{figure['measure']} is not measured in {unit}"
    if not says_unit(words, unit):
        yield "unit", f"“{words}” does not say {unit}"
    yield from _context_problems("unit", figure, unit == "USD" and leaves_open(words), f"“{words}” say {unit}")


def _period_problems(dataset: Dataset, figure: FigureRow, others: Spans) -> Iterator[tuple[str, str]]:
    period, words = figure["period"], figure["period_as_stated"]
    if words is not None and words not in dataset.quotes[figure["quote"]]["text"]:
        yield "period_as_stated", f"“{words}” does not stand in {figure['quote']}"
    inferred = period is not None and period[:4] not in (words or "")
    if inferred != figure["period_inferred"]:
        yield "period_inferred", f"{figure['period_inferred']} is stored for {period}, the words are “{words}”"
    if "period" in figure["inferred"] and (inferred or not _stands_apart(dataset, figure, others)):
        yield "inferred", "the words give the period" if not inferred else "period_inferred tells that of the period"
    if period is not None and words is None:
        yield "period_as_stated", f"no words say {period}"
    published = dataset.sources[dataset.quotes[figure["quote"]]["source"]]["published"]
    for meant in years_meant(words or "", published) if inferred and published else ():
        if not (period or "").startswith(meant):
            yield "period", f"{period} is stored, “{words}” in a source of {published} means {meant}"
    yield from _part_problems(period, words)


def _stands_apart(dataset: Dataset, figure: FigureRow, others: Spans) -> bool:
    """Whether the words of a figure's period stand in another sentence, or in the words of another figure."""
    evidence, *period = figure_spans(dataset.quotes[figure["quote"]]["text"], figure)
    text = dataset.quotes[figure["quote"]]["text"]
    return any(
        ". " in text[min(evidence.start, words.start) : max(evidence.start, words.start)]
        or others.hold(words.start, words.end, but=evidence)
        for words in period
    )


def _context_problems(field: str, figure: FigureRow, is_inferred: bool, why: str) -> Iterator[tuple[str, str]]:
    """Whether a field is marked as inferred where, and only where, the context gives it."""
    if (field in figure["inferred"]) != is_inferred:
        yield "inferred", f"{field} is {'not ' if is_inferred else ''}stored as inferred: {why}"


def _part_problems(period: str | None, words: str | None) -> Iterator[tuple[str, str]]:
    """What part of a year the words name, the period has to name too."""
    parts = parts_named(words or "")
    for ending in parts:
        if period is not None and not period.endswith(ending):
            yield "period", f"{period} is stored, “{words}” means {period[:4]}{ending}"
    if period is not None and "-S" in period and not parts:
        yield "period", f"{period} is stored, “{words}” names no half of a year"


def _scope_problems(dataset: Dataset, figure: FigureRow) -> Iterator[tuple[str, str]]:
    scope, partner, region = figure["scope"], figure["partner"], figure["region"]
    if scope == "bilateral" and partner is None:
        yield "partner", "a bilateral figure has a partner"
    if scope in ("all_partners", "unclear") and partner is not None:
        yield "partner", f"the scope {scope} leaves no room for the partner {partner}"
    if (scope == "commodity") != (figure["commodity"] is not None):
        yield "commodity", f"the scope is {scope}, the commodity {figure['commodity']}"
    scopes = MEASURES[figure["measure"]].scopes
    if scope not in scopes:
        yield "scope", f"the scope of {figure['measure']} is {' or '.join(scopes)}"
    country = dataset.regions[region]["country"] if region else dataset.speakers_country(figure["quote"])
    if country == partner:
        yield "partner", f"{partner} is the country of the figure itself"
    if region is not None and region not in regions_spoken_of(dataset, figure["quote"]):
        yield "region", f"{figure['quote']} is neither by a leader of {region} nor mentions it"
    mentioned = region in dataset.quotes[figure["quote"]]["mentions"]
    why = f"{figure['quote']} {'mentions' if mentioned else 'does not mention'} {region}"
    yield from _context_problems("region", figure, region is not None and not mentioned, why)
    if "partner" in figure["inferred"] and partner is None:
        yield "inferred", "there is no partner to be inferred"
