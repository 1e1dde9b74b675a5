"""Every claim of the article beside its counterparts: the verdict, and the question where one is asked."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Program

# For each figure the verdicts, with what they are held against.
VERDICTS = {
    "f01": {("not comparable", "2005")},
    "f02": {
        ("not comparable", "2017-01/2017-03"),
        ("not comparable", "2017-01/2017-08"),
        ("not comparable", "2017"),
    },
    "f03": {("no reference", None)},
    "f04": {("no reference", None)},
    "f05": {("no reference", None)},
    "f06": {("no reference", None)},
    "f07": {("no reference", None)},
    "f08": {("no reference", None)},
    "f09": {("no reference", None)},
    "f10": {("no reference", None)},
    "f11": {("no reference", None)},
    "f12": {("no reference", None)},
    "f13": {("no reference", None)},
    "f14": {("agrees", "2017")},
    "f15": {("close", "2017")},
    "f16": {("not comparable", "2018"), ("not comparable", "2018-S1")},
    "f17": {("not comparable", "2009-01/2009-03")},
    "f18": {("not comparable", "2009-01/2009-03")},
    "f19": {("not comparable", "2009-01/2009-03")},
    "f20": {("not comparable", "2019-01/2019-09")},
    "f21": {("not comparable", "2023"), ("not comparable", "2017")},
    "f22": {("not comparable", "2023"), ("not comparable", "2017")},
    "f23": {("no reference", None)},
    "f24": {("no reference", None)},
    "f25": {("not comparable", "2018-06")},
    "f26": {("not comparable", "2022"), ("not comparable", "2017")},
    "f27": {("agrees", "2017-03"), ("agrees", "2017-11"), ("agrees", "2018-07")},
    "f28": {("not comparable", "2020-01/2020-05")},
    "f29": {("no reference", None)},
    "f30": {("agrees", "2018-08"), ("agrees", "2018-02"), ("agrees", "2016-11")},
    "f31": {("not comparable", "2023-06")},
    "f32": {("no reference", None)},
    **{key: {("no reference", None)} for key in ("f34", "f35", "f36")},
    "f33": {
        ("agrees", "2018-06"),
        ("not comparable", "2019-04"),
        ("not comparable", "2017-05"),
        ("not comparable", "2017-07"),
    },
}
WHY_NOT = ("other period", "other scope", "other region", "other measure")
SAME_OFFICIAL = "said by the same official"
ANOTHER_FUND = "it may be another fund than the one spoken of"
OUTCOMES = {
    ("p32", "start", "construction_started", "2016-12-24", "agrees"),
    ("p32", "start", "construction_started", "2016-12", "agrees"),
    ("p32", "completion", "construction_completed", "2019-11-29", "close"),
    ("p32", "completion", "construction_completed", "2019", "agrees"),
    ("p32", "completion", "opened", "2022-06-10", "not comparable"),
    ("p21", "start", "opened", "2016", "agrees"),
    ("p17", "status", "opened", "2022-11", "not comparable"),
    ("p04", "status", "behind_schedule", "2011-04-15", "not comparable"),
    ("p27", "status", "documents_in_state_review", "2016-11-30", "not comparable"),
}


@pytest.fixture
def compared(program: Program) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program("compare", "--all", "--json").json
    return found


def test_every_claim_has_its_verdicts(compared: list[dict[str, Any]]) -> None:
    found: dict[str, set[tuple[str, str | None]]] = {}
    for one in compared:
        if one["claim"].startswith("f"):
            found.setdefault(one["claim"], set()).add((one["verdict"], one["reference_period"]))
    assert found == VERDICTS


def test_outcomes_of_projects(compared: list[dict[str, Any]]) -> None:
    fields = ("claim", "measure", "reference_measure", "reference_period", "verdict")
    found = {tuple(one[field] for field in fields) for one in compared if one["claim"].startswith("p")}
    assert found >= OUTCOMES
    assert {one[0] for one in found} == {one[0] for one in OUTCOMES}


def test_only_what_does_not_fit_is_asked_about(compared: list[dict[str, Any]], program: Program) -> None:
    asked = {one["claim"]: one for one in compared if one["question"]}
    assert set(asked) == {"f01", "f25"}
    slip = asked["f01"]["question"]
    assert "below USD 1.76 bn reported for 2005" in slip
    assert "≈ 1.15 % of the trade of the two countries" in slip
    assert slip.endswith("possible slip of scale?")
    assert "≈ 78.5 % of the stock reported for Russia as a whole" in asked["f25"]["question"]
    for one in asked.values():
        assert one["question_from"]
        assert all(program("show", key).code == 0 for key in one["question_from"])


def test_ratios_are_the_claim_by_the_reference(compared: list[dict[str, Any]]) -> None:
    ratios = {one["reference"]: one["ratio"] for one in compared if one["ratio"] is not None}
    assert len(ratios) == 10
    for one in compared:
        assert (one["ratio"] is None) == (one["verdict"] in ("not comparable", "no reference") or one["claim"] > "p")
        if one["ratio"] is not None:
            assert one["ratio"] == pytest.approx(one["claim_value"] / one["reference_value"], abs=1e-4)


def test_what_is_not_comparable_says_why(compared: list[dict[str, Any]]) -> None:
    reasons = {one["reference"]: one["reason"].split("; ") for one in compared if one["verdict"] == "not comparable"}
    for one in compared:
        if one["verdict"] == "not comparable" and one["claim"].startswith("f"):
            for reason in reasons[one["reference"]]:
                assert reason.partition(": ")[0] in WHY_NOT or reason in (ANOTHER_FUND, SAME_OFFICIAL)
    # Every reason is told, not the first alone.
    assert reasons["r175"] == ["other scope: with all partners", "other period: 2020-01/2020-05"]
    assert reasons["r240"] == ["other measure: in times", "other period: 2019-01/2019-09"]
    assert reasons["r243"] == [
        "other region: Russia as a whole",
        "other measure: a stock",
        "other period: 2018-06",
    ]
    assert reasons["r161"] == ["other scope: the claim does not say with whom", SAME_OFFICIAL]


def test_what_the_speaker_says_elsewhere_is_no_other_source(compared: list[dict[str, Any]]) -> None:
    by_the_same = {one["reference"] for one in compared if SAME_OFFICIAL in (one["reason"] or "")}
    assert by_the_same == {"r160", "r161", "r164", "r251", "r180"}
    assert by_the_same == {one["reference"] for one in compared if one["same_speaker"]}


def test_what_is_inferred_or_of_another_kind_is_told_beside_the_verdict(compared: list[dict[str, Any]]) -> None:
    reasons = {one["reference"]: one["reason"] or "" for one in compared}
    mill = {one["reference"] for one in compared if one["claim"] == "f27"}
    assert mill == {key for key, reason in reasons.items() if "taken to be on the same project" in reason}
    assert "Taken to be on the same project" in reasons["e06"]
    assert {one["reference"] for one in compared if one["project_inferred"]} == mill | {"e06"}
    assert {key for key, reason in reasons.items() if "only one of the two is called initial" in reason} == {"r252"}


def test_a_chart_names_what_it_leaves_out(program: Program) -> None:
    out = " ".join(program("compare", "--chart").out.split())
    assert "not comparable beside f33: r249, r250, r248" in out
    assert "(?) f33: public pages give other sums" in out
    assert "r177 vestidv.ru* │" in out
    assert "* inferred from the context" in out
    [left_out] = re.findall(r"Not drawn: (.*?)\.", out)
    told = set(re.findall(r"\b[fp]\d+", left_out))
    assert {one["claim"] for one in program("compare", "--json").json} == told | {"f14", "f15", "f27", "f30", "f33"}


def test_a_hedge_is_named_where_the_verdict_rests_on_it(compared: list[dict[str, Any]]) -> None:
    reasons = {one["reference"]: one["reason"] or "" for one in compared}
    assert "allowing for “more than”" in reasons["r245"]
    assert not [key for key in ("r177", "r180", "r246") if "allowing" in reasons[key]]


def test_a_claim_in_another_currency_is_brought_into_the_reference_s(tables: Any) -> None:
    from rucn.database.database import Database
    from rucn.store.dataset import Dataset

    [irkutsk] = [one for one in tables["figures"].values() if one["id"] == "f14"]
    irkutsk |= {"value": 26_500_000_000, "unit": "CNY", "qualifier": None}
    database = Database(Dataset({name: list(rows.values()) for name, rows in tables.items()}))
    [one] = [row for row in database.compare("irkutsk") if row["claim"] == "f14"]
    assert one["ratio"] == pytest.approx(26.5 / 6.7587 / 3.9, abs=1e-4)
    assert one["verdict"] == "agrees"
    assert "the claim converted into USD" in (one["reason"] or "")


@pytest.mark.parametrize(
    ("value", "verdict", "asked"),
    [
        (390_000_000, "differs", "times the reference"),
        (39_000_000_000, "differs", "times the reference"),
        (3_600_000_000, "close", None),
        (2_000_000_000, "differs", "below"),
        (9_000_000_000, "differs", "larger than the whole"),
        (90_000_000_000, "differs", "larger than the whole"),
    ],
)
def test_the_rules_find_what_does_not_fit(tables: Any, value: int, verdict: str, asked: str | None) -> None:
    from rucn.database.database import Database
    from rucn.store.dataset import Dataset

    [irkutsk] = [one for one in tables["figures"].values() if one["id"] == "f14"]
    irkutsk |= {"value": value, "qualifier": None}
    database = Database(Dataset({name: list(rows.values()) for name, rows in tables.items()}))
    [one] = [row for row in database.compare("irkutsk") if row["claim"] == "f14"]
    assert one["verdict"] == verdict
    assert one["question"] is None if asked is None else asked in (one["question"] or "")


def _line(references: list[dict[str, Any]], key: str, **changes: Any) -> dict[str, Any]:
    [row] = [one for one in references if one["id"] == key]
    return {**row, **changes}


def _compared(program: Program, beside: Callable[..., str], rows: list[dict[str, Any]], *line: str) -> Any:
    return program("compare", *line, "--db", beside([json.dumps(row, ensure_ascii=False) for row in rows]))


def test_a_doubted_reference_is_not_compared(program: Program, beside: Any, references: Any) -> None:
    note = "Doubt: it is approx. the sum of two reports. Nobody knows."
    rows = [_line(references, "r164", note=note, said_by=None)]
    [one] = [row for row in _compared(program, beside, rows, "irkutsk", "--json").json if row["claim"] == "f14"]
    assert (one["verdict"], one["reason"]) == ("not comparable", "it is approx. the sum of two reports")


def test_a_chart_of_a_claim_beside_two_currencies_sets_them_apart(
    program: Program, beside: Any, references: Any
) -> None:
    in_yuan = _line(references, "r164", id="r900", value=26_000_000_000, unit="CNY")
    out = _compared(program, beside, [_line(references, "r164"), in_yuan], "irkutsk", "--chart").out
    dollars, yuan = (part for part in out.split("\n\n") if part.startswith("f14"))
    assert dollars.startswith("f14 Irkutsk Region: trade volume with China, 2017, USD")
    assert yuan.startswith("f14 Irkutsk Region: trade volume with China, 2017, CNY")
    assert "USD 3.9 bn" in dollars
    assert "CNY 26 bn" in yuan
    assert "≈ nearly CNY 27 bn" in yuan
    assert "USD" not in yuan.partition("\n")[2]


def test_a_chart_says_no_other_currency_than_it_draws(program: Program, beside: Any, references: Any) -> None:
    rows = [_line(references, "r180", period="2023-06")]
    out = _compared(program, beside, rows, "karelia", "--currency", "USD", "--chart").out
    [group] = [part for part in out.split("\n\n") if part.startswith("f30")]
    assert "RUB 9 bn: agrees" in group
    assert "USD" not in group


@pytest.mark.parametrize("key", ["r015", "r228", "r164"])
def test_nothing_is_divided_by_none(program: Program, beside: Any, references: Any, key: str) -> None:
    rows = [_line(references, key, value=0) if one["id"] == key else one for one in references]
    assert _compared(program, beside, rows, "--json").code == 0
    path = beside([json.dumps(row, ensure_ascii=False) for row in rows])
    assert program("trade", "--implied", "--json", "--db", path).code == 0


def test_a_share_of_the_trade_in_one_good_is_no_total(program: Program, beside: Any, references: Any) -> None:
    soya = _line(references, "r015", id="r900", value=1_000_000_000, subject="soya")
    russian = _line(references, "r015", id="r901", region="RU", partner="CN", value=80_000_000_000)
    path = beside([json.dumps(row, ensure_ascii=False) for row in [soya, russian, *references]])
    [row] = program("trade", "zhejiang", "--period", "2017", "--implied", "--json", "--db", path).json
    assert row["national_share_from"] == ["f01", "r254"]
    # The total of the region's own country comes first; the partner's is told to be that.
    [row] = program("trade", "irkutsk", "--period", "2017", "--implied", "--json", "--db", path).json
    assert row["national_share_from"] == ["f14", "r901"]
    assert "partner’s" not in (program("show", "f14.national", "--db", path, "--json").json["note"])
    assert "It is the partner’s that is taken" in program("show", "f14.national", "--json").json["note"]


def test_nothing_is_asked_of_a_shorter_period(tables: Any) -> None:
    from rucn.database.database import Database
    from rucn.store.dataset import Dataset

    [irkutsk] = [one for one in tables["figures"].values() if one["id"] == "f14"]
    irkutsk |= {"value": 2_200_000_000, "qualifier": None, "period": "2017-S1"}
    database = Database(Dataset({name: list(rows.values()) for name, rows in tables.items()}))
    assert {row["question"] for row in database.compare("irkutsk") if row["claim"] == "f14"} == {None}


def test_references_on_a_project_are_found_whatever_region_they_are_on(
    program: Program, beside: Any, references: Any
) -> None:
    moved = [{**row, "region": "RU-MUR"} if row.get("project") == "p16" else row for row in references]
    found = _compared(program, beside, moved, "karelia", "--all", "--json").json
    assert {one["reference"] for one in found if one["claim"] == "f30"} == {"r180", "r246", "r253"}


def test_what_widens_no_range_is_not_allowed_for(program: Program, beside: Any, references: Any) -> None:
    rows = [_line(references, "r180", value=9_300_000_000, said_by=None)]
    [one] = [row for row in _compared(program, beside, rows, "karelia", "--json").json if row["claim"] == "f30"]
    assert (one["verdict"], one["reason"]) == ("agrees", None)


def test_converted_comparisons_are_marked_like_other_amounts(program: Program) -> None:
    out = program("compare", "khabarovsk", "zhejiang", "--currency", "CNY").out
    assert "USD 1.5 bn* ≈ CNY 9.93 bn†" in out
    assert "† without a period of its own: at the average of 2018, the year of its source" in out
    assert "USD 1.76 bn (no rate)" in out


def test_a_chart_in_one_currency_does_not_say_how_to_ask_for_it(program: Program) -> None:
    drawn = program("compare", "--currency", "CNY", "--chart").out
    assert "Amounts in CNY, RUB, USD stand apart." in drawn
    assert "Costs reported at several times are drawn as they are stated" in drawn
    assert "agrees, same speaker" in drawn
    assert "dates: p21, p32" in drawn
    assert "--currency brings them together" in program("compare", "--chart").out


def test_of_several_regions_the_silent_one_is_named(program: Program) -> None:
    ran = program("compare", "irkutsk", "kaluga", "--json")
    assert ran.json
    assert "nothing that could be compared for Kaluga Region" in ran.err


@pytest.mark.parametrize(
    ("stated", "came", "verdict", "reason"),
    [
        ("2019-12", "2019-11-29", "close", "2 days earlier"),
        ("2019-12", "2020-01-01", "close", "1 day later"),
        ("2019-12", "2019-12-31", "agrees", None),
        ("2019-12", "2020-02-15", "close", "2 months later"),
        ("2019-12", "2019-08", "differs", "4 months earlier"),
        ("2019-12", "2019", "agrees", "the report says no more than 2019"),
        ("2016", "2016-12-24", "agrees", None),
    ],
)
def test_how_far_an_event_is_from_what_was_stated(stated: str, came: str, verdict: str, reason: str | None) -> None:
    from rucn.analysis.compare.outcomes import on_date

    assert on_date(stated, came) == (verdict, reason)
