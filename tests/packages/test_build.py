"""The wheel and the sdist carry the database, and an installed package works where nothing may be written."""

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rucn.cli.completion import SHELLS
from tests.conftest import DATABASE, ROOT, clean

pytestmark = pytest.mark.packages


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    [path] = built.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_carries_the_database_and_no_clutter(wheel: zipfile.ZipFile) -> None:
    assert wheel.read("rucn/data/rucn.json") == DATABASE.read_bytes()
    for name in ("rates.tsv", "references.jsonl"):
        assert wheel.read(f"rucn/data/{name}") == (DATABASE.parent / name).read_bytes()
    names = wheel.namelist()
    for path in (ROOT / "data" / "gazetteer").iterdir():
        assert wheel.read(f"rucn/data/gazetteer/{path.name}") == path.read_bytes()
    assert {"rucn/py.typed", *(f"rucn/cli/completion/rucn.{shell}" for shell in SHELLS)} <= set(names)
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"rucn"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_sdist_builds_the_same_wheel(built: Path, wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    [path] = built.glob("*.tar.gz")
    with tarfile.open(path) as sdist:
        sdist.extractall(tmp_path, filter="data")
    [unpacked] = tmp_path.iterdir()
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=unpacked, check=True)
    [again] = (unpacked / "dist").glob("*.whl")
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(wheel.namelist())


@pytest.fixture
def read_only(wheel: zipfile.ZipFile, tmp_path: Path) -> Iterator[Path]:
    """The unpacked wheel in a folder in which nothing may be written."""
    wheel.extractall(tmp_path / "site")
    folders = [tmp_path / "site", *(path for path in (tmp_path / "site").rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield tmp_path / "site"
    for folder in folders:
        folder.chmod(0o755)


def test_an_installed_package_works_read_only_from_anywhere(read_only: Path, tmp_path: Path) -> None:
    environment = clean({"PYTHONPATH": str(read_only), "PYTHONDONTWRITEBYTECODE": "1"})
    before = {path: path.stat().st_mtime_ns for path in read_only.rglob("*")}
    script = "import rucn; print(rucn.__file__); region = rucn.open().region('в Иркутске', currency='EUR')"
    script += "; print(region['region']['code'], len(region['references']) > 5)"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines() == [os.fspath(read_only / "rucn" / "__init__.py"), "RU-IRK True"]
    assert before == {path: path.stat().st_mtime_ns for path in read_only.rglob("*")}
