"""SDMX periods: what lies within what, in which order, and as a person types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucn.model.periods import as_sdmx, chronological, months, within

YEARS = st.integers(1000, 2999).map(str)
PERIODS = st.one_of(
    YEARS,
    st.tuples(YEARS, st.sampled_from(["S1", "S2", "Q1", "Q2", "Q3", "Q4", "01", "06", "12"])).map("-".join),
)


@pytest.mark.parametrize(
    ("inner", "outer", "fits"),
    [
        ("2018-S1", "2018", True),
        ("2018", "2018-S1", False),
        ("2018-Q2", "2018-S1", True),
        ("2018-07", "2018-S1", False),
        ("2017-12", "2017", True),
        ("2017-12", "2018", False),
        (None, "2018", False),
        ("nonsense", "2018", False),
    ],
)
def test_within(inner: str | None, outer: str, fits: bool) -> None:
    assert within(inner, outer) == fits


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2018", "2018"),
        (" 2018-S1 ", "2018-S1"),
        ("2018 H1", "2018-S1"),
        ("2018q3", "2018-Q3"),
        ("2018-9", "2018-09"),
        ("2018 9", "2018-09"),
        ("201809", "2018-09"),
        ("20189", None),
        ("2018-13", None),
        ("2018-S3", None),
        ("18", None),
        ("last year", None),
        ("", None),
        ("20181", None),
        ("2018-W10", None),
        ("2018-12-05", None),
        ("２０１８", "2018"),
        ("2018-M09", "2018-09"),
        ("2018-M9", "2018-09"),
        ("2018-A1", "2018"),
        ("2018-q3", "2018-Q3"),
        ("2018\u2011S1", "2018-S1"),
        ("2018–H1", "2018-S1"),
        ("2018-Н1", "2018-S1"),  # a Cyrillic letter
        ("2018-\u200bQ3", "2018-Q3"),
        ("H1 2018", "2018-S1"),
        ("1H 2018", "2018-S1"),
        ("December 2019", "2019-12"),
        ("dec. 2019", "2019-12"),
        ("2019 December", "2019-12"),
        ("декабрь 2019", "2019-12"),
        ("мая 2018 г.", "2018-05"),
        ("2019年12月", "2019-12"),
        ("2018年", "2018"),
        ("2019/12", "2019-12"),
        ("12/2019", "2019-12"),
        ("2019.12", "2019-12"),
        ("2018-Q1/2018-Q3", "2018-01/2018-09"),
        ("2018-q1/q3", "2018-01/2018-09"),
        ("2018-01–2018-06", "2018-01/2018-06"),
        ("2018-01/06", "2018-01/2018-06"),
        ("2017/2018", "2017-01/2018-12"),
        ("2017-2018", "2017-01/2018-12"),
        ("2018-M12/2018-M12", "2018-12"),
        ("2018-06/2018-01", None),
    ],
)
def test_as_sdmx(typed: str, period: str | None) -> None:
    assert as_sdmx(typed) == period


@given(PERIODS, st.sampled_from("/-"))
def test_a_range_covers_both_its_ends(period: str, between: str) -> None:
    later = f"{int(period[:4]) + 1}{period[4:]}" if period < "2999" else period
    found = as_sdmx(f"{period}{between}{later}")
    assert found is not None
    assert within(period, found)
    assert within(later, found)


@given(PERIODS)
def test_a_period_lies_within_itself_and_its_year(period: str) -> None:
    assert within(period, period)
    assert within(period, period[:4])
    assert as_sdmx(period) == period


@given(PERIODS, PERIODS)
def test_what_lies_within_comes_no_later(one: str, other: str) -> None:
    if within(one, other):
        assert chronological(one) <= chronological(other)
    first, last = months(one) or (0, 0)
    assert last - first in (0, 2, 5, 11)
    assert chronological(one) < chronological(None)


@pytest.mark.parametrize("typed", ["2017/", "/2017", "2017-01/2017-03/2017-05", "2017" + "/" * 600, "/" * 5000])
def test_what_has_more_than_two_ends_is_no_period(typed: str) -> None:
    assert months(typed) is None
    assert as_sdmx(typed) is None
