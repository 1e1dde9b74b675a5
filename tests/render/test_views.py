"""Every kind of record through every view: at terminals, in pipes and in every format, on the small database."""

import csv
import io
import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest
from rich.cells import cell_len

from rucn.cli.app import COMMANDS, PLAIN
from rucn.model import records
from rucn.model.vocabulary import CitationStyle
from rucn.render import views
from rucn.render.answer import Added
from rucn.render.views.view import View
from tests.conftest import DATABASE, Program, terminal, uncoloured
from tests.small import small_database, small_references

LEGENDS = {
    # what stands right after a value that is marked, and how the line begins that explains it
    "*": "* inferred from the context",
    "(?)": "(?) ",
    "†": "† without a period of its own",
}
# Every kind of record: the command line that answers with it, and an id or name that has to be seen.
RECORDS = [
    ("show q01", "q01"),
    ("show f01", "f01"),
    ("show f06", "f06"),
    ("show p01", "p01"),
    ("show p02", "p02"),
    ("show t01", "t01"),
    ("show o01", "o01"),
    ("show s01", "s01"),
    ("show s02", "s02"),
    ("show n01", "n01"),
    ("show r001", "r001"),
    ("show e01", "e01"),
    ("show RU-IRK", "RU-IRK"),
    ("show f01.earlier", "f01.earlier"),
    ("show f01.earlier.cny", "f01.earlier.cny"),
    ("show f01.national", "f01.national"),
    ("show f05.usd", "f05.usd"),
    ("show p01.cny", "p01.cny"),
    ("show r001.rub", "r001.rub"),
]
CITED = ("q01", "f01", "p01", "t01", "s01", "n01", "r001", "e01")
CITATIONS = [
    *((f"cite {key}", key) for key in CITED),
    *((f"cite f01 --style {style}", "f01") for style in get_args(CitationStyle)),
]
LISTS = [
    ("regions", "RU-IRK"),
    ("regions --stated", "CN-HL"),
    ("officials", "o03"),
    ("trade", "Irkutsk"),
    ("trade --currency USD", "USD"),
    ("trade --implied", "f01.earlier"),
    ("trade --implied --currency CNY", "CNY"),
    ("trade --top 1 --by growth", "Irkutsk"),
    ("figures", "f06"),
    ("figures --currency EUR", "EUR"),
    ("timeline", "e01"),
    ("timeline --period 2017", "f02"),
    ("projects", "p02"),
    ("projects --currency USD", "p01"),
    ("ties", "t01"),
    ("quotes", "q02"),
    ("quotes --about trade", "q03"),
    ("references", "r001"),
    ("references --currency CNY", "r002"),
    ("references irkutsk --stated", "f01"),
    ("references irkutsk --stated --currency RUB", "f02"),
    ("compare", "f01"),
    ("compare --currency RUB", "r001"),
    ("search trade", "q01"),
    ("sources", "s02"),
    ("resolve irkutsk altai tuvalu", "RU-IRK"),
]
PROFILES = [
    ("region irkutsk", "q01"),
    ("region amur --currency USD", "p01"),
    ("region heilongjiang", "t01"),
    ("official o01", "q01"),
    ("official o02", "p02"),
]
CHARTS = [
    ("trade --chart", "Irkutsk"),
    ("trade --implied --chart", "Irkutsk"),
    ("trade --implied --currency RUB --chart", "Irkutsk"),
    ("compare --chart", "r001"),
    ("compare --currency CNY --chart", "r001"),
    ("references --chart", "r002"),
    ("references irkutsk --stated --chart", "f01"),
    ("references irkutsk --stated --currency CNY --chart", "2017*"),
]
RECORD_LINES = [*RECORDS, *CITATIONS, *LISTS, *PROFILES]
EVERYTHING = [*RECORD_LINES, *CHARTS]


