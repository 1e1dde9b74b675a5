"""An office belongs to the quote: who has held two is one official, and each title stands as stated."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

BY = [
    # who, whose quotes
    ("second speaker", ["q01", "q02"]),
    ("Оратор", ["q01", "q02"]),
    ("governor", ["q01", "q02"]),
    ("acting governor", ["q01"]),
    ("врио губернатора", ["q01"]),
    ("sakhalin", ["q02"]),
    ("primorye", ["q01"]),
    ("governor of sakhalin", ["q02"]),
    ("acting governor of sakhalin", []),
    ("heilongjiang", ["q04"]),
    ("省长", ["q04"]),
    ("china", ["q04"]),
    ("russia", ["q01", "q02", "q03"]),
    ("Far Eastern Customs Directorate", ["q03"]),
    ("far eastern custom directorate", ["q03"]),
]


@pytest.mark.parametrize(("who", "expected"), BY)
def test_who_speaks_is_told_by_the_office_of_the_quote(
    program: Program, own: str, who: str, expected: list[str]
) -> None:
    ran = program("quotes", "--by", who, "--json", "--db", own)
    assert (ran.code, [one["id"] for one in ran.json]) == (0, expected)


def test_an_official_is_a_person_with_offices_in_time(program: Program, own: str) -> None:
    official = program("official", "second speaker", "--json", "--db", own).json["official"]
    assert [official[field] for field in ("role", "acting", "region")] == ["governor", True, "RU-PRI"]
    assert official["offices"] == [
        {
            "title": "Governor of Sakhalin Region",
            "role": "governor",
            "acting": False,
            "region": "RU-SAK",
            "source": "s01",
            "date": "2018-06-14",
            "inferred": [],
        },
        {
            "title": "врио губернатора Приморского края",
            "role": "governor",
            "acting": True,
            "region": "RU-PRI",
            "source": "s02",
            "date": "2018-11-20",
            "inferred": [],
        },
    ]
    assert [one["id"] for one in program("officials", "--json", "--db", own).json] == ["o01", "o02"]
    assert [one["id"] for one in program("officials", "--acting", "--json", "--db", own).json] == ["o01"]


def test_a_page_lists_the_offices(program: Program, own: str) -> None:
    lines = program("official", "second speaker", "--db", own).out.splitlines()
    assert lines[1:3] == [
        "Governor of Sakhalin Region, 2018-06-14 (s01)",
        "врио губернатора Приморского края, 2018-11-20 (s02)",
    ]
    assert "Offices:  Governor of Sakhalin Region, 2018-06-14 (s01); врио" in program("show", "o01", "--db", own).out


@pytest.mark.parametrize(
    ("region", "quotes", "title"),
    [
        ("sakhalin", ["q02"], "Governor of Sakhalin Region"),
        ("primorye", ["q01", "q03"], "врио губернатора Приморского"),
    ],
)
def test_a_region_has_its_leaders_of_the_time(
    program: Program, own: str, region: str, quotes: list[str], title: str
) -> None:
    profile = program("region", region, "--json", "--db", own).json
    assert [one["id"] for one in profile["quotes"]] == quotes
    assert [one["id"] for one in profile["officials"]] == ["o01"]
    assert f"\no01  Second Speaker, {title}" in program("region", region, "--db", own).out


def test_the_latest_office_is_that_of_the_latest_source(program: Program, own: str, tmp_path: Any) -> None:
    content = json.loads(Path(own).read_text(encoding="utf-8"))
    for published, region in (
        ("2019-01", "RU-SAK"),
        ("2018-11-21", "RU-SAK"),
        ("2018-11-19", "RU-PRI"),
        (None, "RU-PRI"),
    ):
        content["sources"]["1"]["published"] = published
        path = tmp_path / "own.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        assert program("show", "o01", "--json", "--db", str(path)).json["region"] == region


def test_a_region_that_the_title_does_not_name_is_inferred(program: Program, own: str, tmp_path: Any) -> None:
    content = json.loads(Path(own).read_text(encoding="utf-8"))
    content["quotes"]["2"] |= {"title": "Governor", "inferred": ["region"]}
    path = tmp_path / "own.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert [one["id"] for one in program("quotes", "--by", "sakhalin", "--json", "--db", str(path)).json] == ["q02"]
    [first, _] = program("show", "o01", "--json", "--db", str(path)).json["offices"]
    assert (first["region"], first["inferred"]) == ("RU-SAK", ["region"])
