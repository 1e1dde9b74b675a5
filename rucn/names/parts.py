"""A cell that holds more than a name: one name twice, a region and a place in it, or a region less a part of it."""

import re
from collections.abc import Iterator, Sequence

from rucn.names.countries import country_named
from rucn.names.folding import (
    BELOW_REGIONS,
    GENERIC_BEGINNINGS,
    GENERIC_WORDS,
    Folded,
    fold,
    fold_characters,
    fold_name,
    lowered,
    script_of,
)
from rucn.names.index import CITY, Entity, Index
from rucn.names.spelt import AMBIGUOUS, NOTHING, SCORES, Finding, as_spelt, exactly, simplified

# The patterns are for small letters: to ignore case makes those with Chinese characters slow to compile.
# What is left out of a region in a table, or counted in it, is not named by the row.
_LEFT_OUT = re.compile(
    r"[(,]?\s*\b(?:без|кроме|за исключением|не включая|without|excluding|except|excl|столица российской федерации)\b.*",
    re.DOTALL,
)
_PART_OF = re.compile(r",?\s*входящ\w+ в состав\s+")
_HAN = "\u3400-\u9fff"
_BETWEEN_SCRIPTS = (
    rf"(?<=[^\W{_HAN}])\s*(?=[{_HAN}])|(?<=[{_HAN}])\s*(?=[^\W{_HAN}\d])"
    r"|(?<=[a-z])\s+(?=[а-я])|(?<=[а-я])\s+(?=[a-z])"
)
_SEPARATORS = re.compile(
    rf"[,;:/()\[\]{{}}|<>、。《》\t\n]|\s{{2,}}|\s[-–—&+]\s|(?<=省|盟)|(?<=自治区)|(?<=边疆区)|{_BETWEEN_SCRIPTS}"
)
# Without any of these a name has no parts, no number and nothing to leave out.
_ODD = re.compile(
    r"[^\w\s'’.-]|\d|\s\s|\s-|省|盟|区|其中|[合小总]计|"
    r"\b(?:без|кроме|with|exc|incl|of which|из них|в том числе|в т\.|всего|итого|столица росс)|входящ|"
    + _BETWEEN_SCRIPTS
)
# A row is counted in the one above it.
_COUNTED_IN = re.compile(
    r"^\s*(?:(?:в том числе|в т\.\s?ч\.|из них|of which|including|всего по|итого по)\s*:?\s+|其中\s*:?\s*)"
    r"|\s*(?:合计|小计|总计)\s*$"
)
# By law an autonomous area is a part of another region too.
PART_OF = {"RU-KHM": "RU-TYU", "RU-YAN": "RU-TYU", "RU-NEN": "RU-ARK"}
# Numbers of rows and of footnotes.
_NUMBERING = re.compile(
    r"^\s*(?:no\s*)?\d+(?:\s*[-–—.):、]\s*|\s+)(?=[^\W\d])|^\s*[一二三四五六七八九十]+、"
    r"|\s*(?:[*†‡§]|[\[(<]?\d+[\])>]|\[(?:note|nb|прим\.?|注)\s*\w+\])+\s*$|(?<=[^\W\d_])\d+\s*$"
)
_TYPED_IN_CHINESE = re.compile(r"..*[市县区旗州盟镇乡]$")
_CHINESE_MARKS = " 、。《》"
MOST_WORDS = MOST_PARTS = 8
SHORTEST_HEAD = 2
LONGEST_RUN = 24


def in_parts(written: str, indexes: Sequence[Index], within: str) -> Finding:
    """What a name means that is numbered, is made of several, or has a part left out."""
    written = lowered(written)
    if not _ODD.search(written):
        return _run_together(written, indexes, within)
    plain = _COUNTED_IN.sub("", _NUMBERING.sub("", without_left_out(written).strip(_CHINESE_MARKS)))
    if plain != written:
        found = _whole(plain, indexes, within)
        if found.matches:
            return found
    split = list(filter(None, _SEPARATORS.split(_PART_OF.sub(",", plain))))
    parts = [part for part in split if _is_name(part)]
    if len(parts) == 1 and any(map(country_named, split)):
        return _whole(parts[0], indexes, within)
    found = _agreeing(parts, indexes, within) if 1 < len(parts) <= MOST_PARTS else NOTHING
    return found if found.matches else _run_together(plain, indexes, within)


def without_left_out(written: str) -> str:
    """A name without what it says is left out of a region, or counted in it."""
    return _LEFT_OUT.sub("", written.lower())


def without_number(written: str) -> str:
    """A name without the number of its row or footnote."""
    return _NUMBERING.sub("", lowered(written))


def _is_name(part: str) -> bool:
    return country_named(part) is None and bool(fold_name(part).bare)


def _whole(written: str, indexes: Sequence[Index], within: str) -> Finding:
    """What a part of a name means by itself."""
    folded = fold_name(written)
    found = as_spelt(written, folded, indexes, within) if folded.full else NOTHING
    return found if found.matches else _run_together(written, indexes, within)


def _agreeing(parts: list[str], indexes: Sequence[Index], within: str) -> Finding:
    """What parts mean together: the place that all of them fit; several where they contradict each other."""
    folded = [fold_name(part) for part in parts]
    found = [_whole(part, indexes, within) for part in parts]
    for one, name in zip(found, folded, strict=True):
        if not one.matches and any(key in index.foreign for key in (name.full, name.bare) for index in indexes):
            return NOTHING
    known = [one for one in found if one.matches]
    # A region that is written as such is enough, where the place in it is not known.
    is_told = any(
        one.matches and one.matches[0][0].kind != CITY and name.kinds for one, name in zip(found, folded, strict=True)
    )
    if not known or (len(known) < len(parts) and not is_told):
        return NOTHING
    return _shared(known, [name for one, name in zip(found, folded, strict=True) if one.matches], indexes)


