"""Asks `rucn` what nobody would, and looks for what must never happen: a traceback, an unknown exit code and the like.

    python -m scripts.fuzz [--minutes N] [--seed N]

Command lines are put together from the commands and options that there are, with values of all kinds, and asked of the
bundled database, in a pipe and at a terminal. Databases and the files beside them are damaged, and asked too. What is
found is printed as the smallest case, with the seed that leads to it. Some hundred cases are among the tests.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import typer
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from rucn.cli.app import COMMANDS, app
from rucn.cli.run import run

DATA = Path(__file__).parent.parent / "data"
FILES = ("rucn.json", "references.jsonl", "rates.tsv")
EXIT_CODES = {0, 1, 2, 3, 4, 74}
# What a table at a terminal may send beside its text: colours and weights.
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WORDS = (
    *"irkutsk RU-IRK CN-ZJ irkutks altai moscow china Россия 浙江 амурск fuyuan governor".split(),
    *"auditor head wood energy project fair growth volume share rank USD CNY EUR 2017 2018-S1 2018-Q3 2019-12".split(),
    *"f01 F1 q03 p05 t02 s01 o01 n01 r014 e01 f21.usd f05.earlier f13.share r037.eur q99 zz none agrees".split(),
    *"table json JSON jsonl csv tsv markdown md id region value names.en volume_qualifier -value Volume".split(),
    *"text bibtex csl-json bash zsh trade 0 1 3 -1 007 1bn 10亿 .5 5% 1e400 utf-8 cp1251 utf-16 nonsense".split(),
)
ODD = (
    *("", " ", "-", "--", "---", "%", "$(id)", "~", "/", "*"),
    *("\x1b[31mred\x07", "\u202eabc", "a\0b", "\ud800", "\u200b", "\x9b2J"),
)
VALUES = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(ODD), st.text(max_size=30))
# What stands where the file of another value would be written or waited for.
UNTRIED = {"--output", "-o", "--save-chart", "--help", "-h", "--csv"}
# What may stand in the place of a value of a row.
HOSTILE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2.5, 1e308, -1e308, 10**400, float("nan"), float("inf"), "", " ", "x", [], {}, [[]],
    "2018", "2018-S1", "2018-13", "RU-IRK", "q01", "f01", "\x1b[31m", "\u202e", "\ud800", "javascript:alert(1)",
    "http://", "https://a.b/){x", "}, author = {X", "![a](b)", "=1+1", "«", "a" * 5000, "١٢", "9" * 5000,
)  # fmt: skip


class Ran(NamedTuple):
    """What a command line left behind; `raised` is a traceback, if one was on its way out."""

    code: int
    out: str
    err: str
    raised: str = ""


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@contextmanager
def _streams(terminal: bool) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    kind = _Screen if terminal else io.TextIOWrapper
    out, err = io.BytesIO(), io.BytesIO()
    stdout, stderr = kind(out, "utf-8"), kind(err, "utf-8")
    with (
        open(os.devnull, encoding="utf-8") as stdin,
        mock.patch.multiple(sys, stdin=stdin, stdout=stdout, stderr=stderr),
        mock.patch.dict(os.environ, {"PAGER": "cat", "TERM": "xterm-256color"}),
        mock.patch.object(os, "get_terminal_size", return_value=os.terminal_size((80, 24))),
    ):
        yield out, err
        for stream in (stdout, stderr):
            stream.flush()
    # They are not to be closed with their bytes.
    stdout.detach()
    stderr.detach()


def ask(arguments: Sequence[str], terminal: bool = False) -> Ran:
    """Runs a command line in this process."""
    code, raised = -1, ""
    with _streams(terminal) as (out, err):
        try:
            code = run(arguments)
        except BaseException:
            raised = traceback.format_exc()
    return Ran(code, out.getvalue().decode("utf-8", "replace"), err.getvalue().decode("utf-8", "replace"), raised)


def complaint(arguments: Sequence[str], ran: Ran, terminal: bool = False) -> str:
    """What is wrong with the way in which a command line ended; empty for nothing."""
    if ran.raised or "Traceback (most recent" in ran.err:
        return ran.raised or ran.err
    if ran.code not in EXIT_CODES:
        return f"exit code {ran.code}"
    if ran.code and not ran.err.strip() and not ran.out.strip():
        return f"exit code {ran.code} without a word"
    shown = _STYLE.sub("", ran.out + ran.err) if terminal else ran.err
    if raw := _RAW.search(shown):
        return f"{raw[0]!r} goes out raw: {shown[max(0, raw.start() - 60) : raw.end() + 60]!r}"
    if terminal or "--json" not in arguments[: [*arguments, "--"].index("--")]:
        return ""
    return _json_complaint(ran)


def _json_complaint(ran: Ran) -> str:
    try:
        if ran.code == 0 and ran.out:
            json.loads(ran.out, parse_constant=lambda name: 1 / 0)
        elif ran.code in (1, 3):
            json.loads(ran.err.splitlines()[-1])["error"]["message"]
    except (ValueError, LookupError, ArithmeticError) as error:
        return f"no JSON: {error!r}: {ran.out[:200]!r} {ran.err[-200:]!r}"
    return ""


@cache
def options_of(command: str) -> tuple[list[str], list[str], int]:
    """The options of a command that take a value, those that take none, and how many arguments it may have."""
    group: Any = typer.main.get_command(app)
    parameters = group.get_command(None, command).params
    options = [one for one in parameters if one.param_type_name == "option" and not UNTRIED & {*one.opts}]
    valued = [name for one in options if not one.is_flag for name in one.opts]
    arguments = [one for one in parameters if one.param_type_name == "argument"]
    several = 3 if any(one.nargs < 0 for one in arguments) else len(arguments)
    return valued, [name for one in options if one.is_flag for name in one.opts], several


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """Command lines of the real commands and options, with values of any kind; not of what writes files."""
    command = draw(st.sampled_from(COMMANDS))
    valued, flags, several = options_of(command)
    parts = [[draw(VALUES)] for _ in range(draw(st.integers(min(several, 1), several)))] if several else []
    for name in draw(st.lists(st.sampled_from([*valued, *flags, "--nonsense"]), max_size=4)):
        value = ["bundled"] if name == "--db" else [draw(VALUES)] if name in valued else []
        parts.insert(draw(st.integers(0, len(parts))), [name, *value])
    return [command, *chain.from_iterable(parts)]


@cache
def bundled(name: str) -> bytes:
    """The content of a bundled file."""
    return (DATA / name).read_bytes()


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, bytes]:
    """A database with the files beside it, one of them damaged, by name."""
    name = draw(st.sampled_from(FILES))
    content = bundled(name)
    kind = draw(st.sampled_from(["row", "row", "row", "cut", "flip", "insert", "repeat"]))
    at = draw(st.integers(0, len(content) - 1))
    if kind == "row":
        content = _row_damaged(draw, name, content)
    elif kind == "cut":
        content = content[:at]
    elif kind == "flip":
        content = content[:at] + bytes([draw(st.integers(0, 255))]) + content[at + 1 :]
    elif kind == "insert":
        content = content[:at] + draw(st.binary(max_size=20)) + content[at:]
    else:
        content = content[:at] + content[at : at + draw(st.integers(1, 300))] * 2 + content[at + 300 :]
    return {"rucn.json": bundled("rucn.json"), name: content}


def _row_damaged(draw: st.DrawFn, name: str, content: bytes) -> bytes:
    value = draw(st.sampled_from(HOSTILE))
    if name == "rates.tsv":
        lines = [line.split("\t") for line in content.decode().split("\n")]
        cells: list[str] = draw(st.sampled_from(lines))
        cells[draw(st.integers(0, len(cells) - 1))] = str(value)
        return "\n".join(map("\t".join, lines)).encode("utf-8", "surrogatepass")
    if name == "references.jsonl":
        written = content.decode().split("\n")
        number = draw(st.integers(0, len(written) - 2))
        row = json.loads(written[number])
        row[draw(st.sampled_from(sorted(row)))] = value
        written[number] = json.dumps(row)
        return "\n".join(written).encode()
    tables = json.loads(content)
    rows = tables[draw(st.sampled_from(sorted(tables)))]
    row = rows[draw(st.sampled_from(sorted(rows)))]
    row[draw(st.sampled_from(sorted(row)))] = value
    return json.dumps(tables).encode()


QUESTIONS = (
    ["check"], ["check", "--json"], ["region", "zhejiang", "--currency", "USD"], ["trade", "--implied", "--json"],
    ["trade", "--currency", "RUB", "--chart"], ["figures", "--format", "markdown"], ["projects", "--currency", "CNY"],
    ["references", "--stated", "--currency", "EUR", "--json"], ["compare", "--json"], ["quotes", "--about", "trade"],
    ["search", "bridge"], ["show", "f01"], ["cite", "q03", "--style", "bibtex"], ["officials"], ["ties"], ["sources"],
    ["timeline"],
)  # fmt: skip
"""What is asked of a damaged database."""


def ask_damaged(files: dict[str, bytes], question: Sequence[str], terminal: bool) -> str:
    """Asks a question of a database in these files; what is wrong with the answer, if anything is."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        line = [*question, "--db", f"{folder}/rucn.json"]
        return complaint(line, ask(line, terminal), terminal)


