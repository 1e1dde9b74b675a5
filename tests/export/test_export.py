"""All records leave whole: the same in each form, under hostile texts, and never over what is another's."""

import csv
import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, cast, get_args

import pytest

import rucn
from rucn.model.errors import UsageError
from rucn.model.records import AnyRecord
from rucn.render.answer import PLAIN
from rucn.render.cells import cell
from rucn.render.export.columns import columns_of
from rucn.render.export.save import save_tables
from rucn.render.fields import value_at
from rucn.render.views import view_of
from tests.conftest import PROGRAM, ROOT, Program, clean

FORMS = ["rucn.sqlite", "rucn.xlsx", "rucn.csv", "rucn.parquet"]
FOLDERS = ["rucn.csv", "rucn.parquet"]
# The kinds that a command lists as they are, and that command.
LISTED = {
    "source": "sources",
    "official": "officials",
    "region": "regions",
    "quote": "quotes",
    "figure": "figures",
    "trade_row": "trade",
    "project": "projects",
    "tie": "ties",
    "timeline_entry": "timeline",
    "reference": "references",
}
AMOUNTS = ("value", "volume", "investment", "growth_percent", "share_percent")
Row = Mapping[str, object]
Everything = dict[str, list[Row]]


def _need(name: str) -> None:
    module = {"rucn.xlsx": "openpyxl", "rucn.parquet": "pyarrow"}.get(name)
    if module:
        pytest.importorskip(module, reason=f"{module} is not installed")


@pytest.fixture(scope="session", params=["bundled", "small"])
def everything(request: pytest.FixtureRequest, small: str) -> Everything:
    """All records of a database, by kind."""
    opened = rucn.open(small if request.param == "small" else None, on_note=lambda note: None)
    return {kind: [dict(one) for one in records] for kind, records in opened.everything().items()}


@pytest.fixture
def few(small: str) -> Everything:
    """All records of the small database, by kind."""
    return {kind: [dict(one) for one in records] for kind, records in rucn.open(small).everything().items()}


def test_it_is_what_the_commands_list(program: Program) -> None:
    tables = rucn.open().everything()
    assert LISTED.keys() == tables.keys() - {"other_number", "project_event"}
    for kind, command in LISTED.items():
        assert list(tables[kind]) == program(command, "--json").json
    for kind in ("other_number", "project_event"):
        assert [program("show", str(one["id"]), "--json").json for one in tables[kind]][:3]


def test_every_kind_but_what_is_computed_is_exported(everything: Everything) -> None:
    stored = {one.__name__ for one in get_args(AnyRecord)} - {"Computed"}
    assert {view_of(kind).record_type(PLAIN) for kind in everything} == stored | {"TradeRow", "TimelineEntry"}


def test_sqlite_holds_every_value(everything: Everything, tmp_path: Path) -> None:
    save_tables(tmp_path / "rucn.sqlite", everything)
    with closing(sqlite3.connect(tmp_path / "rucn.sqlite")) as database:
        for kind, records in everything.items():
            read = database.execute(f"SELECT * FROM {kind}")
            names = [column.name for column in columns_of(kind)]
            assert [one[0] for one in read.description] == names
            expected = [tuple(map(_in_sqlite, (value_at(one, name) for name in names))) for one in records]
            assert read.fetchall() == expected
            types = {name: kind for _, name, kind, *_ in database.execute(f"PRAGMA table_info({kind})")}
            assert set(types.values()) <= {"TEXT", "INTEGER", "NUMERIC", "BOOLEAN"}
        kinds = database.execute("SELECT DISTINCT typeof(value) FROM figure WHERE value IS NOT NULL").fetchall()
        assert {kind for (kind,) in kinds} <= {"integer", "real"}
        inferred = database.execute("SELECT figure, item FROM figure_inferred").fetchall()
        assert inferred == [
            (one["id"], item) for one in everything["figure"] for item in cast("list[str]", one["inferred"])
        ]


