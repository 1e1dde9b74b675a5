"""A written name becomes an entity, several candidates, or none.

The order is that of the evidence: the name itself or an alias, compared without case, accents, hyphens and spaces;
the name without its generic words (region, край, 省); a beginning that fits one entity alone; and last, a misspelling
that is near one entity and clearly further from every other.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rucn.errors import AmbiguousError, Candidate, NotFoundError, printable

GENERIC_WORDS = frozenset(
    "region oblast territory krai kray republic autonomous area okrug ao district province municipality city special"
    " administrative sar of the prc"
    " область обл край республика респ автономная автономный автономного округ ао район провинция город г".split()
)
GENERIC_ENDINGS = (
    "特别行政区",
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "自治专区",
    "边疆区",
    "共和国",
    "省",
    "市",
    "州",
)
PREFIX_LETTERS = 3
MARGIN = 8
SUGGESTIONS = 5
SUGGESTION_SCORE = 55
LONGEST = 100

_SEPARATORS = "-‐‑–—.,()/·"
_MARKS = "'’ʹʺ`´\"“”«»"
_DROPPED = dict.fromkeys(map(ord, f" \t\n\r\u00a0{_SEPARATORS}{_MARKS}"))
_SPACED = dict.fromkeys(map(ord, _SEPARATORS), " ")


class Entity(NamedTuple):
    """Something that has names: `key` is a region's code, an official's id or a term's code."""

    kind: str
    key: str
    label: str
    names: Sequence[str]


class Match(NamedTuple):
    """An entity found, how (`exact`, `prefix`, `fuzzy`) and how sure (0 to 100)."""

    entity: Entity
    how: str
    score: int


# A name folded in full, the same without its generic words, and whose name it is.
Spelling = tuple[str, str, Entity]


def resolve(written: str, entities: Sequence[Entity], what: str) -> Match:
    """Finds the one entity that a person means by `written`.

    `what` names the kind of thing for messages ("region", "sector"). Raises NotFoundError, with suggestions, where
    nothing is near, and AmbiguousError, with the candidates, where several are.
    """
    full, bare = fold(written), fold_without_generics(written)
    # Comparing what nobody can have meant as a name would cost seconds.
    if not full or len(written) > LONGEST:
        raise NotFoundError(_not_found(written, what))
    script = _script(full)
    spellings = _spellings(entities, script)
    exact = _exact(full, bare, spellings)
    if exact:
        return _only(exact, "exact", written, what)
    if not bare:
        raise NotFoundError(_not_found(written, what))
    beginning = _beginning(bare, script, spellings)
    return _only(beginning, "prefix", written, what) if beginning else _nearest(written, bare, spellings, what)


def fold(written: str) -> str:
    """A name without what does not tell names apart: case, accents, hyphens, apostrophes, width and spaces."""
    if written.isascii():
        return written.lower().translate(_DROPPED)
    text = unicodedata.normalize("NFKD", written).casefold()
    return "".join(c for c in text if not unicodedata.combining(c)).translate(_DROPPED)


def fold_without_generics(written: str) -> str:
    """A folded name without its generic words; empty where it has no others."""
    words = written.lower().translate(_SPACED).split()
    bare = fold("".join([word for word in words if word not in GENERIC_WORDS]))
    if bare.isascii():
        return bare
    ending = next((ending for ending in GENERIC_ENDINGS if bare.endswith(ending)), "")
    return bare.removesuffix(ending)


def common_name(name: str) -> str:
    """A name as printed, without its generic words: `Hebei` of `Hebei Province`."""
    return " ".join(word for word in name.split() if word.lower() not in GENERIC_WORDS)


def misspelt_score(written: str, word: str) -> int:
    """How near a folded spelling is to a folded word, 0 to 100: the share of letters that need no mending."""
    from rapidfuzz.distance import OSA

    return round(100 * OSA.normalized_similarity(written, word))