def _squeezed(drawn: str) -> str:
    """A drawing without its colours, and without blanks: a window may break a line anywhere."""
    return "".join(uncoloured(drawn).split())


def _require_whole(drawn: str, seen: str) -> None:
    """Fails where a drawing lacks what has to be seen, or lets Python be seen."""
    assert "".join(seen.split()) in _squeezed(drawn)
    assert "Traceback" not in drawn
    assert not re.search(r"\bNone\b|\bMark\.|<rucn", drawn)


def _ids(content: Any) -> list[str]:
    """The ids and codes of the records of a list."""
    rows = content if isinstance(content, list) else []
    return [key for row in rows if (key := row.get("id") or row.get("code"))]


@pytest.mark.parametrize(("line", "seen"), EVERYTHING)
@pytest.mark.parametrize("width", [40, 80])
def test_a_person_sees_it_at_a_terminal(
    window: Program, program: Program, small: str, line: str, seen: str, width: int
) -> None:
    words = [*line.split(), "--db", small]
    ran = window(*words, width=width)
    assert ran.code == 0
    _require_whole(ran.out, seen)
    if (line, seen) not in CITATIONS:
        # A citation is to be pasted, and left to the terminal as it is.
        assert max(map(cell_len, uncoloured(ran.out).splitlines())) <= width
    if (line, seen) in LISTS:
        assert [key for key in _ids(program(*words, "--json").json) if key not in _squeezed(ran.out)] == []
    assert all(text.startswith(("note: ", "tip: ")) for text in ran.err.splitlines()[:1])
    assert window(*words, "--quiet", width=width) == ran._replace(err="")


TIPS = {
    "regions": "rucn region RU-AMU",
    "officials": "rucn official o01",
    "trade": "rucn show f01",
    "figures": "rucn show f01",
    "projects": "rucn show p01",
    "ties": "rucn show t01",
    "quotes": "rucn show q01",
    "references": "rucn cite r001",
    "compare": "rucn show f01",
    "search trade": "rucn show q01",
    "region irkutsk": "rucn show q01",
    "official o02": "rucn show q02",
    "sources": "",
    "show f01": "",
    "cite f01": "",
}


@pytest.mark.parametrize(("line", "tip"), TIPS.items())
def test_a_tip_names_a_record_of_the_answer(window: Program, program: Program, small: str, line: str, tip: str) -> None:
    words = [*line.split(), "--db", small]
    ran = window(*words)
    assert (f"tip: {tip}" in ran.err) if tip else ("tip: " not in ran.err)
    assert "tip: " not in program(*words).err
    if tip:
        assert tip.split()[-1] in program(*words, "--json").out
        assert program(*tip.split()[1:], "--db", small).code == 0


@pytest.mark.parametrize(("line", "seen"), EVERYTHING)
def test_a_pipe_has_it(program: Program, small: str, line: str, seen: str) -> None:
    words = [*line.split(), "--db", small]
    ran = program(*words)
    assert ran.code == 0
    _require_whole(ran.out, seen)
    if (line, seen) in LISTS:
        assert [key for key in _ids(program(*words, "--json").json) if key not in ran.out] == []


@pytest.mark.parametrize(("line", "seen"), RECORD_LINES)
def test_programs_have_it(program: Program, small: str, line: str, seen: str) -> None:
    words = [*line.split(), "--db", small]
    whole = program(*words, "--json")
    content = whole.json
    assert whole.code == 0
    assert seen in whole.out
    if (line, seen) in PROFILES:
        for form in ("csv", "tsv", "jsonl"):
            ran = program(*words, "--format", form)
            assert (ran.code, ran.out) == (2, "")
        return
    listed = content if isinstance(content, list) else [content]
    assert bool(listed)
    lines = program(*words, "--format", "jsonl").out.splitlines()
    assert [json.loads(one) for one in lines] == listed
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        ran = program(*words, "--format", form)
        header, *rows = csv.reader(io.StringIO(ran.out), delimiter=delimiter)
        assert ran.code == 0
        assert len(rows) == len(listed)
        assert {len(row) for row in rows} == {len(header)}
        assert list(dict.fromkeys(name.partition(".")[0] for name in header)) == list(listed[0])
        key = next((at for at, name in enumerate(header) if name in ("id", "code")), None)
        assert key is None or [row[key] for row in rows] == [row.get("id") or row["code"] or "" for row in listed]


