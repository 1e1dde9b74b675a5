"""What of an answer is written: which fields, in which order, how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import cast

from rucn.model.errors import UsageError, printable
from rucn.render.answer import NO_RECORDS, Added, Answer, Record, Writing
from rucn.render.views import view_of

# What the headings of columns call, by the first that records have.
HEADINGS = {
    "region": ("region_name", "name"),
    "with": ("partner",),
    "growth": ("growth_percent",),
    "share": ("share_percent",),
    "rank": ("partner_rank",),
    "share, rank": ("share_percent",),
    "as stated": ("period_as_stated",),
    "words": ("evidence", "excerpt"),
    "quote": ("quote", "quotes"),
    "said by": ("said_by", "official_name"),
    "title as stated": ("title", "titles"),
    "official": ("name", "official_name"),
    "project": ("name", "subject"),
    "tie": ("name",),
    "status": ("status",),
    "kind, status": ("status",),
    "dates": ("start",),
    "reported by": ("publisher",),
    "written": ("query",),
    "claim": ("claim",),
    "quotes": ("quotes", "statements"),
}
# What is read without end has to be answered as it comes; so many records take some 400 MB in a table.
MOST_AT_ONCE = 50_000


def select(answer: Answer, writing: Writing) -> Answer:
    """An answer whose content is sorted, cut to a number of records and to the fields asked for.

    Of a profile `limit` cuts each list, and `fields` picks its parts. Records that come one by one still do, unless
    they have to be sorted.

    Raises:
        UsageError: There is no such field, or what is to be sorted is no list.
    """
    content = answer.content
    if not (writing.fields or writing.sort is not None or writing.limit is not None) or isinstance(content, str):
        return answer
    if answer.kind in NO_RECORDS:
        raise UsageError("a JSON Schema is printed whole; leave out --fields, --sort and --limit")
    sort = writing.sort
    _require_fields(answer, [*writing.fields, *([sort.removeprefix("-")] if sort is not None else [])])
    if isinstance(content, Iterator):
        if sort is None:
            return answer._replace(content=_as_they_come(content, writing))
        content = gather(content)
    if isinstance(content, list):
        records = cast("list[Record]", content)
        records = records if sort is None else _sorted(records, sort)
        picked = records[: writing.limit]
        return answer._replace(content=[_picked(one, writing.fields) for one in picked] if writing.fields else picked)
    return answer._replace(content=_of_one(cast("Record", content), answer, writing))


def select_to_read(answer: Answer, writing: Writing) -> Answer:
    """As `select`, but records keep all their fields: a number is read with its unit and its hedge.

    Raises:
        UsageError: There is no such field, or what is to be sorted is no list.
    """
    if not writing.fields or answer.list_command or answer.kind in NO_RECORDS:
        return select(answer, writing)
    _require_fields(answer, writing.fields)
    return select(answer, writing._replace(fields=()))


def by_heading(answer: Answer, writing: Writing) -> Writing:
    """How an answer is wanted, with fields that are called by the headings of their columns called by their names."""
    if answer.kind in NO_RECORDS or not (writing.fields or writing.sort):
        return writing
    known = fields_in(answer)
    sort = writing.sort
    down = "-" if sort and sort.startswith("-") else ""
    named = None if sort is None else f"{down}{_field_called(sort.removeprefix('-'), known)}"
    return writing._replace(fields=tuple(_field_called(one, known) for one in writing.fields), sort=named)


def _field_called(written: str, known: Mapping[str, object]) -> str:
    """The name of the field that is meant; what is written itself where none is."""
    if written in known:
        return written
    plain = " ".join(written.casefold().split())
    meant = (*HEADINGS.get(plain, ()), plain.replace(" ", "_"))
    return next((one for one in meant if one in known), written)


def gather(records: Iterable[Record]) -> list[Record]:
    """Records that are needed all at once; raises UsageError where they come without end, or would fill the memory."""
    gathered = list(islice(records, MOST_AT_ONCE + 1))
    if len(gathered) > MOST_AT_ONCE:
        raise UsageError(
            f"no more than {MOST_AT_ONCE} names are sorted or set in a table;"
            " --format csv without --sort answers each as it comes, --limit N the first ones"
        )
    return gathered


def _of_one(record: Record, answer: Answer, writing: Writing) -> Record | None:
    """What is written of one record, or of a profile."""
    if not answer.list_command:
        if writing.limit == 0:
            return None
    elif writing.sort is not None:
        raise UsageError(f"a profile is not sorted; `rucn {answer.list_command}` and the other lists are")
    elif writing.limit is not None:
        record = {name: part[: writing.limit] if isinstance(part, list) else part for name, part in record.items()}
    return _picked(record, writing.fields) if writing.fields else record


def _as_they_come(records: Iterator[Record], writing: Writing) -> Iterator[Record]:
    for record in islice(records, writing.limit):
        yield _picked(record, writing.fields) if writing.fields else record


def value_at(record: Record, field: str) -> object:
    """The value of a field, or of a field of an object in it (`names.en`)."""
    outer, _, inner = field.partition(".")
    value = record[outer]
    return value[inner] if inner and isinstance(value, dict) else value


def fields_of(kind: str, added: Added) -> dict[str, list[str]]:
    """The fields of a kind of record, in order; to each that is an object the fields it has."""
    from rucn.model import records
    from rucn.model.shapes import fields_of

    return fields_of(getattr(records, view_of(kind).record_type(added)))


def fields_in(answer: Answer) -> dict[str, list[str]]:
    """The fields of the records of an answer, in order; where they are of several kinds, those that all have."""
    first, *others = (fields_of(one.kind, one.added) for one in answer.each or (answer,))
    return {field: inner for field, inner in first.items() if all(field in other for other in others)}


def _require_fields(answer: Answer, wanted: Sequence[str]) -> None:
    if not wanted:
        return
    known = fields_in(answer)
    inner = [f"{field}.{one}" for field, inside in known.items() for one in inside]
    for field in wanted:
        if field not in known and (field not in inner or answer.list_command):
            raise UsageError(f"there is no field “{printable(field)}” here; the fields are {', '.join(known)}")


def _sorted(records: list[Record], sort: str) -> list[Record]:
    field, down = sort.removeprefix("-"), sort.startswith("-")
    absent = [record for record in records if value_at(record, field) is None]
    present = [record for record in records if value_at(record, field) is not None]
    return [*sorted(present, key=lambda record: _order(value_at(record, field)), reverse=down), *absent]


def _order(value: object) -> tuple[float, str]:
    """Numbers by size, all else by its letters, lists and objects by what they hold."""
    if isinstance(value, (int, float)):
        return value, ""
    parts = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else [value]
    return 0, ";".join(str(part).casefold() for part in parts)


def _picked(record: Record, fields: Sequence[str]) -> Record:
    return {field: value_at(record, field) for field in fields}
