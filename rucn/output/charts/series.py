"""References as charts: a region's values over time."""

from typing import Any

from rucn import amounts
from rucn.output import wording
from rucn.output.charts.model import Bar, Fill, Group, Line
from rucn.periods import months

Record = Any
YEAR = 12
# So many values make a line.
SHORTEST_LINE = 3
NOT_DRAWN = ("rank", "count")
LENGTHS = {12: "years", 6: "half-years", 3: "quarters", 1: "months"}


def reference_groups(records: list[Record]) -> tuple[Group, ...]:
    """A group for each region, measure, partner, unit and length of period; a line for years."""
    groups: dict[tuple[str, str, str, str], list[Record]] = {}
    for record in records:
        place, what = wording.reference_place(record), wording.reported_measure(record)
        groups.setdefault((place, what, _length(record), _amount(record)[1]), []).append(record)
    return tuple(_group(f"{key[0]}: {key[1]}, {key[2]}", key[3], found) for key, found in groups.items())


def _group(title: str, unit: str, records: list[Record]) -> Group:
    bars = tuple(
        Bar(_label(one), _amount(one)[0], _written(one), _fill(one), one["qualifier"] is not None) for one in records
    )
    return Group(title, unit, bars, _line(records))


def _line(records: list[Record]) -> Line | None:
    """The values by year, the first reported where there are several; None where they are no years, or few."""
    years: dict[int, float] = {}
    for record in records:
        found = months(record["period"] or "")
        if found is None or found[1] - found[0] != YEAR - 1 or found[0] % YEAR:
            return None
        years.setdefault(found[0] // YEAR, _amount(record)[0])
    if len(years) < SHORTEST_LINE or min(years.values()) < 0:
        return None
    span = range(min(years), max(years) + 1)
    return Line(str(span[0]), str(span[-1]), tuple(years.get(year) for year in span))


def _length(record: Record) -> str:
    """The length of a record's period: values of unlike lengths are not set against each other."""
    found = months(record["period"] or "")
    if found is None:
        return "no period"
    length = found[1] - found[0] + 1
    return LENGTHS.get(length, f"periods of {length} months")


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
    if record.get("basis") != "stated":
        return "reported"
    return "stated" if _amount(record)[1] == record["unit"] else "computed"


def _label(record: Record) -> str:
    who = " stated" if record.get("basis") == "stated" else ""
    return f"{record['period'] or 'no period'} {record['id']}{who}"
