"""Spells Chinese names in other systems, syllable by syllable: Wade–Giles and Palladius (Russian) from pinyin."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.+)")
_WADE_INITIALS = {
    "b": "p",
    "p": "p'",
    "d": "t",
    "t": "t'",
    "g": "k",
    "k": "k'",
    "j": "ch",
    "q": "ch'",
    "x": "hs",
    "zh": "ch",
    "ch": "ch'",
    "z": "ts",
    "c": "ts'",
    "r": "j",
}
_WADE_WHOLE = {
    "zhi": "chih",
    "chi": "ch'ih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tz'u",
    "si": "ssu",
    "yi": "i",
    "you": "yu",
    "yan": "yen",
    "ye": "yeh",
    "yong": "yung",
    "er": "erh",
    "yue": "yueh",
    "e": "o",
    "ge": "ko",
    "ke": "k'o",
    "he": "ho",
    "gui": "kuei",
    "kui": "k'uei",
    "guo": "kuo",
    "kuo": "k'uo",
    "huo": "huo",
    "shuo": "shuo",
}
_WADE_FINALS = {"ian": "ien", "ie": "ieh", "ue": "ueh", "ong": "ung", "iong": "iung", "uo": "o"}
_PALLADIUS_INITIALS = {
    **dict(
        zip("b p m f d t n l g k h j q x r z c s".split(), "б п м ф д т н л г к х цз ц с ж цз ц с".split(), strict=True)
    ),
    "zh": "чж",
    "ch": "ч",
    "sh": "ш",
    "": "",
}
_PALLADIUS_FINALS = dict(
    zip(
        "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un v ve".split(),
        "а о э ай эй ао оу ань энь ан эн ун и я е яо ю янь инь ян ин юн у уа о уай уй уань унь юй юэ".split(),
        strict=True,
    )
)
_PALLADIUS_WHOLE = {
    **{f"{initial}uang": f"{_PALLADIUS_INITIALS[initial]}уан" for initial in "g k h zh ch sh".split()},
    **dict(
        zip(
            "yi ya ye yao you yan yin yang ying yong yu yue yuan yun".split(),
            "и я е яо ю янь инь ян ин юн юй юэ юань юнь".split(),
            strict=True,
        )
    ),
    **dict(
        zip(
            "wu wa wo wai wei wan wen wang weng er".split(), "у ва во вай вэй вань вэнь ван вэн эр".split(), strict=True
        )
    ),
    "zi": "цзы",
    "ci": "цы",
    "si": "сы",
    "hui": "хуэй",
    **{
        f"{a}u{b}": f"{c}ю{d}"
        for a, c in (("j", "цз"), ("q", "ц"), ("x", "с"))
        for b, d in (("", "й"), ("e", "э"), ("an", "ань"), ("n", "нь"))
    },
}


def wade_giles(syllables: list[str]) -> str:
    """A name in Wade–Giles, its syllables joined by hyphens."""
    return "-".join(_wade(one) for one in syllables)


def palladius(syllables: list[str]) -> list[str]:
    """A name in Russian letters by the Palladius system, with and without the hard sign between н and a vowel."""
    parts = [_palladius(one) for one in syllables]
    plain = "".join(parts)
    split = "".join(
        part + ("ъ" if part.endswith("н") and after[:1] in tuple("аоэуияюе") else "")
        for part, after in zip(parts, [*parts[1:], ""], strict=True)
    )
    return [plain] if split == plain else [split, plain]


def syllables_of(name: str, latin: str, readings: dict[str, list[str]]) -> list[str]:
    """The syllables, with tone digits, of a name in characters; none where it is not spelt `latin` in pinyin."""
    choices = [readings.get(character, []) for character in name]
    if not choices or not all(choices) or len(name) > 6:
        return []
    for chosen in product(*choices):
        if "".join(one.rstrip("12345") for one in chosen).replace("v", "u") == latin:
            return list(chosen)
    return []


def with_tone_mark(syllable: str) -> str:
    """A syllable with its tone marked on the vowel that bears it: `jiāng` of `jiang1`."""
    plain, tone = syllable[:-1].replace("v", "ü"), syllable[-1]
    vowels = [letter for letter in plain if letter in "aeiouü"]
    bearer = next((one for one in "ae" if one in vowels), "o" if "ou" in plain else vowels[-1])
    place = plain.rindex(bearer) + 1
    mark = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}.get(tone, "")
    return unicodedata.normalize("NFC", plain[:place] + mark + plain[place:])


def _wade(syllable: str) -> str:
    if syllable in _WADE_WHOLE:
        return _WADE_WHOLE[syllable]
    initial, final = _split(syllable)
    if not initial:
        return final
    return _WADE_INITIALS.get(initial, initial) + _WADE_FINALS.get(final, final)


def _palladius(syllable: str) -> str:
    if syllable in _PALLADIUS_WHOLE:
        return _PALLADIUS_WHOLE[syllable]
    initial, final = _split(syllable)
    return _PALLADIUS_INITIALS.get(initial, initial) + _PALLADIUS_FINALS.get(final, final)


def _split(syllable: str) -> tuple[str, str]:
    found = _SYLLABLE.fullmatch(syllable)
    return (found[1], found[2]) if found else ("", syllable)
