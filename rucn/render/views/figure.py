"""How figures are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import amount, as_words, value_words
from rucn.model.measures import MEASURES
from rucn.model.phrases import figure_phrase
from rucn.render.answer import Span
from rucn.render.said import Said
from rucn.render.views.shared import amount_column, quote_column, rate_column
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import (
    IN_WORDS,
    InCurrency,
    exact_value,
    in_currency,
    offsets,
    partner,
    period_or_words,
    place,
    rate_legends,
    with_words,
)

if TYPE_CHECKING:
    from rucn.model.background import Background
    from rucn.model.records import ConvertedFigure, Figure


def value(figure: Figure) -> str:
    """The value in its unit, with its qualifier."""
    return value_words(amount(figure["value"], figure["unit"], figure["qualifier"]), figure["measure"]) or IN_WORDS


def fact(figure: Figure) -> str:
    """What a figure says in short: what it measures and with whom, and the value."""
    return f"{figure_phrase(figure)}: {value(figure)}"


def _measure(figure: Figure) -> str:
    """What is measured, and of what where that is a commodity."""
    return ", ".join(filter(None, (MEASURES[figure["measure"]].label, figure["commodity"])))


def _period(figure: Figure) -> Said:
    return period_or_words(figure["period"], figure["period_inferred"], figure["period_as_stated"])


def _partner(figure: Figure) -> str:
    return partner(figure["partner"], figure["scope"])


def _converted(figure: ConvertedFigure) -> InCurrency:
    return in_currency(figure["converted_value"], figure["qualifier"], figure)


def _spans(figure: Figure, background: Background) -> list[Span]:
    return [(figure["start"], figure["end"])]


VIEW: View[ConvertedFigure] = View(
    lambda added: "ConvertedFigure" if added.converted else "Figure",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="cyan"),
        Column("Region", lambda one: one["region_name"] or "—", known=lambda one: one["region_name"] or "—"),
        Column("Measure", _measure),
        Column("With", _partner),
        amount_column("Value", value, lambda one: one["unit"], _converted, added),
        Column("Period", _period),
        Column("As stated", lambda one: one["period_as_stated"] or "", extra=2),
        Column("Words", lambda one: one["evidence"], extra=1),
        quote_column(lambda one: one["official_name"], lambda one: [one["quote"]]),
        *rate_column(_converted, added),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Measure", _measure),
        ("Value", lambda one: exact_value(value(one), one["value"], one["unit"])),
        ("Region", lambda one: place(one["region_name"], one["region"])),
        ("With", lambda one: f"{_partner(one)} ({as_words(one['scope'])})"),
        (
            "Period",
            lambda one: (
                with_words(one["period"], one["period_as_stated"])
                + (", the year inferred" if one["period_inferred"] else "")
            ),
        ),
        ("Stands at", lambda one: offsets(one["start"], one["end"], one["quote"])),
        ("Note", lambda one: one["note"] or ""),
    ],
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["id"]),
    legends=lambda records, added, printed: rate_legends(map(_converted, records), printed) if added.converted else [],
    rests_on=lambda one: [one["id"]],
    units={"value": "unit"},
    spans=_spans,
)
