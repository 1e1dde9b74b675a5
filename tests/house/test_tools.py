"""The house rules that tools can hold: style, types, sizes, and who knows whom."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.house
SOURCES = sorted((ROOT / "rucn").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 40


@pytest.mark.parametrize(
    "command", ["ruff check .", "ruff format --check .", "mypy --no-error-summary"], ids=lambda line: str(line)
)
def test_tools_find_nothing(command: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", *command.split()], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert [one.name for one in functions if (one.end_lineno or 0) - one.lineno >= LONGEST_FUNCTION] == []


def test_no_room_leads_back_to_itself() -> None:
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in SOURCES}
    known = {name: _imports(path) & modules.keys() for name, path in modules.items()}
    while leaves := [name for name, imported in known.items() if not imported & known.keys()]:
        for name in leaves:
            del known[name]
    assert known == {}


def _imports(path: Path) -> set[str]:
    """The modules that a module imports when it runs, each with the names it takes, as they may be modules too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in [one for one in ast.walk(tree) if isinstance(one, ast.If)]:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    plain = {part.name for node in ast.walk(tree) if isinstance(node, ast.Import) for part in node.names}
    taken = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return plain | {
        name for one in taken for name in (one.module or "", *(f"{one.module}.{part.name}" for part in one.names))
    }
