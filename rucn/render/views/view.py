"""How one kind of record is shown: what a module of this package says of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from rucn.render.answer import Added
from rucn.render.said import Said

if TYPE_CHECKING:
    from rucn.model.background import Background
    from rucn.render.answer import Picture, Span
    from rucn.render.charts.model import Chart

R = TypeVar("R")
Says = Callable[[R], Said | str]


class Column(NamedTuple, Generic[R]):
    """A column: its title, what it says of a record, and how it may be set.

    Attributes:
        title: What stands over it.
        says: What it says of a record.
        whole: Its cells are never broken over lines.
        extra: It is left out where a window has no room for it, one of a higher number first; 0 is never left out.
        right: Its cells are set to the right, as numbers are; signs of one character hang over.
        short: What stands in a window in place of a cell where there is little room, given the shorter names.
        style: How its cells are drawn.
        searched: The words stand in it that were searched for.
        excerpt: Its cells may be cut.
        key: It is repeated where a window breaks a table in two.
        apart: It stands in the second of two tables.
        once: It is left out of a window where it repeats the record above.
        cut: Its cells are cut in a window to as many lines as the others in their row take.
        styles: Words that are styles, for cells that begin with them.
        known: What of a record a heading may have said already.
        briefly: What it says where a heading has said that.
    """

    title: str
    says: Says[R]
    whole: bool = False
    extra: int = 0
    right: bool = False
    short: Callable[[Said, Mapping[str, str]], Said] | None = None
    style: str = ""
    searched: bool = False
    excerpt: bool = False
    key: bool = False
    apart: bool = False
    once: bool = False
    cut: bool = False
    styles: tuple[str, ...] = ()
    known: Callable[[R], str] | None = None
    briefly: Says[R] = lambda record: ""


Detail = tuple[str, Says[R]]


class Tip(NamedTuple, Generic[R]):
    """What a person may try next: a command with a place for an id, and the id of a record (None for none)."""

    command: str
    id_of: Callable[[R], str | None]


class View(NamedTuple, Generic[R]):
    """How one kind of record is shown.

    Attributes:
        record_type: The name of its type in `rucn.model.records`, whose fields are those of JSON and CSV, given what
            is added.
        columns: Its columns in a table, given what is added.
        details: What is said of one record, line by line.
        tip: What to try next.
        heading: Under what heading a record stands in a window, given what is added; empty for none.
        heading_style: How that heading is drawn.
        shared_heading: Headings stand only where most records have the one of the record before them.
        summary: What is said above records, given what is counted and what is shown.
        legends: What has to be said under records, given what is added, and whether they are printed.
        fields: How fields are read whose value is a number in a unit, or hedged, or marked.
        rests_on: The ids of the figures and other claims that a record is, or rests on.
        units: The fields that hold a number in a unit, each with the field that holds the unit.
        chart: Draws records; None for a kind that is not drawn.
        spans: Where in its quote the words stand that a record rests on.
        parts: The kinds of the lists of a profile; None for what is no list of records.
    """

    record_type: Callable[[Added], str]
    columns: Callable[[Added], Sequence[Column[R]]] = lambda added: ()
    details: Sequence[Detail[R]] = ()
    tip: Tip[R] | None = None
    heading: Callable[[R, Added], str] = lambda record, added: ""
    heading_style: Callable[[R], str] = lambda record: "bold"
    shared_heading: bool = False
    summary: Callable[[Sequence[R], Sequence[R]], list[str]] = lambda counted, shown: []
    legends: Callable[[Sequence[R], Added, bool], list[str]] = lambda records, added, printed: []
    fields: Mapping[str, Says[R]] = {}
    rests_on: Callable[[R], Iterable[str]] = lambda record: ()
    units: Mapping[str, str] = {}
    chart: Callable[[Sequence[R], Added, Picture, bool], Chart] | None = None
    spans: Callable[[R, Background], list[Span]] | None = None
    parts: Mapping[str, str] = {}