def _in_sqlite(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def test_csv_holds_what_the_format_prints(everything: Everything, tmp_path: Path, program: Program, small: str) -> None:
    save_tables(tmp_path / "rucn.csv", everything)
    db = ["--db", small] if len(everything["quote"]) < 10 else []
    for kind, command in LISTED.items():
        text = (tmp_path / "rucn.csv" / f"{kind}.csv").read_text(encoding="utf-8")
        assert text == program(command, *db, "--format", "csv").out
    assert len(list((tmp_path / "rucn.csv").glob("*.csv"))) == len(everything)


def test_excel_holds_every_value(everything: Everything, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    save_tables(tmp_path / "rucn.xlsx", everything)
    book = openpyxl.load_workbook(tmp_path / "rucn.xlsx")
    assert book.sheetnames == list(everything)
    for kind, records in everything.items():
        names = [column.name for column in columns_of(kind)]
        rows = [tuple(one) for one in book[kind].iter_rows(values_only=True)]
        assert rows[0] == tuple(names)
        assert rows[1:] == [tuple(_in_excel(value_at(one, name)) for name in names) for one in records]


def _in_excel(value: object) -> object:
    return value if value is None or isinstance(value, (int, float)) else cell(value) or None


def test_parquet_holds_every_value(everything: Everything, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="PyArrow is not installed")
    save_tables(tmp_path / "rucn.parquet", everything)
    for kind, records in everything.items():
        read = parquet.read_table(tmp_path / "rucn.parquet" / kind).to_pylist()
        rows = [{name: one[name] for name in records[0]} for one in read] if records else []
        assert sorted(rows, key=repr) == sorted(map(_in_parquet, records), key=repr)
        for row in read:
            place = str(row.get("country") or row.get("region") or "")
            assert row.get("country") in (None, place[:2])
            first, *last = str(row.get("period") or row.get("date") or "").split("/")
            is_one = first and all(one[:4] == first[:4] for one in last)
            assert "year" not in row or row["year"] == (int(first[:4]) if is_one else None)


def _in_parquet(record: Row) -> Row:
    return {name: float(value) if name in AMOUNTS and value is not None else value for name, value in record.items()}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FORMS)
def test_the_command_says_what_is_written(program: Program, tmp_path: Path, small: str, name: str) -> None:
    _need(name)
    ran = program("export", str(tmp_path / name), "--db", small, "--json")
    assert ran.code == 0
    assert ran.err == f"note: {tmp_path / name} is written\n"
    counts = {one["table"]: one["rows"] for one in ran.json}
    opened = rucn.open(small)
    assert counts == {kind: len(list(records)) for kind, records in opened.everything().items()}
    assert counts["figure"] == 6
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("table", "figure             6"),
        ("csv", "figure,6"),
        ("tsv", "figure\t6"),
        ("jsonl", '{"table": "figure", "rows": 6}'),
        ("markdown", "| figure | 6 |"),
    ],
)
def test_the_counts_come_in_every_format(program: Program, tmp_path: Path, small: str, form: str, line: str) -> None:
    ran = program("export", str(tmp_path / "rucn.sqlite"), "--db", small, "--format", form)
    assert line in ran.out.splitlines()


def test_the_same_records_give_the_same_bytes(few: Everything, tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    made = []
    for turn in ("first", "second"):
        (tmp_path / turn).mkdir()
        for name in FORMS:
            save_tables(tmp_path / turn / name, few)
        made.append(_bytes_of(tmp_path / turn))
        # The times in an archive have steps of two seconds.
        time.sleep(2.1 * (turn == "first"))
    assert made[0] == made[1]


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", FORMS)
def test_it_takes_the_place_of_an_older_one(program: Program, tmp_path: Path, small: str, name: str) -> None:
    _need(name)
    assert program("export", str(tmp_path / name)).code == 0
    assert program("export", str(tmp_path / name), "--db", small).code == 0
    again = _bytes_of(tmp_path)
    assert program("export", str(tmp_path / "new" / name)).code == 74
    (tmp_path / "new").mkdir()
    assert program("export", str(tmp_path / "new" / name), "--db", small).code == 0
    assert _bytes_of(tmp_path / "new") == again


def test_a_library_and_what_is_bundled_leave_together(program: Program, tmp_path: Path, library: Path) -> None:
    path, both = tmp_path / "rucn.sqlite", ("--db", str(library), "--db", "bundled")
    for chosen in ((), ("--source", "harbin-2020")):
        assert program("export", str(path), *both, *chosen).code == 0
        figures = program("figures", *both, *chosen, "--json").json
        with closing(sqlite3.connect(path)) as database:
            rows = database.execute("SELECT id, source, doubt FROM figure").fetchall()
        assert rows == [(one["id"], one["source"], one["doubt"]) for one in figures]
    assert {source for _, source, _ in rows} == {"harbin-2020"}


@pytest.mark.parametrize("ending", ["", ".json", ".db", ".parquets"])
def test_an_ending_that_says_no_form_is_refused(program: Program, tmp_path: Path, ending: str) -> None:
    ran = program("export", str(tmp_path / f"rucn{ending}"))
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])
    assert "FOLDER.parquet" in ran.err


