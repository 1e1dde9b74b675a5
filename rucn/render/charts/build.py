"""Puts together the chart of records: its title, groups, remarks and sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from rucn.model.currencies import CURRENCY_CODES
from rucn.model.periods import is_half
from rucn.render.charts.model import Chart, Group
from rucn.render.said import Mark, join
from rucn.render.wording import INFERRED_LEGEND, SHORT_WORDS, date_words

if TYPE_CHECKING:
    from rucn.render.answer import Picture

UNDRAWN = "Ranks, counts and what is put in words are not drawn."
HALVES = "S1 and S2 are the first and second half of a year."
SHARED_SCALES = "Bars of one kind and unit are drawn to one scale; other groups have scales of their own."
COUNTRIES_APART = "Countries are drawn to another scale than regions."
OWN_SCALES = "Each group of bars has a scale of its own."


def chart_of(
    title: str,
    groups: tuple[Group, ...],
    remarks: Sequence[str],
    sources: Sequence[str],
    last: Sequence[str],
    *,
    can_convert: bool,
) -> Chart:
    """A chart, with what has to be said of units, scales and marks after its remarks and before the `last` ones.

    Where a reader `can_convert` amounts in several currencies, it says how.
    """
    return Chart(title, groups, (*remarks, *_remarks(groups, can_convert), *last), tuple(sources))


def _remarks(groups: tuple[Group, ...], can_convert: bool) -> list[str]:
    remarks = []
    currencies = sorted({group.unit for group in groups} & set(CURRENCY_CODES))
    if len(currencies) > 1:
        how = "; --currency brings them together" if can_convert else ""
        remarks.append(f"Amounts in {', '.join(currencies)} stand apart{how}.")
    if any(Mark.INFERRED in group.marks for group in groups):
        remarks.append(INFERRED_LEGEND)
    if any(Mark.REPORTED in group.marks for group in groups):
        remarks.append(f"{Mark.REPORTED}: {SHORT_WORDS[Mark.REPORTED]}.")
    if any(is_half(period) for group in groups for period in group.periods):
        remarks.append(HALVES)
    if len(groups) > 1:
        scales = {group.scale for group in groups}
        remarks.append(SHARED_SCALES if len(scales) < len(groups) else OWN_SCALES)
    if len({group.of_a_country for group in groups}) > 1:
        remarks.append(COUNTRIES_APART)
    return remarks


def doubts_of(ids: Collection[str], picture: Picture) -> list[str]:
    """What is doubted of the figures that are drawn."""
    return [f"{Mark.DOUBTED} {key}: {doubt}" for key, doubt in picture.doubts.items() if key in ids]


def stated_by(picture: Picture) -> list[str]:
    """The documents that what is stated is taken from."""
    parts = (
        join(", ", [one["publisher"], date_words(one["published"], one["published_inferred"]), one["address"]])
        for one in picture.sources
    )
    return [f"Source: stated by officials, as quoted by {one}" for one in parts]


def reported_by(publishers: Iterable[str | None]) -> list[str]:
    """Who reports what is drawn, each once."""
    named = "; ".join(dict.fromkeys(filter(None, publishers)))
    return [f"Source: reported by {named}"] if named else []
