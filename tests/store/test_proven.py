"""A file is proven sound once; what is kept of that costs time where it is damaged or gone, and changes no answer."""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROGRAM, ROOT, Ran, clean, process

PROBE = """
import json, sys
from rucn.cli.run import run
for arguments in json.loads(sys.argv[1]):
    code = run(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.write(f"\\0{code}\\0")
        stream.flush()
sys.stderr.write(str("rucn.checks" in sys.modules))
"""
# Who runs the program is not among the users of the machine.
NOBODY = """
import pwd
def unknown(user):
    raise KeyError(user)
pwd.getpwuid = unknown
"""
FIGURES, SEARCH, REFERENCES = ("figures", "--json", "--quiet"), ("search", "trade", "--json"), ("references", "--json")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """An empty cache folder."""
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def proven(small: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Ran]]:
    """A cache folder in which it is kept that the small database is sound, and what was answered on the way."""
    folder = tmp_path_factory.mktemp("proven") / "cache"
    answers, is_proven = ask(small, folder, FIGURES, SEARCH, REFERENCES)
    assert is_proven
    assert [ran.code for ran in answers] == [0, 0, 0]
    return folder, answers


def ask(
    database: str | Path,
    cache: Path | None,
    *lines: tuple[str, ...],
    package: Path = ROOT,
    before: str = "",
    home: dict[str, str] | None = None,
) -> tuple[list[Ran], bool]:
    """Runs commands in a process of its own; and whether files were proven in it. A user has a cache, or a home."""
    asked = [[*line, "--db", str(database)] for line in (lines or [FIGURES])]
    environment = clean({"PYTHONPATH": str(package)})
    if cache is None:
        environment = {key: value for key, value in environment.items() if key not in ("XDG_CACHE_HOME", "HOME")}
    environment |= {"XDG_CACHE_HOME": str(cache)} if cache else home or {}
    command = [sys.executable, "-P", "-c", before + PROBE, json.dumps(asked)]
    ran = subprocess.run(command, capture_output=True, cwd=package, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    out, err = ran.stdout.decode().split("\0"), ran.stderr.decode().split("\0")
    answers = [Ran(int(code), *said) for code, *said in zip(out[1::2], out[:-1:2], err[:-1:2], strict=True)]
    return answers, err[-1] == "True"


def test_a_file_and_what_stands_beside_it_are_proven_once(small: str, proven: tuple[Path, list[Ran]]) -> None:
    folder, answers = proven
    assert ask(small, folder, FIGURES, SEARCH, REFERENCES) == (answers, False)


def test_each_file_is_proven_when_it_is_first_asked(small: str, cache: Path) -> None:
    for line in (FIGURES, REFERENCES):
        assert ask(small, cache, line)[1]
        assert not ask(small, cache, line)[1]


def test_a_changed_file_is_proven_again(tables: Any, written: Callable[[Any], str], cache: Path) -> None:
    path = written(tables)
    status = os.stat(path)
    assert ask(path, cache)[1]
    tables["figures"]["1"]["value"] = 965_000_000
    # As long as the sound one, and as old.
    os.utime(written(tables), ns=(status.st_atime_ns, status.st_mtime_ns))
    assert os.stat(path).st_size == status.st_size
    [ran], is_proven = ask(path, cache)
    assert (ran.code, ran.out, is_proven) == (4, "", True)
    assert "f01" in ran.err
    tables["figures"]["1"]["value"] = 964_000_000
    [ran], is_proven = ask(written(tables), cache)
    assert (ran.code, is_proven) == (0, False)


def test_changed_references_are_proven_again(small: str, proven: tuple[Path, list[Ran]], tmp_path: Path) -> None:
    folder, answers = proven
    path = shutil.copy(small, tmp_path)
    beside = (Path(small).parent / "references.jsonl").read_text(encoding="utf-8")
    (tmp_path / "references.jsonl").write_text(beside, encoding="utf-8")
    assert ask(path, folder, REFERENCES) == (answers[2:], False)
    (tmp_path / "references.jsonl").write_text(beside.replace('"USD"', '"percent"'), encoding="utf-8")
    [figures, references], is_proven = ask(path, folder, FIGURES, REFERENCES)
    assert (figures.code, references.code, is_proven) == (0, 4, True)


def test_what_is_unsound_is_proven_each_time(tables: Any, written: Callable[[Any], str], cache: Path) -> None:
    tables["quotes"]["1"]["text"] += "!"
    path = written(tables)
    for _ in range(2):
        [ran], is_proven = ask(path, cache)
        assert (ran.code, is_proven) == (4, True)


def test_changed_checks_prove_it_again(small: str, cache: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rucn", tmp_path / "rucn", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data").symlink_to(ROOT / "data")
    assert ask(small, cache, package=tmp_path)[1]
    assert not ask(small, cache, package=tmp_path)[1]
    with (tmp_path / "rucn" / "checks" / "figures.py").open("a", encoding="utf-8") as checks:
        checks.write("# Another rule.\n")
    assert ask(small, cache, package=tmp_path)[1]
    os.utime(tmp_path / "rucn" / "reading" / "numbers.py")
    assert ask(small, cache, package=tmp_path)[1]
    os.utime(tmp_path / "rucn" / "render" / "data.py")
    assert not ask(small, cache, package=tmp_path)[1]


def test_a_verdict_goes_by_all_that_proves() -> None:
    """Every module that the checks need stands in a folder whose files a verdict goes by."""
    loading = "import rucn.checks.check, rucn.checks.references, rucn.checks.rates, sys; from rucn.store import proven"
    loading += "; print({name: one.__file__ for name, one in sys.modules.items() if name.startswith('rucn.')})"
    loading += "; print(proven.PROVING)"
    ran = subprocess.run([sys.executable, "-c", loading], capture_output=True, cwd=ROOT, check=True, text=True)
    modules, folders = map(ast.literal_eval, ran.stdout.splitlines())
    loaded = {os.path.relpath(os.path.dirname(path), ROOT / "rucn") for path in modules.values()}
    assert len(loaded) >= 5
    assert loaded <= set(folders)


def test_check_always_proves(small: str, proven: tuple[Path, list[Ran]]) -> None:
    assert ask(small, proven[0], ("check",))[1]


@pytest.mark.parametrize("content", [b"", b"rubbish", b"\0" * 200, None])
def test_what_is_damaged_is_made_anew(
    small: str, proven: tuple[Path, list[Ran]], cache: Path, content: bytes | None
) -> None:
    shutil.copytree(proven[0], cache)
    damaged = list((cache / "rucn" / "proven").iterdir())
    assert len(damaged) >= 3
    for kept in damaged:
        whole = kept.read_bytes()
        kept.write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert ask(small, cache, FIGURES, SEARCH, REFERENCES) == (proven[1], True)
    assert ask(small, cache, FIGURES, SEARCH, REFERENCES) == (proven[1], False)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_no_error(small: str, proven: tuple[Path, list[Ran]], cache: Path) -> None:
    cache.mkdir(mode=0o500)
    for _ in range(2):
        assert ask(small, cache, FIGURES, SEARCH, REFERENCES) == (proven[1], True)


@pytest.mark.parametrize("place", ["a file", "/dev/null", "/proc/self"])
def test_where_no_folder_can_be_made_it_is_no_error(
    small: str, proven: tuple[Path, list[Ran]], tmp_path: Path, place: str
) -> None:
    cache = tmp_path / place
    if not cache.exists():
        cache.write_text("a file", encoding="utf-8")
    for _ in range(2 if cache.is_file() else 1):
        assert ask(small, cache, FIGURES, SEARCH, REFERENCES) == (proven[1], True)


@pytest.mark.parametrize(
    ("home", "before"),
    [({"HOME": "/dev/null"}, ""), ({"HOME": "/dev/null", "XDG_CACHE_HOME": ""}, ""), ({}, NOBODY)],
    ids=["a home that is no folder", "no cache folder", "nobody's home"],
)
def test_a_user_without_a_home_is_no_error(
    small: str, proven: tuple[Path, list[Ran]], home: dict[str, str], before: str
) -> None:
    assert ask(small, None, FIGURES, SEARCH, REFERENCES, before=before, home=home) == (proven[1], True)


def test_no_more_is_kept_than_is_useful(small: str, cache: Path) -> None:
    folder = cache / "rucn" / "proven"
    folder.mkdir(parents=True)
    for number in range(100):
        (folder / f"old{number}").touch()
    ask(small, cache)
    assert 1 < len(list(folder.iterdir())) <= 64
    assert not ask(small, cache)[1]


def test_processes_at_once_agree_and_leave_nothing_half_done(small: str, cache: Path) -> None:
    environment = clean({"XDG_CACHE_HOME": str(cache)})
    command = [*PROGRAM, "search", "trade", "--json", "--db", small]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment) for _ in range(4)]
    answers = {(one.communicate()[0], one.returncode) for one in running}
    assert len(answers) == 1
    [(answer, code)] = answers
    assert code == 0
    assert [hit["id"] for hit in json.loads(answer)][:2] == ["q01", "q03"]
    assert not [kept for kept in (cache / "rucn" / "proven").iterdir() if kept.suffix.removeprefix(".").isdigit()]
    assert process(*command[3:], XDG_CACHE_HOME=str(cache)).out == answer.decode()