@pytest.mark.parametrize(("line", "seen"), RECORD_LINES)
def test_markdown_has_it(program: Program, small: str, line: str, seen: str) -> None:
    words = [*line.split(), "--db", small]
    ran = program(*words, "--format", "markdown")
    assert ran.code == 0
    _require_whole(ran.out, seen)
    if (line, seen) in LISTS:
        assert [key for key in _ids(program(*words, "--json").json) if key not in ran.out] == []


DRAWN = [line for line, _ in (*RECORDS, *LISTS, *PROFILES, *CHARTS)]


@pytest.mark.parametrize("line", DRAWN)
def test_what_is_marked_has_a_legend_and_nothing_else_has(
    program: Program, window: Program, small: str, line: str
) -> None:
    words = [*line.split(), "--db", small]
    for drawn in (program(*words).out, uncoloured(window(*words, width=200).out)):
        for mark, legend in LEGENDS.items():
            # A mark stands at a value; the tie whose name has a star in it is not inferred.
            lines = drawn.replace("Harbin * Expo", "").splitlines()
            explained = [text for text in lines if text.startswith(legend)]
            marked = [
                text for text in lines if text not in explained and re.search(rf"(?:\S ?|^\s+){re.escape(mark)}", text)
            ]
            assert bool(marked) == bool(explained), drawn


@pytest.mark.parametrize(
    ("line", "is_marked"),
    [("ties", False), ("show t01", False), ("figures --by auditor", False), ("figures", True), ("sources", True)],
)
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_star_in_a_name_is_no_mark(program: Program, small: str, line: str, is_marked: bool, form: str) -> None:
    out = program(*line.split(), "--db", small, "--format", form).out.replace("\\", "")
    assert ("Harbin * Expo" in out) == ("t" in line.split()[-1][0])
    assert (LEGENDS["*"] in out) == is_marked


@pytest.mark.parametrize("line", [line.removesuffix(" --chart") for line, _ in CHARTS])
@pytest.mark.parametrize("form", ["svg", "html"])
def test_it_is_drawn_into_a_file(program: Program, small: str, tmp_path: Path, line: str, form: str) -> None:
    path = tmp_path / f"drawn.{form}"
    ran = program(*line.split(), "--save-chart", str(path), "--db", small)
    assert ran.code == 0
    drawn = path.read_text(encoding="utf-8")
    assert "2017" in drawn
    assert "None" not in drawn


@pytest.mark.parametrize("line", ["show o01", "show RU-IRK", "officials", "regions"])
@pytest.mark.parametrize("form", ["table", "markdown", "json", "jsonl", "csv", "tsv"])
def test_a_field_of_an_object_is_a_field(program: Program, small: str, line: str, form: str) -> None:
    ran = program(*line.split(), "--fields", "names.en,names", "--format", form, "--db", small)
    assert ran.code == 0
    assert "names.en" in ran.out
    assert "Speaker" in ran.out or "Irkutsk" in ran.out


@pytest.mark.parametrize("line", [one for one, _ in (*RECORDS, *LISTS)])
@pytest.mark.parametrize("form", ["table", "markdown", "jsonl"])
def test_a_limit_of_none_is_none_at_all(program: Program, small: str, line: str, form: str) -> None:
    ran = program(*line.split(), "--limit", "0", "--format", form, "--db", small)
    assert ran.code == 0
    assert len(ran.out.splitlines()) == (2 if form == "markdown" and line in [one for one, _ in LISTS] else 0)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "markdown"])
