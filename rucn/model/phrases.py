"""What is measured, with whom and when, in words: `exports to Russia, 2017`, `share of China’s trade with Russia`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.measures import MEASURES
from rucn.model.periods import month_of
from rucn.model.vocabulary import COUNTRIES

if TYPE_CHECKING:
    from rucn.model.records import Comparison, Figure, Quote, Reference
    from rucn.model.vocabulary import QuoteKind

# What stands beside who said it, where the words are the source's own.
REPORTED = "(reported)"
ALL_PARTNERS = "all partners"
NOT_STATED = "with whom is not stated"
YEAR_INFERRED, MONTH_INFERRED = "(year inferred)", "(month inferred)"


def figure_phrase(figure: Figure) -> str:
    """What a figure measures, with whom, or of what commodity."""
    return measure_phrase(
        figure["measure"], figure["partner"], figure["region"], scope=figure["scope"], commodity=figure["commodity"]
    )


def reference_phrase(reference: Reference) -> str:
    """What a reference, or a figure in a series with references, measures, and with whom."""
    return measure_phrase(
        reference["measure"], reference["partner"], reference["region"], stock=bool(reference["stock"])
    )


def claim_phrase(comparison: Comparison) -> str:
    """What a claim that is compared measures, and with whom, or of what commodity."""
    return measure_phrase(
        comparison["measure"],
        comparison["partner"],
        comparison["region"],
        scope=comparison["scope"],
        commodity=comparison["commodity"],
    )


def brief_claim_phrase(comparison: Comparison) -> str:
    """The same where there is little room."""
    row, scope = MEASURES[comparison["measure"]], comparison["scope"]
    if not row.brief or scope == "unclear":
        return row.label if scope == "unclear" else claim_phrase(comparison)
    partner = COUNTRIES.get(comparison["partner"] or "", "all")
    return row.brief.format(partner=partner, commodity=comparison["commodity"] or "a commodity")


def needed_phrase(comparison: Comparison) -> str | None:
    """What would have to be known to compare a claim; None where nothing would do, as it states no number or date."""
    measure, place = comparison["measure"], comparison["subject"] or comparison["region_name"] or "the two countries"
    if {"no_number", "no_date"} & set(comparison["hindrances"]):
        return None
    if measure not in MEASURES:
        return f"the date of the {measure} of {place}"
    when = f" for {comparison['claim_period']}" if comparison["claim_period"] else ""
    if comparison["scope"] == "unclear":
        return f"with whom the {MEASURES[measure].label} of {place}{when} is meant"
    if MEASURES[measure].told_by_name:
        return f"{claim_phrase(comparison)}: {place}{when}"
    what, joint, partner = claim_phrase(comparison).partition(" with ")
    return f"{what} of {place}{joint}{partner}{when}"


def measure_phrase(
    measure: str,
    partner: str | None,
    region: str | None,
    *,
    scope: str | None = None,
    stock: bool = False,
    commodity: str | None = None,
) -> str:
    """What a measure (its code) is of, given ISO codes of the partner and the region."""
    row, other = MEASURES[measure], COUNTRIES.get(partner or "", "")
    if not row.phrase or scope == "commodity":
        what = f"stock of {row.label}" if stock else row.label
        return ", ".join(filter(None, (what, commodity, "" if row.told_by_name else other)))
    if scope == "unclear":
        return f"{row.label}, {NOT_STATED}"
    country = COUNTRIES.get((region or "")[:2], "the country")
    return row.phrase.format(partner=other or ALL_PARTNERS, country=country)


def speaker_with_title(quote: Quote) -> str:
    """Who says a quote, with the title as stated: `Che Jun, Secretary of …`."""
    return ", ".join(filter(None, (quote["said_by"], quote["title"])))


def speaker_line(quote: Quote) -> str:
    """The same, and that it is reported, where it is."""
    return as_reported(speaker_with_title(quote), quote["kind"])


def as_reported(speaker: str, kind: QuoteKind | None) -> str:
    """Who says something, and that it is reported, where the words are the source's own."""
    return f"{speaker} {REPORTED}" if kind == "reported" else speaker


def period_phrase(period: str | None, inferred: bool) -> str:
    """A period, and that it is inferred where it is; empty for none."""
    if not period or not inferred:
        return period or ""
    return f"{period} {YEAR_INFERRED if month_of(period) is None else MONTH_INFERRED}"
