"""Whatever is typed, and whatever a file holds: one clear line, the exit code of the contract, no traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Program, Ran

LONG = "ж" * 10_000

WRONG = [
    # arguments, exit code, words in the message
    (["region", "atlantis"], 1, "no region is called “atlantis”"),
    (["region", ""], 1, "empty name"),
    (["region", "   "], 1, "empty name"),
    (["region", "область"], 1, "no region"),
    (["region", LONG], 1, "no region"),
    (["region", "\x1b[31mred\x07"], 1, "\\x1b[31mred\\x07"),
    (["region", "irkутsk浙江"], 1, "no region"),
    (["region", "altai"], 3, "RU-ALT"),
    (["region", "leningrad"], 3, "RU-LEN"),
    (["region"], 2, "Missing argument"),
    (["region", "irkutsk", "kaluga"], 2, "unexpected extra argument"),
    (["official", "nobody at all"], 1, "no official"),
    (["officials", "--role", "emperor"], 1, "no role"),
    (["officials", "--country", "mars"], 1, "no country"),
    (["figures", "--measure", "happiness"], 1, "no measure"),
    (["figures", "--period", "someday"], 1, "no period"),
    (["figures", "--period", "2018-13"], 1, "no period"),
    (["figures", "--by", "nobody at all"], 1, "no person, region or role"),
    (["figures", "--region", ""], 1, "empty name"),
    (["projects", "--sector", "astrology"], 1, "no sector"),
    (["projects", "--status", "dreamt"], 1, "no status"),
    (["projects", "--kind", ""], 1, "no kind"),
    (["ties", "--kind", "duel"], 1, "no kind"),
    (["quotes", "--topic", "astrology"], 1, "no topic"),
    (["quotes", "--about", " "], 1, "empty text"),
    (["search", ""], 1, "empty text"),
    (["search"], 2, "Missing argument"),
    (["show", "q99"], 1, "no record has the id “q99”"),
    (["show", ""], 1, "no record"),
    (["show", LONG], 1, "no record"),
    (["nonsense"], 2, "No such command"),
    (["trad"], 2, "trade"),
    (["trade", "--nonsense"], 2, "No such option"),
    (["trade", "--format", "xml"], 2, "xml"),
    (["trade", "--json", "--format", "csv"], 2, "contradict"),
    (["trade", "--limit", "-1"], 2, "-1"),
    (["trade", "--limit", "many"], 2, "many"),
    (["trade", "--limit", ""], 2, "whole number"),
    (["trade", "--limit", "²"], 2, "whole number"),
    (["trade", "--fields", "volume,nonsense"], 2, "there is no field “nonsense”"),
    (["trade", "--fields", ""], 2, "there is no field “”"),
    (["trade", "--sort", "nonsense"], 2, "there is no field “nonsense”"),
    (["trade", "--db", ""], 2, "path"),
    (["check", "--source", "/nonexistent/article.txt"], 2, "No such file"),
    (["check", "--source", "/"], 2, "not a file"),
    (["regions", "--country", "france"], 1, "known: RU, CN"),
    (["projects", "--sector", "astrology"], 1, "wood, agriculture"),
    (["trade", "china"], 1, "is a country (CN), no region; --country CN"),
    (["trade", "Россия"], 1, "is a country (RU)"),
    (["show", "irkutsk"], 1, "did you mean RU-IRK (Irkutsk Region)?"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG)
def test_wrong_input(program: Program, arguments: list[str], code: int, words: str) -> None:
    plain, as_json = program(*arguments), program(*arguments, "--json")
    assert (plain.code, plain.out) == (code, "")
    assert words in plain.err
    assert plain.err.count("\n") == 1
    assert plain.err[:-1].isprintable()
    if "--json" not in arguments:
        assert (as_json.code, as_json.out) == (code, "")
        assert as_json.error["code"] == {1: "not_found", 2: "usage", 3: "ambiguous"}[code]
        assert words in as_json.error["message"]


def test_an_option_without_its_value_leads_to_the_help_of_its_command(program: Program) -> None:
    ran = program("figures", "--json", "--region")
    assert ran.code == 2
    assert "`rucn figures --help`" in ran.error["message"]


def test_an_ambiguous_name_lists_its_candidates(program: Program) -> None:
    candidates = program("region", "altai", "--json").error["candidates"]
    assert [(one["code"], one["score"]) for one in candidates] == [("RU-AL", 100), ("RU-ALT", 100)]
    assert [list(one) for one in candidates] == [["code", "name", "score"]] * 2


def test_an_official_is_suggested_by_id(program: Program) -> None:
    candidates = program("official", "levchenkovich", "--json").error["candidates"]
    assert [list(one) for one in candidates][:1] == [["id", "name", "score"]]


def _broken(folder: Path) -> dict[str, tuple[Path, str]]:
    contents = {
        "empty": (b"", "empty"),
        "blank": (b" \n", "line 2 cannot be read"),
        "broken": (b'{"quotes": {', "not JSON"),
        "latin": ('{"é": 1}'.encode("latin-1"), "byte 2 is no UTF-8"),
        "marked": ("\ufeff{}".encode(), "byte order mark"),
        "long": (b"[" + b"9" * 5000 + b"]", "a number in it is too long"),
        "twice": (b'{"quotes": {"1": {}, "1": {}}, "regions": {}}', "stands twice"),
        "array": (b"[1, 2]", "not a TinyDB file"),
        "number": (b"7", "not a TinyDB file"),
        "null": (b"null", "not a TinyDB file"),
        "other": (b'{"_default": {"1": {"a": 1}}}', "something else"),
        "flat": (b'{"quotes": {"1": 5}, "regions": {}}', "not a TinyDB file"),
        "deep": (b"[" * 100_000 + b"]" * 100_000, "nested too deep"),
        "partial": (b'{"quotes": {}, "regions": {}}', "not sound"),
    }
    for name, (content, _) in contents.items():
        (folder / f"{name}.json").write_bytes(content)
    return {name: (folder / f"{name}.json", words) for name, (_, words) in contents.items()}


NAMES = [
    "empty",
    "blank",
    "broken",
    "latin",
    "marked",
    "long",
    "twice",
    "array",
    "number",
    "null",
    "other",
    "flat",
    "deep",
    "partial",
]


@pytest.mark.parametrize("name", NAMES)
def test_broken_databases(program: Program, tmp_path: Path, name: str) -> None:
    path, words = _broken(tmp_path)[name]
    before = path.read_bytes()
    ran = program("trade", "--db", str(path))
    assert (ran.code, ran.out) == (4, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1
    assert path.read_bytes() == before
    assert program("trade", "--db", str(path), "--json").error["code"] == "database"
    if name not in ("partial", "twice"):
        assert program("check", "--db", str(path)).code == 4


def test_a_missing_database_is_never_created(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "absent.json"
    ran = program("trade", "--db", str(path))
    assert (ran.code, ran.out) == (4, "")
    assert "there is no file" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["/", "/dev/null", "/dev/zero", "/etc/passwd/x", "bad\x00name"])
def test_what_is_no_database_file(program: Program, path: str) -> None:
    ran = program("trade", "--db", path)
    assert ran.code in (2, 4)
    assert ran.err.count("\n") == 1


UNSOUND: list[tuple[str, str, Any]] = [
    ("figures", "value", "many"),
    ("figures", "value", float("nan")),
    ("figures", "region", "RU-XXX"),
    ("figures", "quote", "q99"),
    ("figures", "scope", None),
    ("figures", "start", True),
    ("quotes", "official", "o99"),
    ("quotes", "text", "\x1b[31m"),
    ("quotes", "topics", "trade"),
    ("projects", "places", [{"name": "x"}]),
    ("projects", "sectors", ["astrology"]),
    ("regions", "names", None),
    ("quotes", "region", 5),
    ("terms", "vocabulary", "astrology"),
    ("ties", "period", "someday"),
]


@pytest.mark.parametrize(("table", "field", "value"), UNSOUND)
def test_unsound_records(program: Program, tables: Any, written: Any, table: str, field: str, value: Any) -> None:
    tables[table]["1"][field] = value
    path = written(tables)
    ran = program("region", "irkutsk", "--db", path)
    assert (ran.code, ran.out) == (4, "")
    assert "not sound" in ran.err
    assert ran.err.count("\n") == 1
    assert program("check", "--db", path).code == 4


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    command=st.sampled_from(
        [["region"], ["official"], ["show"], ["trade"], ["search"], ["quotes", "--by"], ["projects", "--sector"]]
    ),
    text=st.text(max_size=60).filter(lambda text: not text.startswith("-")),
)
def test_no_text_ends_in_a_traceback(program: Program, command: list[str], text: str) -> None:
    ran: Ran = program(*command, text, "--json")
    assert ran.code in (0, 1, 3)
    if ran.code:
        assert json.loads(ran.err)["error"]["code"] in ("not_found", "ambiguous")
    else:
        json.loads(ran.out)
