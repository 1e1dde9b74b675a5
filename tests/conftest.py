"""What the tests share: the program run in this process, in a process of its own, and at a terminal of any width."""

import fcntl
import io
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import settings

import rucn
from rucn.cli.run import run
from rucn.database.database import Database
from tests.own import write_own
from tests.small import small_sources, write_library, write_small

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# How many examples each property is tried on; more in long trials.
settings.register_profile("trials", max_examples=int(os.environ.get("RUCN_TRIALS", "100")), deadline=None)
settings.load_profile("trials")

ROOT = Path(__file__).parent.parent
DATABASE = ROOT / "data" / "rucn.json"
PROGRAM = [sys.executable, "-m", "rucn"]
# What changes the program's output.
UNSET = ("RUCN_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PAGER", "LESS", "_RUCN_COMPLETE")
# The lines of a terminal.
HEIGHT = 50
_SEVERAL = """
import json, sys
from rucn.cli.run import run
for arguments in json.loads(sys.argv[1]):
    code = run(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.write(f"\\0{code}\\0")
        stream.flush()
"""
_CONTROL = re.compile(r"\x1b\[[0-9;]*m")


class Ran(NamedTuple):
    """What a run of the program left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer, read as JSON."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The error object on standard error."""
        return json.loads(self.err)["error"]


Program = Callable[..., Ran]


@contextmanager
def _streams() -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    out, err = io.BytesIO(), io.BytesIO()
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = io.TextIOWrapper(out, "ascii"), io.TextIOWrapper(err, "ascii")
    try:
        yield out, err
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        sys.stdout, sys.stderr = kept


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Program:
    """Runs a command line in this process, into pipes."""

    def call(*arguments: str, **environment: str) -> Ran:
        with monkeypatch.context() as seen, _streams() as (out, err):
            for name in UNSET:
                seen.delenv(name, raising=False)
            for name, value in environment.items():
                seen.setenv(name, value)
            code = run(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
            return Ran(code, out.getvalue().decode(), err.getvalue().decode())

    return call


class _Screen(io.TextIOWrapper):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Program:
    """Runs a command line in this process, at a terminal of a width, on which both streams are."""

    def call(*arguments: str, width: int = 80, **environment: str) -> Ran:
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as seen:
            for name in UNSET:
                seen.delenv(name, raising=False)
            for name, value in {"TERM": "xterm-256color", "PAGER": "cat", **environment}.items():
                seen.setenv(name, value)
            seen.setattr(os, "get_terminal_size", lambda stream=1: os.terminal_size((width, HEIGHT)))
            seen.setattr(sys, "stdout", _Screen(out, "ascii"))
            seen.setattr(sys, "stderr", _Screen(err, "ascii"))
            code = run(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
            return Ran(code, out.getvalue().decode(), err.getvalue().decode())

    return call


def process(*arguments: str, **environment: str) -> Ran:
    """Runs a command line in a process of its own, into pipes."""
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=clean(environment), cwd=ROOT, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def processes(lines: Iterable[Sequence[str]], environment: Mapping[str, str], package: Path = ROOT) -> list[Ran]:
    """Runs command lines one after another in one process of its own, into pipes; `package` holds the program."""
    command = [sys.executable, "-P", "-c", _SEVERAL, json.dumps(list(lines))]
    variables = clean({"PYTHONPATH": str(package), **environment})
    done = subprocess.run(command, capture_output=True, env=variables, cwd=package, check=True)
    out, err = done.stdout.decode().split("\0"), done.stderr.decode().split("\0")
    return [Ran(int(code), *said) for code, *said in zip(out[1::2], out[:-1:2], err[:-1:2], strict=True)]


def clean(environment: dict[str, str]) -> dict[str, str]:
    """The environment of this process without what changes the program's output, and with what is given."""
    return {key: value for key, value in os.environ.items() if key not in UNSET} | environment


def terminal(*arguments: str, width: int = 80, everything: bool = False, **environment: str) -> str:
    """What a person sees at a terminal of some width, colours included: standard output, or everything."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, width, 0, 0))
    variables = clean({"TERM": "xterm-256color", "PAGER": "cat", **environment})
    with subprocess.Popen(
        [*PROGRAM, *arguments], stdout=theirs, stderr=theirs if everything else subprocess.PIPE, env=variables, cwd=ROOT
    ):
        os.close(theirs)
        drawn = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                # The other end is closed: the program has ended.
                break
            if not piece:
                break
            drawn += piece
    os.close(ours)
    return drawn.decode().replace("\r\n", "\n")


def uncoloured(drawn: str) -> str:
    """A drawing without its colours."""
    return _CONTROL.sub("", drawn)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder of the tests' own, which all workers share, and no library of the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp().parent / "cache"))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator["SparkSession"]:
    """A Spark session of this machine with two workers; the tests that need it are skipped where it cannot be had."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Java, which Spark needs, is not here")
    with pytest.MonkeyPatch.context() as patch:
        # Its workers are Python processes, which know what this one knows.
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        builder = sql.SparkSession.builder.master("local[2]").appName("rucn")
        properties = {
            "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("spark")),
        }
        session = builder.config(map=properties).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.fixture(scope="session")
def database() -> Database:
    """The bundled database."""
    return rucn.open()


@pytest.fixture
def tables() -> dict[str, dict[str, Any]]:
    """The bundled database as JSON, for a test to change."""
    content: dict[str, dict[str, Any]] = json.loads(DATABASE.read_text(encoding="utf-8"))
    return content


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Any], str]:
    """Writes a database as JSON and gives its path."""

    def write(content: Any) -> str:
        path = tmp_path / "changed.json"
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def beside(tmp_path: Path) -> Callable[..., str]:
    """Writes references beside a database, the bundled one or another, and gives the path of that."""

    def write(lines: list[str], content: Any = None) -> str:
        bundled = DATABASE.read_text(encoding="utf-8")
        database = bundled if content is None else json.dumps(content, ensure_ascii=False)
        (tmp_path / "rucn.json").write_text(database, encoding="utf-8")
        (tmp_path / "references.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return str(tmp_path / "rucn.json")

    return write


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the small database."""
    return str(write_small(tmp_path_factory.mktemp("small"), json.loads(DATABASE.read_text(encoding="utf-8"))))


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the database of three documents in three languages, which stand beside it."""
    return str(write_own(tmp_path_factory.mktemp("own"), json.loads(DATABASE.read_text(encoding="utf-8"))))


@pytest.fixture(scope="session")
def sources() -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The sources of a small library, by name and table."""
    return small_sources(json.loads(DATABASE.read_text(encoding="utf-8")))


@pytest.fixture
def library(tmp_path: Path, sources: dict[str, dict[str, list[dict[str, Any]]]]) -> Path:
    """The folder of the small library."""
    return write_library(tmp_path / "library", sources)


@pytest.fixture(scope="session")
def references() -> list[dict[str, Any]]:
    """The bundled references and events, as they are stored."""
    lines = (DATABASE.parent / "references.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="session")
def article() -> Path:
    """The source document; the tests that need it are skipped where it is not at hand."""
    path = os.environ.get("RUCN_ARTICLE")
    if not path:
        pytest.skip("RUCN_ARTICLE does not name the article")
    return Path(path)
