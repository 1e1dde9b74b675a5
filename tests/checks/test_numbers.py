"""Numbers in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucn.reading.numbers import numbers_in

SENTENCES = [
    ("USD 964 million, a 17% increase", [964e6, 17]),
    ("RMB 27.9 billion", [27_900_000_000]),
    ("6.5 times", [6.5]),
    ("1,234,567 roubles", [1_234_567]),
    ("ranks first, came third, the top three", [1, 3, 3]),
    ("not a single bridge", [0]),
    ("we do not have a single bridge", [0]),
    ("a single bridge", [1]),
    ("the first half of 2018", [1, 0.5, 2018]),
    ("Since the 2000’s", [2000]),
    ("several thousand kilometres", [1000]),
    ("two dozen", [2, 12]),
    ("USD 30bn and 5 mln", [30e9, 5e6]),
    ("two billion, twenty projects, fifteen regions", [2e9, 20, 15]),
    ("someone on the phone, often lonely and secondary", []),
    ("", []),
]


@pytest.mark.parametrize(("sentence", "values"), SENTENCES)
def test_numbers(sentence: str, values: list[float]) -> None:
    assert [number.value for number in numbers_in(sentence)] == values


@given(st.decimals(0, 999, places=1), st.sampled_from(["", "thousand", "million", "billion"]))
def test_a_number_is_found_where_it_stands(value: object, scale: str) -> None:
    words = f"{value} {scale}".strip()
    [number] = numbers_in(f"trade of {words} in all")
    assert f"trade of {words} in all"[number.start : number.end] == words
    factor = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert number.value == pytest.approx(float(str(value)) * factor)
