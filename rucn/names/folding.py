"""Folds a written name: what does not tell names apart goes, what says only of which kind a place is stands aside.

`Irkutsk Oblast`, `IRKUTSK OBLAST`, `Irkutsk-Oblast` and `irkutskoblast` fold alike; without its generic words each is
`irkutsk`, of the kind `region`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rucn.model.plain import in_one_script, visible

_SEPARATORS = "-‐‑‒–—―_.,;:()[]{}/\\|·・•*&+#"
_MARKS = "'’‘ʹʺʻʼ`´\"“”«»„^~"
_DROPPED = dict.fromkeys(map(ord, f" \t\n\r\u00a0{_SEPARATORS}{_MARKS}"))
_SPACED = dict.fromkeys(map(ord, _SEPARATORS), " ") | dict.fromkeys(map(ord, _MARKS))
_PLAIN = re.compile("[a-z0-9\u0430-\u044f\u3400-\u4dbf\u4e00-\u9fff]*")
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")

LEADING_WORDS = frozenset(
    [
        *"of the in from de di pr prc peoples china russia".split(),
        *"кнр рф россия россии китай китая российской федерации".split(),
    ]
)
# What a generic word says of the kind of a place; nothing (an empty string) for words that only lead to a name.
GENERIC_WORDS: dict[str, str] = {
    **dict.fromkeys("oblast region obl reg aobl aob область области областью обл аобл обть".split(), "region"),
    **dict.fromkeys("krai kray kraj kr territory terr край края краю краем крае кр".split(), "territory"),
    **dict.fromkeys("republic respublika republik republits rep resp assr асср".split(), "republic"),
    **dict.fromkeys("республика республики республике республику республикой респ".split(), "republic"),
    **dict.fromkeys("okrug okr ao aok aokr округ округа округу округом округе окр ао аокр".split(), "autonomous_area"),
    **dict.fromkeys("province prov sheng пров провинция провинции провинцию провинцией".split(), "province"),
    **dict.fromkeys("municipality city town shi gorod gorsovet g".split(), "city"),
    **dict.fromkeys("город города городу городом городе г гор го городской".split(), "city"),
    **dict.fromkeys("zizhiqu ар ar".split(), "autonomous_region"),
    **dict.fromkeys("sar сар".split(), "special_administrative_region"),
    **dict.fromkeys("район района району районом районе рн district rayon raion rajon".split(), "district"),
    **dict.fromkeys("prefecture pref ap league zizhizhou".split(), "prefecture"),
    **dict.fromkeys("county zizhixian".split(), "county"),
    **dict.fromkeys("autonomous aut auton autonome avtonomnyj avtonomnyy avtonomnaya special".split(), "autonomous"),
    **dict.fromkeys(
        "автономная автономной автономную автономный автономного автономному автономным автономном авт".split(),
        "autonomous",
    ),
    **dict.fromkeys("специальный специального".split(), "autonomous"),
    **dict.fromkeys("federal administrative area".split(), ""),
    **dict.fromkeys("административный административного федерального значения".split(), ""),
    **dict.fromkeys(LEADING_WORDS, ""),
}
# What pinyin says of a place at the end of its name; elsewhere these syllables belong to the name.
PINYIN_ENDINGS = {
    "zhou": "prefecture",
    "diqu": "prefecture",
    "meng": "prefecture",
    "xian": "county",
    "qi": "county",
    "qu": "district",
}
# Kinds that no region is of: with such a word, a name is not a region's.
BELOW_REGIONS = frozenset({"district", "county", "prefecture"})
# Chinese puts them at the end of a name, without a blank; longest first.
GENERIC_ENDINGS: dict[str, str] = {
    "特别行政区": "special_administrative_region",
    "维吾尔自治区": "autonomous_region",
    "壮族自治区": "autonomous_region",
    "回族自治区": "autonomous_region",
    "自治专区": "autonomous_area",
    "特别行政": "special_administrative_region",
    "自治区": "autonomous_region",
    "自治州": "prefecture",
    "自治县": "county",
    "自治旗": "county",
    "边疆区": "territory",
    "共和国": "republic",
    "直辖市": "city",
    "特区": "special_administrative_region",
    "地区": "",
    "省": "province",
    "市": "city",
    "州": "region",
    "县": "county",
    "旗": "county",
    "盟": "prefecture",
    "区": "district",
}
_ENDINGS = tuple(GENERIC_ENDINGS)
SHORTEST_BEFORE = dict.fromkeys("州县旗盟区", 2)
GENERIC_BEGINNINGS = ("中国", "中华人民共和国", "俄罗斯联邦", "俄罗斯")
PREPOSITIONS = frozenset("в во на из по с со к ко о об от до у для под при за".split())
# One name is folded at several steps.
REMEMBERED = 256
# Abbreviations of generic words that a hyphen or a full stop parts, and not between single letters.
_PARTED_WORDS = frozenset("обть aokr аокр aobl аобл".split())
# Folded generic words that may be run together with a name.
_JOINED_BEGINNINGS = ("republicof", "province", "провинция", "республика", "город")
_JOINED_ENDINGS = {
    **dict.fromkeys("oblast область обл".split(), "region"),
    **dict.fromkeys("krai краи".split(), "territory"),
    **dict.fromkeys("republic республика".split(), "republic"),
    **dict.fromkeys("province sheng".split(), "province"),
    **dict.fromkeys("autonomousregion zizhiqu".split(), "autonomous_region"),
    **dict.fromkeys("okrug округ".split(), "autonomous_area"),
    **dict.fromkeys("shi city".split(), "city"),
    "zizhizhou": "prefecture",
}


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
        text = written.lower()
        return text if text.isalnum() else text.translate(_DROPPED)
    # Most names have no other accents than й and ё, which to look for in every letter costs ten times as much.
    text = written.lower().replace("й", "и").replace("ё", "е").replace(" ", "").replace("-", "")
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFKD", visible(written)).casefold()
    return "".join([c for c in text if not unicodedata.combining(c)]).translate(_DROPPED)


@lru_cache(maxsize=REMEMBERED)
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
    if len(kept) > 1 and kept[-1] == words[-1] and words[-1] in PINYIN_ENDINGS:
        kinds.add(PINYIN_ENDINGS[kept.pop()])
    if "autonomous" in kinds:
        kinds.remove("autonomous")
        if "district" in kinds:
            kinds = (kinds - {"district"}) | {"autonomous_area", "autonomous_region", "special_administrative_region"}
    led = len(kept) > 1 and kept[0] in PREPOSITIONS
    if led:
        del kept[0]
    # A letter that stands for a word is none of the name.
    named = [word for word in words if len(word) > 1 or word not in GENERIC_WORDS]
    full = fold("".join(named))
    bare = full if len(kept) == len(named) else fold("".join(kept))
    script = script_of(full)
    if script == "han":
        bare, kind = _without_endings(bare)
        kinds.add(kind)
    return Folded(full, bare, tuple(kept), frozenset(kinds - {""}), script, led)


def _with_initials_joined(words: list[str]) -> list[str]:
    """The words of a name, the parts of an abbreviated generic word put together: `а.о.` is `ао`, `об-ть` `обть`."""
    for length in (4, 3, 2) if min(map(len, words), default=0) <= 2 else ():
        for at in range(len(words) - length + 1):
            letters = words[at : at + length]
            joined = "".join(letters)
            if joined in _PARTED_WORDS or (joined in GENERIC_WORDS and all(len(one) == 1 for one in letters)):
                return [*words[:at], joined, *words[at + length :]]
    return words


def lowered(written: str) -> str:
    """A name in small letters and plain width, without what cannot be seen, each word in letters of one script."""
    if written.isascii():
        return written.lower()
    text = unicodedata.normalize("NFKC", visible(written)).lower()
    if script_of(text) != "cyrillic" or _LATIN_LETTERS.isdisjoint(text):
        return text
    return " ".join(map(in_one_script, text.split(" ")))


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
    if not full.startswith(_JOINED_BEGINNINGS) and not full.endswith(tuple(_JOINED_ENDINGS)):
        return "", ""
    beginning = next((word for word in _JOINED_BEGINNINGS if full.startswith(word)), "")
    ending = next((word for word in _JOINED_ENDINGS if full.endswith(word)), "")
    bare = full[len(beginning) : len(full) - len(ending)]
    return (bare, _JOINED_ENDINGS.get(ending, "")) if len(bare) > 2 else ("", "")


def common_name(name: str) -> str:
    """A name as printed, without its generic words: `Hebei` of `Hebei Province`."""
    return " ".join(word for word in name.split() if word.lower() not in GENERIC_WORDS)


def fold_characters(text: str) -> Folded:
    """A name in Chinese characters alone that is folded in full already."""
    bare, kind = _without_endings(text)
    return Folded(text, bare, (text,), frozenset({kind} - {""}), "han")


def _without_endings(bare: str) -> tuple[str, str]:
    for beginning in GENERIC_BEGINNINGS if bare.startswith(GENERIC_BEGINNINGS) else ():
        if bare.startswith(beginning) and len(bare) > len(beginning):
            bare = bare.removeprefix(beginning)
    for ending, kind in GENERIC_ENDINGS.items() if bare.endswith(_ENDINGS) else ():
        # 广州 is no region called 广.
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST_BEFORE.get(ending, 0):
            return bare.removesuffix(ending), kind
    return bare, ""
