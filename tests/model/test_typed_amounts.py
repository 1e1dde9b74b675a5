"""Amounts as people type them, and what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucn.model.amounts import Amount, Exact, money, number
from rucn.model.typed_amounts import TypedAmount, read_amount


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("1bn", 10**9, None),
        (" 1 bn ", 10**9, None),
        ("USD 1bn", 10**9, "USD"),
        ("1bnUSD", 10**9, "USD"),
        ("$1 billion", 10**9, "USD"),
        ("1e9", 10**9, None),
        ("10亿", 10**9, None),
        ("10亿美元", 10**9, "USD"),
        ("¥279亿", 27_900_000_000, "CNY"),
        ("1 млрд", 10**9, None),
        ("1,5 млрд руб.", 1_500_000_000, "RUB"),
        ("20 миллиардов рублей", 20 * 10**9, "RUB"),
        ("155 million", 155_000_000, None),
        ("5%", 5, "percent"),
        ("−46,9 %", Decimal("-46.9"), "percent"),
        ("-USD 5 m", -5_000_000, "USD"),
        (".5", Decimal("0.5"), None),
        ("27 900 000 000", 27_900_000_000, None),
        ("27.900.000.000", 27_900_000_000, None),
        ("２７．９", Decimal("27.9"), None),
        ("1\u200b000", 1000, None),
        ("6.5 times", Decimal("6.5"), "times"),
    ],
)
def test_an_amount_is_read(typed: str, value: Exact, unit: str | None) -> None:
    assert read_amount(typed) == TypedAmount(value, unit)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "bn",
        "over 1",
        "1 bn RUB USD",
        "1.2.3",
        "12.05.2018",
        "1e400",
        "9" * 26,
        "1 2",
        "NaN",
        "5 apples",
        "1bn" * 99,
    ],
)
def test_what_is_no_amount_is_none(typed: str) -> None:
    assert read_amount(typed) is None


@given(st.integers(0, 10**15), st.sampled_from(["USD", "CNY", "RUB", "EUR"]))
def test_what_the_program_writes_it_reads(value: int, unit: str) -> None:
    assert read_amount(money(Amount(value, unit))) == TypedAmount(value, unit)
    assert read_amount(number(value)) == TypedAmount(value, None)
