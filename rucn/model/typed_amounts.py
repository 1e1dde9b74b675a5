"""Reads amounts as people type them: `1bn`, `USD 4bn`, `27 900 000 000`, `279亿`, `1,5 млрд руб.`, `.5`, `5%`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from rucn.model.amounts import Exact
from rucn.model.currencies import CURRENCIES
from rucn.model.plain import plain

# English scale words as texts print them, and the power of ten that each is.
SCALES = {"thousand": 3, "million": 6, "mln": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}
# What else is typed for a power of ten; a Chinese one needs no blank after it.
_TYPED_SCALES = SCALES | {
    word: power
    for power, words in (
        (3, "k thousands тыс тысяча тысячи тысяч"),
        (6, "mn mio mil millions млн миллион миллиона миллионов"),
        (9, "b bln bil billions млрд миллиард миллиарда миллиардов"),
        (12, "trn trln trillions трлн триллион триллиона триллионов"),
    )
    for word in words.split()
}
_CHINESE_SCALES = {
    "千": 3, "万": 4, "萬": 4, "百万": 6, "百萬": 6, "千万": 7, "千萬": 7, "亿": 8, "億": 8,
    "十亿": 9, "十億": 9, "百亿": 10, "百億": 10, "千亿": 11, "千億": 11, "万亿": 12, "萬億": 12, "兆": 12,
}  # fmt: skip
_WRITTEN_OUT = ((12, "trillion"), (9, "billion"), (6, "million"))
_BLANKS = r" \u00a0\u2007\u2009\u202f"
_OTHER_UNITS = {"%": "percent", "percent": "percent", "per cent": "percent", "процентов": "percent", "times": "times"}
# More digits than any amount has; decimals are exact up to so many.
_MOST_DIGITS = 25
_LONGEST = 80


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# The pattern of a number: grouped, with a comma or a point, an exponent, a scale. It may stand once in another pattern.
NUMBER = (
    r"(?P<digits>"
    rf"\d{{1,3}}(?:(?P<apart>[{_BLANKS},'’_])\d{{3}})(?:(?P=apart)\d{{3}})*(?!\d)(?:[.,]\d+)?"
    r"|(?P<pointed>\d{1,3}(?:\.\d{3}){2,}(?!\d))(?:,\d+)?"
    r"|\d+(?:[.,]\d+)*"
    r"|(?<![^\s$¥€₽£(+-])\.\d+)"
    r"(?:e\+?(?P<exponent>\d{1,2})(?![^\W_]))?"
    rf"(?:\s{{0,2}}(?:(?P<chinese>{_any_of(_CHINESE_SCALES)})"
    rf"|(?P<scale>{_any_of(_TYPED_SCALES)})(?:(?![^\W_])|(?={'|'.join(row.code for row in CURRENCIES)}))))?"
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)


class TypedAmount(NamedTuple):
    """An amount as it was typed: its value in units, and its unit (an ISO 4217 currency, percent, times) or None."""

    value: Exact
    unit: str | None


def read_amount(typed: str) -> TypedAmount | None:
    """The amount that a person typed, and nothing else; None where it is no amount.

    Args:
        typed: A number with or without a unit: `1bn`, `1 bn`, `USD 1bn`, `1e9`, `10亿`, `1 млрд`, `155 million`, `5%`.
    """
    text = plain(typed).strip()
    found = _NUMBER.search(text) if len(text) <= _LONGEST else None
    value = found and value_of(found)
    if not found or value is None:
        return None
    before, sign, after_sign = text[: found.start()].replace("+", "").partition("-")
    units = {unit_called(words) for words in (before + after_sign, text[found.end() :]) if words.strip(" .")}
    if None in units or len(units) > 1:
        return None
    whole = int(value) if value == value.to_integral_value() else value
    return TypedAmount(-whole if sign else whole, units.pop() if units else None)


def unit_called(words: str) -> str | None:
    """The unit that words call, in any of three languages; None where they call none."""
    return _units().get(words.strip(" .").lower())


def value_of(found: re.Match[str]) -> Decimal | None:
    """The value of a match of NUMBER; None for what is no single number, or has more digits than one has."""
    digits = found["digits"]
    if found["apart"]:
        digits = digits.replace(found["apart"], "")
    elif found["pointed"]:
        digits = digits.replace(".", "")
    digits = digits.replace(",", ".")
    if digits.count(".") > 1 or len(digits) > _MOST_DIGITS:
        return None
    power = int(found["exponent"] or 0) + _CHINESE_SCALES.get(found["chinese"] or "", 0)
    power += _TYPED_SCALES.get((found["scale"] or "").lower(), 0)
    return Decimal(digits).scaleb(power)


def written_out(value: Decimal) -> list[str]:
    """A value in the words that an English text prints: `27.9`, `billion`; below a million its digits alone."""
    power, *scale = next(((power, word) for power, word in _WRITTEN_OUT if value >= 10**power), (0,))
    whole, _, fraction = f"{value.scaleb(-power):f}".partition(".")
    fraction = fraction.rstrip("0")
    return [f"{whole}.{fraction}" if fraction else whole, *scale]


@cache
def _units() -> dict[str, str]:
    """The units by all that they are called."""
    called = {row.code: [row.code, row.label, row.russian, row.chinese, *row.also.split(";")] for row in CURRENCIES}
    return _OTHER_UNITS | {name.strip(" .").lower(): code for code, names in called.items() for name in names}
