"""Records as columns of cells, whatever these are written as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from rucn.render.answer import Added, Answer, Record, Writing
from rucn.render.cells import cell
from rucn.render.said import Said, say
from rucn.render.views import view_of
from rucn.render.views.view import Column
from rucn.render.wording import mark_legends

Cells = Mapping[Column[Record], list[Said]]
# The fields in which the words stand that were searched for.
SEARCHED = ("name", "excerpt", "text")


def table_of(kind: str, records: Sequence[Record], added: Added, fields: Sequence[str] = ()) -> Cells:
    """The cells of records by column: the columns of their kind, or one for each of the fields asked for."""
    columns = [_field(field) for field in fields] or view_of(kind).columns(added)
    return {column: [say(column.says(record)) for record in records] for column in columns}


def legends_of(kind: str, records: Sequence[Record], added: Added, cells: Cells) -> list[str]:
    """What has to be said under records: what the marks in their cells mean, and what their kind says of them."""
    own = view_of(kind).legends(records, added, False)
    # A view that tells the doubts themselves explains the mark by that.
    told = {legend.partition(" ")[0] for legend in own}
    marks = mark_legends(said for column in cells.values() for said in column)
    return [*(legend for legend in marks if legend.partition(" ")[0] not in told), *own]


def summary_of(answer: Answer, writing: Writing) -> list[str]:
    """What is said above records; nothing where none of them, or only some of their fields, are asked for."""
    if not answer.counted or writing.fields or writing.limit == 0:
        return []
    return view_of(answer.kind).summary(answer.counted, cast("Sequence[Record]", answer.content))


def _field(field: str) -> Column[Record]:
    return Column(field, lambda record: cell(record[field]), searched=field in SEARCHED)
