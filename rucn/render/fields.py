"""What of an answer is written: which fields, in which order, how many."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from rucn.model.errors import UsageError, printable
from rucn.render.answer import Answer, Writing

Record = dict[str, Any]


def select(answer: Answer, writing: Writing, *, as_it_comes: bool = False) -> Any:
    """The content of an answer, sorted, cut to a number of records and to the fields asked for.

    Of a profile `limit` cuts each list, and `fields` picks its parts. Records that come one by one are collected,
    unless they are taken `as_it_comes` and need no sorting. Raises UsageError for an unknown field, and for sorting
    what is no list.
    """
    content = answer.content
    wanted = [*writing.fields, *([writing.sort.removeprefix("-")] if writing.sort is not None else [])]
    if isinstance(content, Iterator):
        _require_fields(answer, wanted)
        if as_it_comes and writing.sort is None:
            return _as_they_come(content, writing)
        answer = answer._replace(content=list(content))
        content = answer.content
    if not (writing.fields or writing.sort is not None or writing.limit is not None):
        return content
    if answer.layout.startswith("schema"):
        raise UsageError("a JSON Schema is printed whole; leave out --fields, --sort and --limit")
    _require_fields(answer, wanted)
    if writing.sort is not None:
        content = _sorted(answer, writing.sort)
    if writing.limit is not None:
        content = _limited(content, writing.limit, bool(answer.list_command))
    if writing.fields:
        content = [_picked(one, writing.fields) for one in content] if isinstance(content, list) else content
        return _picked(content, writing.fields) if isinstance(content, dict) else content
    return content


def _as_they_come(records: Iterator[Record], writing: Writing) -> Iterator[Record]:
    for record in islice(records, writing.limit):
        yield _picked(record, writing.fields) if writing.fields else record


def value_at(record: Record, field: str) -> Any:
    """The value of a field, or of a field of an object in it (`names.en`)."""
    outer, _, inner = field.partition(".")
    value = record[outer]
    return value[inner] if inner else value


def fields_of(layout: str) -> dict[str, list[str]]:
    """The fields of a type of record, in order; to each that is an object the fields it has."""
    from typing import get_type_hints, is_typeddict

    from rucn.render.layouts import RECORD_TYPES

    return {
        field: list(get_type_hints(kind)) if is_typeddict(kind) else []
        for field, kind in get_type_hints(RECORD_TYPES[layout]).items()
    }


def _require_fields(answer: Answer, wanted: list[str]) -> None:
    if not wanted:
        return
    known = fields_of(answer.layout)
    inner = [f"{field}.{one}" for field, inside in known.items() for one in inside]
    for field in wanted:
        if field not in known and (field not in inner or answer.list_command):
            raise UsageError(f"there is no field “{printable(field)}” here; the fields are {', '.join(known)}")


def _sorted(answer: Answer, sort: str) -> Any:
    if not isinstance(answer.content, list):
        if not answer.list_command:
            return answer.content
        raise UsageError(f"a profile is not sorted; `rucn {answer.list_command}` and the other lists are")
    field, down = sort.removeprefix("-"), sort.startswith("-")
    absent = [record for record in answer.content if value_at(record, field) is None]
    present = [record for record in answer.content if value_at(record, field) is not None]
    return [*sorted(present, key=lambda record: _order(value_at(record, field)), reverse=down), *absent]


def _order(value: Any) -> tuple[float, str]:
    """Numbers by size, all else by its letters, lists and objects by what they hold."""
    if isinstance(value, (int, float)):
        return value, ""
    parts = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else [value]
    return 0, ";".join(str(part).casefold() for part in parts)


def _limited(content: Any, limit: int, is_profile: bool) -> Any:
    if isinstance(content, list):
        return content[:limit]
    if is_profile:
        return {field: part[:limit] if isinstance(part, list) else part for field, part in content.items()}
    return content if limit else None


def _picked(record: Record, fields: tuple[str, ...]) -> Record:
    return {field: value_at(record, field) for field in fields}
