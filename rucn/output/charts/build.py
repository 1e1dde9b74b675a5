"""Makes records into charts."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rucn import amounts
from rucn.output import wording
from rucn.output.charts.model import Bar, Chart, Fill, Group
from rucn.output.charts.series import NOT_DRAWN, OF_A_COUNTRY, places, reference_groups
from rucn.words import COUNTRIES, MEASURES

if TYPE_CHECKING:
    from rucn.records import Source

Record = Any
# Bars by the title, unit and kind of their group.
Groups = dict[tuple[str, str, str], list[Bar]]
CURRENCIES = ("CNY", "EUR", "RUB", "USD")
SCOPES = {"bilateral": "trade with the partner country", "all_partners": "trade with all partners"}
UNCLEAR = "trade, with whom is not stated"
UNDRAWN = "Ranks, counts and what is put in words are not drawn."
UNCOMPARED = "Claims without a comparable figure are not drawn."
SHARED_SCALES = "Bars of one kind and unit are drawn to one scale; other groups have scales of their own."
COUNTRIES_APART = "Countries are drawn to another scale than regions."
OWN_SCALES = "Each group of bars has a scale of its own."


def chart_of(layout: str, records: list[Record], sources_of_quotes: "Sequence[Source]") -> Chart:
    """The chart of trade rows, comparisons or references.

    What is stated in it was taken from the sources of quotes.
    """
    kind, *added = layout.split(":")
    remarks = [one for one in wording.legends(layout, records) if not one.startswith("(?)")]
    stated = [f"Source: stated by officials, as quoted by {_source(one)}" for one in sources_of_quotes]
    if kind == "trade_row":
        title, groups, sources = "What regional leaders stated on trade", _trade_groups(records, added), stated
    elif kind == "comparison":
        records = [one for one in records if one["ratio"] is not None]
        title, groups = "Claims beside what independent sources report", _comparison_groups(records)
        sources = [*stated, *_publishers(records)]
    else:
        records = [one for one in records if one["unit"] not in NOT_DRAWN]
        title, groups, sources = "What independent sources report", reference_groups(records), _publishers(records)
        if any(one.get("basis") == "stated" for one in records):
            title, sources = "What is stated, and what independent sources report", [*stated, *sources]
        if len(places(records)) == 1:
            title += f" on {places(records)[0]}"
    currencies = sorted({group.unit for group in groups} & set(CURRENCIES))
    if len(currencies) > 1:
        remarks.append(f"Amounts in {', '.join(currencies)} stand apart; --currency brings them together.")
    if len(groups) > 1:
        scales = {(group.kind, group.unit) for group in groups}
        remarks.append(SHARED_SCALES if len(scales) < len(groups) else OWN_SCALES)
    if len({group.kind.endswith(OF_A_COUNTRY) for group in groups}) > 1:
        remarks.append(COUNTRIES_APART)
    remarks.append(UNCOMPARED if kind == "comparison" else UNDRAWN)
    return Chart(title, groups, tuple(remarks), tuple(sources))


def _source(source: "Source") -> str:
    published = wording.dated(source["published"], source["published_inferred"])
    return ", ".join(filter(None, (source["publisher"], published, source["address"])))


def _publishers(records: Iterable[Record]) -> list[str]:
    """The publishers of what is drawn, each once."""
    named = dict.fromkeys(one["publisher"] for one in records if one["publisher"] and one.get("basis") != "stated")
    return [f"Source: reported by {'; '.join(named)}"] if named else []


def _trade_groups(rows: list[Record], added: list[str]) -> tuple[Group, ...]:
    """Volumes by period, scope and currency; growth rates and shares by period and scope; what follows apart."""
    groups: Groups = {}
    for row in rows:
        volume, currency, fill = _volume(row)
        if volume is not None:
            qualifier = row["volume_qualifier"]
            say = amounts.computed_money if fill == "computed" else amounts.money
            bar = Bar(row["region_name"], volume, say(volume, currency, qualifier), fill, qualifier is not None)
            _add(groups, f"Volume of {_about(row)}", currency, "volume", bar)
    for row in rows:
        rate, qualifier = row["growth_percent"], row["growth_qualifier"]
        if rate is not None:
            bar = Bar(row["region_name"], rate, amounts.growth(rate, qualifier), "stated", qualifier is not None)
            _add(groups, f"Growth of {_about(row)}", "percent", "growth", bar)
    for row in rows:
        share = row["share_percent"]
        if share is not None:
            bar = Bar(row["region_name"], share, amounts.share(share), "stated")
            _add(groups, f"Share of the partner in foreign trade, {row['period']}", "percent", "share", bar)
    for row in rows if "implied" in added else []:
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
        bar = Bar(row["region_name"], value, written, "computed", qualifier is not None)
        about = f"Implied volume of {_about({**row, 'period': row['implied_period']})}"
        _add(groups, about, currency, "volume", bar)
    whole, currency, qualifier = row["overall_converted_volume"], row["converted_currency"], row["overall_qualifier"]
    if whole is None:
        whole, currency = row["overall_volume"], row["overall_currency"]
    if whole is not None:
        written = amounts.computed_money(whole, currency, qualifier)
        bar = Bar(row["region_name"], whole, written, "computed", qualifier is not None)
        _add(groups, f"Implied volume of {SCOPES['all_partners']}, {row['period']}", currency, "volume", bar)
    share, qualifier = row["national_share_percent"], row["national_share_qualifier"]
    if share is not None:
        written = amounts.computed_percent(share, qualifier)
        bar = Bar(row["region_name"], share, written, "computed", qualifier is not None)
        _add(groups, f"Part in the trade of the two countries, {row['period']}", "percent", "national share", bar)


def _volume(row: Record) -> tuple[float | None, str, Fill]:
    """A row's volume as it is drawn: in the currency asked for where it is converted."""
    if row.get("converted_volume") is not None and row["converted_currency"] != row["currency"]:
        return row["converted_volume"], row["converted_currency"], "computed"
    return row["volume"], row["currency"], "stated"


