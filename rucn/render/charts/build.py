"""Puts together the chart of records: its title, groups, remarks and sources."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rucn.model.words import CURRENCIES
from rucn.queries.provenance import ids_in
from rucn.render import wording
from rucn.render.charts.comparisons import comparison_groups, is_drawn, left_out
from rucn.render.charts.model import Chart, Group
from rucn.render.charts.series import NOT_DRAWN, places, reference_groups
from rucn.render.charts.trade import trade_groups

if TYPE_CHECKING:
    from rucn.model.records import Source
    from rucn.render.answer import Picture

Record = Any
UNDRAWN = "Ranks, counts and what is put in words are not drawn."
STATED = "What regional leaders of Russia and China stated on trade"
FOLLOWING = f"{STATED}, and what follows from it"
COMPARED = "Claims beside what others report"
REPORTED = "What others report"
SERIES = "What is stated, and what others report"
HALVES = "S1 and S2 are the first and second half of a year."
SHARED_SCALES = "Bars of one kind and unit are drawn to one scale; other groups have scales of their own."
COUNTRIES_APART = "Countries are drawn to another scale than regions."
OWN_SCALES = "Each group of bars has a scale of its own."


def chart_of(layout: str, records: list[Record], picture: "Picture", printed: bool) -> Chart:
    """The chart of trade rows, comparisons or references; one that is `printed` does not tell what to type."""
    kind, *added = layout.split(":")
    drawn = records
    remarks = wording.legends(layout, records, printed)
    stated = [f"Source: stated by officials, as quoted by {_source(one)}" for one in picture.sources]
    if kind == "trade_row":
        implied = "implied" in added
        title, groups, sources = STATED, trade_groups(records, implied, picture.doubts.keys()), stated
        if implied:
            totals = dict.fromkeys(filter(None, (row["national_share_publisher"] for row in records)))
            title, sources = FOLLOWING, [*stated, *_reported_by(totals)]
    elif kind == "comparison":
        drawn = [one for one in records if is_drawn(one)]
        title, groups, sources = COMPARED, comparison_groups(drawn), [*stated, *_publishers(drawn)]
        remarks += left_out(records)
    else:
        drawn = [one for one in records if one["unit"] not in NOT_DRAWN]
        title, groups, sources = REPORTED, reference_groups(drawn, printed), _publishers(drawn)
        if any(one.get("basis") == "stated" for one in drawn):
            title, sources = SERIES, [*stated, *sources]
        if len(places(drawn)) == 1:
            title += f" on {places(drawn)[0]}"
    remarks += _remarks(groups, can_convert=not printed and "converted" not in added)
    if kind != "comparison":
        remarks.append(UNDRAWN)
    ids = ids_in(drawn)
    remarks += [f"{wording.DOUBTED} {key}: {doubt}" for key, doubt in picture.doubts.items() if key in ids]
    return Chart(title, groups, tuple(remarks), tuple(sources))


def _remarks(groups: tuple[Group, ...], can_convert: bool) -> list[str]:
    """What has to be said of units, scales and marks; and, where a reader `can_convert`, how."""
    remarks = []
    currencies = sorted({group.unit for group in groups} & set(CURRENCIES))
    if len(currencies) > 1:
        how = "; --currency brings them together" if can_convert else ""
        remarks.append(f"Amounts in {', '.join(currencies)} stand apart{how}.")
    written = [text for group in groups for text in (group.title, *(f"{bar.label}{bar.mark}" for bar in group.bars))]
    if any(wording.INFERRED in text for text in written):
        remarks.append(wording.INFERRED_LEGEND)
    if any(re.search(r"\d-S[12]\b", text) for text in written):
        remarks.append(HALVES)
    if len(groups) > 1:
        scales = {group.scale for group in groups}
        remarks.append(SHARED_SCALES if len(scales) < len(groups) else OWN_SCALES)
    if len({group.of_a_country for group in groups}) > 1:
        remarks.append(COUNTRIES_APART)
    return remarks


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
