"""Writing is all or nothing: what a kill, a full disk, a second writer or an editor does to it."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rucn.model.errors import DatabaseError, OutputError, RucnError
from rucn.store.library import Library
from rucn.store.locking import LOCK, lock_folder
from rucn.store.writing import open_for_writing, write_tables
from tests.conftest import DATABASE, ROOT, clean

ROW = {"id": "q01", "text": "“рост — 增长”\u2028"}
HOLDER = """
import sys
from pathlib import Path
from rucn.store.locking import lock_folder
with lock_folder(Path(sys.argv[1]), Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
WRITER = """
import sys
from pathlib import Path
from rucn.store.writing import open_for_writing
for number in range(20):
    with open_for_writing(Path(sys.argv[1])) as database:
        database.table("quotes").insert({"id": f"{sys.argv[2]}{number}"})
"""
# Writes into a folder until its disk is full, and then into one that was made read-only.
ON_A_SMALL_DISK = """
import json, subprocess, sys
from pathlib import Path
from rucn.model.errors import OutputError
from rucn.store.library import Library
from rucn.store.writing import open_for_writing
folder = Path(sys.argv[1])
path = folder / "a.json"
written, said = 0, []
try:
    while True:
        with open_for_writing(path) as database:
            database.table("quotes").insert({"id": f"q{written}", "text": "x" * 5000})
        written += 1
except OutputError as error:
    said.append(error.typed)
found = json.loads(path.read_text())["quotes"]
names = sorted(one.name for one in folder.iterdir())
subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
library = Library(folder)
for attempt in (lambda: library.write("b", {}), lambda: library.trash("a")):
    try:
        attempt()
    except OutputError as error:
        said.append(error.typed)
same = json.loads(path.read_text())["quotes"] == found and sorted(one.name for one in folder.iterdir()) == names
print(json.dumps([written, len(found), names, said, same]))
"""


def _quotes(path: Path) -> list[Any]:
    return [*json.loads(path.read_text(encoding="utf-8"))["quotes"].values()]


def _insert(path: Path, row: dict[str, Any] = ROW) -> None:
    with open_for_writing(path, patience=0.05) as database:
        database.table("quotes").insert(row)


def _names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one record, in a folder of its own."""
    _insert(tmp_path / "a.json")
    return tmp_path / "a.json"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock of the folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_bundled_file_is_written_as_it_is(tmp_path: Path) -> None:
    content = DATABASE.read_bytes()
    tables = {name: list(rows.values()) for name, rows in json.loads(content).items()}
    backwards = {name: [dict(reversed(row.items())) for row in rows] for name, rows in reversed(tables.items())}
    write_tables(tmp_path / "a.json", backwards, None)
    assert (tmp_path / "a.json").read_bytes() == content


def test_rows_come_by_number_and_unknown_fields_last(path: Path) -> None:
    with open_for_writing(path) as database:
        database.table("quotes").insert_multiple({"more": 1, "text": "", "id": f"q{number}"} for number in range(2, 12))
    rows = json.loads(path.read_text(encoding="utf-8"))["quotes"]
    assert [*rows] == [str(number) for number in range(1, 12)]
    assert [*rows["11"]] == ["id", "text", "more"]
    assert path.read_text(encoding="utf-8").startswith(
        '{\n  "quotes": {\n    "1": {\n      "id": "q01",\n      "text": "“рост'
    )
    assert path.read_bytes().endswith(b"  }\n}\n")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"], ids=repr)
def test_what_is_no_json_is_refused(path: Path, value: object) -> None:
    with pytest.raises(DatabaseError, match="cannot be said in JSON"):
        _insert(path, {"id": value})
    assert (_quotes(path), _names(path.parent)) == ([ROW], [LOCK, "a.json"])


@pytest.mark.parametrize("content", ["", "{", "[]", '{"quotes": {"1": ', '{"a": {"b": {}}}'])
def test_a_broken_file_is_not_written_over(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    with pytest.raises(DatabaseError):
        _insert(path)
    assert path.read_text() == content


def test_permissions_and_a_link_are_kept(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "a.json"
    link.symlink_to("../a.json")
    _insert(link)
    assert link.is_symlink()
    assert (len(_quotes(path)), stat.S_IMODE(path.stat().st_mode)) == (2, 0o640)
    assert (_names(link.parent), _names(tmp_path)) == (["a.json"], [LOCK, "a.json", "links"])


# A killed process, 50 times.
def test_a_kill_loses_nothing() -> None:
    command = [sys.executable, "-m", "scripts.kill_trial", "--times", "50"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=clean({}), check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 trials failed" in done.stdout


def test_what_a_killed_process_left_is_removed(path: Path) -> None:
    (path.parent / ".rucn-locked-1-ab").write_text("half")
    (path.parent / ".rucn-1-ab").write_text("of an answer that another process is writing")
    _insert(path)
    assert _names(path.parent) == [".rucn-1-ab", LOCK, "a.json"]


# A second writer.
def test_two_writers_lose_no_record(path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [subprocess.Popen([*command, name], cwd=ROOT) for name in "xy"]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    expected = {"q01", *(f"{name}{number}" for name in "xy" for number in range(20))}
    assert {row["id"] for row in _quotes(path)} == expected
    assert _names(path.parent) == [LOCK, "a.json"]


def test_a_second_writer_is_told_who_writes(path: Path, held: subprocess.Popen[str]) -> None:
    attempts: list[Callable[[], None]] = [
        lambda: _insert(path),
        lambda: write_tables(path, {}, path.read_bytes(), patience=0.05),
    ]
    for attempt in attempts:
        with pytest.raises(DatabaseError) as refused:
            attempt()
        assert refused.value.exit_code == 4
        told = f"{path} is being written by process {held.pid} on {os.uname().nodename} since 20"
        assert refused.value.typed.startswith(told)
        assert "(-c" in refused.value.typed
    assert _quotes(path) == [ROW]


def test_the_lock_of_a_dead_process_is_none(path: Path, held: subprocess.Popen[str]) -> None:
    held.kill()
    held.wait()
    assert f"process {held.pid}" in (path.parent / LOCK).read_text()
    _insert(path)
    assert len(_quotes(path)) == 2


def test_what_a_lock_says_stays_text(path: Path, held: subprocess.Popen[str]) -> None:
    for said, told in (("\x1b[2Jme\n", r"\x1b[2Jme"), ("", "another process"), ("x" * 999, "x" * 199 + "…")):
        (path.parent / LOCK).write_text(said)
        with pytest.raises(DatabaseError) as refused:
            _insert(path)
        assert f"written by {told}; try" in refused.value.typed


# An editor.
@pytest.mark.parametrize("change", ["written", "replaced", "removed"])
def test_the_change_of_an_editor_is_not_written_over(path: Path, change: str) -> None:
    with open_for_writing(path) as database:
        database.table("quotes").insert({"id": "q02"})
        if change == "written":
            path.write_text("{}")
        elif change == "removed":
            path.unlink()
        else:
            (path.parent / "other").write_text("{}")
            (path.parent / "other").replace(path)
        for name in ("a.unsaved.json", "a.unsaved-2.json"):
            with pytest.raises(DatabaseError, match=f"changed by another program.*/{name}$") as refused:
                database.table("quotes").insert({"id": "q03"})
            assert refused.value.exit_code == 4
            assert [row["id"] for row in _quotes(path.parent / name)] == ["q01", "q02", "q03"]
    assert (path.read_text() if path.exists() else None) == (None if change == "removed" else "{}")
    kept = ["a.unsaved-2.json", "a.unsaved.json"]
    assert _names(path.parent) == [LOCK, *([] if change == "removed" else ["a.json"]), *kept]


def test_tables_replace_only_what_they_were_made_from(path: Path) -> None:
    as_read = path.read_bytes()
    _insert(path, {"id": "q02"})
    for content in (as_read, None):
        with pytest.raises(DatabaseError, match=r"was (changed|made) by another program"):
            write_tables(path, {"quotes": []}, content)
    assert len(_quotes(path)) == 2
    write_tables(path, {"quotes": []}, path.read_bytes())
    assert _quotes(path) == []


# No room, and no rights.
def test_a_file_that_may_not_grow_is_as_it_was(path: Path) -> None:
    script = f"ulimit -f 8; exec {sys.executable} -c '{WRITER}' {path} {'x' * 1000}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert f"OutputError: {path} cannot be written: File too large" in done.stderr
    assert len(_quotes(path)) > 1
    assert _names(path.parent) == [LOCK, "a.json"]


def test_a_full_disk_and_a_read_only_one_lose_nothing(tmp_path: Path) -> None:
    command = f'mount -t tmpfs -o size=64k none "$1" && exec {sys.executable} -c "$0" "$1"'
    private = ["unshare", "--mount", "--map-root-user", "sh", "-c", command, ON_A_SMALL_DISK, str(tmp_path)]
    try:
        done = subprocess.run(private, capture_output=True, text=True, cwd=ROOT, check=False)
    except FileNotFoundError:
        pytest.skip("no small disk can be made: there is no unshare")
    if done.returncode and "OutputError" not in done.stderr and "Traceback" not in done.stderr:
        pytest.skip(f"no small disk can be made: {done.stderr}")
    assert done.stderr == ""
    written, found, names, said, same = json.loads(done.stdout)
    assert written == found > 1
    assert names == [LOCK, "a.json"]
    assert [one.partition(" cannot be written: ")[::2] for one in said] == [
        (f"{tmp_path}/a.json", "No space left on device"),
        (f"{tmp_path}/b.json", "Read-only file system"),
        (f"{tmp_path}/a.json", "Read-only file system"),
    ]
    assert same


REFUSED: dict[str, tuple[str, Callable[[Path], object], type[RucnError], str]] = {
    "a folder without rights": (".", lambda library: library.chmod(0o500), OutputError, "Permission denied"),
    "a file without rights": ("a.json", lambda library: (library / "a.json").chmod(0o400), OutputError, "Permission"),
    "an unreadable file": ("a.json", lambda library: (library / "a.json").chmod(0o200), DatabaseError, "Permission"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_may_not_be_written_is_as_it_was(ordinary: Path, case: str) -> None:
    name, deny, error, words = REFUSED[case]
    _insert(ordinary / "a.json")
    (ordinary / LOCK).unlink()
    deny(ordinary)
    with pytest.raises(error, match=words):
        _insert(ordinary / "a.json")
    (ordinary / name).chmod(0o700)
    assert _quotes(ordinary / "a.json") == [ROW]
    assert {*_names(ordinary)} <= {LOCK, "a.json"}


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_lock_that_is_none_is_refused(tmp_path: Path, kind: str) -> None:
    other = tmp_path / "other"
    other.write_text("kept")
    lock = tmp_path / LOCK
    lock.mkdir() if kind == "folder" else lock.symlink_to(other)
    with pytest.raises(OutputError, match="cannot be written"):
        _insert(tmp_path / "a.json")
    assert (other.read_text(), (tmp_path / "a.json").exists()) == ("kept", False)


def test_the_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), lock_folder(tmp_path, tmp_path):
        raise KeyError
    Library(tmp_path).write("a", {})