def _about(row: Record) -> str:
    when = row["period"] or (f"“{row['period_as_stated']}”" if row["period_as_stated"] else "no period stated")
    part = " (a part of it)" if row["scope"] == "unclear" else ""
    return f"{SCOPES.get(row['scope'], UNCLEAR)}, {when}{part}"


def _comparison_groups(rows: list[Record]) -> tuple[Group, ...]:
    """A group for each claim and unit: the claim, and the references that it can be held against, with the verdicts."""
    groups: dict[tuple[str, str], Group] = {}
    for row in rows:
        unit = _common_unit(row)
        group = groups.get((row["claim"], unit)) or _claimed(row, unit)
        reported = _side(row, "reference", unit)
        reported = reported._replace(written=f"{reported.written}: {row['verdict']}")
        groups[row["claim"], unit] = group._replace(bars=(*group.bars, reported))
    return tuple(groups.values())


def _common_unit(row: Record) -> str:
    """The unit in which both sides of a comparison are drawn: the currency asked for where both are converted."""
    both = all(row.get(f"converted_{side}_value") is not None for side in ("claim", "reference"))
    return str(row["converted_currency"] if both else row["reference_unit"])


def _claimed(row: Record, unit: str) -> Group:
    """A group that has the claim alone; each claim has a scale of its own."""
    return Group(_comparison_title(row), unit, row["claim"], (_side(row, "claim", unit),))


def _comparison_title(row: Record) -> str:
    where = row["subject"] or row["region_name"] or "no region named"
    partner = f" with {COUNTRIES[row['partner']]}" if row["partner"] and row["scope"] == "bilateral" else ""
    when = f", {row['claim_period']}" if row["claim_period"] else ""
    return f"{row['claim']} {where}: {MEASURES[row['measure']]}{partner}{when}"


def _side(row: Record, side: str, unit: str) -> Bar:
    """One side of a comparison, in the unit of both."""
    value, own, qualifier = (row[f"{side}_{part}"] for part in ("value", "unit", "qualifier"))
    label = row["official_name"] if side == "claim" else f"{row['reference']} {row['publisher']}"
    fill: Fill = "stated" if side == "claim" else "reported"
    if own == unit:
        measure = row["measure" if side == "claim" else "reference_measure"]
        return Bar(label, value, amounts.measured(value, own, qualifier, measure), fill, qualifier is not None)
    in_unit = row.get(f"converted_{side}_value")
    # Where only one side can be converted, the claim is brought into the unit of the reference.
    value = in_unit if unit == row.get("converted_currency") else row["ratio"] * row["reference_value"]
    whose: Fill = "computed" if side == "claim" else "reported"
    return Bar(label, value, amounts.computed_money(value, unit, qualifier), whose, qualifier is not None)
