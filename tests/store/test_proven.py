"""A file is proven sound once; what is kept of that costs time where it is damaged or gone, and changes no answer."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROGRAM, ROOT, Ran, clean

PROBE = """
import sys
from rucn.cli.run import run
code = run(sys.argv[1:])
print("rucn.checks.check" in sys.modules, file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """An empty cache folder."""
    return tmp_path / "cache"


def ask(database: str, cache: Path, *arguments: str, package: Path = ROOT) -> tuple[Ran, bool]:
    """Runs a command in a process of its own; and whether the file was proven in it."""
    environment = clean({"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(package)})
    command = [sys.executable, "-P", "-c", PROBE, *(arguments or ("figures", "--json", "--quiet")), "--db", database]
    ran = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, check=False)
    *said, proven = ran.stderr.decode().splitlines()
    return Ran(ran.returncode, ran.stdout.decode(), "\n".join(said)), proven == "True"


def test_a_file_is_proven_once(small: str, cache: Path) -> None:
    first, proven = ask(small, cache)
    again, proven_again = ask(small, cache)
    assert (proven, proven_again) == (True, False)
    assert first == again
    assert first.code == 0


def test_what_stands_beside_it_is_proven_once_too(small: str, cache: Path) -> None:
    line = ("references", "--json")
    assert ask(small, cache, *line)[1]
    assert not ask(small, cache, *line)[1]


def test_a_changed_file_is_proven_again(tables: Any, written: Callable[[Any], str], cache: Path) -> None:
    assert ask(written(tables), cache)[1]
    tables["figures"]["1"]["value"] = 965_000_000
    ran, proven = ask(written(tables), cache)
    assert (ran.code, proven) == (4, True)
    assert "f01" in ran.err
    tables["figures"]["1"]["value"] = 964_000_000
    assert ask(written(tables), cache)[0].code == 0


def test_what_is_unsound_is_proven_each_time(tables: Any, written: Callable[[Any], str], cache: Path) -> None:
    tables["quotes"]["1"]["text"] += "!"
    path = written(tables)
    for _ in range(2):
        ran, proven = ask(path, cache)
        assert (ran.code, proven) == (4, True)


def test_changed_checks_prove_it_again(small: str, cache: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rucn", tmp_path / "rucn", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data").symlink_to(ROOT / "data")
    assert ask(small, cache, package=tmp_path)[1]
    assert not ask(small, cache, package=tmp_path)[1]
    with (tmp_path / "rucn" / "checks" / "figures.py").open("a", encoding="utf-8") as checks:
        checks.write("# Another rule.\n")
    assert ask(small, cache, package=tmp_path)[1]


def test_check_always_proves(small: str, cache: Path) -> None:
    ask(small, cache)
    assert ask(small, cache, "check")[1]


@pytest.mark.parametrize("content", [b"", b"rubbish", b"\0" * 200, None])
def test_what_is_damaged_is_made_anew(small: str, cache: Path, content: bytes | None) -> None:
    expected = [ask(small, cache, *line) for line in (("figures", "--json"), ("search", "trade", "--json"))]
    for kept in (cache / "rucn" / "proven").iterdir():
        whole = kept.read_bytes()
        kept.write_bytes(whole[: len(whole) // 2] if content is None else content)
    found = [ask(small, cache, *line) for line in (("figures", "--json"), ("search", "trade", "--json"))]
    assert [ran for ran, _ in found] == [ran for ran, _ in expected]
    assert found[0][1]
    assert not ask(small, cache)[1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_no_error(small: str, cache: Path) -> None:
    cache.mkdir(mode=0o500)
    assert ask(small, cache)[0].code == 0


def test_a_cache_that_is_no_folder_is_no_error(small: str, cache: Path) -> None:
    cache.write_text("a file", encoding="utf-8")
    for _ in range(2):
        ran, proven = ask(small, cache)
        assert (ran.code, proven) == (0, True)


def test_no_more_is_kept_than_is_useful(small: str, cache: Path) -> None:
    folder = cache / "rucn" / "proven"
    folder.mkdir(parents=True)
    for number in range(100):
        (folder / f"old{number}").touch()
    ask(small, cache)
    assert len(list(folder.iterdir())) <= 64


def test_two_processes_at_once_agree(small: str, cache: Path) -> None:
    environment = clean({"XDG_CACHE_HOME": str(cache)})
    command = [*PROGRAM, "search", "trade", "--json", "--db", small]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment) for _ in range(4)]
    answers = {process.communicate()[0] for process in running}
    assert len(answers) == 1
    assert json.loads(answers.pop())
