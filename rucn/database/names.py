"""Names to codes, without a database: one by one, in a column, in a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from rucn.model.errors import NotFoundError, UsageError, printable
from rucn.model.vocabulary import ADDED_FIELDS, CodeSystem, NameMatch
from rucn.names.column import Column, Overrides, Rules

if TYPE_CHECKING:
    from rucn.model.records import Resolution
    from rucn.tables.frames import Frame

__all__ = ["Column", "Rules", "chosen_fields", "chosen_rules", "python_rules", "resolve_frame", "resolve_names"]

PLAIN = Rules()
DEFAULT_FIELDS = ("code", "name", "match", "score")


def chosen_fields(written: Sequence[str]) -> tuple[str, ...]:
    """The fields to add; raises UsageError for one that there is not."""
    named = [one.strip() for one in written if one.strip()]
    for one in named:
        if one not in ADDED_FIELDS:
            raise UsageError(f"“{printable(one)}” cannot be added; there are {', '.join(ADDED_FIELDS)}")
    return tuple(dict.fromkeys(named)) or DEFAULT_FIELDS


def chosen_rules(
    countries: Sequence[str] = (),
    codes: Sequence[str] = (),
    match: Sequence[str] = (),
    min_score: int = 0,
    overrides: Overrides | None = None,
) -> Rules:
    """The rules as they are written; `countries` are codes.

    Raises:
        NotFoundError: There is no such system of codes, or no such way of finding.
    """
    from rucn.names.codes import SYSTEMS, system_named

    systems: list[CodeSystem] = []
    for one in codes:
        system = system_named(one)
        if system is None:
            raise NotFoundError(f"no codes are called “{printable(one)}”; there are {', '.join(SYSTEMS)}")
        systems.append(system)
    ways = get_args(NameMatch)
    for one in match:
        if one not in ways:
            raise NotFoundError(f"no name is found by “{printable(one)}”; there are {', '.join(ways)}")
    within = f"{countries[0]}-" if len(set(countries)) == 1 else ""
    return Rules(within, tuple(systems), frozenset(one for one in ways if one in match), min_score, overrides or {})


def resolve_names(names: Iterable[str], rules: Rules | Column = PLAIN) -> Iterator[Resolution]:
    """What each name of a region or city means, in order, as it is read."""
    from rucn.names.column import resolve_names

    return resolve_names(names, rules if isinstance(rules, Column) else Column(rules))


def python_rules(
    country: str | Sequence[str] = (),
    codes: str | Sequence[str] = (),
    match: str | Sequence[str] = (),
    min_score: int = 0,
    overrides: Mapping[str, str | None] | None = None,
) -> Rules:
    """The rules as Python gives them: one text or several; `overrides` by name, with None for what is no region."""
    from rucn.database.overrides import code_of
    from rucn.names.countries import country_named
    from rucn.queries.filters import as_list

    countries = []
    for one in as_list(country):
        code = country_named(one)
        if code is None:
            raise NotFoundError(f"no country is called “{printable(one)}”; there are RU and CN")
        countries.append(code)
    decided: Overrides = {
        (name, None): None if code is None else code_of(code, "overrides") for name, code in (overrides or {}).items()
    }
    return chosen_rules(countries, as_list(codes), as_list(match), min_score, decided)


def resolve_frame(frame: Frame, column: str, parent: str | None, add: str | Sequence[str], rules: Rules) -> Frame:
    """A copy of a frame with what the names in a column mean in more columns, as `rucn.resolve_frame` has it."""
    from rucn.tables.columns import names_of_added
    from rucn.tables.frames import columns_of, texts_of, with_columns

    fields = chosen_fields(add.split(",") if isinstance(add, str) else add)
    header = columns_of(frame)
    names = texts_of(frame, column)
    parents = [None] * len(names) if parent is None else texts_of(frame, parent)
    reading = Column(rules)
    rows = [reading.values(fields, name, where) for name, where in zip(names, parents, strict=True)]
    called = names_of_added(fields, header)
    return with_columns(frame, {name: [row[at] for row in rows] for at, name in enumerate(called)})
