"""One record as a person reads it: what is stated, in words, and the exact values behind them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rucn.model import amounts, phrases
from rucn.model.words import COUNTRIES, DOUBT, EVENTS
from rucn.render import wording
from rucn.render.answer import Span
from rucn.render.data import cell
from rucn.render.fields import value_at

if TYPE_CHECKING:
    from rucn.queries.background import Background

Record = Any
Detail = tuple[str, Callable[[Record], str]]
BASIS = {"stated": "named in the words", "speaker": "the speaker’s, not named in the words"}


def _field(title: str, name: str) -> Detail:
    return title, lambda record: cell(record[name])


def _region(record: Record) -> str:
    if record["region"] is None:
        return ""
    basis = BASIS.get(record.get("region_basis") or "", "")
    return f"{record['region_name']} ({', '.join(filter(None, (record['region'], basis)))})"


def _value(figure: Record) -> str:
    exact = "" if figure["value"] is None else f" ({figure['value']} {figure['unit']})"
    return f"{wording.figure_value(figure)}{exact}"


def _computed_value(computed: Record) -> str:
    value, unit, qualifier = computed["value"], computed["unit"], computed["qualifier"]
    is_share = unit == "percent"
    said = amounts.computed_percent(value, qualifier) if is_share else amounts.computed_money(value, unit, qualifier)
    return f"{said} ({value} {unit})"


def _period(record: Record) -> str:
    inferred = ", the year inferred" if record.get("period_inferred") else ""
    return _with_words(record["period"], record["period_as_stated"]) + inferred


def _with_words(written: str | None, words: str | None) -> str:
    """A value and the words it was read from: `2017, “Last year”`."""
    return ", ".join(filter(None, (written, words and f"“{words}”")))


def _status(project: Record) -> str:
    return _with_words(amounts.spaced(project["status"]), project["status_as_stated"])


def _places(project: Record) -> str:
    places = []
    for place in project["places"]:
        inferred = wording.INFERRED if place["region_inferred"] else ""
        places.append(f"{place['name']} ({place['region']}{inferred})" if place["region"] else place["name"])
    return ", ".join(places)


def _offsets(record: Record) -> str:
    return f"characters {record['start']} to {record['end']} of {record['quote']}"


_ID = _field("ID", "id")
_NOTE = _field("Note", "note")
DETAILS: dict[str, list[Detail]] = {
    "figure": [
        _ID,
        ("Measure", wording.figure_measure),
        ("Value", _value),
        ("Region", _region),
        ("With", lambda one: f"{wording.partner(one)} ({amounts.spaced(one['scope'])})"),
        ("Period", _period),
        ("Stands at", _offsets),
        _NOTE,
    ],
    "project": [
        _ID,
        _field("Project", "name"),
        _field("Kind", "kind"),
        ("Status", _status),
        ("Region", _region),
        ("Places", _places),
        ("Sectors", lambda one: ", ".join(one["sectors"])),
        ("Investment", wording.invested),
        ("Partners", lambda one: "; ".join(one["partners"])),
        ("Start", lambda one: _with_words(one["start"], one["start_as_stated"])),
        ("Completion", lambda one: _with_words(one["completion"], one["completion_as_stated"])),
        _NOTE,
    ],
    "tie": [
        _ID,
        _field("Tie", "name"),
        ("Kind", lambda tie: amounts.spaced(tie["kind"])),
        ("Region", _region),
        ("Period", _period),
        _field("Place", "place"),
    ],
    "official": [
        _ID,
        _field("Official", "name"),
        ("Names", lambda one: ", ".join(filter(None, one["names"].values()))),
        ("Titles as stated", lambda one: "; ".join(one["titles"])),
        ("Role", wording.office),
        ("Region", _region),
        ("Quotes", lambda one: ", ".join(one["quotes"])),
        _NOTE,
    ],
    "region": [
        _field("Region", "name"),
        _field("Code", "code"),
        ("Names", lambda one: ", ".join(filter(None, one["names"].values()))),
        ("Kind", lambda one: f"{amounts.spaced(one['kind'])} of {COUNTRIES[one['country']]}"),
        _field("Capital", "capital"),
        _field("Quotes", "statements"),
    ],
    "source": [
        _ID,
        _field("Title", "title"),
        _field("Publisher", "publisher"),
        _field("Address", "address"),
        ("Published", lambda one: wording.dated(one["published"], one["published_inferred"])),
        ("Sections", lambda one: "; ".join(one["sections"])),
        _field("Quotes", "quotes"),
        _field("SHA-256", "sha256"),
        _NOTE,
    ],
    "reference": [
        _ID,
        ("Measure", phrases.measure_of),
        ("Value", _value),
        ("Region", _region),
        _field("What", "subject"),
        _field("Period", "period"),
        _field("Reported by", "publisher"),
        _field("Said by", "said_by"),
        _field("Address", "address"),
        _field("Project", "project"),
        _NOTE,
    ],
    "project_event": [
        _ID,
        _field("Project", "subject"),
        ("Event", lambda one: EVENTS[one["event"]]),
        _field("Date", "date"),
        ("Region", _region),
        _field("Reported by", "publisher"),
        _field("Address", "address"),
        ("Spoken of", lambda one: " ".join(filter(None, (one["project"], one["project_name"])))),
        _NOTE,
    ],
    "computed": [
        _ID,
        _field("Computed", "name"),
        ("Value", _computed_value),
        _field("Formula", "formula"),
        _NOTE,
    ],
    "citation": [_ID, _field("Style", "style"), _field("Citation", "citation"), _field("Address", "address")],
    "other_number": [_ID, _field("Words", "evidence"), _field("Reason", "reason"), ("Stands at", _offsets)],
}


def spans_in_quote(layout: str, record: Record, background: "Background") -> list[Span]:
    """Where in its quote the words stand that a record rests on; those of a quote are its figures'. None overlap."""
    text = background.quote["text"]
    if layout == "quote":
        spans = [(figure["start"], figure["end"]) for figure in background.figures]
    elif "end" in record:
        spans = [(record["start"], record["end"])]
    else:
        evidence = [record["evidence"]] if isinstance(record["evidence"], str) else record["evidence"]
        spans = [(text.index(words), text.index(words) + len(words)) for words in evidence]
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def facts_of(background: "Background") -> list[tuple[str, str]]:
    """What is stated in a quote: the id of each figure and project, and what it is."""
    return [
        *((one["id"], _fact(one)) for one in background.figures),
        *((one["id"], f"{amounts.spaced(one['kind'])}: {one['name']}") for one in background.projects),
        *((one["id"], f"{amounts.spaced(one['kind'])}: {one['name']}") for one in background.ties),
    ]


def _fact(figure: Record) -> str:
    """What a figure says, and that it is doubted."""
    doubted = f" {wording.DOUBTED}" if DOUBT in (figure["note"] or "") else ""
    return f"{phrases.measure_of(figure)}: {wording.figure_value(figure)}{doubted}"


def details_of(layout: str, record: Record, fields: tuple[str, ...]) -> list[tuple[str, str]]:
    """What is said of one record, line by line, with the title of each line; absent values have none.

    With `fields` these are said, as they are.
    """
    if fields:
        return [(field, cell(value_at(record, field))) for field in fields]
    said = ((title, says(record)) for title, says in DETAILS[layout])
    return [(title, words) for title, words in said if words]
