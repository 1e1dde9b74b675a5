"""Files that are written: in the format of their ending, whole or not at all, under exactly the name that was given."""

import os
import shlex
import signal
import stat
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, ROOT, Program, clean, terminal

ENDINGS = {".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".tsv": "tsv", ".md": "markdown", ".TXT": "table"}
# An option that writes a file, and an ending that it takes.
WRITING = [("--output", ".csv"), ("-o", ".json"), ("--save-chart", ".svg")]
writing = pytest.mark.parametrize(("option", "ending"), WRITING, ids=lambda one: one.strip("-."))


@pytest.mark.parametrize(("ending", "format"), ENDINGS.items())
def test_the_ending_says_the_format(program: Program, tmp_path: Path, ending: str, format: str) -> None:
    path = tmp_path / f"answer{ending}"
    plain = program("trade", "--format", format)
    ran = program("trade", "--output", str(path), FORCE_COLOR="1")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"{plain.err}note: {path} is written\n"
    assert path.read_text(encoding="utf-8") == plain.out


def test_a_format_goes_before_the_ending(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "answer.csv"
    assert program("trade", "-o", str(path), "--json", "--quiet") == (0, "", "")
    assert path.read_text(encoding="utf-8") == program("trade", "--json").out
    assert program("trade", "-o", str(tmp_path / "answer.xyz"), "--format", "tsv").code == 0


@pytest.mark.parametrize(
    ("line", "name"), [("trade", "a.xyz"), ("trade", "a"), ("region irkutsk", "a.csv"), ("trade --fields x", "a.csv")]
)
def test_what_cannot_be_written_so_leaves_all_as_it_is(program: Program, tmp_path: Path, line: str, name: str) -> None:
    path = tmp_path / name
    path.write_text("old")
    assert program(*line.split(), "-o", str(path)).code == 2
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(name, "old")]


@writing
def test_an_old_file_keeps_its_permissions_and_a_link_its_target(
    program: Program, tmp_path: Path, option: str, ending: str
) -> None:
    old, link, dangling = (tmp_path / f"{name}{ending}" for name in ("old", "link", "dangling"))
    old.write_text("old")
    old.chmod(0o640)
    link.symlink_to(old.name)
    dangling.symlink_to(f"new{ending}")
    for path in (link, dangling):
        assert program("trade", option, str(path)).code == 0
        assert path.is_symlink()
    assert old.read_text() == (tmp_path / f"new{ending}").read_text() != "old"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    umask = os.umask(0o022)
    os.umask(umask)
    assert stat.S_IMODE((tmp_path / f"new{ending}").stat().st_mode) == 0o666 & ~umask


@writing
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, option: str, ending: str) -> None:
    path = tmp_path / f"old{ending}"
    path.write_text("old")
    line = f"ulimit -f 0; {shlex.join([*PROGRAM, 'trade', option, str(path)])}"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=clean({}), cwd=ROOT, check=False)
    assert ran.returncode == 74
    assert f"{path} cannot be written" in ran.stderr
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(path.name, "old")]


@writing
def test_what_is_no_file_is_not_waited_for(program: Program, tmp_path: Path, option: str, ending: str) -> None:
    pipe, folder, loop = (tmp_path / f"{name}{ending}" for name in ("pipe", "folder", "loop"))
    os.mkfifo(pipe)
    folder.mkdir()
    loop.symlink_to(loop.name)
    for path, reason in ((pipe, "nobody reads"), (folder, "directory"), (loop, "symbolic links")):
        ran = program("trade", option, str(path))
        assert ran.code == 74
        assert f"{path} cannot be written: " in ran.err
        assert reason in ran.err
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert program("trade", option, str(pipe)).code == 0
    assert os.read(reader, 10)
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_to_as_it_is() -> None:
    line = f"{shlex.join([*PROGRAM, 'trade', '--limit', '1', '--format', 'csv'])} --output"
    script = f"{line} /dev/stdout | head -c 6; {line} /dev/full; echo $?"
    ran = subprocess.run(["bash", "-c", script], capture_output=True, env=clean({}), cwd=ROOT, check=False)
    assert ran.stdout == b"region74\n"


@writing
def test_the_bytes_of_a_name_are_kept(program: Program, tmp_path: Path, option: str, ending: str) -> None:
    beside = tmp_path / f"a?{ending}"
    beside.write_text("old")
    name = os.fsencode(tmp_path) + b"/a\xff" + ending.encode()
    ran = program("trade", option, os.fsdecode(name))
    assert ran.code == 0
    assert f"a\\udcff{ending} is written" in ran.err
    assert beside.read_text() == "old"
    assert Path(os.fsdecode(name)).stat().st_size


def test_the_bytes_of_the_name_of_a_database_are_kept(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a?.json").write_bytes((ROOT / "data" / "rucn.json").read_bytes())
    name = os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.json")
    assert program("trade", "--db", name).code == 4
    (tmp_path / "a?.json").rename(name)
    assert program("trade", "--db", name) == program("trade")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_a_signal_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, number: int, code: int) -> None:
    path = tmp_path / "old.csv"
    path.write_text("old")
    with subprocess.Popen(
        [*PROGRAM, "resolve", "-o", str(path)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean({}),
        cwd=ROOT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as ran:
        while len(list(tmp_path.iterdir())) < 2:
            time.sleep(0.02)
        ran.send_signal(number)
        assert (ran.wait(timeout=10), ran.stderr and ran.stderr.read()) == (code, b"")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("old.csv", "old")]


def test_a_file_has_no_tip_and_no_colour_at_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    assert terminal("figures", "-o", str(path), "--quiet", everything=True) == ""
    assert "\x1b" not in path.read_text(encoding="utf-8")
