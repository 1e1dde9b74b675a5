"""Every kind of record through every view: at terminals, in pipes and in every format, on the small database."""

import csv
import io
import json
from importlib import import_module
from pathlib import Path

import pytest

from rucn.model import records
from rucn.render import views
from rucn.render.answer import Added
from rucn.render.views.view import View
from tests.conftest import Program, terminal, uncoloured

LEGEND = "* inferred from the context"
# Every kind of record: the command line that answers with it, and an id or name that has to be seen.
RECORDS = [
    ("show q01", "q01"),
    ("show f01", "f01"),
    ("show p01", "p01"),
    ("show t01", "t01"),
    ("show o01", "o01"),
    ("show s01", "s01"),
    ("show n01", "n01"),
    ("show r001", "r001"),
    ("show e01", "e01"),
    ("show RU-IRK", "RU-IRK"),
    ("show f01.earlier", "f01.earlier"),
    ("show f05.usd", "f05.usd"),
    ("show p01.cny", "p01.cny"),
]
LISTS = [
    ("regions", "RU-IRK"),
    ("officials", "o03"),
    ("trade", "Irkutsk"),
    ("trade --currency USD", "USD"),
    ("trade --implied", "f01.earlier"),
    ("trade --implied --currency CNY", "CNY"),
    ("figures", "f06"),
    ("figures --currency EUR", "EUR"),
    ("projects", "p02"),
    ("projects --currency USD", "p01"),
    ("ties", "t01"),
    ("quotes", "q02"),
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
    ("region irkutsk", "f01"),
    ("region amur --currency USD", "p01"),
    ("region heilongjiang", "t01"),
    ("official o01", "q01"),
]
DRAWN = ["trade --chart", "trade --implied --chart", "compare --chart", "references irkutsk --stated --chart"]
EVERYTHING = [line for line, _ in (*RECORDS, *LISTS, *PROFILES)] + DRAWN


@pytest.mark.parametrize(("line", "seen"), [*RECORDS, *LISTS, *PROFILES])
@pytest.mark.parametrize("width", [40, 80])
def test_a_person_sees_it_at_a_terminal(window: Program, small: str, line: str, seen: str, width: int) -> None:
    ran = window(*line.split(), "--db", small, width=width)
    assert ran.code == 0
    drawn = "".join(uncoloured(ran.out).split())
    assert seen in drawn
    assert "Traceback" not in drawn


@pytest.mark.parametrize("line", EVERYTHING)
def test_a_pipe_has_it_with_a_legend_for_what_is_marked(program: Program, small: str, line: str) -> None:
    ran = program(*line.split(), "--db", small)
    assert ran.code == 0
    assert ran.out
    *body, last = ran.out.splitlines()
    if line in [one for one, _ in LISTS if one.split()[0] not in ("quotes", "search", "resolve")]:
        # The tie whose name has a star in it is not inferred.
        marked = any("*" in text.replace("Harbin * Expo", "") for text in body if not text.startswith(LEGEND))
        assert marked == any(text.startswith(LEGEND) for text in (*body, last))


@pytest.mark.parametrize(("line", "seen"), [*RECORDS, *LISTS, *PROFILES])
def test_programs_and_markdown_have_it(program: Program, small: str, line: str, seen: str) -> None:
    words = [*line.split(), "--db", small]
    content = program(*words, "--json").json
    assert seen in program(*words, "--json").out
    assert program(*words, "--format", "markdown").code == 0
    if isinstance(content, dict) and not line.startswith("show"):
        for form in ("csv", "tsv", "jsonl"):
            assert program(*words, "--format", form).code == 2
        return
    listed = content if isinstance(content, list) else [content]
    lines = program(*words, "--format", "jsonl").out.splitlines()
    assert [json.loads(one) for one in lines] == listed
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        header, *rows = csv.reader(io.StringIO(program(*words, "--format", form).out), delimiter=delimiter)
        assert len(rows) == len(listed)
        assert {name.partition(".")[0] for name in header} == set(listed[0])


@pytest.mark.parametrize("line", DRAWN)
@pytest.mark.parametrize("form", ["svg", "html"])
def test_it_is_drawn_into_a_file(program: Program, small: str, tmp_path: Path, line: str, form: str) -> None:
    path = tmp_path / f"drawn.{form}"
    ran = program(*line.removesuffix(" --chart").split(), "--save-chart", str(path), "--db", small)
    assert ran.code == 0
    assert "2017" in path.read_text(encoding="utf-8")


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


def test_a_star_in_a_name_is_no_mark(program: Program, small: str) -> None:
    ties = program("ties", "--db", small).out
    assert "Harbin * Expo" in ties
    assert LEGEND not in ties
    assert LEGEND in program("figures", "--db", small).out
    assert LEGEND not in program("figures", "--measure", "share", "--db", small).out


def test_every_kind_has_a_type_and_a_view() -> None:
    kinds = [path.stem for path in Path(views.__file__).parent.glob("*.py")]
    for kind in set(kinds) - {"__init__", "view", "shared"}:
        view: View[object] = import_module(f"rucn.render.views.{kind}").VIEW
        for added in (Added(), Added(converted=True), Added(implied=True), Added(series=True, converted=True)):
            assert hasattr(records, view.record_type(added))


@pytest.mark.parametrize("line", ["trade", "show f01", "compare --chart", "region irkutsk"])
def test_a_window_in_this_process_is_like_a_terminal(window: Program, small: str, line: str) -> None:
    words = [*line.split(), "--db", small]
    assert window(*words, width=72).out == terminal(*words, width=72, everything=True)


def test_the_small_database_is_sound(program: Program, small: str) -> None:
    assert program("check", "--db", small).err == "note: the database is sound\n"
