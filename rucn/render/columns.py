"""The columns in which a person reads each type of record."""

from collections.abc import Callable
from typing import Any, NamedTuple

from rucn.model import amounts, phrases
from rucn.model.words import EVENTS
from rucn.render import wording
from rucn.render.data import cell

Record = Any

# A profile leaves these out, or shortens them, where its heading has said the same.
REGION = "Region"
QUOTE = "Quote"
# The fields in which the words stand that were searched for.
SEARCHED = ("name", "excerpt", "text")
# The lists of a profile that are set as tables, and what their records are.
PARTS = {
    "trade": "trade_row",
    "figures": "figure",
    "projects": "project",
    "ties": "tie",
    "officials": "official",
    "references": "reference",
    "project_events": "project_event",
}
HEADINGS = {"references": "What others report", "project_events": "What others report of projects"}
# Those of them whose amounts a profile in one currency converts.
CONVERTED = ("trade", "figures", "projects", "references")


class Column(NamedTuple):
    """A column: its title, what it says of a record, and how it may be set.

    A `whole` cell is never broken over lines. An `extra` column is left out where a window has no room for it, one of a
    higher number first; one that `needs` something is there only in layouts that add it. In a `searched` column the
    words stand that were searched for; an `excerpt` may be cut. Where a window has no room for all columns side by
    side, those that stand `apart` follow in a table of their own, which repeats the `key` columns. What is said `once`
    is left out of a window where it repeats the record above.
    """

    title: str
    says: Callable[[Record], str]
    whole: bool = False
    extra: int = 0
    right: bool = False
    style: str = ""
    searched: bool = False
    excerpt: bool = False
    needs: str = ""
    key: bool = False
    apart: bool = False
    once: bool = False


def _field(name: str) -> Callable[[Record], str]:
    return lambda record: cell(record[name])


def _code(name: str) -> Callable[[Record], str]:
    return lambda record: amounts.spaced(record[name])


def _id(title: str = "ID", field: str = "id") -> Column:
    return Column(title, _field(field), whole=True, style="cyan")


def _dates(project: Record) -> str:
    start, completion = project["start"] or "", project["completion"] or ""
    return f"{start} – {completion}".strip() if completion else start


def _volume(row: Record) -> str:
    return amounts.money(row["volume"], row["currency"], row["volume_qualifier"])


def _said(record: Record) -> str:
    """Who said it and in which quote."""
    return ", ".join([record["official_name"], *record.get("quotes", [record.get("quote")])])


def _kind_and_status(project: Record) -> str:
    return ", ".join(filter(None, (amounts.spaced(project["kind"]), amounts.spaced(project["status"]))))


def _standing(row: Record) -> str:
    return ", ".join(filter(None, (amounts.share(row["share_percent"]), wording.trade_rank(row))))


def _where(project: Record) -> str:
    """The region; one that only the speaker's office gives is marked as inferred."""
    basis = wording.INFERRED if project["region_basis"] == "speaker" else ""
    return f"{project['region_name'] or '—'}{basis}"


def _amount(title: str, says: Callable[[Record], str], field: str, unit: str, qualifier: str) -> Column:
    """The column of an amount as stated, with what it is in the currency asked for beside it."""
    return Column(
        title,
        lambda one: wording.in_currency(says(one), one, one.get(field), one[unit], one[qualifier]),
        style="bold",
    )


