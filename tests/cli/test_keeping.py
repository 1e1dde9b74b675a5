"""A library of one's own is kept by commands: a source is added, put right, and removed."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from rucn.store.library import TRASH
from tests.conftest import DATABASE, Program

MADE: dict[str, Any] = {
    "sources": [
        {
            "title": "A fair opens",
            "publisher": "A newspaper",
            "address": "https://example.org/fair",
            "published": "2019-06",
            "language": "en",
            "sections": ["Trade"],
        }
    ],
    "officials": [
        {"id": "o01", "name": "First Speaker", "role": "government_chair", "region": "CN-HL", "country": "CN"}
    ],
    "quotes": [
        {
            "id": "q01",
            "official": "o01",
            "title": "Chairman of the People’s Government of Heilongjiang Province",
            "topics": ["trade"],
            "text": "Last year trade of Heilongjiang Province with Russia reached USD 18 billion, which is 65% more",
        }
    ],
    "figures": [
        {
            "quote": "q01",
            "region": "CN-HL",
            "partner": "RU",
            "scope": "bilateral",
            "period": "2018",
            "period_as_stated": "Last year",
            **figure,
        }
        for figure in (
            {"measure": "trade_volume", "value": 18_000_000_000, "unit": "USD", "evidence": "reached USD 18 billion"},
            {"measure": "trade_growth", "value": 65, "unit": "percent", "evidence": "65% more"},
        )
    ],
}


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has no library yet."""
    return {"XDG_DATA_HOME": str(tmp_path / "data")}


def _folder(home: dict[str, str]) -> Path:
    return Path(home["XDG_DATA_HOME"]) / "rucn" / "library"


