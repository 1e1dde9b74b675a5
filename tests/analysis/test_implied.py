"""What follows from figures: the algebra, by property; and each row of the article, worked out by hand."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucn.analysis.hedges import UnsayableError, product, quotient
from rucn.analysis.implied import volume_after, volume_before, whole
from rucn.database.database import Database
from rucn.model.amounts import Exact, exact
from rucn.model.vocabulary import Qualifier
from rucn.store.dataset import Dataset
from tests.conftest import Program

VOLUMES = st.floats(1, 1e13).map(exact)
RATES = st.floats(-99, 1000).map(exact)
HEDGES = st.sampled_from([None, *get_args(Qualifier)])
# How far a value that is hedged so may be from the one stated, as a part of it; the widest that is tried here.
NEAR = 0.05
LOWEST = {"about": 1 - NEAR, "nearly": 1 - NEAR, "more_than": 1.0, "at_most": 0.01}
HIGHEST = {"about": 1 + NEAR, "nearly": 1.0, "more_than": 100.0, "at_most": 1.0}


@given(VOLUMES, RATES)
def test_a_volume_before_grows_to_the_volume(volume: Exact, rate: Exact) -> None:
    before = volume_before(volume, rate)
    assert before is not None
    after = volume_after(before, rate)
    assert after is not None
    assert float(after) == pytest.approx(float(volume))
    assert (before < volume) == (rate > 0) or float(rate) == pytest.approx(0)


@given(VOLUMES, st.floats(0.01, 100).map(exact))
def test_a_share_of_the_whole_is_the_part(part: Exact, share: Exact) -> None:
    found = whole(part, share)
    assert found is not None
    assert float(found * share / 100) == pytest.approx(float(part))
    assert float(found) >= float(part) * 0.999999


@pytest.mark.parametrize(("function", "arguments"), [(volume_before, (1, -100)), (volume_after, (1, -101))])
def test_nothing_follows_from_a_loss_of_more_than_all(function: Any, arguments: tuple[float, float]) -> None:
    assert function(*arguments) is None


@pytest.mark.parametrize("share", [0, -1, 100.1])
def test_nothing_follows_from_a_share_that_is_none(share: float) -> None:
    assert whole(1, exact(share)) is None


def _sayable(combine: Any, first: Any, second: Any) -> tuple[bool, Any]:
    try:
        return True, combine(first, second)
    except UnsayableError:
        return False, None


@given(HEDGES, HEDGES)
def test_a_product_does_not_depend_on_the_order(first: Any, second: Any) -> None:
    assert _sayable(product, first, second) == _sayable(product, second, first)


@given(HEDGES)
def test_what_is_exact_changes_no_hedge(hedge: Any) -> None:
    assert product(hedge, None) == product(None, hedge) == quotient(hedge, None) == hedge


BOUNDS = st.sampled_from(["about", "nearly", "more_than", "at_most"])


@given(BOUNDS, BOUNDS, st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_a_true_value_is_where_the_hedge_says(first: Any, second: Any, at: float, beside: float, divided: bool) -> None:
    """Whatever true values two hedges allow, their product or quotient is where the hedge of the result allows."""
    said, hedge = _sayable(quotient if divided else product, first, second)
    if not said:
        return
    one = LOWEST[first] + at * (HIGHEST[first] - LOWEST[first])
    other = LOWEST[second] + beside * (HIGHEST[second] - LOWEST[second])
    result = one / other if divided else one * other
    slack = (1 - NEAR) ** -2
    assert hedge in ("about", "nearly", "more_than", "at_most")
    if hedge in ("about", "nearly", "more_than"):
        assert result >= 1 / slack
    if hedge in ("about", "nearly", "at_most"):
        assert result <= slack


@pytest.mark.parametrize(
    ("dividend", "divisor", "hedge"),
    [
        (None, "more_than", "at_most"),
        (None, "at_most", "more_than"),
        ("nearly", None, "nearly"),
        ("more_than", None, "more_than"),
        (None, "nearly", "about"),
        ("expected", "about", "expected"),
    ],
)
def test_quotients(dividend: Any, divisor: Any, hedge: str) -> None:
    assert quotient(dividend, divisor) == hedge


@pytest.mark.parametrize(
    ("first", "second"), [("more_than", "at_most"), ("nearly", "more_than"), ("initial", "expected")]
)
def test_hedges_that_leave_no_word(first: Any, second: Any) -> None:
    with pytest.raises(UnsayableError):
        product(first, second)


# region and period, implied volume with its currency, period and hedge; part of the national trade with its hedge
FOLLOWS = {
    ("CN-ZJ", "2017"): (964e6 / 1.17, "USD", "2016", None, 964 / 840.7, None),
    ("RU-IRK", "2017"): (4e9 / 1.38, "USD", "2016", "nearly", 4 / 0.8407, "nearly"),
    ("RU-SAK", "2017"): (None, None, None, None, 2 / 0.8407, None),
    ("CN-LN", "2017"): (27.9e9 / 1.3, "CNY", "2016", None, 27.9 / 6.7587 / 0.8407, None),
    ("RU-KAM", "2017"): (None, None, None, None, 0.3 / 0.8407, "more_than"),
}


def test_every_row_of_the_article(program: Program) -> None:
    found = {}
    for row in program("trade", "--implied", "--json").json:
        assert row["overall_volume"] is None
        if row["implied_volume"] is None and row["national_share_percent"] is None:
            continue
        found[row["region"], row["period"]] = (
            row["implied_volume"],
            row["implied_currency"],
            row["implied_period"],
            row["implied_qualifier"],
            row["national_share_percent"],
            row["national_share_qualifier"],
        )
    assert set(found) == set(FOLLOWS)
    for key, (volume, currency, period, hedge, share, share_hedge) in FOLLOWS.items():
        assert found[key][0] == (None if volume is None else pytest.approx(volume, abs=1))
        assert found[key][1:4] == (currency, period, hedge)
        assert found[key][4] == pytest.approx(share, abs=0.0002)
        assert found[key][5] == share_hedge


def test_the_chain_leads_to_the_words(program: Program) -> None:
    for row in program("trade", "--implied", "--currency", "CNY", "--json").json:
        for prefix in ("implied", "national_share"):
            key = row[f"{prefix}_id"]
            if key is None:
                continue
            shown = program("show", key, "--json").json
            assert shown["rests_on"] == row[f"{prefix}_from"]
            assert all(f"[{one}]" in shown["formula"] for one in shown["rests_on"])
            assert [link["id"] for link in shown["chain"] if link["id"]] == shown["rests_on"]
            quotes = " ".join(one["text"] for one in program("quotes", "--json").json)
            stated = [link for link in shown["chain"] if (link["id"] or "").startswith("f")]
            assert stated
            assert all(link["words"] in quotes for link in stated)
            assert all(link["address"].startswith("http") for link in shown["chain"])


@pytest.mark.parametrize(
    ("key", "inferred"), [("f01.earlier", True), ("f01.earlier.cny", True), ("f01.rub", True), ("f21.earlier", False)]
)
def test_what_rests_on_an_inferred_year_says_so(program: Program, key: str, inferred: bool) -> None:
    shown = program("show", key, "--json").json
    assert shown["period_inferred"] is inferred
    assert ("(year inferred)" in shown["name"]) is inferred
    assert ("(year inferred)" in shown["chain"][0]["says"]) is inferred


def test_doubts_stand_in_the_chain(program: Program) -> None:
    for key in ("f01.earlier", "f01.national", "f01.earlier.cny"):
        ran = program("show", key)
        assert "Doubt: USD 570 million" in ran.out
        assert "doubts are noted on f01" in ran.err
        assert "Doubt: USD 570 million" in program("show", key, "--markdown").out


def test_the_formula_of_what_is_converted_begins_with_what_is_stated(program: Program) -> None:
    shown = program("show", "f21.earlier.usd", "--json").json
    begun = program("show", "f21.earlier", "--json").json
    assert shown["formula"] == f"{begun['formula']} at 6.6444 CNY per USD, ECB average 2016 ≈ USD 3.23 bn"
    assert shown["formula"].startswith("CNY 27.9 bn [f21] / (1 + 30 % [f22]) ≈ CNY 21.5 bn")
    assert shown["rests_on"] == begun["rests_on"] == ["f21", "f22"]


def test_the_converted_implied_volume_is_at_the_rate_of_its_own_period(program: Program) -> None:
    [row] = program("trade", "liaoning", "--implied", "--currency", "USD", "--json").json
    assert row["implied_converted_volume"] == pytest.approx(27.9e9 / 1.3 / 6.6444, abs=1)


def _opened(tables: Any) -> Database:
    return Database(Dataset({name: list(rows.values()) for name, rows in tables.items()}))


def _with(tables: Any, **changes: dict[str, Any]) -> Any:
    for key, fields in changes.items():
        [row] = [one for one in tables["figures"].values() if one["id"] == key]
        row.update(fields)
    return tables


def test_a_hedged_fall_leaves_less(tables: Any) -> None:
    """A fall by more than 20 % leaves at most 80 %, so that there was more before."""
    changed = _with(tables, f22={"value": -20, "qualifier": "more_than"})
    [row] = _opened(changed).trade("liaoning", implied=True)
    implied: Any = row
    assert (implied["implied_volume"], implied["implied_qualifier"]) == (round(27.9e9 / 0.8), "more_than")
    assert "(1 − more than 20 % [f22])" in implied["implied_formula"]


def test_a_later_volume_and_the_overall_trade_follow_where_they_can(tables: Any) -> None:
    # Sakhalin's growth as if of the whole year 2018, and the rank of China as if it were a share of 25 %.
    changed = _with(
        tables,
        f20={"period": "2018", "period_as_stated": None, "qualifier": "about"},
        f19={"measure": "trade_share", "value": 25, "unit": "percent"},
    )
    rows = {row["period"]: row for row in _opened(changed).trade("sakhalin", implied=True)}
    later: Any = rows["2018"]
    assert (later["implied_volume"], later["implied_period"], later["implied_qualifier"]) == (2.2e9, "2018", "about")
    assert later["implied_from"] == ["f18", "f20"]
    stated: Any = rows["2017"]
    assert (stated["overall_volume"], stated["overall_currency"], stated["overall_from"]) == (
        8e9,
        "USD",
        ["f18", "f19"],
    )


def test_what_follows_has_a_currency_of_its_own(tables: Any) -> None:
    changed = _with(
        tables,
        f20={"period": "2018", "period_as_stated": None},
        f01={"period": "2022", "period_as_stated": None},
        f02={"period": "2022", "period_as_stated": None},
        f19={"measure": "trade_share", "value": 25, "unit": "percent"},
    )
    database = _opened(changed)
    rows: Any = {row["period"]: row for row in database.trade("sakhalin", implied=True, currency="CNY")}
    later = rows["2018"]
    assert (later["converted_currency"], later["implied_converted_currency"]) == (None, "CNY")
    assert later["implied_converted_volume"] == pytest.approx(2.2e9 * 6.6187, abs=1)
    assert later["implied_rate_source"] == "ECB average 2018"
    whole = rows["2017"]
    assert whole["overall_converted_volume"] == pytest.approx(8e9 * 6.7587, abs=1)
    # The rouble has a rate for 2021, and none for 2022.
    [row] = [one for one in database.trade("zhejiang", implied=True, currency="RUB") if one["period"] == "2022"]
    earlier: Any = row
    assert (earlier["converted_volume"], earlier["implied_period"]) == (None, "2021")
    assert earlier["implied_converted_currency"] == "RUB"
    for key in (later["implied_conversion"], whole["overall_conversion"], earlier["implied_conversion"]):
        shown: Any = database.show(key)
        assert shown["id"] == key


def test_an_implied_volume_that_is_not_converted_says_why(tables: Any) -> None:
    notes: list[str] = []
    changed = _with(
        tables,
        f01={"period": "2006", "period_as_stated": None},
        f02={"period": "2006", "period_as_stated": None},
    )
    database = Database(Dataset({name: list(rows.values()) for name, rows in changed.items()}), notes.append)
    [row] = [one for one in database.trade("zhejiang", implied=True, currency="CNY") if one["period"] == "2006"]
    implied: Any = row
    assert implied["converted_volume"]
    assert implied["implied_converted_volume"] is None
    assert "no average rate of 2005 (those of CNY begin with 2005-04)" in implied["implied_conversion_note"]
    assert any(note.startswith("f01.earlier: not converted") for note in notes)


def test_nothing_follows_from_figures_of_different_scope(program: Program) -> None:
    rows = program("trade", "irkutsk", "buryatia", "--implied", "--json").json
    unlike = [row for row in rows if row["scope"] != "bilateral" or row["volume"] is None]
    assert unlike
    assert all(row["implied_volume"] is None and row["national_share_percent"] is None for row in unlike)
