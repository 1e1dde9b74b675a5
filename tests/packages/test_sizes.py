"""Files and functions are short enough to be read at once."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.packages
SOURCES = sorted((ROOT / "rucn").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
# At the top stand the entry, the Python interface, and no more than two files besides.
MOST_AT_THE_TOP = 4


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    long = [one for one in functions if (one.end_lineno or 0) - one.lineno >= LONGEST_FUNCTION]
    assert [one.name for one in long if not _is_a_record(one)] == []


def _is_a_record(function: ast.FunctionDef) -> bool:
    """Whether a function does little more than name the fields of a record, one a line."""
    last = function.body[-1]
    return isinstance(last, ast.Return) and isinstance(last.value, ast.Dict) and len(function.body) <= 8


def test_few_modules_stand_at_the_top() -> None:
    assert len([path for path in SOURCES if path.parent == ROOT / "rucn"]) <= MOST_AT_THE_TOP