def _shared(known: list[Finding], names: list[Folded], indexes: Sequence[Index]) -> Finding:
    """The place that several findings have in common, or all that they find."""
    regions = [{entity.key for entity, _ in one.matches if entity.kind != CITY} for one in known]
    # A region that is written as such tells more than a name that may be a city's.
    told = [keys for keys, name in zip(regions, names, strict=True) if keys and name.kinds] or [*filter(None, regions)]
    codes = set.intersection(*told) if told else set.intersection(*map(_keys, known))
    codes = codes.intersection(*map(_keys, known)) or codes
    if not codes:
        codes = {code for keys in told for code in keys if _all_know(code, known, names, indexes)}
    part = known[0].sure
    if not codes and part and all(not _keys(one).isdisjoint((part.key, PART_OF.get(part.key))) for one in known):
        return known[0]
    places: list[Entity] = []
    for one, name in zip(known, names, strict=True):
        fitting = [entity for entity, _ in one.matches if entity.key in codes]
        fitting = fitting or [entity for entity in hidden_places(name, indexes) if entity.key in codes]
        if not fitting:
            codes = set()
        places += fitting
    how = min((one.how for one in known if one.how != AMBIGUOUS), key=lambda how: SCORES[how], default=AMBIGUOUS)
    if len(codes) == 1:
        inside = [place for place in places if place.key in codes]
        # The smaller place comes last in Chinese, and first elsewhere.
        in_order = inside[::-1] if names[0].script == "han" else inside
        best = next((place for place in in_order if place.kind == CITY), inside[0])
        return Finding(how, ((best, SCORES[how]),))
    several = {entity.key: entity for one in known for entity, _ in one.matches if not codes or entity.key in codes}
    return Finding(AMBIGUOUS, tuple((entity, SCORES[AMBIGUOUS]) for entity in several.values()))


def _keys(finding: Finding) -> set[str]:
    return {entity.key for entity, _ in finding.matches}


def _all_know(code: str, known: list[Finding], names: list[Folded], indexes: Sequence[Index]) -> bool:
    """Whether each name is that of a region, or of a place in it, if only of one that alone means another."""
    return all(
        code in _keys(one) or any(place.key == code for place in hidden_places(name, indexes))
        for one, name in zip(known, names, strict=True)
    )


def hidden_places(name: Folded, indexes: Sequence[Index]) -> list[Entity]:
    """The places that bear a name which alone means a larger place elsewhere."""
    return [entity for index in indexes for key in (name.full, name.bare) for entity in index.named(index.hidden, key)]


def _run_together(written: str, indexes: Sequence[Index], within: str) -> Finding:
    """What a region and a place in it mean that stand side by side without a mark between them."""
    for head, tail in _cuts(written, indexes):
        first = exactly(head, indexes, within)
        if not any(entity.kind != CITY or head.script == "han" for entity, _ in first.matches):
            continue
        second = exactly(tail, indexes, within)
        if not second.matches and tail.script == "han":
            second = _run_together(tail.full, indexes, within)
        if second.matches:
            both = _shared([first, second], [head, tail], indexes)
            if both.sure or (head.kinds and tail.kinds):
                return both
        elif (_TYPED_IN_CHINESE.match(tail.full) and _is_told(first, head)) or (
            head.kinds and tail.kinds & BELOW_REGIONS
        ):
            return first
    return NOTHING


def _is_told(finding: Finding, name: Folded) -> bool:
    """Whether a name is that of a region of China, or says what it is: no short name that may begin another."""
    return bool(name.kinds) or all(one.kind != CITY and one.key.startswith("CN") for one, _ in finding.matches)


def _cuts(written: str, indexes: Sequence[Index]) -> Iterator[tuple[Folded, Folded]]:
    """The ways to part a name in two, the region first: between characters, or words; the longest head first."""
    words = written.split()
    if len(words) > 1:
        yield from _cuts_between(words, indexes) if len(words) <= MOST_WORDS else ()
        return
    text = fold(written)
    if script_of(text) != "han" or len(text) > LONGEST_RUN:
        return
    text = simplified(text)
    for beginning in GENERIC_BEGINNINGS:
        text = text.removeprefix(beginning)
    for at in range(len(text) - 1, SHORTEST_HEAD - 1, -1):
        head = fold_characters(text[:at])
        if any(index.among((head.full, head.bare)) for index in indexes):
            yield head, fold_characters(text[at:])


def _cuts_between(words: list[str], indexes: Sequence[Index]) -> Iterator[tuple[Folded, Folded]]:
    """The ways to part a name between its words, in both orders, where the first part may be a name."""
    folded = [fold(word) for word in words]
    # An abbreviation is known when its full stop is gone, `край` before it is folded.
    named = ["" if GENERIC_WORDS.keys() & {key, word} else key for word, key in zip(words, folded, strict=True)]
    for at in range(len(words) - 1, 0, -1):
        may_be = [
            any(index.among(("".join(folded[part]), "".join(named[part]))) for index in indexes)
            for part in (slice(at), slice(at, None))
        ]
        if any(may_be):
            head, tail = fold_name(" ".join(words[:at])), fold_name(" ".join(words[at:]))
            if head.bare and tail.bare:
                yield from [(head, tail)] * may_be[0] + [(tail, head)] * may_be[1]
