"""Values as people write them; nothing is rounded on the way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucn.model import amounts
from rucn.model.amounts import Amount, amount, exact
from rucn.model.vocabulary import Qualifier


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
def test_money(value: float | None, currency: str | None, qualifier: Qualifier | None, words: str) -> None:
    assert amounts.money(amount(value, currency, qualifier)) == words


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [
        (17, None, "+17 %"),
        (50, "more_than", "more than +50 %"),
        (-3.5, None, "−3.5 %"),
        (0, None, "±0 %"),
        (0.1, "nearly", "nearly +0.1 %"),
        (-46.9, "more_than", "a fall by more than 46.9 % (−46.9 % or lower)"),
        (-46.9, "at_most", "a fall by at most 46.9 % (−46.9 % or higher)"),
        (-20, "about", "about −20 %"),
        (-20, "nearly", "nearly −20 %"),
        (-20, "expected", "expected −20 %"),
    ],
)
def test_growth(value: float, qualifier: Qualifier | None, words: str) -> None:
    assert amounts.growth(Amount(exact(value), "percent", qualifier)) == words


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [(1, None, "1st"), (2, None, "2nd"), (3, None, "3rd"), (4, None, "4th"), (11, None, "11th"), (22, None, "22nd"),
     (3, "at_most", "top 3")],
)  # fmt: skip
def test_rank(value: int, qualifier: Qualifier | None, words: str) -> None:
    assert amounts.rank(Amount(value, "rank", qualifier)) == words


@given(st.integers(1, 10**14))
def test_no_digit_of_an_amount_is_lost(value: int) -> None:
    words = amounts.money(Amount(value, "USD"))
    digits, suffix = re.fullmatch(r"USD ([\d.,]+)( tn| bn| m)?", words).groups()  # type: ignore[union-attr]
    scale = {None: 1, " m": 10**6, " bn": 10**9, " tn": 10**12}[suffix]
    whole, _, fraction = digits.replace(",", "").partition(".")
    assert int(whole) * scale + int((fraction or "0").ljust(len(str(scale)) - 1, "0") or 0) == value


def test_what_is_absent_is_not_said() -> None:
    assert amounts.money(None) == amounts.value_words(None, "trade_volume") == ""
    assert amount(None, "USD") is amount(1, None) is None


@given(st.floats(1e-6, 1e15))
def test_a_number_of_json_comes_back_as_it_was(value: float) -> None:
    assert amounts.as_json(exact(value)) == value


def test_a_zero_has_no_sign() -> None:
    assert amounts.growth(Amount(exact(-0.0), "percent")) == "±0 %"
    assert amounts.money(Amount(exact(-0.0), "USD")) == "USD 0"
