"""The SQL of the manual gives what the program answers, on SQLite, DuckDB and Spark."""

import re
import shlex
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import rucn
from rucn.render.export.save import save_tables
from tests.conftest import ROOT, Program

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PAGE = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
KINDS = sorted(rucn.open().everything())
Ask = Callable[[str], Sequence[Sequence[Any]]]


class Question(NamedTuple):
    """SQL, and the command that answers the same."""

    command: list[str]
    sql: str
    form: str


def _questions() -> Iterator[Question]:
    for block in re.findall(r"```sql\n(-- rucn .*?)```", PAGE, re.DOTALL):
        comments = re.findall(r"^-- (.*)$", block, re.MULTILINE)
        form = next((one.removeprefix("on ") for one in comments[1:]), "")
        yield Question(shlex.split(comments[0])[1:], block, form)


QUESTIONS = list(_questions())


def _asked(form: str) -> list[Any]:
    return [pytest.param(one, id=" ".join(one.command[:3])) for one in QUESTIONS if one.form in ("", form)]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Exports the bundled database once in each form that is asked for, and gives the path."""
    folder = tmp_path_factory.mktemp("exported")

    def export(name: str) -> Path:
        if not (folder / name).exists():
            save_tables(folder / name, rucn.open().everything())
        return folder / name

    return export


@pytest.fixture(scope="module")
def sqlite(exported: Callable[[str], Path]) -> Iterator[Ask]:
    with closing(sqlite3.connect(exported("rucn.sqlite"))) as database:
        yield lambda sql: database.execute(sql).fetchall()


@pytest.fixture(scope="module")
def duckdb(exported: Callable[[str], Path]) -> Iterator[Ask]:
    engine = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    [view] = re.findall(r"CREATE VIEW figure .*;", PAGE)
    with engine.connect() as database:
        for kind in KINDS:
            made = view.replace("figure", kind).replace("rucn.parquet", str(exported("rucn.parquet")))
            database.execute(made)
        yield lambda sql: database.execute(sql).fetchall()


@pytest.fixture(scope="module")
def duckdb_on_sqlite(exported: Callable[[str], Path]) -> Iterator[Ask]:
    engine = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    with engine.connect(config={"autoinstall_known_extensions": "false"}) as database:
        try:
            database.execute("LOAD sqlite")
        except engine.Error:
            pytest.skip("DuckDB's extension for SQLite is not installed")
        database.execute(f"ATTACH '{exported('rucn.sqlite')}' AS rucn (TYPE sqlite); USE rucn")
        yield lambda sql: database.execute(sql).fetchall()


@pytest.fixture(scope="module")
def spark_views(spark: "SparkSession", exported: Callable[[str], Path]) -> Ask:
    for kind in KINDS:
        spark.read.parquet(str(exported("rucn.parquet") / kind)).createOrReplaceTempView(kind)
    return lambda sql: spark.sql(sql).collect()


def _holds(program: Program, question: Question, ask: Ask) -> None:
    records = program(*question.command, "--json").json
    assert records
    assert [tuple(row) for row in ask(question.sql)] == [tuple(record.values()) for record in records]


def test_three_questions_are_asked_everywhere() -> None:
    for form in ("SQLite", "Parquet"):
        assert len(_asked(form)) == 3


@pytest.mark.parametrize("question", _asked("SQLite"))
def test_on_sqlite(program: Program, sqlite: Ask, question: Question) -> None:
    _holds(program, question, sqlite)


@pytest.mark.parametrize("question", _asked("Parquet"))
def test_on_duckdb(program: Program, duckdb: Ask, question: Question) -> None:
    _holds(program, question, duckdb)


@pytest.mark.parametrize("question", _asked("SQLite"))
def test_on_sqlite_by_duckdb(program: Program, duckdb_on_sqlite: Ask, question: Question) -> None:
    _holds(program, question, duckdb_on_sqlite)


@pytest.mark.spark
@pytest.mark.parametrize("question", _asked("Parquet"))
def test_on_spark(program: Program, spark_views: Ask, question: Question) -> None:
    _holds(program, question, spark_views)


@pytest.mark.spark
def test_spark_reads_every_record_and_the_year_of_its_folder(spark_views: Ask) -> None:
    for kind, records in rucn.open().everything().items():
        assert spark_views(f"SELECT count(*) FROM {kind}")[0][0] == len(list(records))
    years = spark_views("SELECT DISTINCT year FROM figure WHERE country = 'RU' AND year IS NOT NULL ORDER BY year")
    assert [row[0] for row in years] == [2017, 2018]


def test_a_list_is_asked_item_by_item(sqlite: Ask) -> None:
    places = [(one["id"], at, place) for one in rucn.open().projects() for at, place in enumerate(one["places"])]
    assert places
    rows = sqlite("SELECT project, position, name, region, region_inferred FROM project_places")
    assert rows == [(key, at, *place.values()) for key, at, place in places]
    shares = sqlite(
        "SELECT item FROM trade_row_figures JOIN trade_row ON trade_row = trade_row.rowid WHERE share_percent > 0"
    )
    assert [key for (key,) in shares] == [
        key for row in rucn.open().trade() if row["share_percent"] for key in row["figures"]
    ]