def test_a_verdict_goes_by_the_gazetteer_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from rucn.model import paths
    from rucn.store.proven import digest_of

    before = digest_of(b"a file")
    shutil.copytree(paths.gazetteer_folder(), tmp_path / "gazetteer")
    monkeypatch.setattr(paths, "gazetteer_folder", lambda: tmp_path / "gazetteer")
    copied = digest_of(b"a file")
    (tmp_path / "gazetteer" / "main.tsv").write_text("changed", encoding="utf-8")
    assert len({before, copied, digest_of(b"a file")}) == 3


def test_a_file_that_leads_nowhere_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from rucn.model import paths
    from rucn.store.proven import digest_of

    (tmp_path / "lock").symlink_to(tmp_path / "gone")
    monkeypatch.setattr(paths, "gazetteer_folder", lambda: tmp_path)
    assert digest_of(b"a file") == digest_of(b"a file")


def test_a_verdict_on_references_goes_by_the_database_that_was_read(
    program: Callable[..., Ran], beside: Callable[..., str], references: list[Any], tables: Any, tmp_path: Path
) -> None:
    import rucn

    lines = [json.dumps(row, ensure_ascii=False) for row in references]
    path = Path(beside(lines))
    opened = rucn.open(path)
    # Another database takes its place meanwhile, which does not know all the regions.
    tables["regions"] = {key: row for key, row in tables["regions"].items() if row["code"] != "RU-MOW"}
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    assert len(opened.references()) == len([row for row in references if row["id"].startswith("r")])
    assert program("references", "--db", str(path)).code == 4
    path.unlink()
    assert opened.references("irkutsk")


def test_only_the_packed_files_are_taken_as_proven(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from rucn.model import paths
    from rucn.store.files import is_installed

    monkeypatch.setattr(paths, "PACKED", tmp_path)
    assert is_installed(tmp_path / "rucn.json")
    assert not is_installed(tmp_path / "mine.json")
