"""Completion: the scripts that `rucn completion` prints, as real shells run them, and what the program tells them."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

import rucn
from rucn.cli.app import COMMANDS, app
from rucn.cli.completion import BEGUN, SHELLS
from rucn.database.database import Database
from tests.conftest import PROGRAM, ROOT, Program, clean

GROUP: Any = typer.main.get_command(app)
LONGEST_SCRIPT = 20


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script of every shell, as the program prints them, and the program to be found by its name."""
    folder = tmp_path_factory.mktemp("completion")
    for shell, name in (("bash", "rucn.bash"), ("zsh", "_rucn"), ("fish", "rucn.fish")):
        ran = subprocess.run([*PROGRAM, "completion", shell], capture_output=True, env=clean({}), cwd=ROOT, check=True)
        (folder / name).write_bytes(ran.stdout)
    (folder / "bin").mkdir()
    (folder / "bin" / "rucn").write_text(f'#!/bin/sh\nexec {sys.executable} -m rucn "$@"\n', encoding="utf-8")
    (folder / "bin" / "rucn").chmod(0o755)
    return folder


def _environment(scripts: Path) -> dict[str, str]:
    """Where a shell runs: it finds this program, and no files of a user."""
    found = {"PATH": f"{scripts / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return clean({**found, "LC_ALL": "C.UTF-8", "HOME": str(scripts), "TERM": "dumb"})


def _offered(shell: str, scripts: Path, line: str) -> list[str]:
    """What a shell offers for the last word of a line."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    if shell == "fish":
        code = f"source {scripts}/rucn.fish; complete -C {_quoted(line)}"
    else:
        words = line.split(" ")
        listed = " ".join(_quoted(word) for word in words)
        code = f"""source {scripts}/rucn.bash; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _rucn
        printf '%s\\n' "${{COMPREPLY[@]}}" """
    command = [shell, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=_environment(scripts), check=True)
    assert done.stderr == ""
    return [offered.split("\t")[0] for offered in done.stdout.splitlines() if offered]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


OFFERED = [
    # what is typed, what is offered among others, what is not
    ("rucn re", "region regions resolve", "trade"),
    ("rucn trade --f", "--fields --format", "--json"),
    ("rucn trade --json --", "--fields --country", "--json"),
    ("rucn trade --country CN --c", "--country", "--json"),
    ("rucn region irk", "Irkutsk", "Omsk"),
    ("rucn region IRK", "Irkutsk", "Omsk"),
    ("rucn region ирк", "Иркутская", "Irkutsk"),
    ("rucn region 伊尔", "伊尔库茨克州", "Irkutsk"),
    ("rucn region RU-I", "RU-IRK RU-IVA", "RU-OMS"),
    ("rucn resolve зап irk", "Irkutsk", "Omsk"),
    ("rucn trade irkutsk sakhal", "Sakhalin", "Irkutsk"),
    ("rucn trade --format ", "json csv markdown", "Irkutsk"),
    ("rucn official lev", "Levchenko Levintal", "Orlov"),
    ("rucn official Левч", "Левченко", "Levchenko"),
    ("rucn official 巴", "巴音朝鲁", "Levchenko"),
    ("rucn quotes --by gov", "governor", "head"),
    ("rucn quotes --by губ", "губернатор", "governor"),
    ("rucn quotes --topic for", "forestry", "wood"),
    ("rucn projects --sector w", "wood", "energy"),
    ("rucn projects --status op", "operating", "proposed"),
    ("rucn projects --kind in", "instrument infrastructure", "fair"),
    ("rucn ties --kind f", "fair festival forum", "instrument"),
    ("rucn figures --measure trade_g", "trade_growth", "trade_volume"),
    ("rucn figures --period 2018-", "2018-S1", "2017"),
    ("rucn regions --country R", "RU", "CN"),
    ("rucn regions --country кит", "Китай", "RU"),
    ("rucn officials --role g", "governor government_chair", "head"),
    ("rucn trade --currency ", "USD EUR", "Irkutsk"),
    ("rucn trade --top 5 --rank-by gr", "growth", "volume"),
    ("rucn references chi", "China", "Russia"),
    ("rucn cite f14 --style ", "bibtex csl-json", "f14"),
    ("rucn show q0", "q01 q09", "q10"),
    ("rucn show p3", "p30 p32", "q01"),
    ("rucn schema tr", "trade", "region"),
    ("rucn completion ", "bash zsh fish", "trade"),
    ("rucn trade --fields region,vol", "region,volume region,volume_qualifier", "volume"),
    ("rucn trade --sort -vol", "-volume -volume_qualifier", "volume -region"),
    ("rucn show q0", "q01 q09", "f01"),
]


@pytest.mark.parametrize("shell", ["bash", "fish"])
@pytest.mark.parametrize(("line", "offered", "absent"), OFFERED)
def test_what_is_offered(scripts: Path, shell: str, line: str, offered: str, absent: str) -> None:
    found = _offered(shell, scripts, line)
    assert set(offered.split()) <= set(found)
    # fish also finds what is typed inside of a word, and offers an option again.
    assert shell == "fish" or not set(absent.split()) & set(found)


def test_bash_knows_what_stands_after_an_equals_sign(scripts: Path) -> None:
    assert _offered("bash", scripts, "rucn trade --format = cs") == ["csv"]
    assert _offered("bash", scripts, "rucn trade --format =") == ["table", "json", "jsonl", "csv", "tsv", "markdown"]


def test_bash_quotes_what_needs_it(scripts: Path) -> None:
    assert _offered("bash", scripts, "rucn region hong") == ["Hong\\ Kong"]
    assert _offered("bash", scripts, 'rucn region "hong') == ["Hong Kong"]


def test_bash_completes_files(scripts: Path) -> None:
    assert f"{scripts}/rucn.bash" in _offered("bash", scripts, f"rucn trade --db {scripts}/ru")
    assert f"{scripts}/rucn.bash" in _offered("bash", scripts, f"rucn check --source {scripts}/ru")


@pytest.mark.parametrize("shell", ["bash", "fish"])
@pytest.mark.parametrize("line", ["rucn search b", "rucn trade --limit ", "rucn nosuch x", "rucn region irkutsk om"])
def test_nothing_is_offered(scripts: Path, shell: str, line: str) -> None:
    assert _offered(shell, scripts, line) == []


def test_fish_knows_what_stands_after_an_equals_sign(scripts: Path) -> None:
    assert _offered("fish", scripts, "rucn trade --format=cs") == ["--format=csv"]
    assert _offered("fish", scripts, f"rucn trade --db={scripts}/_ru") == [f"--db={scripts}/_rucn"]


def test_fish_completes_files_and_what_is_in_a_quote(scripts: Path) -> None:
    assert _offered("fish", scripts, f"rucn check --source {scripts}/_ru") == [f"{scripts}/_rucn"]
    assert _offered("fish", scripts, 'rucn region "hong') == ["Hong Kong"]


class Terminal:
    """A shell at a terminal, where a person types and presses the key."""

    def __init__(self, shell: str, scripts: Path) -> None:
        start = {
            "bash": ["bash", "--norc", "--noprofile", "-i"],
            "zsh": ["zsh", "-f", "-i"],
        }[shell]
        setup = {
            "bash": f"PS1=; bind 'set enable-bracketed-paste off'; source {scripts}/rucn.bash;"
            """ bind -x '"\\C-x": echo "<$READLINE_LINE>"'; echo rea''dy\n""",
            "zsh": "PS1= RPS1=; unsetopt zle_bracketed_paste; autoload -U compinit; compinit -u -D;"
            f""" source {scripts}/_rucn; show() {{ print -r -- "<$BUFFER>"; }}; zle -N show; bindkey '^X' show;"""
            " bindkey '^U' kill-whole-line; print rea''dy\n",
        }[shell]
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.chdir(scripts)
            os.execvpe(shell, start, _environment(scripts))
        self._say(setup)
        self._until("ready\r")

    def complete(self, line: str) -> str:
        """What a line becomes at a TAB."""
        self._say(f"\x15{line}\t\x18")
        *_, found = re.findall(r"<(rucn.*)>\r", self._until(">\r"))
        return str(found)

    def close(self) -> None:
        """Ends the shell."""
        os.close(self._terminal)
        os.kill(self._process, 9)
        os.waitpid(self._process, 0)

    def _say(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def _until(self, text: str) -> str:
        """What comes from the terminal until a text does."""
        seen, end = b"", time.monotonic() + 20
        while text.encode() not in seen and time.monotonic() < end:
            if select.select([self._terminal], [], [], 0.2)[0]:
                seen += os.read(self._terminal, 65536)
        return seen.decode(errors="replace")


@pytest.fixture(scope="module")
def terminals(scripts: Path) -> Iterator[Callable[[str], Terminal]]:
    """Gives the terminal of a shell; each is started once."""
    started: dict[str, Terminal] = {}

    def give(shell: str) -> Terminal:
        if not shutil.which(shell):
            pytest.skip(f"{shell} is not installed")
        if shell not in started:
            started[shell] = Terminal(shell, scripts)
        return started[shell]

    yield give
    for one in started.values():
        one.close()


TYPED = [
    ("rucn schem", "rucn schema "),
    ("rucn region irkut", "rucn region Irkutsk "),
    ("rucn region IRKUT", "rucn region Irkutsk "),
    ("rucn region ирк", "rucn region Иркутская "),
    ("rucn region 伊尔", "rucn region 伊尔库茨克州 "),
    ("rucn trade --format=mark", "rucn trade --format=markdown "),
    ("rucn official Левч", "rucn official Левченко "),
    ("rucn region hong", "rucn region Hong\\ Kong "),
    ("rucn region hong\\ k", "rucn region Hong\\ Kong "),
    ('rucn region "hong', 'rucn region "Hong Kong" '),
    ("rucn trade --sort -volume_q", "rucn trade --sort -volume_qualifier "),
    ("rucn trade --sort=-volume_q", "rucn trade --sort=-volume_qualifier "),
    ("rucn trade --fields region,partner_r", "rucn trade --fields region,partner_rank "),
    ("rucn trade --db rucn.b", "rucn trade --db rucn.bash "),
    ("rucn trade --db=rucn.b", "rucn trade --db=rucn.bash "),
    ("rucn trade --save-chart ~/rucn.b", "rucn trade --save-chart ~/rucn.bash "),
    ("rucn search rucn.b", "rucn search rucn.b"),
]


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize(("typed", "completed"), TYPED)
def test_what_is_typed_is_completed(
    terminals: Callable[[str], Terminal], shell: str, typed: str, completed: str
) -> None:
    assert terminals(shell).complete(typed) == completed


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_line_is_understood_after_a_quoted_value(terminals: Callable[[str], Terminal], shell: str) -> None:
    line = "rucn region Hong\\ Kong --curr"
    assert terminals(shell).complete(line).startswith("rucn region Hong\\ Kong --currency")


def test_zsh_waits_for_the_value_of_an_option(terminals: Callable[[str], Terminal]) -> None:
    assert terminals("zsh").complete("rucn trade --lim") == "rucn trade --limit="


def _tab(program: Program, *words: str, **environment: str) -> list[str]:
    """What the program tells a shell."""
    ran = program(*words, **environment, _RUCN_COMPLETE="bash")
    assert (ran.code, ran.err) == (0, "")
    return [line.split("\t")[0] for line in ran.out.splitlines()]


@pytest.fixture
def renamed(tables: dict[str, dict[str, Any]], written: Callable[[Any], str]) -> str:
    """A database in which Levchenko is called Lermontov."""
    [row] = [row for row in tables["officials"].values() if row["name"].endswith("Levchenko")]
    row["name"] = row["name"].replace("Levchenko", "Lermontov")
    return written(tables)


def test_the_database_of_the_variable_is_asked(program: Program, renamed: str) -> None:
    assert _tab(program, "official", "le") == ["Levchenko", "Levintal"]
    assert _tab(program, "official", "le", RUCN_DB=renamed) == ["Lermontov", "Levintal"]


def test_the_database_of_the_line_is_asked(
    program: Program, renamed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for named in (["--db", renamed], [f"--db={renamed}"], ["--db", f'"{renamed}"'], ["--db", "$HOME/changed.json"]):
        assert _tab(program, "official", *named, "ler", RUCN_DB="absent.json") == ["Lermontov"]
    assert _tab(program, "official", "--db", "=", renamed, "ler") == ["Lermontov"]
    assert _tab(program, "official", "--db", "~/changed.json", "ler") == ["Lermontov"]


def test_an_unreadable_database_completes_nothing(program: Program, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    for path in ("absent.json", str(broken), str(tmp_path)):
        assert _tab(program, "region", "irk", RUCN_DB=path) == []
        assert _tab(program, "trade", "--f", RUCN_DB=path) == ["--format", "--fields"]


@pytest.mark.parametrize(
    "line", ["", "=", "--", "nosuch --format ", "trade --nosuch= --format", "trade --db", "trade ="]
)
def test_no_line_is_a_failure(program: Program, line: str) -> None:
    _tab(program, *line.split(" "))
    assert _tab(program) == []


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_short(program: Program, shell: str) -> None:
    ran = program("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) <= LONGEST_SCRIPT


# What a kind is for: the question refuses a value that it does not understand.
ACCEPTED: dict[str, Callable[[Database, list[str]], object]] = {
    "region": lambda database, values: database.compare(*values),
    "area": lambda database, values: database.references(*values),
    "official": lambda database, values: [database.official(value) for value in values],
    "who": lambda database, values: database.quotes(by=values),
    "role": lambda database, values: database.officials(role=values),
    "country": lambda database, values: database.regions(country=values),
    "measure": lambda database, values: database.figures(measure=values),
    "period": lambda database, values: database.figures(period=values),
    "sector": lambda database, values: database.projects(sector=values),
    "status": lambda database, values: database.projects(status=values),
    "topic": lambda database, values: database.quotes(topic=values),
    "project_kind": lambda database, values: database.projects(kind=values),
    "tie_kind": lambda database, values: database.ties(kind=values),
    "id": lambda database, values: [database.show(value) for value in values],
    "currency": lambda database, values: [database.figures(currency=value) for value in values],
    "partner": lambda database, values: database.figures(partner=values),
    "commodity": lambda database, values: database.figures(commodity=values),
    "section": lambda database, values: database.quotes(section=values),
    "source": lambda database, values: rucn.open(source=values),
    "ranking": lambda database, values: [
        database.trade(currency="USD", implied=True, rank_by=value) for value in values
    ],
}


@pytest.mark.parametrize("kind", ACCEPTED)
def test_what_is_offered_is_accepted(database: Database, kind: str) -> None:
    values = list(database.values(kind))
    assert values
    ACCEPTED[kind](database, values)


@pytest.mark.parametrize("line", ["cite f14 --style", "sources --format", "schema", "completion"])
def test_what_the_program_itself_knows_is_accepted(program: Program, line: str) -> None:
    offered = _tab(program, *line.split(), "")
    assert len(offered) > 2
    assert [ran.err for value in offered if (ran := program(*line.split(), value)).code] == []


def test_every_parameter_that_takes_a_value_says_what_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = set()

    def ask(database: Database, kind: str, begun: str) -> dict[str, str]:
        kinds.add(kind)
        return {"a value": ""}

    monkeypatch.setattr(Database, "values", ask)
    assert set(GROUP.commands) == set(COMMANDS)
    for name, command in GROUP.commands.items():
        context = command.make_context(name, [], resilient_parsing=True)
        context.meta[BEGUN] = ""
        for parameter in command.params:
            is_flag = parameter.param_type_name == "option" and parameter.is_flag
            # A schema has no fields.
            if not is_flag and (name, parameter.name) not in (("schema", "fields"), ("schema", "sort")):
                assert parameter.shell_complete(context, ""), (name, parameter.name)
    assert kinds == set(ACCEPTED)


def test_a_shell_that_is_none_is_refused(program: Program) -> None:
    assert program("completion", "tcsh").code == 2
    assert program("completion", SHELL="/bin/tcsh").code == 2
    assert program("completion", SHELL="/usr/bin/fish").out == program("completion", "fish").out


def test_typers_own_completion_is_not_offered(program: Program) -> None:
    assert "--install-completion" not in program("--help").out


HOSTILE = ["`touch X`", "$(touch X)", "a;touch X", "a|touch X", "a&b", "a>b", 'x"y', "o'brien", "b\\c", "[z]*", "~"]


@pytest.mark.parametrize("mark", ["", '"', "'"])
def test_bash_takes_no_value_for_a_command(scripts: Path, tmp_path: Path, mark: str) -> None:
    offers = " ".join(map(_quoted, HOSTILE))
    code = f"""source {scripts}/rucn.bash; rucn() {{ printf '%s\\t\\n' {offers}; }}; mark={_quoted(mark)}
    COMP_WORDS=(rucn region "$mark"); COMP_CWORD=2; _rucn
    for word in "${{COMPREPLY[@]}}"; do eval "printf '%s\\n' $mark$word$mark"; done"""
    done = subprocess.run(
        ["bash", "-c", code], capture_output=True, text=True, env=_environment(scripts), cwd=tmp_path, check=True
    )
    assert done.stdout.splitlines() == HOSTILE
    assert list(tmp_path.iterdir()) == []
