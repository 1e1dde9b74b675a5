"""Trade rows as charts: volumes, growth rates and shares by period and scope, and what follows apart."""

from typing import Any

from rucn import amounts
from rucn.output import wording
from rucn.output.charts.model import Bar, Fill, Group

Record = Any
# Bars by the title, unit and kind of their group.
Groups = dict[tuple[str, str, str], list[Bar]]
SCOPES = {"bilateral": "trade with the partner country", "all_partners": "trade with all partners"}
UNCLEAR = "trade, with whom is not stated"


def trade_groups(rows: list[Record], implied: bool) -> tuple[Group, ...]:
    """Groups of volumes by period, scope and currency, then of growth rates and shares; with what is `implied` last."""
    groups: Groups = {}
    for row in rows:
        volume, currency, fill = _volume(row)
        if volume is not None:
            qualifier = row["volume_qualifier"]
            say = amounts.computed_money if fill == "computed" else amounts.money
            bar = Bar(_label(row), volume, say(volume, currency, qualifier), fill, qualifier is not None)
            _add(groups, f"Volume of {_about(row)}", currency, "volume", bar)
    for row in rows:
        rate, qualifier = row["growth_percent"], row["growth_qualifier"]
        if rate is not None:
            bar = Bar(_label(row), rate, amounts.growth(rate, qualifier), "stated", qualifier is not None)
            _add(groups, f"Growth of {_about(row)}", "percent", "growth", bar)
    for row in rows:
        share = row["share_percent"]
        if share is not None:
            bar = Bar(_label(row), share, amounts.share(share), "stated")
            _add(groups, f"Share of the partner in foreign trade, {row['period']}", "percent", "share", bar)
    for row in rows if implied else []:
        _add_implied(row, groups)
    return tuple(Group(title, unit, kind, tuple(bars)) for (title, unit, kind), bars in groups.items())


def _add(groups: Groups, title: str, unit: str, kind: str, bar: Bar) -> None:
    groups.setdefault((title, unit, kind), []).append(bar)


def _add_implied(row: Record, groups: Groups) -> None:
    """Adds what follows from a row to groups of their own."""
    value, currency = row["implied_converted_volume"], row["implied_converted_currency"]
    qualifier = row["implied_qualifier"]
    if value is None:
        value, currency = row["implied_volume"], row["implied_currency"]
    if value is not None:
        written = amounts.computed_money(value, currency, qualifier)
        bar = Bar(_label(row), value, written, "computed", qualifier is not None)
        about = f"Implied volume of {_about({**row, 'period': row['implied_period']})}"
        _add(groups, about, currency, "volume", bar)
    whole, currency, qualifier = row["overall_converted_volume"], row["converted_currency"], row["overall_qualifier"]
    if whole is None:
        whole, currency = row["overall_volume"], row["overall_currency"]
    if whole is not None:
        written = amounts.computed_money(whole, currency, qualifier)
        bar = Bar(_label(row), whole, written, "computed", qualifier is not None)
        _add(groups, f"Implied volume of {SCOPES['all_partners']}, {row['period']}", currency, "volume", bar)
    share, qualifier = row["national_share_percent"], row["national_share_qualifier"]
    if share is not None:
        written = amounts.computed_percent(share, qualifier)
        bar = Bar(_label(row), share, written, "computed", qualifier is not None)
        _add(groups, f"Part in the trade of the two countries, {row['period']}", "percent", "national share", bar)


def _label(row: Record) -> str:
    """The region of a row, marked where the year is inferred."""
    return f"{row['region_name']}{wording.INFERRED if row['period_inferred'] else ''}"


def _volume(row: Record) -> tuple[float | None, str, Fill]:
    """A row's volume as it is drawn: in the currency asked for where it is converted."""
    if row.get("converted_volume") is not None and row["converted_currency"] != row["currency"]:
        return row["converted_volume"], row["converted_currency"], "computed"
    return row["volume"], row["currency"], "stated"


def _about(row: Record) -> str:
    when = row["period"] or (f"“{row['period_as_stated']}”" if row["period_as_stated"] else "no period stated")
    part = " (a part of it)" if row["scope"] == "unclear" else ""
    return f"{SCOPES.get(row['scope'], UNCLEAR)}, {when}{part}"
