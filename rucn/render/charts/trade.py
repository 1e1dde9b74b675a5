"""Trade rows as charts: volumes, growth rates and shares by period and scope, and what follows apart."""

from collections.abc import Set as AbstractSet
from typing import Any

from rucn.model import amounts
from rucn.render import wording
from rucn.render.charts.model import Bar, Fill, Group

Record = Any
# Bars by the title, unit and kind of their group.
Groups = dict[tuple[str, str, str], list[Bar]]
SCOPES = {"bilateral": "trade with the partner country", "all_partners": "trade with all partners"}
NATIONAL_SHARE = "National share: part of the trade of Russia and China"
UNCLEAR = "trade, with whom is not stated"


def trade_groups(rows: list[Record], implied: bool, doubted: AbstractSet[str]) -> tuple[Group, ...]:
    """Groups of volumes by period, scope and currency, then of growth rates and shares; with what is `implied` last.

    `doubted` are the ids of figures that are doubted.
    """
    groups: Groups = {}
    for row in rows:
        volume, currency, fill = _volume(row)
        if volume is not None:
            qualifier = row["volume_qualifier"]
            said = (amounts.computed_money if fill == "computed" else amounts.money)(volume, currency, qualifier)
            bar = _bar(row, volume, said, fill, qualifier, row["figures"][0] in doubted)
            _add(groups, f"Volume of {_about(row)}", currency, "volume", bar)
    for row in rows:
        rate, qualifier = row["growth_percent"], row["growth_qualifier"]
        if rate is not None:
            # The growth stands next to the volume among a row's figures.
            key = row["figures"][0 if row["volume"] is None else 1]
            bar = _bar(row, rate, amounts.growth(rate, qualifier), "stated", qualifier, key in doubted)
            _add(groups, f"Growth of {_about(row)}", "percent", "growth", bar)
    for row in rows:
        share = row["share_percent"]
        if share is not None:
            bar = _bar(row, share, amounts.share(share), "stated", None)
            _add(groups, f"Share of the partner in foreign trade, {row['period']}", "percent", "share", bar)
    for row in rows if implied else []:
        _add_implied(row, groups, doubted)
    return tuple(Group(title, unit, kind, tuple(bars)) for (title, unit, kind), bars in groups.items())


def _add(groups: Groups, title: str, unit: str, kind: str, bar: Bar) -> None:
    groups.setdefault((title, unit, kind), []).append(bar)


def _add_implied(row: Record, groups: Groups, doubted: AbstractSet[str]) -> None:
    """Adds what follows from a row to groups of their own."""
    volumes = (
        ("implied", row["implied_converted_currency"], _about({**row, "period": row["implied_period"]})),
        ("overall", row["converted_currency"], f"{SCOPES['all_partners']}, {row['period']}"),
    )
    for name, currency, about in volumes:
        value = row[f"{name}_converted_volume"]
        if value is None:
            value, currency = row[f"{name}_volume"], row[f"{name}_currency"]
        if value is not None:
            said = amounts.computed_money(value, currency, row[f"{name}_qualifier"])
            _add(groups, f"Implied volume of {about}", currency, "volume", _computed(row, name, value, said, doubted))
    share = row["national_share_percent"]
    if share is not None:
        said = amounts.computed_percent(share, row["national_share_qualifier"])
        bar = _computed(row, "national_share", share, said, doubted)
        _add(groups, f"{NATIONAL_SHARE}, {row['period']}", "percent", "national share", bar)


def _computed(row: Record, name: str, value: float, said: str, doubted: AbstractSet[str]) -> Bar:
    """A bar of what follows from figures, one of which may be doubted."""
    is_doubted = not doubted.isdisjoint(row[f"{name}_from"])
    return _bar(row, value, said, "computed", row[f"{name}_qualifier"], is_doubted)


def _bar(row: Record, value: float, said: str, fill: Fill, qualifier: str | None, doubted: bool = False) -> Bar:
    """A bar of a region, marked where the year is inferred, and where the value is doubted, or what it follows from."""
    mark = f"{wording.INFERRED if row['period_inferred'] else ''}{f' {wording.DOUBTED}' if doubted else ''}"
    return Bar(row["region_name"], value, said, fill, qualifier, mark=mark)


def _volume(row: Record) -> tuple[float | None, str, Fill]:
    """A row's volume as it is drawn: in the currency asked for where it is converted."""
    if row.get("converted_volume") is not None and row["converted_currency"] != row["currency"]:
        return row["converted_volume"], row["converted_currency"], "computed"
    return row["volume"], row["currency"], "stated"


def _about(row: Record) -> str:
    when = row["period"] or (f"“{row['period_as_stated']}”" if row["period_as_stated"] else "no period stated")
    part = " (a part of it)" if row["scope"] == "unclear" else ""
    return f"{SCOPES.get(row['scope'], UNCLEAR)}, {when}{part}"
