"""The names of a column become codes: each name once, counted, by the rules of who asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar, cast

from rucn.names.codes import region_of_code
from rucn.names.index import CITY, Entity
from rucn.names.match import candidates, suggest_places
from rucn.names.resolver import LONGEST_TITLE, find_place, region, region_name
from rucn.names.spelt import AMBIGUOUS, NOTHING, Finding

if TYPE_CHECKING:
    from rucn.model.records import Resolution, ResolutionCandidate
    from rucn.model.vocabulary import CodeSystem, NameMatch, PlaceKind

# So many names are remembered, counted as distinct, and listed as left: an endless column needs no more memory.
REMEMBERED = 20_000
MOST_COUNTED = 100_000
MOST_LEFT = 20_000
Value = TypeVar("Value")
OVERRIDE: Literal["override"] = "override"
# What a person writes for a code of what is no region of these countries.
NO_REGION = "-"


# By name, and by name and parent: the code that a person says, None for what is no region.
Overrides = Mapping[tuple[str, str | None], str | None]


class Rules(NamedTuple):
    """How the names of a column are to be read.

    Attributes:
        within: How the codes begin that are sought: `RU-`, `CN-` or nothing.
        systems: The systems whose codes the column may hold beside names.
        matches: The ways of finding that count, such as `exact`; all where none is given.
        least: The least score that counts, 0 to 100.
        overrides: What a person has decided.
    """

    within: str = ""
    systems: tuple[CodeSystem, ...] = ()
    matches: frozenset[NameMatch] = frozenset()
    least: int = 0
    overrides: Overrides = MappingProxyType({})


class Meaning(NamedTuple):
    """What a name means; `code`, `name`, `kind` and `region_name` are None where it is left open."""

    code: str | None
    name: str | None
    kind: PlaceKind | None
    match: NameMatch
    score: int
    region_name: str | None = None
    country: str | None = None

    @property
    def is_left(self) -> bool:
        """Whether a person has to look at it; what a person has said is no region is settled."""
        return self.code is None and self.match != OVERRIDE


class Left(NamedTuple):
    """A name that got no code, in how many rows, and what it may mean."""

    query: str
    parent: str | None
    rows: int
    match: NameMatch
    candidates: list[ResolutionCandidate]


def remember(work: Callable[[str, str | None], Value]) -> Callable[..., Value]:
    """Has what is worked out for a name, and where it is, worked out once; not for texts longer than any name."""
    remembered = lru_cache(maxsize=REMEMBERED)(work)

    def give(name: str, parent: str | None = None) -> Value:
        return (remembered if _is_short(name, parent) else work)(name, parent)

    return give


def _is_short(name: str, parent: str | None) -> bool:
    return len(name) + len(parent or "") <= LONGEST_TITLE


class Column:
    """Reads the names of a column, in order, and keeps count of them.

    Attributes:
        rows: How many were read.
        empty: How many of these were empty.
        found: How many rows got a code, by how the name was found.
        left: How many got none, by how far the name was understood.
    """

    def __init__(self, rules: Rules) -> None:
        self.rows = 0
        self.empty = 0
        self.found: Counter[str] = Counter()
        self.left: Counter[str] = Counter()
        self._rules = rules
        self._distinct: set[int] = set()
        self._left: dict[tuple[str, str | None], int] = {}
        # What a name means of which another cell may say where it is, and what it may mean that got no code.
        self.meaning = remember(self._read)
        self.candidates = remember(self._candidates)

    def count(self, name: str, parent: str | None = None) -> Meaning:
        """What a name means, counted as one row more."""
        self.rows += 1
        meaning = self.meaning(name, parent)
        if meaning.code is not None:
            self.found[meaning.match] += 1
        elif not name.strip():
            self.empty += 1
            return meaning
        elif meaning.is_left:
            self.left[meaning.match] += 1
            self._note_left((name, parent))
        if len(self._distinct) <= MOST_COUNTED:
            self._distinct.add(hash((name, parent)))
        return meaning

    def values(self, fields: Sequence[str], name: str, parent: str | None = None) -> list[object]:
        """Fields of what a name means (ADDED_FIELDS); `candidates` in one text."""
        meaning = self.meaning(name, parent)
        return [
            in_one_text(self.candidates(name, parent)) if field == "candidates" else getattr(meaning, field)
            for field in fields
        ]

    @property
    def distinct(self) -> int:
        """How many different names there were; more than MOST_COUNTED are not counted."""
        return len(self._distinct)

    def names_left(self) -> Iterator[Left]:
        """The different names that got no code, the most frequent first; `rows_unlisted` of them are not kept."""
        for (name, parent), rows in sorted(self._left.items(), key=lambda item: -item[1]):
            meaning = self.meaning(name, parent)
            yield Left(name, parent, rows, meaning.match, self.candidates(name, parent))

    @property
    def rows_unlisted(self) -> int:
        """In how many rows without a code the name is beyond the first MOST_LEFT, or longer than any name."""
        return self.left.total() - sum(self._left.values())

    def _candidates(self, name: str, parent: str | None) -> list[ResolutionCandidate]:
        """What a name may mean that got no code; none where it got one."""
        meaning = self.meaning(name, parent)
        if not meaning.is_left:
            return []
        finding = NOTHING if meaning.match == NOTHING.how else self._finding(name, parent)
        near = candidates(finding) if finding.matches else suggest_places(name, self._rules.within)
        return [{"code": one.key, "name": one.name, "score": one.score} for one in near]

    def _note_left(self, key: tuple[str, str | None]) -> None:
        if key in self._left or (len(self._left) < MOST_LEFT and _is_short(*key)):
            self._left[key] = self._left.get(key, 0) + 1

    def _read(self, name: str, parent: str | None) -> Meaning:
        overrides = self._rules.overrides
        for key in ((name, parent), (name, None)) if overrides else ():
            if key in overrides:
                code = overrides[key]
                return _meaning(region(code), OVERRIDE, 100) if code else Meaning(None, None, None, OVERRIDE, 100)
        finding = self._finding(name, parent)
        score = max((score for _, score in finding.matches), default=0)
        entity = finding.sure
        if entity is None:
            return Meaning(None, None, None, "ambiguous" if finding.matches else "none", score)
        how = cast("NameMatch", finding.how)
        counts = not self._rules.matches or how in self._rules.matches
        if counts and score >= self._rules.least:
            return _meaning(entity, how, score)
        return Meaning(None, None, None, how, score)

    def _finding(self, name: str, parent: str | None) -> Finding:
        """What a cell means: as a code, or as a name."""
        within, systems = self._rules.within, self._rules.systems
        regions = region_of_code(name, systems, within) if systems else []
        if regions:
            return Finding("exact" if len(regions) == 1 else AMBIGUOUS, tuple((one, 100) for one in regions))
        if parent is None or not parent.strip():
            return find_place(name, within=within) if name.strip() else NOTHING
        from rucn.names.within import find_within

        stated = region_of_code(parent, systems, within) if systems else []
        return find_within(name, stated[0].key if len(stated) == 1 else parent, within)


def in_one_text(several: Iterable[ResolutionCandidate]) -> str:
    """What a name may mean, for one cell: `Kirovsk in Murmansk Region (RU-MUR); …`."""
    return "; ".join(f"{one['name']} ({one['code']})" for one in several)


def resolve_names(names: Iterable[str], column: Column) -> Iterator[Resolution]:
    """What each name means, in order, as it is read; as records."""
    for name in names:
        meaning = column.count(name)
        yield {
            "query": name,
            "code": meaning.code,
            "name": meaning.name,
            "kind": meaning.kind,
            "match": meaning.match,
            "score": meaning.score,
            "candidates": column.candidates(name),
        }


def _meaning(entity: Entity, how: NameMatch, score: int) -> Meaning:
    is_city = entity.kind == CITY
    return Meaning(
        entity.key,
        entity.label,
        "city" if is_city else "region",
        how,
        score,
        region_name(entity.key) if is_city else entity.label,
        entity.key[:2],
    )
