"""Folds a written name: what does not tell names apart goes, what says only of which kind a place is stands aside.

`Irkutsk Oblast`, `IRKUTSK OBLAST`, `Irkutsk-Oblast` and `irkutskoblast` fold alike; without its generic words each is
`irkutsk`, of the kind `region`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from rucn.model.plain import CYRILLIC_ALIKE, LATIN_ALIKE

_SEPARATORS = "-‐‑‒–—―_.,;:()[]{}/\\|·・•*&+#"
_MARKS = "'’‘ʹʺʻʼ`´\"“”«»„^~"
_DROPPED = dict.fromkeys(map(ord, f" \t\n\r\u00a0{_SEPARATORS}{_MARKS}"))
_SPACED = dict.fromkeys(map(ord, _SEPARATORS), " ") | dict.fromkeys(map(ord, _MARKS))
# Latin letters that are taken for Cyrillic ones inside a Cyrillic word.
_LOOKALIKE = str.maketrans(LATIN_ALIKE, CYRILLIC_ALIKE)
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")

LEADING_WORDS = frozenset("of the in from de di prc peoples china russia кнр рф россия россии китай китая".split())
# What a generic word says of the kind of a place; nothing (an empty string) for words that only lead to a name.
GENERIC_WORDS: dict[str, str] = {
    **dict.fromkeys("oblast region obl reg aobl область области областью обл аобл".split(), "region"),
    **dict.fromkeys("krai kray kraj kr territory terr край края краю краем крае кр".split(), "territory"),
    **dict.fromkeys(
        "republic respublika republik rep resp республика республики республике республику республикой респ".split(),
        "republic",
    ),
    **dict.fromkeys("okrug ao округ округа округу округом округе ао".split(), "autonomous_area"),
    **dict.fromkeys("province prov sheng пров провинция провинции провинцию провинцией".split(), "province"),
    **dict.fromkeys("municipality city town shi gorod город города городу городом городе г гор".split(), "city"),
    **dict.fromkeys("район района району районом районе zizhiqu ар ar".split(), "autonomous_region"),
    **dict.fromkeys("sar сар".split(), "special_administrative_region"),
    **dict.fromkeys(
        "federal special administrative autonomous autonome avtonomnyj avtonomnaya area district".split(), ""
    ),
    **dict.fromkeys(
        "автономная автономной автономную автономный автономного автономному автономным автономном".split(), ""
    ),
    **dict.fromkeys("специальный специального административный административного федерального значения".split(), ""),
    **dict.fromkeys(LEADING_WORDS, ""),
}
# Chinese puts them at the end of a name, without a blank; longest first.
GENERIC_ENDINGS: dict[str, str] = {
    "特别行政区": "special_administrative_region",
    "维吾尔自治区": "autonomous_region",
    "壮族自治区": "autonomous_region",
    "回族自治区": "autonomous_region",
    "自治专区": "autonomous_area",
    "自治区": "autonomous_region",
    "自治州": "region",
    "边疆区": "territory",
    "共和国": "republic",
    "直辖市": "city",
    "特区": "special_administrative_region",
    "地区": "",
    "省": "province",
    "市": "city",
    "州": "region",
    "县": "city",
    "区": "",
}
SHORTEST_BEFORE = {"州": 2, "县": 2, "区": 2}
GENERIC_BEGINNINGS = ("中国", "中华人民共和国", "俄罗斯联邦", "俄罗斯")
PREPOSITIONS = frozenset("в во на из по с со к ко о об от до у для под при за".split())
_JOINED_KINDS = ("region", "territory", "republic", "province", "autonomous_region", "autonomous_area", "city")


class Folded(NamedTuple):
    """A written name, folded: `full` in full, `bare` without generic words, `words` the other words in lower case.

    `kinds` holds what the generic words say of the place; `script` is `latin`, `cyrillic`, `han` or `other`; `led` says
    that a preposition led to the name.
    """

    full: str
    bare: str
    words: tuple[str, ...]
    kinds: frozenset[str]
    script: str
    led: bool = False


def fold(written: str) -> str:
    """A name without what does not tell names apart: case, accents, hyphens, apostrophes, width and spaces."""
    if written.isascii():
        return written.lower().translate(_DROPPED)
    text = unicodedata.normalize("NFKD", written).casefold()
    return "".join([c for c in text if not unicodedata.combining(c)]).translate(_DROPPED)


def fold_name(written: str) -> Folded:
    """A written name, folded in full and without its generic words."""
    text = lowered(written)
    words = _with_initials_joined(text.translate(_SPACED).split())
    kinds, kept = set(), []
    for word in words:
        kind = GENERIC_WORDS.get(word if word.isascii() or script_of(word) == "cyrillic" else fold(word))
        if kind is None:
            kept.append(word)
        elif kind:
            kinds.add(kind)
    led = len(kept) > 1 and kept[0] in PREPOSITIONS
    if led:
        del kept[0]
    full, bare = fold(text), fold("".join(kept))
    script = script_of(full)
    if script == "han":
        bare, kind = _without_endings(bare)
        kinds.add(kind)
    return Folded(full, bare, tuple(kept), frozenset(kinds - {""}), script, led)


def _with_initials_joined(words: list[str]) -> list[str]:
    """The words of a name, the letters of an abbreviated generic word put together: `а.о.` is `ао`."""
    for length in (3, 2):
        for at in range(len(words) - length + 1):
            letters = words[at : at + length]
            if all(len(one) == 1 for one in letters) and "".join(letters) in GENERIC_WORDS:
                return [*words[:at], "".join(letters), *words[at + length :]]
    return words


def lowered(written: str) -> str:
    """A name in small letters and plain width, its Cyrillic words free of Latin letters that look alike."""
    if written.isascii():
        return written.lower()
    text = unicodedata.normalize("NFKC", written).lower()
    if script_of(text) != "cyrillic" or _LATIN_LETTERS.isdisjoint(text):
        return text
    return " ".join([word.translate(_LOOKALIKE) if script_of(word) == "cyrillic" else word for word in text.split(" ")])


def script_of(text: str) -> str:
    """In which of the three scripts a name is written; `other` for any other."""
    if not text.isascii():
        for letter in text:
            if letter > "\u024f" and letter.isalpha():
                return "cyrillic" if "\u0400" <= letter < "\u0530" else "han" if _is_han(letter) else "other"
    return "latin"


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter < "\ua000" or "\uf900" <= letter < "\ufb00"


def without_joined_generics(full: str) -> tuple[str, str]:
    """A name run together, without the generic words at its ends, and the kind they say: `penza` of `penzaoblast`."""
    found = _joined().fullmatch(full)
    if found is None or found[1] == full:
        return "", ""
    kinds = [kind for kind, group in zip(_JOINED_KINDS, found.groups()[1:], strict=True) if group]
    return found[1], kinds[0] if kinds else ""


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(
        r"(?:republicof|province|провинция|республика|город)?(.{3,}?)"
        r"(?:(oblast|область|обл)|(krai|край)|(republic|республика)|(province|sheng)|(autonomousregion)|(okrug)|(shi|city))?"
    )


def common_name(name: str) -> str:
    """A name as printed, without its generic words: `Hebei` of `Hebei Province`."""
    return " ".join(word for word in name.split() if word.lower() not in GENERIC_WORDS)


def _without_endings(bare: str) -> tuple[str, str]:
    for beginning in GENERIC_BEGINNINGS:
        if bare.startswith(beginning) and len(bare) > len(beginning):
            bare = bare.removeprefix(beginning)
    for ending, kind in GENERIC_ENDINGS.items():
        # 广州 is no region called 广.
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST_BEFORE.get(ending, 0):
            return bare.removesuffix(ending), kind
    return bare, ""