def line_holds(line: list[str], terminal: bool) -> None:
    """Raises AssertionError where a command line does not end as it has to."""
    wrong = complaint(line, ask(line, terminal), terminal)
    assert not wrong, f"rucn {line}, at a terminal: {terminal}\n{wrong}"


def damage_holds(files: dict[str, bytes], question: list[str], terminal: bool) -> None:
    """Raises AssertionError where a question to a damaged database does not end as it has to."""
    wrong = ask_damaged(files, question, terminal)
    assert not wrong, f"rucn {question} with a damaged {list(files)[-1]}, at a terminal: {terminal}\n{wrong}"


# What is tried on which cases.
LINES: dict[str, st.SearchStrategy[Any]] = {"line": command_lines(), "terminal": st.booleans()}
DAMAGES: dict[str, st.SearchStrategy[Any]] = {
    "files": damaged(),
    "question": st.sampled_from(QUESTIONS),
    "terminal": st.booleans(),
}


def main() -> None:
    """Tries cases for some minutes, and prints the smallest of each round that fails."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--minutes", type=float, default=5)
    arguments.add_argument("--seed", type=int, help="try the cases of this seed alone")
    asked = arguments.parse_args()
    many = settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    end, rounds, failed = time.monotonic() + 60 * asked.minutes, 0, 0
    with tempfile.TemporaryDirectory() as cache_folder, mock.patch.dict(os.environ, XDG_CACHE_HOME=cache_folder):
        while not rounds or (asked.seed is None and time.monotonic() < end):
            number = random.randrange(10**9) if asked.seed is None else asked.seed
            rounds += 1
            for holds, cases in ((line_holds, LINES), (damage_holds, DAMAGES)):
                try:
                    seed(number)(many(given(**cases)(holds)))()
                except AssertionError as error:
                    failed += 1
                    print(f"seed {number}: {error}\n", flush=True)
    print(f"{rounds} rounds, {failed} failures")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
