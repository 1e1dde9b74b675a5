"""How figures are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rucn.model.amounts import amount, as_words, value_words
from rucn.model.measures import MEASURES
from rucn.model.phrases import figure_phrase
from rucn.render.answer import Span
from rucn.render.said import Mark, Said, mark, say
from rucn.render.views.shared import (
    amount_column,
    quote_column,
    rate_column,
    region_column,
    shorten_partner,
    shorten_period,
)
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import (
    InCurrency,
    context_words,
    date_words,
    doubtful,
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


# With whom stands in a column of its own.
SHORT_MEASURES = {"rank among partners": "partner rank", "share of trade": "trade share"}


def value(figure: Figure) -> Said:
    """The value in its unit, with its qualifier, marked where its unit is inferred."""
    words = value_words(amount(figure["value"], figure["unit"], figure["qualifier"]), figure["measure"])
    return mark(words or say(Mark.IN_WORDS), Mark.INFERRED, "unit" in figure["inferred"])


def fact(figure: Figure) -> Said:
    """What a figure says in short: what it measures and with whom, and the value, with its marks."""
    return doubtful(say(f"{figure_phrase(figure)}: ", value(figure)), figure["doubt"])


def _measure(figure: Figure) -> str:
    """What is measured, and of what where that is a commodity."""
    return ", ".join(filter(None, (MEASURES[figure["measure"]].label, figure["commodity"])))


def _shorten_measure(said: Said, names: Mapping[str, str]) -> Said:
    return say(SHORT_MEASURES.get(str(said), said))


def _period(figure: Figure) -> Said:
    return period_or_words(figure["period"], "period" in figure["inferred"], figure["period_as_stated"])


def _period_in_full(figure: Figure) -> Said:
    return with_words(date_words(figure["period"], "period" in figure["inferred"]), figure["period_as_stated"])


def _partner(figure: Figure) -> Said:
    return mark(partner(figure["partner"], figure["scope"]), Mark.INFERRED, "partner" in figure["inferred"])


def _region(figure: Figure) -> Said:
    return mark(figure["region_name"] or say(Mark.NOT_STATED), Mark.INFERRED, "region" in figure["inferred"])


def _converted(figure: ConvertedFigure) -> InCurrency:
    return in_currency(figure["converted_value"], figure["qualifier"], figure)


def _spans(figure: Figure, background: Background) -> list[Span]:
    return [(figure["start"], figure["end"])]


VIEW: View[ConvertedFigure] = View(
    lambda added: "ConvertedFigure" if added.converted else "Figure",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        region_column(_region),
        Column("Measure", _measure, short=_shorten_measure),
        Column("With", _partner, short=shorten_partner),
        amount_column("Value", value, lambda one: one["unit"], _converted, added, lambda one: one["doubt"]),
        Column("Period", _period, short=shorten_period),
        Column("As stated", lambda one: one["period_as_stated"] or "", extra=2),
        Column("Words", lambda one: one["evidence"], extra=1, cut=True),
        quote_column(lambda one: one["said_by"], lambda one: [one["quote"]], lambda one: one["quote_kind"]),
        *rate_column(_converted, added),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Measure", _measure),
        ("Value", lambda one: exact_value(doubtful(value(one), one["doubt"]), one["value"], one["unit"])),
        ("Region", lambda one: place(one["region_name"], one["region"], inferred="region" in one["inferred"])),
        ("With", lambda one: say(_partner(one), f" ({as_words(one['scope'])})")),
        (
            "Period",
            _period_in_full,
        ),
        ("Stands at", lambda one: offsets(one["start"], one["end"], one["quote"])),
        ("Inferred", lambda one: context_words(one["inferred"])),
        ("Note", lambda one: one["note"] or ""),
        ("Doubt", lambda one: one["doubt"] or ""),
        ("Of", lambda one: one["project"] or ""),
    ],
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["id"]),
    legends=lambda records, added, printed: rate_legends(map(_converted, records), printed) if added.converted else [],
    fields={
        "region": lambda one: date_words(one["region"], "region" in one["inferred"]),
        "region_name": lambda one: date_words(one["region_name"], "region" in one["inferred"]),
        "partner": lambda one: date_words(one["partner"], "partner" in one["inferred"]),
        "period": lambda one: date_words(one["period"], "period" in one["inferred"], one["period_as_stated"]),
        "value": lambda one: doubtful(value(one), one["doubt"]),
        "converted_value": lambda one: doubtful(_converted(one).words, one["doubt"]),
    },
    rests_on=lambda one: [one["id"]],
    units={"value": "unit"},
    spans=_spans,
)
