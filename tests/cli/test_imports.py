"""Each command pays only for what it needs: which modules are absent after it has run."""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT, clean

pytestmark = pytest.mark.start_up
HEAVY = {
    "snowballstemmer",
    "pydantic",
    "rich",
    "rapidfuzz",
    "importlib.metadata",
    "jsonschema",
    "csv",
    "rucn.model.records",
    "rucn.checks",
    "platformdirs",
    "hashlib",
    "filelock",
    "rucn.store.writing",
}
# What sets figures side by side, which commands that are not asked for it do not pay for.
SIDE_BY_SIDE = {
    "rucn.store.rates",
    "rucn.store.references",
    "rucn.queries.series",
    "rucn.queries.ranking",
    "rucn.queries.citations",
}
SIDE_BY_SIDE |= {"rucn.analysis", "rucn.analysis.compare", "rucn.render.charts"}
PROBE = """
import contextlib, io, json, sys
from rucn.model import paths
paths.PACKED = paths.IN_CHECKOUT  # as installed, where the database has been proven
from rucn.cli.run import run
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]))
"""

ABSENT = [
    # command line, modules that must not be there, modules that must
    ("region irkutsk --json", HEAVY, {"tinydb"}),
    ("region 浙江 --json", HEAVY, {"tinydb"}),
    ("figures --by governor --period 2017 --json", HEAVY, {"tinydb"}),
    ("trade --json --limit 2", HEAVY | SIDE_BY_SIDE, {"tinydb"}),
    ("figures --json", HEAVY | SIDE_BY_SIDE, {"tinydb"}),
    ("projects --json", HEAVY | SIDE_BY_SIDE, {"tinydb"}),
    ("quotes --json", HEAVY | SIDE_BY_SIDE, {"tinydb"}),
    ("trade --currency USD --json", HEAVY | {"rucn.store.references", "rucn.analysis.compare"}, {"rucn.store.rates"}),
    ("trade --implied --json", HEAVY | {"rucn.analysis.compare"}, {"rucn.analysis.inference"}),
    ("compare --json", HEAVY, {"rucn.analysis.compare"}),
    ("trade --chart", HEAVY - {"rich"} | {"rich.table", "vl_convert"}, {"rucn.render.terminal.charts"}),
    ("--version", HEAVY | {"tinydb"}, set()),
    ("--help", HEAVY | {"tinydb"}, set()),
    ("trade", HEAVY - {"rich"} | {"rich.markdown", "rich.progress"}, {"rich.table"}),
    ("region irkutks --json", HEAVY, {"tinydb"}),
    ("region irkutkx-oblast --json", HEAVY - {"rapidfuzz"}, {"rapidfuzz"}),
    ("resolve 浙江 Иркутск в_Бурятии bhrencr --json", HEAVY | {"tinydb"}, set()),
    ("completion bash", HEAVY | {"tinydb"}, set()),
    ("search bridge --json", HEAVY - {"snowballstemmer"}, {"snowballstemmer"}),
    ("search timber processing --json", HEAVY - {"snowballstemmer"}, {"snowballstemmer"}),
    ("quotes --about bridges --json", HEAVY - {"snowballstemmer"}, {"snowballstemmer"}),
    ("search brige --json", HEAVY - {"rapidfuzz", "snowballstemmer"}, {"rapidfuzz"}),
    ("trade --format csv", HEAVY - {"rucn.model.records"}, {"rucn.render.data"}),
]


TABS = [
    ("re", HEAVY | {"rucn.database", "tinydb"}, {"rucn.cli.completion.tab"}),
    ("trade --f", HEAVY | {"rucn.database", "tinydb"}, set()),
    ("trade --format j", HEAVY | {"rucn.database", "tinydb"}, set()),
    ("trade --db d", HEAVY | {"rucn.database", "tinydb"}, set()),
    ("trade --fields reg", HEAVY - {"rucn.model.records"} | {"rucn.database", "tinydb"}, {"rucn.model.records"}),
    ("region irk", HEAVY | SIDE_BY_SIDE | {"rucn.cli.lists"}, {"tinydb"}),
    ("quotes --by gov", HEAVY | SIDE_BY_SIDE | {"rucn.cli.numbers"}, {"tinydb"}),
]


@pytest.mark.parametrize(("line", "absent", "present"), ABSENT)
def test_modules(line: str, absent: set[str], present: set[str]) -> None:
    _probe(line, {}, absent, present)


@pytest.mark.parametrize(("line", "absent", "present"), TABS)
def test_modules_at_a_tab(line: str, absent: set[str], present: set[str]) -> None:
    _probe(line, {"_RUCN_COMPLETE": "bash"}, absent, present)


def _probe(line: str, environment: dict[str, str], absent: set[str], present: set[str]) -> None:
    probe = [sys.executable, "-c", PROBE, *line.split()]
    ran = subprocess.run(probe, capture_output=True, env=clean(environment), cwd=ROOT, check=True)
    code, loaded = json.loads(ran.stdout)
    assert code == 0
    assert not absent & set(loaded)
    assert present <= set(loaded)