RATE = Column("Rate", wording.at_rate, extra=4, needs="converted")
COLUMNS: dict[str, list[Column]] = {
    "region": [
        _id("Code", "code"),
        Column(REGION, _field("name")),
        Column("Russian", lambda region: region["names"]["ru"] or ""),
        Column("Chinese", lambda region: region["names"]["zh"] or ""),
        Column("Kind", _code("kind"), extra=1),
        Column("Capital", _field("capital"), extra=1),
        Column("Quotes", lambda region: str(region["statements"] or ""), whole=True, right=True),
    ],
    "official": [
        _id(),
        Column("Official", _field("name")),
        Column("Russian, Chinese", lambda one: ", ".join(filter(None, (one["names"]["ru"], one["names"]["zh"])))),
        Column("Title as stated", lambda official: "; ".join(official["titles"])),
        Column("Role", wording.office, extra=1),
        Column(REGION, lambda official: official["region_name"] or "not stated", extra=2),
        Column("Quotes", lambda official: " ".join(official["quotes"]), style="cyan"),
        Column("Note", _field("note"), extra=3),
    ],
    "trade_row": [
        Column(REGION, _field("region_name"), key=True),
        Column("With", wording.partner, key=True),
        Column("Period", wording.period, key=True),
        Column("As stated", _field("period_as_stated"), extra=2),
        _amount("Volume", _volume, "converted_volume", "currency", "volume_qualifier"),
        Column("Growth", lambda row: amounts.growth(row["growth_percent"], row["growth_qualifier"]), style="bold"),
        Column("Share, rank", _standing, style="bold"),
        Column("Implied volume", wording.implied_volume, needs="implied", apart=True),
        Column("All partners", wording.overall_volume, needs="implied", apart=True),
        Column("National share", wording.national_share, needs="implied", apart=True),
        Column(QUOTE, _said),
        RATE,
        Column("Figures", lambda row: " ".join(row["figures"]), extra=1, style="cyan"),
    ],
    "figure": [
        _id(),
        Column(REGION, lambda figure: figure["region_name"] or "—"),
        Column("Measure", wording.figure_measure),
        Column("With", wording.partner),
        _amount("Value", wording.figure_value, "converted_value", "unit", "qualifier"),
        Column("Period", wording.period),
        Column("As stated", _field("period_as_stated"), extra=2),
        Column("Words", _field("evidence"), extra=1),
        Column(QUOTE, _said),
        RATE,
    ],
    "project": [
        _id(),
        Column("Project", _field("name")),
        Column("Kind, status", _kind_and_status),
        Column(REGION, _where),
        Column("Sectors", lambda project: ", ".join(project["sectors"]), extra=1),
        _amount("Investment", wording.invested, "converted_investment", "currency", "investment_qualifier"),
        Column("Dates", _dates, extra=2),
        Column("Partners", lambda project: "; ".join(project["partners"]), extra=3),
        Column(QUOTE, _said),
        RATE,
    ],
    "tie": [
        _id(),
        Column("Tie", _field("name")),
        Column("Kind", _code("kind")),
        Column(REGION, lambda tie: tie["region_name"] or "—"),
        Column("Period", lambda tie: tie["period_as_stated"] or ""),
        Column("Place", _field("place"), extra=1),
        Column(QUOTE, _said),
    ],
    "quote": [
        _id(),
        Column("Said by", _field("official_name")),
        Column("Title as stated", _field("title")),
        Column("Section", _field("section"), extra=1),
        Column("Topics", lambda quote: ", ".join(map(amounts.spaced, quote["topics"])), extra=1),
        Column("Text", _field("text")),
    ],
    "search_hit": [
        _id(),
        Column("Kind", _code("kind"), whole=True),
        Column("Name", _field("name"), searched=True),
        Column("Words", _field("excerpt"), searched=True, excerpt=True),
        Column("Score", _field("score"), whole=True, right=True),
    ],
    "source": [
        _id(),
        Column("Title", _field("title")),
        Column("Publisher", _field("publisher")),
        Column("Published", lambda one: wording.dated(one["published"], one["published_inferred"]), whole=True),
        Column("Address", _field("address")),
        Column("Quotes", _field("quotes"), whole=True, right=True),
    ],
    "resolution": [
        Column("Written", _field("query")),
        _id("Code", "code"),
        Column("Name", _field("name")),
        Column("Kind", _field("kind"), whole=True, extra=2),
        Column("Match", _field("match"), whole=True),
        Column("Score", _field("score"), whole=True, right=True, extra=1),
        Column("Candidates", wording.candidates),
    ],
    "reference": [
        _id(),
        Column("Basis", _field("basis"), needs="series"),
        Column(REGION, wording.reference_place),
        Column("Measure", phrases.measure_of),
        _amount("Value", wording.figure_value, "converted_value", "unit", "qualifier"),
        Column("Period", wording.reported_period),
        Column("Reported by", wording.reporter),
        RATE,
        Column("Note", _field("note"), extra=3),
        Column("Address", _field("address"), extra=5),
    ],
    "project_event": [
        _id(),
        Column("Project", _field("subject")),
        Column("Event", lambda one: EVENTS[one["event"]], style="bold"),
        Column("Date", _field("date"), whole=True),
        Column("Reported by", _field("publisher")),
        Column("Note", _field("note"), extra=1),
        Column("Address", _field("address"), extra=2),
    ],
    "comparison": [
        Column(REGION, lambda one: one["region_name"] or "—", once=True),
        Column("Claim", wording.claim, once=True),
        Column("Reported", wording.reported),
        Column("Ratio", wording.ratio, whole=True, right=True),
        Column("Verdict", wording.verdict, style="bold"),
    ],
    "problem": [
        _id("Record", "record"),
        Column("Field", _field("field")),
        Column("Problem", _field("message")),
    ],
}


def columns_of(layout: str, fields: tuple[str, ...]) -> list[Column]:
    """The columns of a type of record, or one for each of the fields asked for."""
    if fields:
        return [Column(field, _field(field), searched=field in SEARCHED) for field in fields]
    kind, *added = layout.split(":")
    return [column for column in COLUMNS[kind] if not column.needs or column.needs in added]


def part_layout(part: str, profile_layout: str) -> str:
    """The layout of the records of a part of a profile."""
    converted = ":converted" if profile_layout.endswith(":converted") and part in CONVERTED else ""
    return PARTS[part] + converted