def _only(found: list[Entity], how: str, written: str, what: str) -> Match:
    """The one entity found; raises AmbiguousError for several."""
    # A region and its capital of one name are one answer, and the region is meant.
    entities = {entity.key: entity for entity in sorted(found, key=lambda entity: entity.kind != "city")}
    if len(entities) == 1:
        return Match(entities.popitem()[1], how, 100)
    candidates = tuple(candidate(entity, 100) for entity in entities.values())
    raise AmbiguousError(_ambiguous(written, what, candidates), candidates)


def _spellings(entities: Sequence[Entity], script: str) -> list[Spelling]:
    return [
        (fold(name), fold_without_generics(name), entity)
        for entity in entities
        for name in entity.names
        if _script(name) == script
    ]


def _exact(full: str, bare: str, spellings: list[Spelling]) -> list[Entity]:
    """The entities of this name; where none has it in full, those of it without generic words."""
    in_full, without_generics = [], []
    for whole, short, entity in spellings:
        if whole == full:
            in_full.append(entity)
        elif short == bare:
            without_generics.append(entity)
    if (in_full and bare != full) or not bare:
        return in_full
    return in_full + without_generics


def _beginning(bare: str, script: str, spellings: list[Spelling]) -> list[Entity]:
    if len(bare) < (1 if script == "han" else PREFIX_LETTERS):
        return []
    return [entity for _, short, entity in spellings if short.startswith(bare)]


def _nearest(written: str, bare: str, spellings: list[Spelling], what: str) -> Match:
    # RapidFuzz costs a tenth of the start-up, and a name spelt right never needs it.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    owners: dict[str, list[Entity]] = {}
    for whole, short, entity in spellings:
        for text in {whole, short} - {""}:
            owners.setdefault(text, []).append(entity)
    near = process.extract(
        bare, owners.keys(), scorer=OSA.normalized_similarity, score_cutoff=SUGGESTION_SCORE / 100, limit=None
    )
    ranked: dict[str, tuple[Entity, int, bool]] = {}
    for text, similarity, _ in near:
        length = max(len(text), len(bare))
        close = round((1 - similarity) * length) <= _letters_wrong(length)
        for entity in owners[text]:
            ranked.setdefault(entity.key, (entity, round(100 * similarity), close))
    best = next((score for _, score, close in ranked.values() if close), 0)
    matches = [(entity, score) for entity, score, close in ranked.values() if close and best - score < MARGIN]
    if len(matches) == 1:
        return Match(matches[0][0], "fuzzy", matches[0][1])
    candidates = tuple(candidate(entity, score) for entity, score in matches)
    if candidates:
        raise AmbiguousError(_ambiguous(written, what, candidates), candidates)
    suggestions = tuple(candidate(entity, score) for entity, score, _ in [*ranked.values()][:SUGGESTIONS])
    raise NotFoundError(_not_found(written, what, suggestions), suggestions)


def _letters_wrong(length: int) -> int:
    """How many letters may be wrong: in a short name, one wrong letter is another name."""
    return 0 if length < 4 else 1 if length < 7 else 2 if length < 11 else 3


def _script(text: str) -> str:
    if text.isascii():
        return "latin"
    for c in text:
        if c.isalpha():
            return "latin" if c < "\u0370" else "cyrillic" if c < "\u0530" else "han"
    return "latin"


def candidate(entity: Entity, score: int) -> Candidate:
    """An entity as something that a user may have meant."""
    return Candidate(entity.key, entity.label, score, is_code=entity.kind != "official")


def _not_found(written: str, what: str, suggestions: Iterable[Candidate] = ()) -> str:
    if not written.strip():
        return f"no {what} is named by an empty name"
    near = ", ".join(f"{one.name} ({one.key})" for one in suggestions)
    return f"no {what} is called “{printable(written)}”" + (f"; did you mean {near}?" if near else "")


def _ambiguous(written: str, what: str, candidates: Iterable[Candidate]) -> str:
    several = ", ".join(f"{one.name} ({one.key})" for one in candidates)
    return f"“{printable(written)}” fits more than one {what}: {several}; name one of them"
