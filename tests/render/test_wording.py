"""Values as people write them; nothing is rounded on the way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucn.model import amounts


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "words"),
    [
        (4_000_000_000, "USD", "nearly", "nearly USD 4 bn"),
        (964_000_000, "USD", None, "USD 964 m"),
        (27_900_000_000, "CNY", None, "CNY 27.9 bn"),
        (300_000_000, "USD", "more_than", "more than USD 300 m"),
        (1_234_567_890, "RUB", None, "RUB 1.23456789 bn"),
        (12_300, "USD", None, "USD 12,300"),
        (0, "USD", None, "USD 0"),
        (None, None, None, ""),
    ],
)
def test_money(value: float | None, currency: str | None, qualifier: str | None, words: str) -> None:
    assert amounts.money(value, currency, qualifier) == words


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [
        (17, None, "+17 %"),
        (50, "more_than", "more than +50 %"),
        (-3.5, None, "−3.5 %"),
        (0, None, "±0 %"),
        (None, None, ""),
    ],
)
def test_growth(value: float | None, qualifier: str | None, words: str) -> None:
    assert amounts.growth(value, qualifier) == words


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [(1, None, "1st"), (2, None, "2nd"), (3, None, "3rd"), (4, None, "4th"), (11, None, "11th"), (22, None, "22nd"),
     (3, "at_most", "top 3"), (None, None, "")],
)  # fmt: skip
def test_rank(value: float | None, qualifier: str | None, words: str) -> None:
    assert amounts.rank(value, qualifier) == words


@given(st.integers(1, 10**14))
def test_no_digit_of_an_amount_is_lost(value: int) -> None:
    words = amounts.money(value, "USD", None)
    digits, suffix = re.fullmatch(r"USD ([\d.,]+)( tn| bn| m)?", words).groups()  # type: ignore[union-attr]
    scale = {None: 1, " m": 10**6, " bn": 10**9, " tn": 10**12}[suffix]
    whole, _, fraction = digits.replace(",", "").partition(".")
    assert int(whole) * scale + int((fraction or "0").ljust(len(str(scale)) - 1, "0") or 0) == value
