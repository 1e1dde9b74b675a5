"""Makes records into charts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rucn import amounts, phrases
from rucn.output import wording
from rucn.output.charts.model import Bar, Chart, Fill, Group
from rucn.output.charts.series import NOT_DRAWN, OF_A_COUNTRY, places, reference_groups
from rucn.words import CURRENCIES

if TYPE_CHECKING:
    from rucn.answer import Picture
    from rucn.records import Source

Record = Any
# Bars by the title, unit and kind of their group.
Groups = dict[tuple[str, str, str], list[Bar]]
SCOPES = {"bilateral": "trade with the partner country", "all_partners": "trade with all partners"}
UNCLEAR = "trade, with whom is not stated"
UNDRAWN = "Ranks, counts and what is put in words are not drawn."
# How the two sides of a comparison are drawn, as they are and where they are converted.
FILLS_OF: dict[str, tuple[Fill, Fill]] = {"claim": ("stated", "computed"), "reference": ("reported", "converted")}
AS_STATED = "Costs reported at several times are drawn as they are stated: each time has another rate."
DATES = "dates"
DECIDED = ("agrees", "close", "differs")
STATED = "What regional leaders stated on trade"
FOLLOWING = "What regional leaders stated on trade, and what follows from it"
COMPARED = "Claims beside what others report"
REPORTED = "What others report"
SERIES = "What is stated, and what others report"
SHARED_SCALES = "Bars of one kind and unit are drawn to one scale; other groups have scales of their own."
COUNTRIES_APART = "Countries are drawn to another scale than regions."
OWN_SCALES = "Each group of bars has a scale of its own."


def chart_of(layout: str, records: list[Record], picture: "Picture", printed: bool) -> Chart:
    """The chart of trade rows, comparisons or references; one that is `printed` does not tell what to type."""
    kind, *added = layout.split(":")
    remarks = wording.legends(layout, records, printed)
    stated = [f"Source: stated by officials, as quoted by {_source(one)}" for one in picture.sources]
    if kind == "trade_row":
        title, groups, sources = STATED, _trade_groups(records, added), stated
        if "implied" in added:
            totals = dict.fromkeys(filter(None, (row["national_share_publisher"] for row in records)))
            title, sources = FOLLOWING, [*stated, *_reported_by(totals)]
    elif kind == "comparison":
        drawn = [one for one in records if one["ratio"] is not None]
        title, groups, sources = COMPARED, _comparison_groups(drawn), [*stated, *_publishers(drawn)]
        remarks += _undrawn(records)
        if any(one.get("converted_currency") and _is_unlike(one) for one in drawn):
            remarks.append(AS_STATED)
    else:
        drawn = [one for one in records if one["unit"] not in NOT_DRAWN]
        title, groups, sources = REPORTED, reference_groups(drawn, printed), _publishers(drawn)
        if any(one.get("basis") == "stated" for one in drawn):
            title, sources = SERIES, [*stated, *sources]
        if len(places(drawn)) == 1:
            title += f" on {places(drawn)[0]}"
    remarks += _remarks(groups, printed)
    if kind != "comparison":
        remarks += [UNDRAWN, *(f"(?) {key}: {doubt}" for key, doubt in picture.doubts.items())]
    return Chart(title, groups, tuple(remarks), tuple(sources))


def _remarks(groups: tuple[Group, ...], printed: bool) -> list[str]:
    """What has to be said of units, scales and marks."""
    remarks = []
    currencies = sorted({group.unit for group in groups} & set(CURRENCIES))
    if len(currencies) > 1:
        how = "" if printed else "; --currency brings them together"
        remarks.append(f"Amounts in {', '.join(currencies)} stand apart{how}.")
    if any(wording.INFERRED in text for group in groups for text in (group.title, *(bar.label for bar in group.bars))):
        remarks.append(wording.INFERRED_LEGEND)
    if len(groups) > 1:
        scales = {(group.kind, group.unit) for group in groups}
        remarks.append(SHARED_SCALES if len(scales) < len(groups) else OWN_SCALES)
    if len({group.kind.endswith(OF_A_COUNTRY) for group in groups}) > 1:
        remarks.append(COUNTRIES_APART)
    return remarks


def _undrawn(comparisons: list[Record]) -> list[str]:
    """Which claims are not drawn, and why; each is named once, and not where anything of it is drawn."""
    told = {one["claim"] for one in comparisons if one["ratio"] is not None}
    why: dict[str, list[str]] = {}
    for one in comparisons:
        if one["claim"] not in told:
            told.add(one["claim"])
            why.setdefault(DATES if one["verdict"] in DECIDED else one["verdict"], []).append(one["claim"])
    reasons = [f"{reason}: {', '.join(claims)}" for reason, claims in why.items()]
    return [f"Not drawn: {'; '.join(reasons)}."] if reasons else []


def _source(source: "Source") -> str:
    published = wording.dated(source["published"], source["published_inferred"])
    return ", ".join(filter(None, (source["publisher"], published, source["address"])))


def _publishers(records: Iterable[Record]) -> list[str]:
    """The publishers of what is drawn, each once."""
    return _reported_by(
        dict.fromkeys(one["publisher"] for one in records if one["publisher"] and one.get("basis") != "stated")
    )


def _reported_by(publishers: Iterable[str]) -> list[str]:
    named = "; ".join(publishers)
    return [f"Source: reported by {named}"] if named else []


def _trade_groups(rows: list[Record], added: list[str]) -> tuple[Group, ...]:
    """Volumes by period, scope and currency; growth rates and shares by period and scope; what follows apart."""
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


def _comparison_groups(rows: list[Record]) -> tuple[Group, ...]:
    """A group for each claim and unit: the claim, and the references that it can be held against, with the verdicts."""
    groups: dict[tuple[str, str], Group] = {}
    for row in rows:
        unit = _common_unit(row)
        group = groups.get((row["claim"], unit)) or _claimed(row, unit)
        reported = _side(row, "reference", unit)
        whose = ", same speaker" if row["same_speaker"] else ""
        reported = reported._replace(written=f"{reported.written}: {row['verdict']}{whose}")
        groups[row["claim"], unit] = group._replace(bars=(*group.bars, reported))
    return tuple(groups.values())


def _common_unit(row: Record) -> str:
    """The unit in which both sides of a comparison are drawn: the currency asked for where both are converted.

    Not where they are stated in one unit and converted at different rates: they would seem to differ.
    """
    both = all(row.get(f"converted_{side}_value") is not None for side in ("claim", "reference"))
    return str(row["converted_currency"] if both and not _is_unlike(row) else row["reference_unit"])


def _is_unlike(row: Record) -> bool:
    """Whether both sides of a comparison are stated in one unit and converted at different rates."""
    return bool(row["claim_unit"] == row["reference_unit"] and row["claim_rate"] != row["reference_rate"])


def _claimed(row: Record, unit: str) -> Group:
    """A group that has the claim alone; each claim has a scale of its own."""
    return Group(_comparison_title(row), unit, row["claim"], (_side(row, "claim", unit),))


def _comparison_title(row: Record) -> str:
    where = row["subject"] or row["region_name"] or "no region named"
    when = wording.dated(row["claim_period"], row["claim_period_inferred"])
    return f"{row['claim']} {where}: {', '.join(filter(None, (phrases.measured(row), when)))}"


def _side(row: Record, side: str, unit: str) -> Bar:
    """One side of a comparison, in the unit of both."""
    value, own, qualifier = (row[f"{side}_{part}"] for part in ("value", "unit", "qualifier"))
    label = row["official_name"] if side == "claim" else f"{row['reference']} {row['publisher']}"
    fill, computed = FILLS_OF[side]
    if own == unit:
        measure = row["measure" if side == "claim" else "reference_measure"]
        return Bar(label, value, amounts.measured(value, own, qualifier, measure), fill, qualifier is not None)
    in_unit = row.get(f"converted_{side}_value")
    # Where only one side can be converted, the claim is brought into the unit of the reference.
    value = in_unit if unit == row.get("converted_currency") else row["ratio"] * row["reference_value"]
    return Bar(label, value, amounts.computed_money(value, unit, qualifier), computed, qualifier is not None)
