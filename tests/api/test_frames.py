"""`rucn.resolve` and `rucn.resolve_frame`: names and frames of pandas and polars, without a database."""

from collections.abc import Callable
from typing import Any

import pytest

import rucn

NAMES = ["Омск", None, "Altai", "Бурятия", "irkutks"]
CODES = ["RU-OMS", None, None, "RU-BU", "RU-IRK"]


@pytest.fixture(params=["pandas", "polars"])
def frame(request: pytest.FixtureRequest) -> Callable[[dict[str, list[Any]]], Any]:
    """Makes a frame of either library."""
    library = pytest.importorskip(request.param, reason=f"{request.param} is not installed")
    make: Callable[[dict[str, list[Any]]], Any] = library.DataFrame
    return make


def _values(column: Any) -> list[Any]:
    return [None if value != value else value for value in column.to_list()]


def test_names_are_resolved_in_order() -> None:
    found = rucn.resolve(iter(["Омск", "Tulsa", "Омск"]))
    assert [one["code"] for one in found] == ["RU-OMS", None, "RU-OMS"]
    assert rucn.resolve("Омск") == found[:1]
    assert rucn.resolve(["77"], codes="tax")[0]["code"] == "RU-MOW"
    assert rucn.resolve(["irkutks"], match=["exact", "alias"])[0]["code"] is None
    assert rucn.resolve(["Amur"], country="китай")[0]["code"] is None
    decided = rucn.resolve(["Altai", "Tulsa"], overrides={"Altai": "RU-ALT", "Tulsa": None})
    assert [(one["code"], one["match"]) for one in decided] == [("RU-ALT", "override"), (None, "override")]


def test_a_frame_gets_columns(frame: Callable[[dict[str, list[Any]]], Any]) -> None:
    before = frame({"r": NAMES, "code": [1, 2, 3, 4, 5]})
    after = rucn.resolve_frame(before, column="r")
    assert type(after) is type(before)
    assert list(after.columns) == ["r", "code", "rucn_code", "name", "match", "score"]
    assert list(before.columns) == ["r", "code"]
    assert _values(after["rucn_code"]) == CODES
    assert _values(after["match"]) == ["exact", "none", "ambiguous", "exact", "fuzzy"]
    assert [type(score) for score in after["score"].to_list()] == [int] * 5


def test_a_frame_has_a_parent(frame: Callable[[dict[str, list[Any]]], Any]) -> None:
    before = frame({"city": ["Кировск", "Кировск"], "where": ["Мурманская область", "Ленинградская обл."]})
    after = rucn.resolve_frame(before, column="city", parent="where", add="code,region_name")
    assert _values(after["code"]) == ["RU-MUR", "RU-LEN"]
    assert _values(after["region_name"]) == ["Murmansk Region", "Leningrad Region"]


def test_an_empty_frame_stays_empty(frame: Callable[[dict[str, list[Any]]], Any]) -> None:
    after = rucn.resolve_frame(frame({"r": []}), column="r")
    assert (list(after.columns), len(after)) == (["r", "code", "name", "match", "score"], 0)


def test_rows_keep_their_labels() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    after = rucn.resolve_frame(pandas.DataFrame({"r": ["Омск", "Тверь"]}, index=[7, 7]), column="r")
    assert (list(after.index), list(after["code"])) == ([7, 7], ["RU-OMS", "RU-TVE"])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: rucn.resolve_frame([1], column="r"), "a DataFrame of pandas or polars is expected, not list"),
        (lambda: rucn.resolve(["a"], codes="x"), "no codes are called “x”"),
        (lambda: rucn.resolve(["a"], country="france"), "no country is called “france”"),
        (lambda: rucn.resolve(["a"], match="x"), "no name is found by “x”"),
        (lambda: rucn.resolve(["a"], overrides={"a": "RU-XX"}), "“RU-XX” in overrides is no region"),
    ],
)
def test_what_is_wrong_is_one_of_our_errors(call: Callable[[], object], message: str) -> None:
    with pytest.raises(rucn.errors.RucnError) as raised:
        call()
    assert message in str(raised.value)


def test_a_column_or_a_field_that_is_not_there(frame: Callable[[dict[str, list[Any]]], Any]) -> None:
    with pytest.raises(rucn.errors.ArgumentError, match="no column is called 'q'"):
        rucn.resolve_frame(frame({"r": ["a"]}), column="q")
    with pytest.raises(rucn.errors.UsageError, match="“x” cannot be added"):
        rucn.resolve_frame(frame({"r": ["a"]}), column="r", add="x")
