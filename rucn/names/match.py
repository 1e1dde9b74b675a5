"""One answer where one is needed: the entity that a name means, or an error that says what it may have meant."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rucn.model.errors import AmbiguousError, Candidate, NotFoundError, printable
from rucn.names.folding import fold_name
from rucn.names.index import CITY, Entity, Index
from rucn.names.resolver import LONGEST, find, find_place, region_name, whole_table
from rucn.names.spelt import Finding

SUGGESTIONS = 5


class Match(NamedTuple):
    """An entity found, how (`exact`, `alias`, `inflected` …) and how sure (0 to 100)."""

    entity: Entity
    how: str
    score: int


def match(written: str, indexes: Sequence[Index], what: str, *, places: bool = False) -> Match:
    """Finds the one entity that a person means by `written`, in the indexes and, with `places`, in the gazetteer.

    `what` names the kind of thing for messages ("region", "sector"). Raises NotFoundError, with suggestions, where
    nothing is near, and AmbiguousError, with the candidates, where several are.
    """
    finding = find_place(written, indexes) if places else find(written, indexes)
    if finding.sure:
        return Match(finding.sure, finding.how, finding.matches[0][1])
    if finding.matches:
        several = candidates(finding)
        raise AmbiguousError(_ambiguous(written, what, several), several)
    near = suggest(written, [whole_table(), *indexes] if places else indexes)
    raise NotFoundError(_not_found(written, what, near), near)


def candidates(finding: Finding) -> tuple[Candidate, ...]:
    """What a name fits, as candidates."""
    return tuple(candidate(entity, score) for entity, score in finding.matches)


def suggest(written: str, indexes: Sequence[Index], within: str = "") -> tuple[Candidate, ...]:
    """A few names that a person may have meant by one that was not found."""
    folded = fold_name(written[: LONGEST + 1])
    if not folded.bare or len(written) > LONGEST:
        return ()
    from rucn.names.nearest import suggestions

    return tuple(candidate(near.entity, near.score) for near in suggestions(folded, indexes, within, SUGGESTIONS))


def suggest_places(written: str, within: str = "") -> tuple[Candidate, ...]:
    """A few places that a person may have meant by a name that was not found."""
    return suggest(written, [whole_table()], within)


def candidate(entity: Entity, score: int) -> Candidate:
    """An entity as something that a user may have meant; of a city it says where it lies."""
    name = f"{entity.label} in {region_name(entity.key)}" if entity.kind == CITY else entity.label
    return Candidate(entity.key, name, score, is_code=entity.kind != "official")


def _not_found(written: str, what: str, suggestions: Iterable[Candidate] = ()) -> str:
    if not written.strip():
        return f"no {what} is named by an empty name"
    near = ", ".join(f"{one.name} ({one.key})" for one in suggestions)
    return f"no {what} is called “{printable(written)}”" + (f"; did you mean {near}?" if near else "")


def _ambiguous(written: str, what: str, several: Iterable[Candidate]) -> str:
    listed = ", ".join(f"{one.name} ({one.key})" for one in several)
    return f"“{printable(written)}” fits more than one {what}: {listed}; name one of them, or its code"
