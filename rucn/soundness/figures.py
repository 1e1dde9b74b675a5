"""Whether the value, unit, qualifier, period and scope of each figure are those of its words."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from rucn.soundness.evidence import Span, figure_spans
from rucn.soundness.numbers import numbers_in
from rucn.vocabulary import Currency

if TYPE_CHECKING:
    from rucn.dataset import Dataset
    from rucn.records import Problem
    from rucn.stored import FigureRow

CURRENCIES = get_args(Currency)
MEASURE_UNITS = {
    "trade_volume": CURRENCIES,
    "trade_growth": ("percent",),
    "trade_share": ("percent",),
    "partner_rank": ("rank",),
    "investment": CURRENCIES,
    "project_investment": CURRENCIES,
    "project_count": ("count",),
    "fund_capital": CURRENCIES,
    "supply_growth": ("percent",),
    "supply_multiple": ("times",),
    "tie_count": ("count",),
    "bridge_count": ("count",),
}
UNIT_WORDS = {
    "USD": r"USD|dollars?|\$",
    "CNY": r"RMB|CNY|yuan|renminbi",
    "RUB": r"RUB|rou?bles?",
    "percent": r"%|percent|per cent",
    "times": r"times|-?fold",
}
QUALIFIER_WORDS = {
    "about": r"about|around|approximately|some|roughly",
    "nearly": r"nearly|almost|close to",
    "more_than": r"more than|over|exceed\w*|above|at least",
    "at_most": r"among the top|at most|up to|no more than|less than|under",
    "expected": r"expected|planned|projected|estimated",
    "initial": r"initial\w*",
}


def figure_problems(dataset: "Dataset") -> "Iterator[Problem]":
    """Each figure whose value, unit, qualifier, period or scope is not what its words say."""
    reasons: dict[str, list[Span]] = {}
    for number in dataset.other_numbers.values():
        reasons.setdefault(number["quote"], []).append(Span(number["start"], number["end"]))
    for figure in dataset.figures.values():
        excused = reasons.get(figure["quote"], [])
        found = [*_value_problems(dataset, figure, excused), *_word_problems(figure)]
        found += [*_period_problems(dataset, figure), *_scope_problems(dataset, figure)]
        for field, message in found:
            yield {"record": figure["id"], "field": field, "message": message}


def _value_problems(dataset: "Dataset", figure: "FigureRow", excused: list[Span]) -> Iterator[tuple[str, str]]:
    text = dataset.quotes[figure["quote"]]["text"]
    evidence, *period = figure_spans(text, figure)
    other = [*period, *excused]
    values = {
        number.value
        for number in numbers_in(text)
        if evidence.holds(number.start, number.end) and not any(span.holds(number.start, number.end) for span in other)
    }
    expected = set() if figure["value"] is None else {figure["value"]}
    if values != expected:
        there = ", ".join(f"{value:.15g}" for value in sorted(values)) or "no number"
        yield "value", f"{figure['value']} is stored, “{figure['evidence']}” has {there}"
    if figure["value"] is None and figure["measure"] != "partner_rank":
        yield "value", "only a rank may be put in words alone"


def _word_problems(figure: "FigureRow") -> Iterator[tuple[str, str]]:
    words, unit, qualifier = figure["evidence"], figure["unit"], figure["qualifier"]
    if unit not in MEASURE_UNITS[figure["measure"]]:
        yield "unit", f"{figure['measure']} is not measured in {unit}"
    if unit in UNIT_WORDS and not _stands(UNIT_WORDS[unit], words):
        yield "unit", f"“{words}” does not say {unit}"
    if qualifier is not None and not _stands(QUALIFIER_WORDS[qualifier], words):
        yield "qualifier", f"“{words}” does not say {qualifier}"
    if qualifier is None:
        hedges = [name for name, pattern in QUALIFIER_WORDS.items() if _stands(pattern, words)]
        if hedges:
            yield "qualifier", f"none is stored, “{words}” says {' and '.join(hedges)}"


def _stands(pattern: str, words: str) -> bool:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words, re.IGNORECASE) is not None or (
        pattern == UNIT_WORDS["percent"] and "%" in words
    )


def _period_problems(dataset: "Dataset", figure: "FigureRow") -> Iterator[tuple[str, str]]:
    period, words = figure["period"], figure["period_as_stated"]
    if words is not None and words not in dataset.quotes[figure["quote"]]["text"]:
        yield "period_as_stated", f"“{words}” does not stand in {figure['quote']}"
    inferred = period is not None and period[:4] not in (words or "")
    if inferred != figure["period_inferred"]:
        yield "period_inferred", f"{figure['period_inferred']} is stored for {period}, the words are “{words}”"
    if period is not None and words is None:
        yield "period_as_stated", f"no words say {period}"


def _scope_problems(dataset: "Dataset", figure: "FigureRow") -> Iterator[tuple[str, str]]:
    scope, partner, region = figure["scope"], figure["partner"], figure["region"]
    if scope == "bilateral" and partner is None:
        yield "partner", "a bilateral figure has a partner"
    if scope in ("all_partners", "unclear") and partner is not None:
        yield "partner", f"the scope {scope} leaves no room for the partner {partner}"
    if (scope == "commodity") != (figure["commodity"] is not None):
        yield "commodity", f"the scope is {scope}, the commodity {figure['commodity']}"
    if figure["measure"] in ("trade_share", "partner_rank") and scope != "bilateral":
        yield "scope", f"the {figure['measure']} of a partner is bilateral"
    if region is not None and dataset.regions[region]["country"] == partner:
        yield "partner", f"{partner} is the country of {region} itself"
