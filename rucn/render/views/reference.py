"""How references are shown, and the figures of quotes in a series with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import Amount, computed_money, exact, value_words
from rucn.model.measures import MEASURES
from rucn.model.periods import months
from rucn.model.phrases import reference_phrase
from rucn.model.vocabulary import COUNTRIES
from rucn.render.answer import Added, Picture
from rucn.render.said import Mark, Said, join, say
from rucn.render.views.shared import amount_column, rate_column, region_column
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import (
    InCurrency,
    attributed,
    date_words,
    doubtful,
    exact_value,
    in_currency,
    place,
    rate_legends,
)

if TYPE_CHECKING:
    from rucn.model.records import ConvertedSeriesPoint, Reference, SeriesPoint
    from rucn.render.charts.model import Bar, Chart, Fill, Group, Line

YEAR = 12
# So many values make a line.
SHORTEST_LINE = 3
NOT_DRAWN = ("rank", "count")
REPORTED = "What others report"
SERIES = "What is stated, and what others report"


def _record_type(added: Added) -> str:
    if added.series:
        return "ConvertedSeriesPoint" if added.converted else "SeriesPoint"
    return "ConvertedReference" if added.converted else "Reference"


def _value(reference: Reference) -> str:
    return value_words(_amount(reference), reference["measure"])


def _amount(reference: Reference) -> Amount:
    return Amount(exact(reference["value"]), reference["unit"], reference["qualifier"])


def where(reference: Reference) -> str:
    """What a reference is on: a region, and what in it."""
    return ": ".join(filter(None, (reference["region_name"], reference["subject"]))) or "—"


def _where(reference: Reference) -> Said:
    found = join(": ", [reference["region_name"], reference["subject"]])
    return found if found.pieces else say(Mark.NOT_STATED)


def _converted(point: ConvertedSeriesPoint) -> InCurrency:
    return in_currency(point["converted_value"], point["qualifier"], point)


def _period(point: SeriesPoint, added: Added) -> Said:
    return date_words(point["period"], added.series and point["period_inferred"])


def _is_stated(point: SeriesPoint, added: Added) -> bool:
    """Whether it is a figure of a quote in a series."""
    return added.series and point["basis"] == "stated"


def _reporter(point: SeriesPoint, added: Added) -> str:
    """Who reports, and the official who says it where that is one of those quoted."""
    elsewhere = point["said_by"] and not _is_stated(point, added)
    return f"{point['publisher']} (said by {point['said_by']})" if elsewhere else point["publisher"]


def _columns(added: Added) -> list[Column[ConvertedSeriesPoint]]:
    basis: Column[ConvertedSeriesPoint] = Column("Basis", lambda one: attributed(one["basis"], one["quote_kind"]))
    return [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        *([basis] if added.series else []),
        region_column(_where),
        Column("Measure", reference_phrase),
        amount_column(
            "Value",
            _value,
            lambda one: one["unit"],
            _converted,
            added,
            lambda one: added.series and one["doubt"],
        ),
        Column("Period", lambda one: _period(one, added)),
        Column("Reported by", lambda one: _reporter(one, added), cut=True),
        *rate_column(_converted, added),
        Column("Note", lambda one: one["note"] or "", extra=3),
        Column("Address", lambda one: one["address"], extra=5),
    ]


def _legends(points: Sequence[ConvertedSeriesPoint], added: Added, printed: bool) -> list[str]:
    return rate_legends(map(_converted, points), printed) if added.converted else []


def _chart(points: Sequence[ConvertedSeriesPoint], added: Added, picture: Picture, printed: bool) -> Chart:
    """A region's values over time."""
    from rucn.render.charts.build import UNDRAWN, chart_of, doubts_of, reported_by, stated_by

    drawn = [one for one in points if one["unit"] not in NOT_DRAWN]
    reported = [one for one in drawn if not _is_stated(one, added)]
    title, sources = REPORTED, reported_by(one["publisher"] for one in reported)
    if len(reported) < len(drawn):
        title, sources = SERIES, [*stated_by(picture), *sources]
    places = list(dict.fromkeys(map(where, drawn)))
    return chart_of(
        f"{title} on {places[0]}" if len(places) == 1 else title,
        _groups(drawn, added, picture, printed),
        _legends(points, added, printed),
        sources,
        [UNDRAWN, *doubts_of({one["id"] for one in drawn}, picture)],
        can_convert=not printed and not added.converted,
    )


