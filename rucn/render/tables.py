"""Records as columns of cells, whatever these are written as."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from rucn.model.amounts import COMPUTED
from rucn.render.answer import MIXED, Added, Answer, Record, Writing
from rucn.render.cells import cell
from rucn.render.fields import value_at
from rucn.render.said import Said, say
from rucn.render.views import view_of
from rucn.render.views.view import Column
from rucn.render.wording import mark_legends

Cells = Mapping[Column[Record], list[Said]]
# The fields in which the words stand that were searched for.
SEARCHED = ("name", "excerpt", "text")
# From so many sources on it is said which a record rests on.
SEVERAL = 2
# Columns of a timeline, which tells the source of all that is in it.
TELLING_SOURCES = {"Date", "Source"}
# The fields that are no numbers, and yet have marks of their own.
WORDED = ("region", "region_name", "partner", "partners", "period", "claim_period", "start", "completion")


def table_of(kind: str, records: Sequence[Record], added: Added, fields: Sequence[str] = ()) -> Cells:
    """The cells of records by column: the columns of their kind, or one for each of the fields asked for."""
    columns = [_field(kind, field) for field in fields]
    if not fields:
        columns = [*view_of(kind).columns(added)]
        columns += _source_column(records, added.sources, {column.title for column in columns})
    return {column: [say(column.says(record)) for record in records] for column in columns}


def legends_of(
    kind: str, records: Sequence[Record], added: Added, cells: Cells, fields: Sequence[str] = ()
) -> list[str]:
    """What has to be said under records: what the marks in their cells mean, and what their kind says of them.

    With `fields` what their kind says is only on what is computed, where one of them is.
    """
    own = [] if kind == MIXED else view_of(kind).legends(records, added, False)
    if fields:
        numbers = [str(one) for column, said in cells.items() if column.right for one in said]
        own = [legend for legend in own if legend[0] == COMPUTED and any(COMPUTED in number for number in numbers)]
    # A view that tells the doubts themselves explains the mark by that.
    told = {legend.partition(" ")[0] for legend in own}
    marks = mark_legends(said for column in cells.values() for said in column)
    return [*(legend for legend in marks if legend.partition(" ")[0] not in told), *own]


def summary_of(answer: Answer, writing: Writing) -> list[str]:
    """What is said above records; nothing where none of them, or only some of their fields, are asked for."""
    if not answer.counted or writing.fields or writing.limit == 0:
        return []
    return view_of(answer.kind).summary(answer.counted, cast("Sequence[Record]", answer.content))


def field_words(kind: str, field: str, record: Record) -> Said:
    """The value of a field as a person reads it: a number with its unit, hedge and marks, all else as it is."""
    own = {} if kind == MIXED else view_of(kind).fields
    return say(own[field](record)) if field in own else say(cell(value_at(record, field)))


def _source_column(records: Sequence[Record], known: Collection[str], titles: Collection[str]) -> list[Column[Record]]:
    """The column of the source of each record, where they rest on several of those known, and no other tells that."""
    sources = {record.get("source") for record in records}.intersection(known)
    if len(sources) < SEVERAL or TELLING_SOURCES.issubset(titles):
        return []
    title = "Source" if "Source" not in titles else "Stated in"
    return [Column(title, lambda one: str(one["source"]) if one.get("source") in known else "", extra=6)]


def _field(kind: str, field: str) -> Column[Record]:
    is_number = kind != MIXED and field in view_of(kind).fields and field not in WORDED
    return Column(field, lambda record: field_words(kind, field, record), right=is_number, searched=field in SEARCHED)
