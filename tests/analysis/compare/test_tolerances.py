"""How near is near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucn.analysis.compare import tolerances
from rucn.analysis.compare.questions import near_power_of_ten
from rucn.model.amounts import Amount, exact
from rucn.model.vocabulary import Qualifier

CASES = [
    # claim, its qualifier, reference, its qualifier, unit, verdict
    (4e9, "nearly", 3.9e9, None, "USD", "agrees"),
    (4e9, "nearly", 4.3e9, None, "USD", "close"),
    (4e9, "nearly", 3e9, None, "USD", "differs"),
    (38, None, 37, None, "percent", "close"),
    (38, None, 38.4, None, "percent", "agrees"),
    (38, None, 42, None, "percent", "differs"),
    (50, "more_than", 60, None, "percent", "agrees"),
    (50, "more_than", 19, None, "percent", "differs"),
    (300e6, "more_than", 310e6, None, "USD", "agrees"),
    (300e6, "more_than", 290e6, None, "USD", "close"),
    (2e9, None, 1.6e9, None, "USD", "differs"),
    (2e9, None, 2.1e9, None, "USD", "agrees"),
    (9e9, "expected", 9e9, "at_most", "RUB", "agrees"),
    (1.5e9, None, 1e9, "more_than", "USD", "agrees"),
    (1.5e9, None, 1.5e9, "about", "USD", "agrees"),
    (3, None, 3, None, "rank", "agrees"),
    (3, None, 2, None, "rank", "differs"),
    (3, "at_most", 2, None, "rank", "agrees"),
    (16, None, 16, None, "count", "agrees"),
    (16, None, 17, None, "count", "close"),
    (16, None, 19, None, "count", "differs"),
    (-20, "about", -20, None, "percent", "agrees"),
    (-20, "more_than", -25, None, "percent", "agrees"),
    (-20, "more_than", -15, None, "percent", "differs"),
    (-20, "nearly", -19.5, None, "percent", "agrees"),
    (-20, None, -23, None, "percent", "close"),
    (-20, None, 20, None, "percent", "differs"),
]


def range_of(value: float, unit: str, hedge: Qualifier | None) -> tolerances.Range:
    """The range of a value as JSON has it."""
    return tolerances.range_of(Amount(exact(value), unit, hedge))


def verdict(claim: float, ours: tolerances.Range, reference: float, theirs: tolerances.Range, unit: str) -> str:
    """The verdict on two values as JSON has them."""
    return tolerances.verdict(exact(claim), ours, exact(reference), theirs, unit)


@pytest.mark.parametrize(("claim", "hedge", "reference", "other", "unit", "expected"), CASES)
def test_verdicts(
    claim: float, hedge: Qualifier | None, reference: float, other: Qualifier | None, unit: str, expected: str
) -> None:
    ours, theirs = range_of(claim, unit, hedge), range_of(reference, unit, other)
    assert verdict(claim, ours, reference, theirs, unit) == expected


@given(st.integers(1, 10**12), st.sampled_from([None, "nearly", "about", "more_than", "at_most"]))
def test_a_value_agrees_with_itself_whatever_its_hedge(value: int, hedge: Qualifier | None) -> None:
    own = range_of(value, "USD", hedge)
    assert own[0] <= value <= own[1]
    assert verdict(value, own, value, own, "USD") == "agrees"


@given(st.integers(1, 999), st.sampled_from([None, "nearly", "about", "more_than", "at_most"]))
def test_a_fall_is_judged_as_a_rise_is(tenths: int, hedge: Qualifier | None) -> None:
    rise, fall = range_of(tenths / 10, "percent", hedge), range_of(-tenths / 10, "percent", hedge)
    assert (-fall[1], -fall[0]) == rise
    for other in (tenths / 10, tenths / 10 + 2, tenths / 8):
        beside, below = range_of(other, "percent", None), range_of(-other, "percent", None)
        assert verdict(tenths / 10, rise, other, beside, "percent") == verdict(
            -tenths / 10, fall, -other, below, "percent"
        )


def test_percentages_that_differ_in_the_last_digit_only_touch() -> None:
    # A whole percentage stands for more than one with a decimal.
    pairs = [(tenths / 10, (tenths + 1) / 10) for tenths in range(1, 1000) if tenths % 10 not in (0, 9)]
    for one, other in pairs:
        ours, theirs = range_of(one, "percent", None), range_of(other, "percent", None)
        assert verdict(one, ours, other, theirs, "percent") == "close"


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_agreement_does_not_depend_on_the_order(one: int, other: int) -> None:
    first, second = range_of(one, "USD", None), range_of(other, "USD", None)
    assert (verdict(one, first, other, second, "USD") == "agrees") == (
        verdict(other, second, one, first, "USD") == "agrees"
    )


@pytest.mark.parametrize(
    ("ratio", "near"), [(0.1, True), (10, True), (9.2, True), (0.001, True), (1, False), (3, False)]
)
def test_powers_of_ten(ratio: float, near: bool) -> None:
    assert near_power_of_ten(ratio) == near
