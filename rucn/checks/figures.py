"""Whether the value, unit, qualifier, period and scope of each figure are those of its words."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from rucn.checks.evidence import Span, figure_spans, regions_spoken_of
from rucn.model.vocabulary import Currency
from rucn.reading.numbers import Number, numbers_in

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import FigureRow
    from rucn.store.dataset import Dataset

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
    "exports": CURRENCIES,
    "imports": CURRENCIES,
    "export_growth": ("percent",),
    "import_growth": ("percent",),
    "export_rank": ("rank",),
    "import_rank": ("rank",),
    "import_share": ("percent",),
    "national_share": ("percent",),
    "national_rank": ("rank",),
}
UNIT_WORDS = {
    "USD": r"\bUSD\b|\bdollars?\b|\$",
    "CNY": r"\b(?:RMB|CNY|yuan|renminbi)\b|¥",
    "RUB": r"\b(?:RUB|rou?bles?)\b|₽",
    "percent": r"%|\bper ?cent\b",
    "times": r"\btimes\b|fold\b",
}
# A hedge stands right before its number, but for the currency; an adjective anywhere in the evidence.
HEDGES = {
    "about": r"about|around|approximately|some|roughly",
    "nearly": r"nearly|almost|close to",
    "more_than": r"(?<!no )more than|over|exceed\w*|above|at least",
    "at_most": r"among the top|at most|up to|no more than|less than|under",
}
ADJECTIVES = {"expected": r"expected|planned|projected|estimated", "initial": r"initial\w*"}
BETWEEN = r"\s+(?:USD|RMB|CNY|RUB|\$|¥|₽)?\s*$"
FALL = r"\b(?:fell|fall\w*|decreas\w*|declin\w*|dropp?\w*|reduc\w*|shrank|shrunk)\b"
TRADE = ("bilateral", "all_partners", "unclear")
MEASURE_SCOPES = {
    "trade_volume": TRADE,
    "trade_growth": TRADE,
    "trade_share": ("bilateral",),
    "partner_rank": ("bilateral",),
    "investment": TRADE,
    "project_investment": ("project",),
    "project_count": ("project",),
    "fund_capital": ("project",),
    "supply_growth": ("commodity",),
    "supply_multiple": ("commodity",),
    "tie_count": TRADE,
    "bridge_count": TRADE,
    "exports": TRADE,
    "imports": TRADE,
    "export_growth": TRADE,
    "import_growth": TRADE,
    "export_rank": ("bilateral",),
    "import_rank": ("bilateral",),
    "import_share": ("bilateral",),
    "national_share": TRADE,
    "national_rank": TRADE,
}
PART_WORDS = {"first half": "-S1", "six months": "-S1", "second half": "-S2", "by the end of": "-12"}
# Which year these words mean, counted from the year that the source speaks from.
YEAR_WORDS = {"last year": -1, "this year": 0, "as of today": 0, "currently": 0}


def figure_problems(dataset: "Dataset") -> "Iterator[Problem]":
    """Each figure whose value, unit, qualifier, period or scope is not what its words say."""
    reasons: dict[str, list[Span]] = {}
    for number in dataset.other_numbers.values():
        reasons.setdefault(number["quote"], []).append(Span(number["start"], number["end"]))
    for figure in dataset.figures.values():
        excused = reasons.get(figure["quote"], [])
        found = [*_value_problems(dataset, figure, excused), *_unit_problems(figure)]
        found += [*_period_problems(dataset, figure), *_scope_problems(dataset, figure)]
        for field, message in found:
            yield {"record": figure["id"], "field": field, "message": message}


def _value_problems(dataset: "Dataset", figure: "FigureRow", excused: list[Span]) -> Iterator[tuple[str, str]]:
    text = dataset.quotes[figure["quote"]]["text"]
    numbers = _own_numbers(text, figure, excused)
    fall = figure["measure"].endswith("growth") and re.search(FALL, figure["evidence"], re.IGNORECASE)
    values = {-number.value if fall else number.value for number in numbers}
    expected = set() if figure["value"] is None else {figure["value"]}
    if values != expected:
        there = ", ".join(f"{value:.15g}" for value in sorted(values)) or "no number"
        yield "value", f"{figure['value']} is stored, “{figure['evidence']}” has {there}"
    if figure["value"] is None and figure["measure"] != "partner_rank":
        yield "value", "only a rank may be put in words alone"
    hedges = {name for name, words in ADJECTIVES.items() if _says(rf"\b(?:{words})\b", figure["evidence"])}
    for number in numbers:
        hedges |= {name for name, words in HEDGES.items() if _says(rf"\b(?:{words}){BETWEEN}", text[: number.start])}
    if hedges != ({figure["qualifier"]} - {None}):
        said = " and ".join(sorted(hedges)) or "no such hedge"
        yield "qualifier", f"{figure['qualifier']} is stored, “{figure['evidence']}” says {said}"


def _own_numbers(text: str, figure: "FigureRow", excused: list[Span]) -> list[Number]:
    """The numbers in a figure's evidence that are neither its period nor excused."""
    evidence, *period = figure_spans(text, figure)
    other = [*period, *excused]
    return [
        number
        for number in numbers_in(text)
        if evidence.holds(number.start, number.end) and not any(span.holds(number.start, number.end) for span in other)
    ]


