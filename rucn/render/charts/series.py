"""References as charts: a region's values over time."""

from typing import Any

from rucn.model import amounts, phrases
from rucn.model.periods import months
from rucn.model.words import COUNTRIES, DOUBT
from rucn.render import wording
from rucn.render.charts.model import Bar, Fill, Group, Line

Record = Any
YEAR = 12
# So many values make a line.
SHORTEST_LINE = 3
NOT_DRAWN = ("rank", "count")
# Measures that are drawn to one scale, so that exports and imports can be compared.
KINDS = {
    **dict.fromkeys(("trade_volume", "exports", "imports"), "trade"),
    **dict.fromkeys(("trade_growth", "export_growth", "import_growth"), "growth"),
    **dict.fromkeys(("trade_share", "import_share"), "share"),
}
# What adds up over time: of a part of a year there is less than of the year.
FLOWS = ("trade_volume", "exports", "imports", "investment")


def places(records: list[Record]) -> list[str]:
    """What the references are on, each once."""
    return list(dict.fromkeys(map(wording.reference_place, records)))


def reference_groups(records: list[Record], printed: bool) -> tuple[Group, ...]:
    """A group for each region, measure, partner and unit, in order of time; a line for years.

    Regions are drawn to one scale, and countries to another.
    """
    groups: dict[tuple[str, str, str], list[Record]] = {}
    for record in records:
        key = (wording.reference_place(record), phrases.measure_of(record), _amount(record)[1])
        groups.setdefault(key, []).append(record)
    alone = len(places(records)) == 1
    return tuple(
        _group(what[:1].upper() + what[1:] if alone else f"{place}: {what}", unit, found, printed)
        for (place, what, unit), found in groups.items()
    )


def _group(title: str, unit: str, records: list[Record], printed: bool) -> Group:
    bars = tuple(
        Bar(
            _label(one, printed),
            _amount(one)[0],
            _written(one),
            _fill(one),
            one["qualifier"],
            _of_a_part(one),
            _mark(one),
        )
        for one in records
    )
    first = records[0]
    kind = KINDS.get(first["measure"], first["measure"])
    return Group(title, unit, kind, bars, _line(records), first["region"] in COUNTRIES)


def _of_a_part(record: Record) -> bool:
    """Whether a value is of a part of a year, and adds up over time."""
    found = months(record["period"] or "")
    is_flow = record["measure"] in FLOWS and not record["stock"]
    return is_flow and found is not None and found[1] - found[0] < YEAR - 1


def _line(records: list[Record]) -> Line | None:
    """The values of whole years, the first reported where there are several; None where there are few."""
    years: dict[int, float] = {}
    for record in records:
        found = months(record["period"] or "")
        if found and found[1] - found[0] == YEAR - 1 and not found[0] % YEAR:
            years.setdefault(found[0] // YEAR, _amount(record)[0])
    if len(years) < SHORTEST_LINE or min(years.values()) < 0:
        return None
    span = range(min(years), max(years) + 1)
    return Line(str(span[0]), str(span[-1]), tuple(years.get(year) for year in span))


def _amount(record: Record) -> tuple[float, str]:
    """A value and its unit as it is drawn: in the currency asked for where it is converted."""
    if record.get("converted_value") is not None:
        return record["converted_value"], record["converted_currency"]
    return record["value"], record["unit"]


def _written(record: Record) -> str:
    computed = record.get("converted_value")
    if computed is not None and record["unit"] != record["converted_currency"]:
        return amounts.computed_money(computed, record["converted_currency"], record["qualifier"])
    return wording.figure_value(record)


def _fill(record: Record) -> Fill:
    """Whose a value is: one that is stated and converted is computed."""
    as_it_is = _amount(record)[1] == record["unit"]
    if record.get("basis") == "stated":
        return "stated" if as_it_is else "computed"
    return "reported" if as_it_is else "converted"


def _label(record: Record, printed: bool) -> str:
    """When, and which reference; in print its publisher too, as nobody can look an id up there."""
    who = record["said_by"] if record.get("basis") == "stated" else record["publisher"]
    period = wording.reported_period(record) or "no period"
    return f"{period} {record['id']}{f' {who}' if printed else ''}"


def _mark(record: Record) -> str:
    """What follows a label: that the value is stated, and that it is doubted."""
    if record.get("basis") != "stated":
        return ""
    return f" stated{f' {wording.DOUBTED}' if DOUBT in (record['note'] or '') else ''}"