@pytest.mark.parametrize(("name", "module"), [("rucn.xlsx", "openpyxl"), ("rucn.parquet", "pyarrow")])
def test_what_is_missing_is_named(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    ran = program("export", str(tmp_path / name), "--json")
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])
    assert "pip install 'rucn[export]'" in ran.error["message"]


def _with_a_letter(folder: Path) -> None:
    (folder / "letter.txt").write_text("mine", encoding="utf-8")


def _with_a_letter_deep_in_it(folder: Path) -> None:
    (folder / "figure.csv.d").mkdir()
    _with_a_letter(folder / "figure.csv.d")


def _with_a_link(folder: Path) -> None:
    (folder / "home").symlink_to(folder.parent)


def _with_other_contents(folder: Path) -> None:
    (folder / "rucn-export.json").write_text('{"program": "another", "files": ["source.csv"]}', encoding="utf-8")


def _with_broken_contents(folder: Path) -> None:
    (folder / "rucn-export.json").write_text("[" * 100_000, encoding="utf-8")


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize(
    "change",
    [_with_a_letter, _with_a_letter_deep_in_it, _with_a_link, _with_other_contents, _with_broken_contents],
)
def test_a_folder_of_anothers_is_left_alone(
    program: Program, tmp_path: Path, small: str, name: str, change: Callable[[Path], None]
) -> None:
    _need(name)
    assert program("export", str(tmp_path / name), "--db", small).code == 0
    change(tmp_path / name)
    before = _bytes_of(tmp_path)
    ran = program("export", str(tmp_path / name))
    assert (ran.code, _bytes_of(tmp_path)) == (2, before)
    assert "is no export of rucn" in ran.err


