"""A library is a folder: what is a source in it, what is none, and what becomes of a removed one."""

import os
import re
import sys
from collections.abc import Callable
from datetime import datetime as real_datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from rucn.model.errors import DatabaseError, NotFoundError, OutputError, UsageError
from rucn.model.paths import library_folder, user_folder
from rucn.store import files
from rucn.store import library as module
from rucn.store.library import TRASH, Library
from rucn.store.locking import LOCK

TABLES: dict[str, list[dict[str, Any]]] = {"sources": [{"id": "s01"}], "quotes": [{"id": "q01"}]}
HOSTILE = [
    "",
    ".",
    "..",
    "../a",
    "/etc/passwd",
    "a/b",
    "a\0",
    "a\n",
    "-a",
    "a-",
    "a--b",
    "A",
    "a b",
    "a.b",
    ".trash",
    "харбин",
    "哈尔滨",
    "\x1b[2J",
    "~",
    "$HOME",
    "a" * 65,
    "bundled",
    "f03",
    "ru-irk",
]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library of two sources, in a folder that did not exist."""
    made = Library(tmp_path / "new" / "library")
    for name in ("harbin-2019", "a"):
        assert made.write(name, TABLES) == made.folder / f"{name}.json"
    return made


def _read_all(library: Library) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The rows of each source by its name, and each file that is none of a source with why it is not."""
    found, problems = library.files()
    told: list[dict[str, Any]] = [{**problem} for problem in problems]
    tables: dict[str, Any] = {}
    for file in found:
        try:
            tables[file.name] = files.source_rows(files.read_file(file.path), file.path)
        except DatabaseError as error:
            told.append({"record": file.path.name, "field": "", "message": error.typed})
    return tables, told


def test_each_file_is_a_source(library: Library) -> None:
    found, problems = library.files()
    assert [(file.name, file.path) for file in found] == [
        (name, library.folder / f"{name}.json") for name in ("a", "harbin-2019")
    ]
    assert [file.status.st_size for file in found] == [len(file.path.read_bytes()) for file in found]
    assert problems == []
    assert _read_all(library) == ({"a": TABLES, "harbin-2019": TABLES}, [])


def test_a_library_need_not_exist(tmp_path: Path) -> None:
    assert Library(tmp_path / "none").files() == ([], [])
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_hostile_names_are_refused(library: Library, name: str) -> None:
    before = sorted(library.folder.rglob("*"))
    with pytest.raises(UsageError, match="cannot be named") as refused:
        library.write(name, TABLES)
    assert refused.value.typed.isprintable()
    with pytest.raises(NotFoundError) as unknown:
        library.trash(name)
    assert unknown.value.typed.isprintable()
    assert sorted(library.folder.rglob("*")) == before


def _linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _holding(content: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(content)


NONE: dict[str, tuple[str, Callable[[Path], Any], str]] = {
    "a folder": ("b.json", lambda path: path.mkdir(), "is not a file"),
    "a pipe": ("b.json", os.mkfifo, "is not a file"),
    "a device": ("b.json", _linked("/dev/zero"), "is not a file"),
    "a link to itself": ("b.json", _linked("b.json"), "symbolic links"),
    "a link to nowhere": ("b.json", _linked("nowhere"), "No such file"),
    "another case": ("A.json", _holding("{}"), "the name of a source has small letters"),
    "another script": ("харбин.json", _holding("{}"), "the name of a source"),
    "an escape": ("\x1b[2J.json", _holding("{}"), "the name of a source"),
    "bytes": (os.fsdecode(b"\xff.json"), _holding("{}"), "the name of a source"),
    "what was not saved": ("a.unsaved.json", _holding("{}"), "the name of a source"),
    "nothing": ("b.json", _holding(""), "is empty"),
    "half a file": ("b.json", _holding('{"sources": {"1": {"id"'), "line 1 cannot be read"),
    "a list": ("b.json", _holding("[]"), "is not a TinyDB file"),
    "something else": ("b.json", _holding('{"quotes": {}}'), "it has no sources"),
}


@pytest.mark.parametrize("case", NONE)
def test_what_is_no_source_is_named_and_the_rest_is_read(library: Library, case: str) -> None:
    name, make, words = NONE[case]
    make(library.folder / name)
    tables, problems = _read_all(library)
    assert [*tables] == ["a", "harbin-2019"]
    [problem] = problems
    assert problem["record"] in (name, "\\x1b[2J.json", "\\udcff.json")
    assert words in problem["message"]
    assert "".join(map(str, problem.values())).isprintable()


def test_files_without_rights_are_named(ordinary: Path) -> None:
    library = Library(ordinary)
    for number in range(100):
        library.write(f"a-{number}", TABLES)
        (ordinary / f"a-{number}.json").chmod(0o200 if number else 0o400)
    found, problems = library.files()
    assert [file.name for file in found] == ["a-0"]
    assert {problem["message"] for problem in problems} == {"cannot be read: you have no rights to it"}
    assert len(problems) == 99
    ordinary.chmod(0o100)
    with pytest.raises(DatabaseError, match="Permission denied"):
        library.files()
    ordinary.chmod(0o700)


def test_a_removed_source_is_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(real_datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return real_datetime(2019, 6, 5, 4, 3, 2, tzinfo=tz)

    monkeypatch.setattr(module, "datetime", Stopped)
    content = (library.folder / "a.json").read_bytes()
    kept = library.trash("a")
    assert kept == library.folder / TRASH / "a.20190605T040302Z.json"
    assert kept.read_bytes() == content
    with pytest.raises(NotFoundError, match="there is no source “a” in"):
        library.trash("a")
    library.write("a", {"sources": []})
    # The clock has gone back, or stands.
    assert library.trash("a").name == "a.20190605T040302Z-2.json"
    assert kept.read_bytes() == content
    assert [file.name for file in library.files()[0]] == ["harbin-2019"]


def test_a_removed_link_leaves_its_target(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.json"
    target.write_bytes((library.folder / "a.json").read_bytes())
    (library.folder / "b.json").symlink_to(target)
    assert _read_all(library)[0]["b"] == TABLES
    assert library.trash("b").readlink() == target
    assert target.exists()


def test_a_trash_that_is_no_folder_removes_nothing(library: Library) -> None:
    (library.folder / TRASH).write_text("")
    with pytest.raises(OutputError, match=re.escape(f"{library.folder}/a.json cannot be written")):
        library.trash("a")
    assert _read_all(library)[0]["a"] == TABLES


def test_a_new_source_does_not_replace_another(library: Library) -> None:
    with pytest.raises(DatabaseError, match="made by another program"):
        library.write("a", {"sources": []})
    content, tables = (library.folder / "a.json").read_bytes(), _read_all(library)[0]["a"]
    assert tables == TABLES
    library.write("a", {"sources": []}, content)
    assert _read_all(library)[0]["a"] == {"sources": []}
    names = sorted(one.name for one in library.folder.iterdir())
    assert names == [LOCK, "a.json", "a.unsaved.json", "harbin-2019.json"]


@pytest.mark.parametrize("named", ["", "relative", "/absolute"])
@pytest.mark.parametrize(("platform", "dirs"), [("linux", "unix.Unix"), ("darwin", "macos.MacOS")])
def test_the_users_folders_are_those_of_platformdirs(
    platform: str, dirs: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, name = dirs.partition(".")
    theirs = getattr(import_module(f"platformdirs.{module}"), name)("rucn")
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("XDG_DATA_HOME", named)
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert user_folder("cache") == theirs.user_cache_path
    assert user_folder("data") == theirs.user_data_path
    assert library_folder() == theirs.user_data_path / "library"
