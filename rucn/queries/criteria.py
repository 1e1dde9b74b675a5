"""What records are sought by: codes, places, periods, speakers. An empty list of criteria lets everything through."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from rucn.model.measures import MONEY
from rucn.model.periods import within

if TYPE_CHECKING:
    from rucn.model.amounts import Exact
    from rucn.queries.speakers import Speakers

Codes = Collection[str]
# What is sought that states no partner.
NO_PARTNER = "none"


class Area(NamedTuple):
    """A region, by its code; or a place that lies in it: a record is about a place that it names."""

    code: str
    place: str = ""


class Bounds(NamedTuple):
    """The least and the largest amount sought, in a unit, or in each record's own currency for None."""

    least: Exact | None = None
    most: Exact | None = None
    unit: str | None = None

    def hold(self, value: float | None, unit: str | None) -> bool:
        """Whether an amount lies within; with bounds no amount does where there is none."""
        if self.least is None and self.most is None:
            return True
        if value is None or (unit not in MONEY if self.unit is None else unit != self.unit):
            return False
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


class FigureCriteria(NamedTuple):
    """What figures are sought: by measure, area, period, speaker (None: anyone), partner, scope, commodity."""

    measures: Codes = ()
    areas: Collection[Area] = ()
    periods: Codes = ()
    speakers: Speakers = None
    partners: Codes = ()
    scopes: Codes = ()
    commodities: Codes = ()
    countries: Codes = ()


class ProjectCriteria(NamedTuple):
    """What projects are sought: `partners` by ids, as `lookup.projects_with` finds them; `without` by empty fields."""

    sectors: Codes = ()
    areas: Collection[Area] = ()
    statuses: Codes = ()
    kinds: Codes = ()
    speakers: Speakers = None
    periods: Codes = ()
    partners: Codes | None = None
    without: Codes = ()
    countries: Codes = ()


class TieCriteria(NamedTuple):
    """What ties are sought."""

    areas: Collection[Area] = ()
    kinds: Codes = ()
    periods: Codes = ()


class QuoteCriteria(NamedTuple):
    """What quotes are sought; `acting`: only those of officials who act."""

    speakers: Speakers = None
    areas: Collection[Area] = ()
    topics: Codes = ()
    sections: Codes = ()
    acting: bool = False
    countries: Codes = ()


def fits(wanted: Codes, value: str | None) -> bool:
    """Whether a value is one of those wanted."""
    return not wanted or value in wanted


def fits_any(wanted: Codes, values: Iterable[str | None]) -> bool:
    """Whether one of several values is one of those wanted."""
    return not wanted or any(value in wanted for value in values)


def fits_period(wanted: Codes, *periods: str | None) -> bool:
    """Whether one of several periods lies within one of those wanted."""
    return not wanted or any(within(period, outer) for period in periods for outer in wanted)


def fits_partner(wanted: Codes, partner: str | None) -> bool:
    """Whether a partner is one of those wanted; none is where that is asked for."""
    return not wanted or (partner or NO_PARTNER) in wanted