def test_problems_are_told_in_every_format(
    program: Program, window: Program, written: Callable[[Any], str], tables: Any, form: str
) -> None:
    content = small_database(tables)
    content["figures"]["2"]["value"] = 13
    line = ("check", "--db", written(content), "--format", form)
    ran = program(*line)
    assert ran.code == 4
    for seen in ("f02", "value", "12.5"):
        assert seen in ran.out
    assert window(*line, width=40).code == 4


def test_every_command_and_kind_is_among_these() -> None:
    asked = {line.split()[0] for line, _ in EVERYTHING}
    # Problems, exports and what is kept have tests of their own; a text and a schema are no records.
    assert asked == set(COMMANDS) - {"check", "export", "schema", "add", "remove", *PLAIN}


def test_every_kind_has_a_type_and_a_view() -> None:
    kinds = [path.stem for path in Path(views.__file__).parent.glob("*.py")]
    for kind in set(kinds) - {"__init__", "view", "shared"}:
        view: View[object] = import_module(f"rucn.render.views.{kind}").VIEW
        for added in (Added(), Added(converted=True), Added(implied=True), Added(series=True, converted=True)):
            assert hasattr(records, view.record_type(added))


@pytest.fixture(scope="module")
def backwards(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the small database with the fields of all its rows stored in the opposite order."""
    folder = tmp_path_factory.mktemp("backwards")
    content = small_database(json.loads(DATABASE.read_text(encoding="utf-8")))
    path = folder / "small.json"
    tables = {name: {key: _reversed(row) for key, row in rows.items()} for name, rows in content.items()}
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    lines = (json.dumps(_reversed(row), ensure_ascii=False) for row in small_references())
    (folder / "references.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def _reversed(value: Any) -> Any:
    if isinstance(value, list):
        return [_reversed(one) for one in value]
    return {key: _reversed(value[key]) for key in reversed(value)} if isinstance(value, dict) else value


@pytest.mark.parametrize("line", [line for line, _ in (*RECORDS, *LISTS, *PROFILES)])
@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_the_order_in_which_fields_are_stored_does_not_matter(
    program: Program, small: str, backwards: str, line: str, form: str
) -> None:
    words = [*line.split(), "--format", form, "--db"]
    assert program(*words, backwards) == program(*words, small)


def test_names_stand_under_their_languages(program: Program, backwards: str) -> None:
    for command in ("regions", "officials"):
        rows = list(csv.DictReader(io.StringIO(program(command, "--format", "csv", "--db", backwards).out)))
        assert [row["names.en"] for row in rows] == [row["name"] for row in rows]
        assert len(rows) == 3


# A window of this process is like a terminal: for each kind of thing drawn, in a process of its own too.
ALIKE = [
    # command line, width, environment
    ("trade", 72, {}),
    ("trade", 40, {}),
    ("figures", 200, {}),
    ("show f01", 72, {}),
    ("show f01", 72, {"NO_COLOR": "1"}),
    ("show f01", 72, {"TERM": "dumb"}),
    ("show s01", 40, {}),
    ("quotes", 120, {"COLUMNS": "60"}),
    ("compare --chart", 60, {}),
    ("region irkutsk", 72, {}),
    ("search warehouse", 40, {}),
    ("region tuvalu", 40, {}),
]


@pytest.mark.parametrize(("line", "width", "environment"), ALIKE)
def test_a_window_in_this_process_is_like_a_terminal(
    window: Program, small: str, line: str, width: int, environment: dict[str, str]
) -> None:
    words = [*line.split(), "--db", small]
    ran = window(*words, width=width, **environment)
    assert ran.out + ran.err == terminal(*words, width=width, everything=True, **environment)


def test_the_small_database_is_sound(program: Program, small: str) -> None:
    assert program("check", "--db", small).err == "note: the database is sound\n"
