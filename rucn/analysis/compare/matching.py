"""Which references a claim is held against, and why one cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rucn.model.periods import months, same
from rucn.model.vocabulary import COUNTRIES
from rucn.store.older import doubt_in

if TYPE_CHECKING:
    from rucn.model.records import Reference
    from rucn.model.rows import FigureRow, ProjectRow
    from rucn.model.vocabulary import Hindrance

# A project's cost is that of its plan, whenever it is reported.
TIMELESS = ("project_investment", "fund_capital")
FAR = 10**6


class Hindered(NamedTuple):
    """Why two values cannot be compared: as a code, and in words."""

    code: Hindrance
    words: str


class Counterpart(NamedTuple):
    """A reference beside a claim; `hindrances` say why the two are not comparable, none where they are."""

    reference: Reference
    hindrances: tuple[Hindered, ...]


IN_WORDS = Hindered("no_number", "the claim is put in words")


def counterparts(figure: FigureRow, project: ProjectRow | None, alike: Sequence[Reference]) -> list[Counterpart]:
    """The references of a figure's measure that it is held against: all that are comparable, or else the nearest.

    Near are those of its region that overlap with its period, or else the one nearest in time, those of another scope
    that overlap, and what is reported of the whole country.
    """
    if project is not None or figure["measure"] in TIMELESS:
        own = [one for one in alike if project is not None and one["project"] == project["id"]]
        return [Counterpart(one, tuple(_doubt(one))) for one in own]
    if figure["region"] is None:
        return []
    alike = [one for one in alike if one["project"] is None]
    found = [_held_against(figure, one) for one in alike if one["region"] == figure["region"]]
    comparable = [one for one in found if not one.hindrances]
    return comparable or _near(figure, found, alike)


def _held_against(figure: FigureRow, reference: Reference) -> Counterpart:
    return Counterpart(reference, tuple(_hindrances(figure, reference)))


def _hindrances(figure: FigureRow, reference: Reference) -> Iterator[Hindered]:
    """Why a reference on a figure's region, or on a whole country, is not comparable with it."""
    if figure["value"] is None:
        yield IN_WORDS
        return
    if reference["region"] != figure["region"]:
        yield Hindered("other_region", f"other region: {reference['region_name']} as a whole")
    elif figure["scope"] == "unclear":
        yield Hindered("other_scope", "other scope: the claim does not say with whom")
    elif reference["partner"] != figure["partner"]:
        yield Hindered("other_scope", f"other scope: with {COUNTRIES.get(reference['partner'] or '', 'all partners')}")
    if reference["subject"] is not None:
        yield Hindered("other_scope", f"other scope: {reference['subject']} alone")
    if reference["stock"]:
        yield Hindered("other_measure", "other measure: a stock")
    if reference["unit"] != figure["unit"] and "percent" in (reference["unit"], figure["unit"]):
        yield Hindered("other_measure", f"other measure: in {reference['unit']}")
    if not same(figure["period"], reference["period"]):
        yield Hindered("other_period", f"other period: {reference['period'] or 'not stated'}")
    yield from _doubt(reference)


def _near(figure: FigureRow, regional: list[Counterpart], alike: list[Reference]) -> list[Counterpart]:
    overlapping = [one for one in regional if _distance(figure, one.reference) == 0]
    if figure["scope"] == "unclear":
        return overlapping
    whole = [_held_against(figure, one) for one in alike if _is_whole(figure, one)]
    if any(one.reference["partner"] == figure["partner"] for one in overlapping):
        return [*overlapping, *whole]
    in_time = sorted(regional, key=lambda one: _remoteness(figure, one.reference))
    return [*[one for one in in_time if one not in overlapping][:1], *overlapping, *whole]


def _is_whole(figure: FigureRow, reference: Reference) -> bool:
    """Whether a reference is on the country of a figure's region, with the same partner, in the same period.

    Of investment, on either of the two countries, and on a stock too.
    """
    if figure["measure"] == "investment":
        return {reference["region"], reference["partner"]} == {*COUNTRIES}
    own = reference["region"] == (figure["region"] or "")[:2] and reference["partner"] == figure["partner"]
    return own and figure["measure"] == "trade_growth" and same(reference["period"], figure["period"])


def _doubt(reference: Reference) -> Iterator[Hindered]:
    """The doubt whether a reference is on the same thing, as its note tells it: one sentence, without its full stop."""
    told = doubt_in(reference["note"]) or ""
    first = re.split(r"\.\s+(?=[^a-z])|\.$", told)[0]
    if first:
        yield Hindered("perhaps_another", first)


def _remoteness(figure: FigureRow, reference: Reference) -> tuple[bool, bool, int]:
    """How far a reference is from a claim: of another partner, of a period of another length, so many months away."""
    theirs, ours = months(reference["period"] or ""), months(figure["period"] or "")
    unlike = theirs is None or ours is None or theirs[1] - theirs[0] != ours[1] - ours[0]
    return reference["partner"] != figure["partner"], unlike, _distance(figure, reference)


def _distance(figure: FigureRow, reference: Reference) -> int:
    """How many months lie between the periods of a claim and a reference; none where they overlap."""
    ours, theirs = months(figure["period"] or ""), months(reference["period"] or "")
    if ours is None or theirs is None:
        return FAR
    return max(0, ours[0] - theirs[1], theirs[0] - ours[1])
