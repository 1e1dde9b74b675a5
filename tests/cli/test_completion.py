"""Completion: the scripts that `rucn completion` prints, as real shells run them."""

import os
import pty
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

import rucn
from rucn.cli import schemas
from rucn.cli.app import COMMANDS, app
from rucn.cli.completion import SHELLS
from rucn.cli.completion.model import Model, kind_of, model_of
from tests.conftest import PROGRAM, ROOT, Program, clean

import typer  # isort: skip

GROUP = typer.main.get_command(app)


@pytest.fixture(scope="module")
def model() -> Model:
    return model_of(GROUP, rucn.open().dataset, schemas.ANSWERS, SHELLS)


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script of every shell, as the program prints them."""
    folder = tmp_path_factory.mktemp("completion")
    for shell, name in (("bash", "rucn.bash"), ("zsh", "_rucn"), ("fish", "rucn.fish")):
        ran = subprocess.run([*PROGRAM, "completion", shell], capture_output=True, env=clean({}), cwd=ROOT, check=True)
        (folder / name).write_bytes(ran.stdout)
    return folder


def _offered(shell: str, scripts: Path, line: str) -> list[str]:
    """What a shell offers for the last word of a line."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    variables = clean({"LC_ALL": "C.UTF-8", "HOME": str(scripts), "TERM": "dumb"})
    if shell == "fish":
        code = f"source {scripts}/rucn.fish; complete -C {_quoted(line)}"
        done = subprocess.run(["fish", "-c", code], capture_output=True, text=True, env=variables, check=True)
        return [offered.split("\t")[0] for offered in done.stdout.splitlines()]
    words = line.split(" ")
    listed = " ".join(_quoted(word) for word in words)
    code = f"""source {scripts}/rucn.bash; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _rucn
    printf '%s\\n' "${{COMPREPLY[@]}}" """
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, env=variables, check=True)
    assert done.stderr == ""
    return [offered for offered in done.stdout.splitlines() if offered]


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
    ("rucn trade --top 5 --by gr", "growth", "volume"),
    ("rucn references chi", "China", "Russia"),
    ("rucn cite f14 --style ", "bibtex csl-json", "f14"),
    ("rucn show q0", "q01 q09", "q10"),
    ("rucn show p3", "p30 p32", "q01"),
    ("rucn schema tr", "trade", "region"),
    ("rucn completion ", "bash zsh fish", "trade"),
    ("rucn trade --fields region,vol", "region,volume region,volume_qualifier", "volume"),
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


ZSH = [
    ("rucn schem", "rucn schema "),
    ("rucn region irkut", "rucn region Irkutsk "),
    ("rucn region ирк", "rucn region Иркутская "),
    ("rucn region 伊尔", "rucn region 伊尔库茨克州 "),
    ("rucn trade --lim", "rucn trade --limit="),
    ("rucn trade --format=mark", "rucn trade --format=markdown "),
    ("rucn official Левч", "rucn official Левченко "),
    ("rucn region hong", "rucn region Hong\\ Kong "),
]


@pytest.mark.parametrize(("typed", "completed"), ZSH)
def test_zsh_completes_what_is_begun(scripts: Path, typed: str, completed: str) -> None:
    if not shutil.which("zsh"):
        pytest.skip("zsh is not installed")
    process, terminal = pty.fork()
    if process == 0:
        variables = clean({"LC_ALL": "C.UTF-8", "HOME": str(scripts), "TERM": "dumb"})
        os.execvpe("zsh", ["zsh", "-f", "-i"], variables)
    try:
        setup = "PS1='' RPS1=''; unsetopt zle_bracketed_paste; autoload -U compinit; compinit -u -D"
        _say(terminal, f"{setup}; source {scripts}/_rucn; print rea''dy\n")
        _until(terminal, "ready")
        _say(terminal, "show() { print -r -- \"<$BUFFER>\"; }; zle -N show; bindkey '^X' show; print se''t\n")
        _until(terminal, "set")
        _say(terminal, f"{typed}\t\x18")
        assert f"<{completed.rstrip()}" in _until(terminal, ">")
    finally:
        os.close(terminal)
        os.kill(process, 9)
        os.waitpid(process, 0)


def _say(terminal: int, text: str) -> None:
    os.write(terminal, text.encode())


def _until(terminal: int, text: str) -> str:
    """What comes from a terminal until a text does."""
    seen, end = b"", time.monotonic() + 20
    while text.encode() not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 65536)
    return seen.decode(errors="replace")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_every_script(scripts: Path, shell: str, model: Model) -> None:
    [path] = [path for path in scripts.iterdir() if path.name in (f"rucn.{shell}", "_rucn" if shell == "zsh" else "")]
    text = path.read_text(encoding="utf-8")
    assert {command.name for command in model.commands} == set(COMMANDS)
    for command in model.commands:
        assert command.name in text
        for parameter in command.parameters:
            for name in parameter.names:
                option = f"-l {name[2:]}" if shell == "fish" and name.startswith("--") else name
                assert (f"-s {name[1:]}" if shell == "fish" and not name.startswith("--") else option) in text


def test_every_parameter_that_takes_a_value_has_a_kind(model: Model) -> None:
    for command in model.commands:
        for parameter in command.parameters:
            known = {*model.values, "", "file", "text", "fields", "sort"}
            assert parameter.kind in known, (command.name, parameter)
    with pytest.raises(KeyError):
        kind_of("trade", "no such parameter")


ACCEPTED = {
    "region": ["region"],
    "official": ["official"],
    "who": ["quotes", "--by"],
    "role": ["officials", "--role"],
    "country": ["regions", "--country"],
    "measure": ["figures", "--measure"],
    "period": ["figures", "--period"],
    "sector": ["projects", "--sector"],
    "status": ["projects", "--status"],
    "topic": ["quotes", "--topic"],
    "project_kind": ["projects", "--kind"],
    "tie_kind": ["ties", "--kind"],
    "id": ["show"],
    "area": ["references"],
    "currency": ["trade", "--currency"],
    "ranking": ["trade", "--currency", "USD", "--implied", "--by"],
    "style": ["cite", "f14", "--style"],
    "schema": ["schema"],
    "format": ["sources", "--format"],
    "shell": ["completion"],
}


@pytest.mark.parametrize("kind", ACCEPTED)
def test_what_is_offered_is_accepted(program: Program, model: Model, kind: str) -> None:
    assert set(ACCEPTED) == set(model.values)
    refused = {value.text: program(*ACCEPTED[kind], value.text).code for value in model.values[kind]}
    assert {text: code for text, code in refused.items() if code} == {}


def test_a_shell_that_is_none_is_refused(program: Program) -> None:
    assert program("completion", "tcsh").code == 2
    assert program("completion", SHELL="/bin/tcsh").code == 2
    assert program("completion", SHELL="/usr/bin/fish").out == program("completion", "fish").out


def test_typers_own_completion_is_not_offered(program: Program) -> None:
    assert "--install-completion" not in program("--help").out
