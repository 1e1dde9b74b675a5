"""A database, its references and its rates may be anything: each is read once, and refused in a line that says why."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rucn
from rucn.model import contents
from rucn.model.errors import DatabaseError
from tests.conftest import DATABASE, Program

QUESTIONS = {
    "rucn.json": ["regions"],
    "references.jsonl": ["references", "--json"],
    "rates.tsv": ["projects", "--currency", "EUR"],
}
BESIDE = DATABASE.parent
REFERENCES = (BESIDE / "references.jsonl").read_text(encoding="utf-8")
RATES = (BESIDE / "rates.tsv").read_text(encoding="utf-8")


def _linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(6 << 30)


NO_FILES: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a pipe": (os.mkfifo, "is not a file"),
    "a device": (_linked("/dev/zero"), "is not a file"),
    "a folder": (lambda path: path.mkdir(), "is not a file"),
    "a link to itself": (lambda path: path.symlink_to(path), "symbolic links"),
    "6 GB": (_huge, "is larger than 256 MB"),
}


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_is_refused(program: Program, tmp_path: Path, name: str, kind: str) -> None:
    make, words = NO_FILES[kind]
    if name != "rucn.json":
        (tmp_path / "rucn.json").write_bytes(DATABASE.read_bytes())
    make(tmp_path / name)
    for question in (QUESTIONS[name], ["check"]):
        ran = program(*question, "--db", str(tmp_path / "rucn.json"))
        if kind == "a link to itself" and name != "rucn.json":
            # It leads nowhere, so that there is none.
            assert ran.code == 0
            continue
        assert (ran.code, ran.out) == (4, "")
        assert (words if (name, kind) != ("rucn.json", "a folder") else "there is no source in") in ran.err
        assert ran.err.count("\n") == 1


def _nested(depth: int) -> str:
    return REFERENCES.replace('"note": null', '"note": ' + "[" * depth + "]" * depth, 1)


def _valued(value: object) -> str:
    first, _, rest = REFERENCES.partition("\n")
    return json.dumps(json.loads(first) | {"value": value}) + "\n" + rest


def _rated(rate: str) -> str:
    lines = (line.split("\t") for line in RATES.split("\n"))
    return "\n".join("\t".join([*cells[:2], rate, *cells[3:]] if cells[0][:2] == "20" else cells) for cells in lines)


CONTENTS = {
    **{f"references.jsonl nested {depth}": _nested(depth) for depth in (20, 490, 980, 995, 100_000)},
    **{f"references.jsonl value {value:.8}": _valued(json.loads(value)) for value in ("1e308", "1" + "0" * 400, "NaN")},
    **{f"rates.tsv {rate:.8}": _rated(rate) for rate in ("9" * 400, "1e400", "inf", "nan", "-1", "0", "٣")},
}


@pytest.mark.parametrize("case", CONTENTS)
def test_what_no_file_can_mean_is_refused(program: Program, tmp_path: Path, case: str) -> None:
    name = case.split()[0]
    (tmp_path / "rucn.json").write_bytes(DATABASE.read_bytes())
    (tmp_path / name).write_text(CONTENTS[case], encoding="utf-8")
    ran = program(*QUESTIONS[name], "--db", str(tmp_path / "rucn.json"))
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.count("\n") == 1
    assert program("check", "--db", str(tmp_path / "rucn.json")).code == 4


@pytest.mark.parametrize("value", [1e308, 10**400, -(10**18) * 2])
def test_amounts_beyond_all_are_refused(program: Program, tables: Any, written: Any, value: float) -> None:
    for row in (*tables["figures"].values(), *tables["projects"].values()):
        for field in ("value", "investment"):
            if row.get(field) is not None:
                row[field] = value
    path = written(tables)
    for question in (["trade", "--currency", "RUB"], ["trade", "--chart"], ["projects", "--json"]):
        assert program(*question, "--db", path).code == 4


@pytest.mark.parametrize("depth", [490, 980, 995])
def test_a_deep_database_is_refused(program: Program, tables: Any, tmp_path: Path, depth: int) -> None:
    path = tmp_path / "rucn.json"
    nested = "[" * depth + "]" * depth
    path.write_text(json.dumps(tables).replace('"note": null', f'"note": {nested}', 1), encoding="utf-8")
    ran = program("trade", "--db", str(path))
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)


def test_the_bytes_that_are_checked_are_the_bytes_that_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rucn.json").write_bytes(DATABASE.read_bytes())
    companion = tmp_path / "references.jsonl"
    companion.write_text(REFERENCES, encoding="utf-8")
    read: list[Path] = []
    content_of = contents.content_of

    def changing(path: Path) -> bytes:
        content = content_of(path)
        if path.parent == tmp_path:
            read.append(path)
            path.write_bytes(b"changed")
        return content

    monkeypatch.setattr("rucn.store.files.content_of", changing)
    assert rucn.open(tmp_path / "rucn.json").references() == rucn.open().references()
    assert sorted(path.name for path in read) == ["references.jsonl", "rucn.json"]


def test_a_zero_byte_in_a_path_is_refused() -> None:
    with pytest.raises(DatabaseError, match="no file has such a name"):
        rucn.open("a\0b")
    with pytest.raises(rucn.errors.UsageError, match="no file has such a name"):
        rucn.check(source="a\0b")
