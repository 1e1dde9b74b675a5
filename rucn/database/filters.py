"""Which arguments narrow an answer, method by method; the type of the answer does not depend on them.

What it depends on, `currency`, `implied` and `stated`, stands in the overloads of each method.
"""

from typing import TypedDict

from rucn.queries.filters import Written


class ReferenceFilters(TypedDict, total=False):
    """What narrows references."""

    region: Written
    measure: Written
    period: Written


class ClaimFilters(TypedDict, total=False):
    """What narrows comparisons."""

    region: Written
    period: Written
    verdict: Written
    every: bool


class StatedFilters(TypedDict, total=False):
    """What narrows all that is stated."""

    region: Written
    by: Written
    country: Written
    partner: Written
    period: Written


class TradeFilters(StatedFilters, total=False):
    """What narrows and orders trade rows."""

    scope: Written
    top: int | None
    rank_by: str | None


class FigureFilters(StatedFilters, total=False):
    """What narrows figures."""

    measure: Written
    scope: Written
    commodity: Written
    min: str | float | None
    max: str | float | None


class ProjectFilters(StatedFilters, total=False):
    """What narrows projects."""

    sector: Written
    status: Written
    kind: Written
    without: Written
    min: str | float | None
    max: str | float | None
