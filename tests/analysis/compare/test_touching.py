"""Ranges that only touch once a claim is converted do not overlap."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rucn.analysis.compare.tolerances import range_of, verdict
from rucn.model.amounts import Amount
from rucn.store.rates import Rate


def test_a_converted_range_that_touches_is_close() -> None:
    rate = Rate(Decimal("8.75"), "USD", "CNY", "2017")
    claim, reference = Amount(8_000_000_000, "CNY"), Amount(960_000_000, "USD", "more_than")
    low, high = (rate.bring(value, "USD") for value in range_of(claim))
    assert high == reference.value
    assert verdict(rate.bring(claim.value, "USD"), (low, high), reference.value, range_of(reference), "USD") == "close"


@given(st.integers(1, 10**13), st.integers(1, 10**6))
def test_what_is_converted_there_and_back_is_the_same(value: int, ten_thousandths: int) -> None:
    rate = Rate(Decimal(ten_thousandths) / 10_000, "USD", "CNY", "2017")
    assert rate.bring(rate.bring(value, "CNY"), "USD") == value
    assert rate.convert(value, "CNY") == round(value * rate.value)
