"""Several databases, and libraries of sources, asked together: as one, and whatever stands in their folders."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rucn
from tests.conftest import DATABASE, Program
from tests.small import write_library

Sources = dict[str, dict[str, list[dict[str, Any]]]]
OWN = [f"{name}/{key}" for name, key in (("harbin-2020", "q02"), ("harbin-2020", "q03"), ("irkutsk-2018", "q01"))]
ARTICLE = [f"q{number:02}" for number in range(1, 18)]


def _ids(ran: Any) -> list[str]:
    assert ran.code == 0, ran.err
    return [row["id"] for row in ran.json]


@pytest.fixture
def own(library: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a user whose library is the small one."""
    folder = tmp_path / "data" / "rucn"
    folder.mkdir(parents=True)
    library.rename(folder / "library")
    return {"XDG_DATA_HOME": str(tmp_path / "data")}


ASKED: list[tuple[str, str, list[str]]] = [
    # options, the variable, the quotes that answer
    ("", "", [*ARTICLE, *OWN]),
    ("--db bundled", "", ARTICLE),
    ("--db {library}", "", OWN),
    ("--db {library} --db bundled", "", [*OWN, *ARTICLE]),
    ("--db bundled --db {library}", "", [*ARTICLE, *OWN]),
    ("--db {library} --db {library}/", "", OWN),
    ("--db {library} --db {library}/irkutsk-2018.json", "", OWN),
    ("--db {library}/irkutsk-2018.json", "", OWN[2:]),
    ("--db {library}/irkutsk-2018.json --db {library}/harbin-2020.json", "", [*OWN[2:], *OWN[:2]]),
    ("", "{library}", OWN),
    ("", "bundled:{library}", [*ARTICLE, *OWN]),
    ("", "{library}:bundled:", [*OWN, *ARTICLE]),
    ("--db bundled", "{library}", ARTICLE),
]


@pytest.mark.parametrize(("options", "variable", "answer"), ASKED)
def test_what_is_asked(program: Program, own: dict[str, str], options: str, variable: str, answer: list[str]) -> None:
    library = f"{own['XDG_DATA_HOME']}/rucn/library"
    named = {"RUCN_DB": variable.format(library=library)} if variable else {}
    for _ in range(2):
        # The second time from what was kept of the first.
        ran = program("quotes", "--json", *options.format(library=library).split(), **own, **named)
        assert (_ids(ran), ran.err) == (answer, "")


