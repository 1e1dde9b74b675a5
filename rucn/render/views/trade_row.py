"""How trade rows are shown: volumes and growth rates side by side, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import COMPUTED, amount, computed_money, computed_percent, growth, money, rank, share
from rucn.render.answer import Added, Picture
from rucn.render.said import Mark, Said, join, mark, say
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
    date_words,
    doubtful,
    in_currency,
    partner,
    period_or_words,
    rate_legends,
)

if TYPE_CHECKING:
    from rucn.model.amounts import Amount
    from rucn.model.records import ImpliedTradeRow, TradeRow
    from rucn.render.charts.model import Bar, Chart, Fill, Group

SCOPES = {"bilateral": "trade with the partner country", "all_partners": "trade with all partners"}
NATIONAL_SHARE = "National share: part of the trade of Russia and China"
UNCLEAR = "trade, with whom is not stated"
NO_PERIOD = "no period stated"
STATED = "What regional leaders of Russia and China stated on trade"
FOLLOWING = f"{STATED}, and what follows from it"


def _record_type(added: Added) -> str:
    if added.implied:
        return "ImpliedTradeRow"
    return "ConvertedTradeRow" if added.converted else "TradeRow"


def _volume(row: TradeRow) -> Amount | None:
    return amount(row["volume"], row["currency"], row["volume_qualifier"])


def _growth(row: TradeRow) -> Amount | None:
    return amount(row["growth_percent"], "percent", row["growth_qualifier"])


def _share(row: TradeRow) -> Amount | None:
    return amount(row["share_percent"], "percent")


def _implied(row: ImpliedTradeRow) -> Amount | None:
    return amount(row["implied_volume"], row["implied_currency"], row["implied_qualifier"])


def _overall(row: ImpliedTradeRow) -> Amount | None:
    return amount(row["overall_volume"], row["overall_currency"], row["overall_qualifier"])


def _national(row: ImpliedTradeRow) -> Amount | None:
    return amount(row["national_share_percent"], "percent", row["national_share_qualifier"])


def _converted(row: ImpliedTradeRow) -> InCurrency:
    return in_currency(row["converted_volume"], row["volume_qualifier"], row)


def _implied_converted(row: ImpliedTradeRow) -> InCurrency:
    currency = row["implied_converted_currency"]
    value = amount(row["implied_converted_volume"], currency, row["implied_qualifier"])
    return InCurrency(value, currency, row["implied_rate"], row["implied_rate_unit"], row["implied_rate_source"])


def _overall_converted(row: ImpliedTradeRow) -> Amount | None:
    return amount(row["overall_converted_volume"], row["converted_currency"], row["overall_qualifier"])


def _rank(row: TradeRow) -> Said:
    """The rank; a row without any number rests on a rank put in words."""
    place = amount(row["partner_rank"], "rank", row["rank_qualifier"])
    if place:
        return say(rank(place))
    numbers = (row["volume"], row["growth_percent"], row["share_percent"])
    return say(Mark.IN_WORDS if numbers == (None, None, None) else None)


def _period(row: TradeRow) -> Said:
    return period_or_words(row["period"], "period" in row["inferred"], row["period_as_stated"])


def _region(row: TradeRow) -> Said:
    return mark(row["region_name"], Mark.INFERRED, "region" in row["inferred"])


def _partner(row: TradeRow) -> Said:
    return mark(partner(row["partner"], row["scope"]), Mark.INFERRED, "partner" in row["inferred"])


def _volume_words(row: TradeRow) -> Said:
    words = money(_volume(row))
    return mark(words, Mark.INFERRED, words and not {"volume", "currency"}.isdisjoint(row["inferred"]))


def _growth_words(row: TradeRow) -> Said:
    rate = _growth(row)
    words = mark(growth(rate), Mark.INFERRED, "growth_percent" in row["inferred"]) if rate else ""
    return doubtful(words, row["growth_doubt"])


def _share_words(row: TradeRow) -> Said:
    part = _share(row)
    words = mark(share(part), Mark.INFERRED, "share_percent" in row["inferred"]) if part else ""
    return doubtful(words, row["share_doubt"])


def _rank_words(row: TradeRow) -> Said:
    place = _rank(row)
    return doubtful(mark(place, Mark.INFERRED, place.pieces and "partner_rank" in row["inferred"]), row["rank_doubt"])


def _standing(row: TradeRow) -> Said:
    return join(", ", [_share_words(row), _rank_words(row)])


def _both(own: Amount | None, other: Amount | None) -> Said:
    """What is computed, in its currency and in the one asked for."""
    amounts = [one for one in (own, other) if one]
    return join(", ", [computed_money(one) for one in amounts[: len({one.unit for one in amounts})]])


def _inferred(words: Said | str, row: TradeRow) -> Said:
    """What is computed from a volume of which a part, other than the period, comes from the context."""
    return mark(words, Mark.INFERRED, not {"volume", "currency", "partner"}.isdisjoint(row["inferred"]))


def _implied_alone(row: ImpliedTradeRow) -> Said:
    volume = _implied(row)
    return doubtful(_inferred(computed_money(volume), row) if volume else "", row["implied_doubt"])


def _implied_words(row: ImpliedTradeRow) -> Said:
    volume = _implied(row)
    if volume is None:
        return Said()
    return say(
        date_words(row["implied_period"], row["period_inferred"]),
        ": ",
        doubtful(_inferred(_both(volume, _implied_converted(row).amount), row), row["implied_doubt"]),
    )


def _overall_alone(row: ImpliedTradeRow) -> Said:
    volume = _overall(row)
    return doubtful(_inferred(computed_money(volume), row) if volume else "", row["overall_doubt"])


def _overall_words(row: ImpliedTradeRow) -> Said:
    words = _both(_overall(row), _overall_converted(row))
    return doubtful(_inferred(words, row) if words.pieces else words, row["overall_doubt"])


def _national_words(row: ImpliedTradeRow) -> Said:
    part = _national(row)
    return doubtful(_inferred(computed_percent(part), row) if part else "", row["national_share_doubt"])


def _columns(added: Added) -> list[Column[ImpliedTradeRow]]:
    implied: list[Column[ImpliedTradeRow]] = [
        Column("Implied volume", _implied_words, apart=True),
        Column("All partners", _overall_words, apart=True),
        Column("National share", _national_words, apart=True),
    ]
    return [
        region_column(_region, key=True),
        Column("With", _partner, key=True, short=shorten_partner),
        Column("Period", _period, key=True, short=shorten_period),
        Column("As stated", lambda one: one["period_as_stated"] or "", extra=2),
        amount_column(
            "Volume", _volume_words, lambda one: one["currency"], _converted, added, lambda one: one["volume_doubt"]
        ),
        Column("Growth", _growth_words, right=True, style="bold"),
        Column("Share, rank", _standing, style="bold"),
        *(implied if added.implied else []),
        quote_column(lambda one: one["said_by"], lambda one: one["quotes"], lambda one: one["quote_kind"]),
        *rate_column(_converted, added),
        Column("Figures", lambda one: " ".join(one["figures"]), extra=1, style="id"),
    ]


def _conversions(rows: Sequence[ImpliedTradeRow], added: Added) -> Iterator[InCurrency]:
    for row in rows:
        yield _converted(row)
        if added.implied:
            yield _implied_converted(row)


def _legends(rows: Sequence[ImpliedTradeRow], added: Added, printed: bool) -> list[str]:
    said = rate_legends(_conversions(rows, added), printed) if added.converted else []
    if not added.implied:
        return said
    ids = (key for row in rows for key in (row["implied_id"], row["overall_id"], row["national_share_id"]) if key)
    first = next(ids, None)
    if first:
        said.append(f"{COMPUTED} computed, not stated{'' if printed else f'; rucn show {first} shows from what'}")
    totals = _publishers(rows)
    if totals:
        said.append(f"National share: of the trade of Russia and China, as {' and '.join(totals)} reports that")
    return said


def _publishers(rows: Sequence[ImpliedTradeRow]) -> list[str]:
    """Who reports the trade of the two countries, each once."""
    return list(dict.fromkeys(one for row in rows if (one := row["national_share_publisher"])))


def _chart(rows: Sequence[ImpliedTradeRow], added: Added, picture: Picture, printed: bool) -> Chart:
    from rucn.render.charts.build import UNDRAWN, chart_of, doubts_of, reported_by, stated_by

    sources, remarks = stated_by(picture), _legends(rows, added, printed)
    if added.implied:
        sources = [*sources, *reported_by(_publishers(rows))]
    return chart_of(
        FOLLOWING if added.implied else STATED,
        tuple(_groups(rows, added)),
        remarks,
        sources,
        [UNDRAWN, *doubts_of({key for row in rows for key in row["figures"]}, picture)],
        can_convert=not printed and not added.converted,
    )


def _groups(rows: Sequence[ImpliedTradeRow], added: Added) -> Iterator[Group]:
    """Groups of volumes by period, scope and currency, then of growth rates and shares; what is implied comes last."""
    from rucn.render.charts.model import Group

    drawn = [*_volumes(rows, added), *_rates(rows), *_shares(rows)]
    drawn += _following(rows) if added.implied else []
    groups: dict[tuple[str, str, str], list[tuple[str | None, Bar]]] = {}
    for title, unit, kind, period, bar in drawn:
        groups.setdefault((title, unit, kind), []).append((period, bar))
    for (title, unit, kind), bars in groups.items():
        yield Group(say(title), unit, kind, tuple(bar for _, bar in bars), periods=(bars[0][0],))


# The title, unit and kind of a group, its period, and a bar in it.
Drawn = tuple[str, str, str, "str | None", "Bar"]


def _volumes(rows: Sequence[ImpliedTradeRow], added: Added) -> Iterator[Drawn]:
    for row in rows:
        volume = _volume(row)
        other = _converted(row).amount if added.converted else None
        if other and volume and other.unit != volume.unit:
            bar = _bar(row, other, computed_money(other), "computed", row["volume_doubt"])
            yield f"Volume of {_about(row, row['period'])}", other.unit, "volume", row["period"], bar
        elif volume:
            bar = _bar(row, volume, money(volume), "stated", row["volume_doubt"])
            yield f"Volume of {_about(row, row['period'])}", volume.unit, "volume", row["period"], bar


def _rates(rows: Sequence[ImpliedTradeRow]) -> Iterator[Drawn]:
    for row in rows:
        rate = _growth(row)
        if rate:
            bar = _bar(row, rate, growth(rate), "stated", row["growth_doubt"], "growth_percent")
            yield f"Growth of {_about(row, row['period'])}", "percent", "growth", row["period"], bar


def _shares(rows: Sequence[ImpliedTradeRow]) -> Iterator[Drawn]:
    for row in rows:
        part = _share(row)
        if part:
            title = f"Share of the partner in foreign trade, {row['period'] or NO_PERIOD}"
            yield (
                title,
                "percent",
                "share",
                row["period"],
                _bar(row, part, share(part), "stated", row["share_doubt"], "share_percent"),
            )


def _following(rows: Sequence[ImpliedTradeRow]) -> Iterator[Drawn]:
    """What follows from rows, in groups of their own; it is doubted where a figure is that it follows from."""
    for row in rows:
        volume = _implied_converted(row).amount or _implied(row)
        if volume:
            bar = _bar(row, volume, computed_money(volume), "computed", row["implied_doubt"])
            title = f"Implied volume of {_about(row, row['implied_period'])}"
            yield title, volume.unit, "volume", row["implied_period"], bar
        overall = _overall_converted(row) or _overall(row)
        if overall:
            bar = _bar(row, overall, computed_money(overall), "computed", row["overall_doubt"])
            title = f"Implied volume of {SCOPES['all_partners']}, {row['period'] or NO_PERIOD}"
            yield title, overall.unit, "volume", row["period"], bar
        part = _national(row)
        if part:
            bar = _bar(row, part, computed_percent(part), "computed", row["national_share_doubt"])
            yield f"{NATIONAL_SHARE}, {row['period']}", "percent", "national share", row["period"], bar


def _is_inferred(row: TradeRow, field: str) -> bool:
    """Whether the value of a field, or what it is of, comes from the context."""
    of_all = {"region", "partner", "period", *(("currency",) if field == "volume" else ())}
    return not {field, *of_all}.isdisjoint(row["inferred"])


def _bar(row: TradeRow, value: Amount, words: str, fill: Fill, doubt: str | None, field: str = "volume") -> Bar:
    """A bar of a region, marked where what the value of a field rests on is inferred or doubted."""
    from rucn.render.charts.model import Bar

    marks = say(
        Mark.INFERRED if _is_inferred(row, field) else None,
        *((" ", Mark.DOUBTED) if doubt else ()),
        *((" ", Mark.REPORTED) if row["quote_kind"] == "reported" else ()),
    )
    return Bar(row["region_name"], float(value.value), words, fill, value.qualifier, marks=marks)


def _about(row: TradeRow, period: str | None) -> str:
    when = period or (f"“{row['period_as_stated']}”" if row["period_as_stated"] else NO_PERIOD)
    part = " (a part of it)" if row["scope"] == "unclear" else ""
    return f"{SCOPES.get(row['scope'], UNCLEAR)}, {when}{part}"


VIEW: View[ImpliedTradeRow] = View(
    _record_type,
    columns=_columns,
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["figures"][0]),
    legends=_legends,
    fields={
        "region": lambda one: mark(one["region"], Mark.INFERRED, "region" in one["inferred"]),
        "region_name": _region,
        "partner": lambda one: date_words(one["partner"], "partner" in one["inferred"]),
        "period": lambda one: date_words(one["period"], "period" in one["inferred"], one["period_as_stated"]),
        "volume": lambda one: doubtful(_volume_words(one), one["volume_doubt"]),
        "growth_percent": _growth_words,
        "share_percent": _share_words,
        "partner_rank": _rank_words,
        "converted_volume": lambda one: doubtful(_converted(one).words, one["volume_doubt"]),
        "implied_volume": _implied_alone,
        "implied_converted_volume": lambda one: doubtful(_implied_converted(one).words, one["implied_doubt"]),
        "overall_volume": _overall_alone,
        "national_share_percent": _national_words,
    },
    rests_on=lambda one: one["figures"],
    units={
        "volume": "currency",
        "implied_volume": "implied_currency",
        "overall_volume": "overall_currency",
    },
    chart=_chart,
)
