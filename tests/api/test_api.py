"""The Python face gives the records that the command line prints."""

from typing import Any

import pytest

import rucn
from rucn.database.database import Database
from rucn.model.errors import AmbiguousError, DatabaseError, NotFoundError
from rucn.store.dataset import Dataset
from tests.conftest import DATABASE, Program

SAME = [
    ("region irkutsk", lambda base: base.region("irkutsk")),
    ("regions --country china --stated", lambda base: base.regions(country="china", stated=True)),
    ("official levchenko", lambda base: base.official("levchenko")),
    ("officials --role head", lambda base: base.officials(role="head")),
    ("trade irkutsk sakhalin --period 2017", lambda base: base.trade("irkutsk", "sakhalin", period="2017")),
    ("figures --measure growth --by governor", lambda base: base.figures(measure="growth", by="governor")),
    ("projects --sector wood --kind project", lambda base: base.projects(sector="wood", kind="project")),
    ("ties --kind fair --kind expo", lambda base: base.ties(kind=["fair", "expo"])),
    ("quotes --topic energy --about wind", lambda base: base.quotes(topic="energy", about="wind")),
    ("search bridge", lambda base: base.search("bridge")),
    ("resolve amur altai --country RU", lambda base: base.resolve("amur", "altai", country="RU")),
    ("show f14", lambda base: base.show("f14")),
    ("sources", lambda base: base.sources()),
]


@pytest.mark.parametrize(("line", "ask"), SAME)
def test_it_is_the_same(program: Program, line: str, ask: Any) -> None:
    assert ask(rucn.open()) == program(*line.split(), "--json").json


def test_a_path_may_be_given() -> None:
    assert rucn.open(DATABASE).sources() == rucn.open(str(DATABASE)).sources()
    assert rucn.check(DATABASE) == []


def test_errors_are_exceptions() -> None:
    base = rucn.open()
    with pytest.raises(NotFoundError):
        base.region("atlantis")
    with pytest.raises(NotFoundError):
        base.figures(region="")
    with pytest.raises(AmbiguousError) as raised:
        base.region("altai")
    assert [one.key for one in raised.value.candidates] == ["RU-AL", "RU-ALT"]
    with pytest.raises(DatabaseError):
        rucn.open("/nonexistent.json")


def test_two_speakers_never_share_a_trade_row(tables: Any) -> None:
    figure = dict(tables["figures"]["1"], id="f90")
    quote = dict(tables["quotes"]["1"], id="q90", official="o02")
    tables["figures"]["90"] = dict(figure, quote="q90")
    tables["figures"]["91"] = dict(figure, id="f91")
    tables["quotes"]["90"] = quote
    for number in ("2", "3"):
        tables["figures"][f"9{number}"] = dict(tables["figures"][number], id=f"f9{number}", quote="q90")
    base = Database(Dataset({name: list(rows.values()) for name, rows in tables.items()}))
    rows = [row for row in base.trade("zhejiang") if row["volume"] is not None]
    assert [(row["official_name"], row["figures"]) for row in rows] == [
        ("Che Jun", ["f01", "f02"]),
        ("Alexey Tsydenov", ["f90", "f92"]),
        ("Che Jun", ["f91"]),
    ]


def test_what_is_inferred_never_shares_a_trade_row_with_what_is_stated(tables: Any) -> None:
    tables["figures"]["15"] |= {"period_as_stated": "this year", "period_inferred": True}
    base = Database(Dataset({name: list(rows.values()) for name, rows in tables.items()}))
    rows = [row for row in base.trade("irkutsk") if row["period"] == "2017"]
    assert [(row["period_as_stated"], row["figures"]) for row in rows] == [("In 2017", ["f14"]), ("this year", ["f15"])]


def test_remarks_reach_a_notebook_that_asks_for_them() -> None:
    remarks: list[str] = []
    base = Database(rucn.open().dataset, remarks.append)
    base.region("irkutks")
    base.trade("kaluga")
    assert remarks == [
        "“irkutks” is taken as Irkutsk Region (RU-IRK)",
        "the sources state no trade figures for Kaluga Region",
    ]