def test_a_file_is_no_folder_and_a_folder_no_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "rucn.csv").write_text("mine", encoding="utf-8")
    (tmp_path / "rucn.sqlite").mkdir()
    (tmp_path / "empty.csv").mkdir()
    assert program("export", str(tmp_path / "rucn.csv")).code == 2
    assert program("export", str(tmp_path / "rucn.sqlite")).code == 74
    assert program("export", str(tmp_path / "empty.csv/")).code == 0
    assert (tmp_path / "rucn.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()])
def test_what_stood_there_stays_where_writing_fails(
    few: Everything, tmp_path: Path, name: str, error: BaseException
) -> None:
    _need(name)

    def fail() -> Iterable[Row]:
        yield few["tie"][0]
        raise error

    save_tables(tmp_path / name, few)
    before = _bytes_of(tmp_path)
    with pytest.raises((rucn.errors.OutputError, KeyboardInterrupt)):
        save_tables(tmp_path / name, {**few, "tie": fail()})
    assert _bytes_of(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["rucn.csv", "rucn.sqlite"])
def test_a_signal_leaves_nothing_half(tmp_path: Path, name: str) -> None:
    command = [*PROGRAM, "export", str(tmp_path / name)]
    with subprocess.Popen(
        command, cwd=ROOT, env=clean({}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as ran:
        while ran.poll() is None and not any(tmp_path.iterdir()):
            time.sleep(0.001)
        ran.send_signal(signal.SIGTERM)
    assert {path.name for path in tmp_path.iterdir()} <= {name}


def _hostile(text: str) -> dict[str, list[Row]]:
    return {"tie": [{**one, "name": text} for one in _ties()]}


def _ties() -> list[Row]:
    return [dict(one) for one in rucn.open().ties()[:1]]


@pytest.mark.parametrize("text", ["=1+1", "+7 495", "@SUM(A1)", "-1", "#N/A", " =2", "＝3", "_x0041_", "1e5", "TRUE"])
def test_no_text_is_a_formula_in_excel(tmp_path: Path, text: str) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    save_tables(tmp_path / "rucn.xlsx", _hostile(text))
    sheet = openpyxl.load_workbook(tmp_path / "rucn.xlsx")["tie"]
    found = sheet["B2"]
    assert (found.data_type, found.value) == ("s", text.replace("_x", "_x005F_x"))
    assert bool(found.quotePrefix) == (text.lstrip()[0] in "=+-@＝")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\0b\x1b[31m\u202e", "a\\x00b\\x1b[31m\\u202e"),
        ("\ufffe\udc80", "\\ufffe\\udc80"),
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, "x" * 32_766 + "…"),
        ("\U00020000" * 16_384, "\U00020000" * 16_383 + "…"),
    ],
)
def test_excel_is_given_what_it_can_hold(tmp_path: Path, text: str, shown: str) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    _, notes = save_tables(tmp_path / "rucn.xlsx", _hostile(text))
    assert openpyxl.load_workbook(tmp_path / "rucn.xlsx")["tie"]["B2"].value == shown
    assert len(notes) == shown.endswith("…")


def test_a_sheet_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    monkeypatch.setattr("rucn.render.export.excel.MOST_ROWS", 3)
    save_tables(tmp_path / "rucn.xlsx", {"tie": _ties() * 2})
    with pytest.raises(UsageError, match="more of tie"):
        save_tables(tmp_path / "rucn.xlsx", {"tie": _ties() * 3})


@pytest.mark.parametrize("text", ["a\0b", "'; DROP TABLE tie; --", "x" * 100_000, '\U0001f600\r\n"q"'])
def test_other_forms_hold_any_text(tmp_path: Path, text: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="PyArrow is not installed")
    for name in ("rucn.sqlite", "rucn.csv", "rucn.parquet"):
        save_tables(tmp_path / name, _hostile(text))
    with closing(sqlite3.connect(tmp_path / "rucn.sqlite")) as database:
        assert database.execute("SELECT name FROM tie").fetchall() == [(text,)]
    assert parquet.read_table(tmp_path / "rucn.parquet" / "tie")["name"].to_pylist() == [text]
    with (tmp_path / "rucn.csv" / "tie.csv").open(encoding="utf-8", newline="") as file:
        csv.field_size_limit(10**6)
        assert [one["name"] for one in csv.DictReader(file)] == [text]


def test_csv_for_spreadsheets_has_no_formula(program: Program, tmp_path: Path, tables: Any, written: Any) -> None:
    for official in tables["officials"].values():
        official["names"]["ru"] = "=1+1"
    db = written(tables)
    assert program("export", str(tmp_path / "plain.csv"), "--db", db).code == 0
    assert program("export", str(tmp_path / "excel.csv"), "--db", db, "--excel").code == 0
    plain, excel = (
        (tmp_path / f"{name}.csv" / "official.csv").read_text(encoding="utf-8") for name in ("plain", "excel")
    )
    assert ",=1+1," in plain
    assert excel.startswith("\ufeff")
    assert ",=1+1," not in excel
    assert ",'=1+1," in excel


def test_parts_without_a_country_or_year_stand_apart(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    [tie] = _ties()
    codes = [("RU-IRK;RU-ZAB", "2017"), ("RU-IRK;CN-HL", "2017/2018"), ("../..", "....")]
    rows = [{**tie, "region": region, "period": period} for region, period in codes]
    save_tables(tmp_path / "rucn.parquet", {"tie": rows, "figure": []})
    none = "__HIVE_DEFAULT_PARTITION__"
    assert [name for name in sorted(_bytes_of(tmp_path / "rucn.parquet")) if name.endswith(".parquet")] == [
        "figure/country=RU/year=1970/part-0.parquet",
        "tie/country=RU/year=2017/part-0.parquet",
        f"tie/country={none}/year={none}/part-0.parquet",
    ]
