"""The Python face gives the records that the command line prints."""

from pathlib import Path
from typing import Any, assert_type

import pytest

import rucn
from rucn.database.database import Database
from rucn.model import records
from rucn.model.errors import (
    AmbiguousError,
    ArgumentError,
    DatabaseError,
    NotFoundError,
    RucnError,
    RucnWarning,
    UsageError,
)
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
    base = rucn.open(on_note=remarks.append)
    base.region("irkutks")
    base.trade("kaluga")
    assert remarks == [
        "“irkutks” is taken as Irkutsk Region (RU-IRK)",
        "the sources state no trade figures for Kaluga Region",
    ]


def test_remarks_are_warnings_of_the_line_that_asked() -> None:
    base = rucn.open()
    with pytest.warns(RucnWarning, match="is taken as Irkutsk Region") as caught:
        base.region("irkutks")
    assert [Path(one.filename).name for one in caught] == [Path(__file__).name]


FILTERS = ["*regions", "region", "period"]
OF_ALL_STATED = [*FILTERS, "by", "country", "partner", "currency"]
QUESTIONS = {
    "region": ["name", "currency"],
    "regions": ["country", "stated"],
    "official": ["name"],
    "officials": ["role", "country", "acting"],
    "trade": [*OF_ALL_STATED, "scope", "implied", "top", "rank_by"],
    "figures": [*OF_ALL_STATED, "measure", "scope", "commodity", "min", "max"],
    "references": [*FILTERS, "measure", "currency", "stated"],
    "compare": [*FILTERS, "verdict", "currency", "every"],
    "projects": [*OF_ALL_STATED, "sector", "status", "kind", "without", "min", "max"],
    "ties": [*FILTERS, "kind"],
    "timeline": FILTERS,
    "quotes": ["*regions", "region", "by", "acting", "topic", "section", "about", "country"],
    "search": ["text"],
    "show": ["key"],
    "cite": ["key", "style"],
    "resolve": ["*names", "country"],
}
NONE_BY_DEFAULT = {"currency", "top", "about", "rank_by", "min", "max"}


@pytest.mark.parametrize(("question", "argument"), [(name, one) for name, given in QUESTIONS.items() for one in given])
@pytest.mark.parametrize("value", [float("nan"), None, [None], b"irkutsk", {"a": object()}.values()])
def test_what_no_argument_can_be_is_refused(question: str, argument: str, value: Any) -> None:
    if (value is None and argument in NONE_BY_DEFAULT) or (isinstance(value, float) and argument in ("min", "max")):
        return
    base = rucn.open()
    name = argument.removeprefix("*")
    # What has to be given, beside the one argument.
    named = {"region": {"name": "irkutsk"}, "cite": {"key": "f01"}}.get(question, {}) | {name: value}
    given, named = ((value,), {}) if argument.startswith("*") else ((), named)
    with pytest.raises(ArgumentError, match=rf"^{question}\({name}\): .* is expected, not ") as raised:
        getattr(base, question)(*given, **named)
    assert isinstance(raised.value, TypeError)
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("value", [float("nan"), [], object(), 5])
def test_what_is_no_path_is_refused(value: Any) -> None:
    for ask in (rucn.open, rucn.check, lambda path: rucn.check(source=path)):
        with pytest.raises(ArgumentError, match="a path is expected"):
            ask(value)
    with pytest.raises(ArgumentError, match="a function is expected"):
        rucn.open(on_note=value)


def test_an_amount_that_is_none_is_refused() -> None:
    for value in (float("nan"), float("inf"), 10**400):
        with pytest.raises(UsageError, match="is no amount for min"):
            rucn.open().figures(min=value)


def test_several_values_may_come_but_once() -> None:
    base = rucn.open()
    assert base.ties(kind=iter(["fair", "expo"])) == base.ties(kind=["fair", "expo"])


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda base: base.trade("china"), 'country="CN" narrows'),
        (lambda base: base.trade(rank_by="implied"), "implied works it out"),
        (lambda base: base.trade(rank_by="volume"), 'currency="USD" brings them together'),
        (lambda base: base.region("atlantis"), "`regions()` lists them"),
        (lambda base: base.show("zzz"), "`search()` finds them"),
        (lambda base: base.show("f01.zz"), "`trade(implied=True)` and currency give"),
        (lambda base: base.show("--json"), "no record has the id “--json”"),
    ],
)
def test_messages_speak_of_arguments(ask: Any, words: str) -> None:
    with pytest.raises(RucnError) as raised:
        ask(rucn.open())
    assert words in str(raised.value).replace("needs implied, which", "implied")
    assert str(raised.value) == raised.value.message
    assert "`rucn " not in str(raised.value)


def test_an_unsound_database_names_the_function_that_lists_its_problems(tables: Any, written: Any) -> None:
    tables["quotes"]["1"]["text"] = "changed"
    path = written(tables)
    with pytest.raises(DatabaseError) as raised:
        rucn.open(path)
    assert str(raised.value).endswith(f'`rucn.check("{path}")` lists every problem')


def test_what_is_converted_is_in_the_type_where_it_is_asked_for() -> None:
    """Types are checked by mypy; `warn_unused_ignores` has what is wrong stay wrong."""
    base = rucn.open(on_note=lambda remark: None)
    assert_type(base.trade(currency="USD")[0]["converted_volume"], int | float | None)
    assert_type(base.trade("irkutsk", implied=True), list[records.ImpliedTradeRow])
    assert_type(base.figures(currency="USD", region=["irkutsk"]), list[records.ConvertedFigure])
    assert_type(base.projects(currency="USD"), list[records.ConvertedProject])
    assert_type(base.references(stated=True, measure="volume"), list[records.SeriesPoint])
    assert_type(base.references(currency="USD", stated=True), list[records.ConvertedSeriesPoint])
    assert_type(base.compare(currency="USD"), list[records.ConvertedComparison])
    assert_type(base.region("irkutsk", currency="USD"), records.ConvertedRegionProfile)
    with pytest.raises(KeyError):
        base.trade()[0]["converted_volume"]  # type: ignore[typeddict-item]
    with pytest.raises(KeyError):
        base.figures()[0]["converted_value"]  # type: ignore[typeddict-item]
    with pytest.raises(TypeError):
        base.trade(nonsense="x")  # type: ignore[call-overload]