def _unit_problems(figure: "FigureRow") -> Iterator[tuple[str, str]]:
    words, unit = figure["evidence"], figure["unit"]
    if unit not in MEASURE_UNITS[figure["measure"]]:
        yield "unit", f"{figure['measure']} is not measured in {unit}"
    if unit in UNIT_WORDS and not _says(UNIT_WORDS[unit], words):
        yield "unit", f"“{words}” does not say {unit}"


def _says(pattern: str, words: str) -> bool:
    return re.search(pattern, words, re.IGNORECASE) is not None


def _period_problems(dataset: "Dataset", figure: "FigureRow") -> Iterator[tuple[str, str]]:
    period, words = figure["period"], figure["period_as_stated"]
    if words is not None and words not in dataset.quotes[figure["quote"]]["text"]:
        yield "period_as_stated", f"“{words}” does not stand in {figure['quote']}"
    inferred = period is not None and period[:4] not in (words or "")
    if inferred != figure["period_inferred"]:
        yield "period_inferred", f"{figure['period_inferred']} is stored for {period}, the words are “{words}”"
    if period is not None and words is None:
        yield "period_as_stated", f"no words say {period}"
    published = dataset.sources[dataset.quotes[figure["quote"]]["source"]]["published"]
    said = (words or "").lower()
    for year, distance in YEAR_WORDS.items():
        meant = str(int(published[:4]) + distance) if published else ""
        if inferred and year in said and not (period or "").startswith(meant):
            yield "period", f"{period} is stored, “{words}” in a source of {published} means {meant}"
    yield from _part_problems(period, words)


def _part_problems(period: str | None, words: str | None) -> Iterator[tuple[str, str]]:
    """What part of a year the words name, the period has to name too."""
    said = (words or "").lower()
    for part, ending in PART_WORDS.items():
        if period is not None and part in said and not period.endswith(ending):
            yield "period", f"{period} is stored, “{words}” means {period[:4]}{ending}"
    if period is not None and "-S" in period and not any(part in said for part in PART_WORDS):
        yield "period", f"{period} is stored, “{words}” names no half of a year"


def _scope_problems(dataset: "Dataset", figure: "FigureRow") -> Iterator[tuple[str, str]]:
    scope, partner, region = figure["scope"], figure["partner"], figure["region"]
    if scope == "bilateral" and partner is None:
        yield "partner", "a bilateral figure has a partner"
    if scope in ("all_partners", "unclear") and partner is not None:
        yield "partner", f"the scope {scope} leaves no room for the partner {partner}"
    if (scope == "commodity") != (figure["commodity"] is not None):
        yield "commodity", f"the scope is {scope}, the commodity {figure['commodity']}"
    if scope not in MEASURE_SCOPES[figure["measure"]]:
        yield "scope", f"the scope of {figure['measure']} is {' or '.join(MEASURE_SCOPES[figure['measure']])}"
    country = dataset.regions[region]["country"] if region else dataset.speaker(figure["quote"])["country"]
    if country == partner:
        yield "partner", f"{partner} is the country of the figure itself"
    if region is not None and region not in regions_spoken_of(dataset, figure["quote"]):
        yield "region", f"{figure['quote']} is neither by a leader of {region} nor mentions it"