def _written(tmp_path: Path, made: Any, name: str = "fair-2019.json") -> str:
    path = tmp_path / name
    path.write_text(made if isinstance(made, str) else json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_a_source_is_added_asked_and_removed(program: Program, home: dict[str, str], tmp_path: Path) -> None:
    ran = program("add", _written(tmp_path, MADE), "--json", **home)
    assert ran.code == 0, ran.err
    assert {field: ran.json[field] for field in ("id", "title", "quotes", "sha256")} == {
        "id": "fair-2019",
        "title": "A fair opens",
        "quotes": 1,
        "sha256": None,
    }
    assert "fair-2019 is in" in ran.err
    rows = program("trade", "heilongjiang", "--json", **home).json
    assert [(row["volume"], row["growth_percent"], row["source"]) for row in rows] == [(18e9, 65, "fair-2019")]
    quote = program("show", "fair-2019/q01", "--json", **home).json
    assert quote["mentions"] == ["CN-HL"]
    figure = program("show", "fair-2019/f02", "--json", **home).json
    assert quote["text"][figure["start"] : figure["end"]] == "65% more"
    assert figure["inferred"] == ["period"]
    assert [one["id"] for one in program("sources", "--json", **home).json] == ["s01", "fair-2019"]
    ran = program("remove", "Fair-2019", "--yes", "--json", **home)
    assert (ran.code, ran.json["id"]) == (0, "fair-2019")
    [kept] = (_folder(home) / TRASH).iterdir()
    assert str(kept) in ran.err
    assert [one["id"] for one in program("sources", "--json", **home).json] == ["s01"]
    # What was kept is a file of a source, and can be added again.
    assert program("add", str(kept), "--name", "fair-2019", **home).code == 0


def test_a_whole_database_may_be_added(program: Program, home: dict[str, str]) -> None:
    assert program("add", str(DATABASE), "--name", "article", "--db", str(_folder(home))).code == 0
    stored = json.loads((_folder(home) / "article.json").read_text(encoding="utf-8"))
    assert "regions" not in stored
    ran = program("quotes", "--json", "--db", str(_folder(home)))
    assert ran.json[0]["id"] == "article/q01"


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a number": ({"figures": [{**MADE["figures"][1], "value": 66}]}, "66 is stored"),
    "a word": ({"figures": [{**MADE["figures"][1], "evidence": "75% more"}]}, "is missing"),
    "a region": ({"figures": [{**MADE["figures"][1], "region": "CN-XX"}]}, "“CN-XX” is not known"),
    "a type": ({"quotes": [{**MADE["quotes"][0], "topics": "trade"}]}, "a list of"),
    "a text": ({"quotes": [{**MADE["quotes"][0], "text": 7}]}, "stands where printable text is expected"),
    "an official": ({"quotes": [{**MADE["quotes"][0], "official": "o02"}]}, "“o02” is not known"),
    "two sources": ({"sources": [*MADE["sources"], {**MADE["sources"][0], "id": "s02"}]}, "here are 2"),
    "a table": ({"notes": [{"id": "x"}]}, "no table of a database is called so"),
    "a field": ({"sources": [{**MADE["sources"][0], "note\u202e": "x"}]}, "no such field belongs here"),
    "a reference": ({"references": [{"id": "r001", "region": "CN-HL"}]}, "the field is missing"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_not_sound_is_not_stored(program: Program, home: dict[str, str], tmp_path: Path, case: str) -> None:
    change, words = WRONG[case]
    ran = program("add", _written(tmp_path, {**MADE, **change}), "--json", **home)
    assert ran.code == 4
    assert any(words in problem["message"] for problem in ran.json)
    assert "is not added" in ran.err
    assert not _folder(home).exists()


REFUSED: dict[str, tuple[str, str, int]] = {
    # the content of the file, what is said, the exit code
    "no JSON": ("rubbish", "is not JSON in UTF-8", 4),
    "a list": ("[]", "is not a TinyDB file", 4),
    "rows that are none": ('{"sources": ["a"]}', "is not a TinyDB file", 4),
    "no source": ('{"quotes": []}', "it has no sources", 4),
    "nested": ("[" * 100_000, "nested too deep", 4),
    "empty": ("", "is empty", 4),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_such_file_is_refused(program: Program, home: dict[str, str], tmp_path: Path, case: str) -> None:
    content, words, code = REFUSED[case]
    ran = program("add", _written(tmp_path, content), "--json", **home)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.error["message"]
    assert not _folder(home).exists()


@pytest.mark.parametrize("name", ["Fair", "../fair", "f03", "bundled", "", "фair", "a" * 65])
def test_names_that_no_source_may_have(program: Program, home: dict[str, str], tmp_path: Path, name: str) -> None:
    ran = program("add", _written(tmp_path, MADE), "--name", name, "--json", **home)
    assert (ran.code, ran.error["code"]) == (2, "usage")
    assert not _folder(home).exists()


def test_a_name_that_is_taken(program: Program, home: dict[str, str], tmp_path: Path) -> None:
    path = _written(tmp_path, MADE)
    assert program("add", path, **home).code == 0
    before = (_folder(home) / "fair-2019.json").read_bytes()
    changed = _written(tmp_path, {**MADE, "sources": [{**MADE["sources"][0], "title": "Another"}]})
    assert program("add", changed, **home).code == 2
    assert (_folder(home) / "fair-2019.json").read_bytes() == before
    wrong = _written(tmp_path, {**MADE, "figures": []}, "wrong.json")
    assert program("add", wrong, "--name", "fair-2019", "--replace", **home).code == 4
    assert (_folder(home) / "fair-2019.json").read_bytes() == before
    ran = program("add", changed, "--replace", "--json", **home)
    assert (ran.code, ran.json["title"]) == (0, "Another")
    # What was replaced is kept, as what is removed.
    [kept] = (_folder(home) / TRASH).iterdir()
    assert kept.read_bytes() == before


def test_check_puts_right_what_can_be_known(program: Program, home: dict[str, str], tmp_path: Path) -> None:
    assert program("add", _written(tmp_path, MADE), **home).code == 0
    path = _folder(home) / "fair-2019.json"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("with Russia reached", "with Russia then reached"), encoding="utf-8")
    assert program("check", **home).code == 4
    ran = program("check", "--fix", "--json", **home)
    assert (ran.code, ran.json) == (0, [])
    assert "put right: q01 sha256, f01 start, f01 end, f02 start, f02 end" in ran.err
    fixed = path.read_bytes()
    ran = program("check", "--fix", **home)
    assert (ran.code, "put right" in ran.err, path.read_bytes()) == (0, False, fixed)
    path.write_text(whole.replace("65% more", "75% more", 1), encoding="utf-8")
    # No one can know what is meant there.
    assert program("check", "--fix", **home).code == 4


def test_the_installed_database_is_never_written(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def written(*arguments: object) -> None:
        raise AssertionError("it is written")

    monkeypatch.setattr("rucn.store.writing.write_tables", written)
    assert program("check", "--fix", "--db", "bundled").code == 0


UNKNOWN = ["fair", "s01", "../fair-2019", "", "fair-2019/q01"]


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_no_source_is_not_removed(program: Program, home: dict[str, str], tmp_path: Path, name: str) -> None:
    assert program("add", _written(tmp_path, MADE), **home).code == 0
    ran = program("remove", name, "--yes", "--json", **home)
    assert (ran.code, ran.out) == (1, "")
    assert "there are: fair-2019" in ran.error["message"]
    assert (_folder(home) / "fair-2019.json").exists()


def test_a_broken_source_may_be_removed(program: Program, library: Path) -> None:
    (library / "broken.json").write_text("rubbish")
    ran = program("remove", "broken", "--yes", "--json", "--db", str(library))
    assert (ran.code, ran.json) == (0, [])
    assert "broken is removed" in ran.err
    assert sorted(os.listdir(library)) == [".rucn.lock", TRASH, "harbin-2020.json", "irkutsk-2018.json"]


def test_nobody_is_there_to_be_asked(program: Program, library: Path) -> None:
    ran = program("remove", "harbin-2020", "--json", "--db", str(library))
    assert (ran.code, ran.error["code"]) == (2, "usage")
    assert "--yes" in ran.error["message"]
    assert (library / "harbin-2020.json").exists()


@pytest.mark.parametrize("line", [["--db", "bundled"], ["--db", "{library}", "--db", "{library}/.."]])
def test_which_library_is_meant(program: Program, library: Path, line: list[str]) -> None:
    ran = program("remove", "harbin-2020", "--yes", "--json", *(one.format(library=library) for one in line))
    assert (ran.code, ran.error["code"]) == (2, "usage")


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "is_removed"), [("y\n", True), ("YES\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_a_person_is_asked(
    window: Program, library: Path, monkeypatch: pytest.MonkeyPatch, typed: str, is_removed: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", _Keyboard(typed))
    ran = window("remove", "harbin-2020", "--db", str(library))
    assert ran.code == 0
    assert "Remove harbin-2020 (“Second report”, quotes: 2)? [y/N]" in ran.err
    assert (library / "harbin-2020.json").exists() != is_removed
    assert ("nothing is removed" in ran.err) != is_removed