def test_in_python(library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def ids(*named: Any) -> list[str]:
        return [quote["id"] for quote in rucn.open(*named).quotes()]

    assert ids(library) == ids(str(library)) == ids([library]) == OWN
    assert ids("bundled") == ids() == ARTICLE
    assert ids(["bundled", library]) == [*ARTICLE, *OWN]
    assert rucn.check([library, "bundled"]) == rucn.check(library) == []
    monkeypatch.chdir(tmp_path)
    Path("bundled").write_bytes((library / "irkutsk-2018.json").read_bytes())
    Path("irkutsk.json").symlink_to(library / "irkutsk-2018.json")
    assert ids("irkutsk.json") == ["irkutsk/q01"]
    with pytest.raises(rucn.errors.DatabaseError, match="is not named like a source"):
        ids("./bundled")
    with pytest.raises(rucn.errors.ArgumentError, match="not none"):
        rucn.open([])


LINES: list[tuple[str, str]] = [
    # command, and what its answer holds
    ("show irkutsk-2018/f01", "irkutsk-2018/q01"),
    ("show IRKUTSK-2018/F1", "irkutsk-2018/q01"),
    ("show irkutsk-2018", "First report"),
    ("show harbin-2020/r001", "Customs"),
    ("show harbin-2020/r1", "Customs"),
    ("show harbin-2020/e01", "harbin-2020/p02"),
    ("show irkutsk-2018/f01.earlier", "irkutsk-2018/f02"),
    ("show irkutsk-2018/f01.cny", "irkutsk-2018/f01"),
    ("cite irkutsk-2018/f02 --style bibtex", "rucn-irkutsk-2018/f02"),
    ("search sawmill tynda", "harbin-2020/p01"),
    ("timeline amur", "harbin-2020/e01"),
    ("references irkutsk", "harbin-2020/r001"),
    ("compare irkutsk --all", "harbin-2020/r001"),
    ("region irkutsk", "irkutsk-2018/f01"),
    ("official irkutsk-2018/o01", "irkutsk-2018/q01"),
    ("projects amur", "harbin-2020/p01"),
    ("trade irkutsk --implied --currency CNY", "irkutsk-2018/f01.national"),
]


@pytest.mark.parametrize(("line", "holds"), LINES)
def test_records_are_found_by_the_names_of_their_sources(
    program: Program, library: Path, line: str, holds: str
) -> None:
    for databases in (["--db", "bundled", "--db", str(library)], ["--db", str(library)]):
        ran = program(*line.split(), "--json", *databases)
        assert ran.code == 0, ran.err
        assert holds in ran.out


def test_ids_are_suggested_and_completed(program: Program, library: Path) -> None:
    ran = program("show", "irkutsk-2018/f99", "--db", str(library))
    assert (ran.code, ran.out) == (1, "")
    offered = program("show", "irkutsk-2018/f", "--db", str(library), _RUCN_COMPLETE="bash")
    assert offered.code == 0
    line = ("show", "--db", str(library), "irkutsk-2018/f")
    offered = program(*line, _RUCN_COMPLETE="bash")
    assert [one.partition("\t")[0] for one in offered.out.splitlines()] == [f"irkutsk-2018/f0{at}" for at in (1, 2, 3)]


Change = Callable[[Path, Sources], object]


def _changed(table: str, field: str, value: object, name: str = "harbin-2020") -> Change:
    def change(folder: Path, sources: Sources) -> None:
        tables = json.loads(json.dumps(sources[name]))
        tables[table][0][field] = value
        write_library(folder, {name: tables})

    return change


def _written(content: str, name: str = "harbin-2020") -> Change:
    return lambda folder, sources: (folder / f"{name}.json").write_text(content)


LEFT_OUT: dict[str, tuple[Change, str]] = {
    "something else": (_written('{"notes": {"1": {"a": 1}}}'), "harbin-2020.json is a TinyDB file of something else"),
    "broken": (_written('{"sources": {'), "line 1 cannot be read"),
    "empty": (_written(""), "harbin-2020.json is empty"),
    "no JSON": (_written("quotes"), "is not JSON in UTF-8"),
    "another's name": (_written("{}", "Harbin"), "Harbin.json is passed over: the name of a source has small letters"),
    "like an id": (_written("{}", "f03"), "f03.json is passed over: the name of a source"),
    "a loop": (lambda folder, sources: (folder / "a.json").symlink_to("a.json"), "a.json cannot be read: Too many"),
    "a folder": (lambda folder, sources: (folder / "a.json").mkdir(), "a.json is not a file"),
    "a pipe": (lambda folder, sources: os.mkfifo(folder / "a.json"), "a.json is not a file"),
    "a wrong number": (_changed("figures", "end", 1), "harbin-2020.json is not sound (f04, evidence: q02 has"),
    "another's id": (_changed("quotes", "official", "irkutsk-2018/o01"), "“irkutsk-2018/o01” is not known"),
    "an id with a name": (_changed("figures", "id", "harbin-2020/f04"), "the keys of figures look like"),
    "an unknown table": (
        lambda folder, sources: write_library(folder, {"harbin-2020": {**sources["harbin-2020"], "notes": []}}),
        "notes: no table of a database is called so",
    ),
    "two sources": (
        lambda folder, sources: write_library(
            folder, {"harbin-2020": {**sources["harbin-2020"], "sources": sources["harbin-2020"]["sources"] * 2}}
        ),
        "a file is of one source; here are 2",
    ),
    "a wrong reference": (_changed("references", "value", "much"), "r001, value: “much” stands where"),
    "a reference with the id of none": (_changed("references", "id", "q02"), "the ids of references look like r001"),
    "a link outside": (lambda folder, sources: (folder / "a.json").symlink_to(DATABASE), ""),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_is_not_sound_is_named_and_the_rest_answers(
    program: Program, library: Path, sources: Sources, case: str
) -> None:
    change, words = LEFT_OUT[case]
    change(library, sources)
    strict = program("quotes", "--json", "--strict", "--db", str(library))
    if not words:
        assert _ids(strict) == [f"a/{key}" for key in ARTICLE] + OWN
        return
    for _ in range(2):
        ran = program("quotes", "--json", "--db", str(library))
        assert set(_ids(ran)) >= {"irkutsk-2018/q01"}
        assert ran.err.count("\n") == 1
        assert ran.err.startswith("note: ")
        assert ran.err.endswith("; it is left out\n")
        assert words in ran.err
    assert (strict.code, strict.out) == (4, "")
    assert words in strict.error["message"]
    checked = program("check", "--json", "--db", str(library))
    assert checked.code == 4
    assert len(checked.json) >= 1


@pytest.mark.parametrize("content", [None, "", "rubbish"])
def test_where_nothing_is_left(program: Program, tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    for name in ("a", "b"):
        if content is not None:
            (folder / f"{name}.json").write_text(content)
    for command in ("quotes", "sources", "check"):
        ran = program(command, "--json", "--db", str(folder))
        assert (ran.code, ran.out) == (4, "")
        words = ("there is no source in",) if content is None else ("/a.json is", "/b.json is")
        assert all(one in ran.error["message"] for one in words)


def test_an_unsound_own_library_leaves_the_article(program: Program, own: dict[str, str]) -> None:
    folder = Path(own["XDG_DATA_HOME"]) / "rucn" / "library"
    for path in folder.iterdir():
        path.write_text("rubbish")
    ran = program("quotes", "--json", **own)
    assert _ids(ran) == ARTICLE
    assert ran.err.count("it is left out") == 2
    for path in folder.iterdir():
        path.unlink()
    assert program("quotes", "--json", **own).err == ""


def test_two_sources_of_one_name_and_ids_that_clash(program: Program, library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "irkutsk-2018.json").write_bytes((library / "irkutsk-2018.json").read_bytes())
    ran = program("quotes", "--json", "--db", str(library), "--db", str(other))
    assert _ids(ran) == OWN
    assert f"{other}/irkutsk-2018.json has ids that {library}/irkutsk-2018.json has too" in ran.err
    copied = tmp_path / "copy.json"
    copied.write_bytes(DATABASE.read_bytes())
    ran = program("quotes", "--json", "--db", "bundled", "--db", str(copied))
    assert _ids(ran) == ARTICLE
    assert "(s01, o01, o02)" in ran.err
    checked = program("check", "--json", "--db", "bundled", "--db", str(copied))
    assert (checked.code, len(checked.json)) == (4, 1)


def test_a_changed_file_answers_at_once(program: Program, library: Path) -> None:
    path = library / "irkutsk-2018.json"
    asked = ("sources", "--json", "--db", str(library))
    assert program(*asked).json[1]["title"] == "First report"
    status = path.stat()
    path.write_text(path.read_text().replace("First report", "Third report"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert program(*asked).json[1]["title"] == "Third report"
    path.unlink()
    assert [one["id"] for one in program(*asked).json] == ["harbin-2020"]
