"""A column of written names becomes codes, one record a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from rucn.names import CITY, LONGEST, Candidate, candidates, find_place, suggest_places

if TYPE_CHECKING:
    from rucn.model.records import Resolution, ResolutionCandidate
    from rucn.model.vocabulary import NameMatch

# A column repeats its names; so many of them are remembered, and none that is longer than a name can be.
REMEMBERED = 20_000


def resolve_names(names: Iterable[str], countries: Sequence[str]) -> Iterator[Resolution]:
    """What each name means, in order, as it is read; of regions of these countries, or of both where none is given."""
    within = f"{countries[0]}-" if len(set(countries)) == 1 else ""
    for name in names:
        yield _remembered(name, within) if len(name) <= LONGEST else _resolved(name, within)


def _resolved(name: str, within: str) -> Resolution:
    """What one name means."""
    finding = find_place(name, within=within)
    found: Resolution = {
        "query": name,
        "code": None,
        "name": None,
        "kind": None,
        "match": cast("NameMatch", finding.how),
        "score": max((score for _, score in finding.matches), default=0),
        "candidates": [],
    }
    if entity := finding.sure:
        found["code"], found["name"] = entity.key, entity.label
        found["kind"] = "city" if entity.kind == CITY else "region"
    elif finding.matches:
        found["match"] = "ambiguous"
        found["candidates"] = [_as_record(one) for one in candidates(finding)]
    else:
        found["candidates"] = [_as_record(one) for one in suggest_places(name, within)]
    return found


_remembered = lru_cache(maxsize=REMEMBERED)(_resolved)


def _as_record(one: Candidate) -> ResolutionCandidate:
    return {"code": one.key, "name": one.name, "score": one.score}