def _groups(points: Sequence[ConvertedSeriesPoint], added: Added, picture: Picture, printed: bool) -> tuple[Group, ...]:
    """A group for each region, measure, partner and unit, in order of time; a line for years.

    Regions are drawn to one scale, and countries to another.
    """
    from rucn.render.charts.model import Group

    groups: dict[tuple[str, str, str], list[ConvertedSeriesPoint]] = {}
    for point in points:
        groups.setdefault((where(point), reference_phrase(point), _drawn(point, added).unit), []).append(point)
    alone = len({place for place, _, _ in groups}) == 1
    return tuple(
        Group(
            title=say(what[:1].upper() + what[1:] if alone else f"{place}: {what}"),
            unit=unit,
            kind=MEASURES[found[0]["measure"]].scale or found[0]["measure"],
            bars=tuple(_bar(one, added, picture, printed) for one in found),
            line=_line(found, added),
            of_a_country=found[0]["region"] in COUNTRIES,
            periods=tuple(one["period"] for one in found),
        )
        for (place, what, unit), found in groups.items()
    )


def _drawn(point: ConvertedSeriesPoint, added: Added) -> Amount:
    """The amount as it is drawn: in the currency asked for where it is converted."""
    return (_converted(point).amount if added.converted else None) or _amount(point)


def _bar(point: ConvertedSeriesPoint, added: Added, picture: Picture, printed: bool) -> Bar:
    """A bar that tells when, and which reference; in print its publisher too, as nobody can look an id up there."""
    from rucn.render.charts.model import Bar

    drawn, is_stated = _drawn(point, added), _is_stated(point, added)
    as_it_is = drawn.unit == point["unit"]
    period = _period(point, added)
    who = (point["said_by"] if is_stated else point["publisher"]) if printed else None
    label = " ".join(filter(None, (str(period) or "no period", point["id"], who)))
    doubted = say(" ", Mark.DOUBTED) if is_stated and point["doubt"] else None
    told = say(" ", Mark.REPORTED) if is_stated and point["quote_kind"] == "reported" else None
    return Bar(
        label,
        float(drawn.value),
        _value(point) if as_it_is else computed_money(drawn),
        _fill(is_stated, as_it_is),
        point["qualifier"],
        thin=_is_of_a_part(point),
        marks=say(" stated", doubted, told) if is_stated else Said(),
        in_label=period.marks,
    )


def _fill(is_stated: bool, as_it_is: bool) -> Fill:
    """Whose a value is: one that is stated and converted is computed."""
    if is_stated:
        return "stated" if as_it_is else "computed"
    return "reported" if as_it_is else "converted"


def _is_of_a_part(point: Reference) -> bool:
    """Whether a value is of a part of a year, and adds up over time."""
    found = months(point["period"] or "")
    is_flow = MEASURES[point["measure"]].is_flow and not point["stock"]
    return is_flow and found is not None and found[1] - found[0] < YEAR - 1


def _line(points: Sequence[ConvertedSeriesPoint], added: Added) -> Line | None:
    """The values of whole years, the first reported where there are several; None where there are few."""
    from rucn.render.charts.model import Line

    years: dict[int, float] = {}
    for point in points:
        found = months(point["period"] or "")
        if found and found[1] - found[0] == YEAR - 1 and not found[0] % YEAR:
            years.setdefault(found[0] // YEAR, float(_drawn(point, added).value))
    if len(years) < SHORTEST_LINE or min(years.values()) < 0:
        return None
    span = range(min(years), max(years) + 1)
    return Line(str(span[0]), str(span[-1]), tuple(years.get(year) for year in span))


VIEW: View[ConvertedSeriesPoint] = View(
    _record_type,
    columns=_columns,
    details=[
        ("ID", lambda one: one["id"]),
        ("Measure", reference_phrase),
        ("Value", lambda one: exact_value(_value(one), one["value"], one["unit"])),
        ("Region", lambda one: place(one["region_name"], one["region"])),
        ("What", lambda one: one["subject"] or ""),
        ("Period", lambda one: one["period"] or ""),
        ("Reported by", lambda one: one["publisher"]),
        ("Said by", lambda one: one["said_by"] or ""),
        ("Address", lambda one: one["address"]),
        ("Project", lambda one: one["project"] or ""),
        ("Note", lambda one: one["note"] or ""),
    ],
    tip=Tip("rucn cite {} cites it", lambda one: one["id"]),
    heading=lambda one, added: where(one),
    shared_heading=True,
    fields={
        "period": lambda one: date_words(one["period"], "period" in one.get("inferred", ())),
        "partner": lambda one: date_words(one["partner"], "partner" in one.get("inferred", ())),
        "region": lambda one: date_words(one["region"], "region" in one.get("inferred", ())),
        "value": lambda one: doubtful(_value(one), one.get("doubt")),
        "converted_value": lambda one: doubtful(_converted(one).words, one.get("doubt")),
    },
    legends=_legends,
    rests_on=lambda one: [one["id"]],
    units={"value": "unit"},
    chart=_chart,
)
