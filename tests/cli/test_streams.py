"""Pipes, terminals, colours, locales and signals, as a shell has them."""

import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.conftest import PROGRAM, ROOT, Program, clean, process, processes, terminal, uncoloured

EVERYTHING = [
    ["trade"],
    ["figures"],
    ["projects"],
    ["ties"],
    ["quotes"],
    ["officials"],
    ["regions"],
    ["sources"],
    ["region", "irkutsk"],
    ["region", "khabarovsk"],
    ["official", "levchenko"],
    ["show", "q07"],
    ["show", "p32"],
    ["search", "wood"],
]


def _shell(script: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    variables = clean({"RUCN": " ".join(PROGRAM), **environment})
    return subprocess.run(["bash", "-c", script], capture_output=True, env=variables, cwd=ROOT, check=False)


# What must not change an answer into a pipe: the width of some window, the locale, and what Python takes it for.
ENVIRONMENTS: list[dict[str, str]] = [
    {"COLUMNS": "30"},
    {"COLUMNS": "300"},
    {"LC_ALL": "C"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
]


@pytest.mark.parametrize("command", EVERYTHING, ids=" ".join)
def test_nothing_in_a_pipe_is_coloured_cut_or_wrapped(program: Program, command: list[str]) -> None:
    ran = program(*command)
    assert ran.code == 0
    assert ran.out
    assert "\x1b" not in ran.out
    assert "…" not in ran.out
    assert not [line for line in ran.out.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda one: " ".join(map("=".join, one.items())))
def test_neither_width_nor_locale_matters_in_a_pipe(program: Program, environment: dict[str, str]) -> None:
    for command, ran in zip(EVERYTHING, processes(EVERYTHING, environment), strict=True):
        assert ran == program(*command), command


@pytest.mark.parametrize("command", [["trade"], ["show", "p32"], ["region", "irkutsk"]], ids=" ".join)
def test_a_command_in_a_process_of_its_own_answers_as_among_others(program: Program, command: list[str]) -> None:
    plain = process(*command)
    assert plain == program(*command)
    assert process(*command, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C") == plain


def test_colours_can_be_forced_and_wrap_nothing(program: Program) -> None:
    for command, ran in zip(EVERYTHING, processes(EVERYTHING, {"FORCE_COLOR": "1"}), strict=True):
        assert "\x1b[" in ran.out
        plain = program(*command).out
        unbracketed = plain if command[0] != "show" else re.sub(r"[\[\]]", "", plain)
        assert [line.rstrip() for line in uncoloured(ran.out).splitlines()] == unbracketed.splitlines(), command


@pytest.mark.parametrize("command", EVERYTHING, ids=" ".join)
@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
def test_a_terminal_is_never_too_narrow(window: Program, command: list[str], width: int) -> None:
    drawn = uncoloured(window(*command, width=width).out)
    assert drawn
    assert max(cell_len(line) for line in drawn.splitlines()) <= width


@pytest.mark.parametrize(("command", "width"), [("trade", 30), ("region khabarovsk", 60), ("show p32", 200)])
def test_a_real_terminal_is_like_the_windows_of_these_tests(window: Program, command: str, width: int) -> None:
    ran = window(*command.split(), width=width)
    assert terminal(*command.split(), width=width, everything=True) == ran.out + ran.err


@pytest.mark.parametrize("width", [40, 80, 200])
def test_quotes_are_whole_at_every_width(window: Program, width: int) -> None:
    import rucn

    drawn = "".join(uncoloured(window("quotes", width=width).out).split())
    for quote in rucn.open().quotes():
        assert "".join(quote["text"].split()) in drawn


def test_a_table_fits_eighty_columns_and_a_narrow_window_has_a_list(window: Program) -> None:
    assert "Region" in window("trade", width=80).out.splitlines()[0]
    assert "Growth: " in uncoloured(window("trade", width=40).out)


def test_a_wide_window_has_more_columns(window: Program) -> None:
    assert "Sectors" not in window("projects", width=80).out
    assert "Sectors" in window("projects", width=300).out
    assert "Words" in window("figures", "--region", "irkutsk", width=120).out


def test_evidence_is_highlighted_in_the_sentence(window: Program, program: Program) -> None:
    words = "Supplies of cardboard grew by 80%"
    assert f"\x1b[1;4m{words}\x1b[0m" in window("show", "f11", width=300).out
    assert f"[{words}]" in program("show", "f11").out


def test_no_color_is_honoured(window: Program) -> None:
    assert not re.search(r"\x1b\[[0-9;]*3[0-8]", terminal("trade", NO_COLOR="1"))
    assert not re.search(r"\x1b\[[0-9;]*3[0-8]", window("trade", NO_COLOR="1").out)
    assert re.search(r"\x1b\[[0-9;]*38;5;", window("trade").out)


def test_no_color_goes_before_force_color(program: Program) -> None:
    assert "\x1b" not in process("trade", NO_COLOR="1", FORCE_COLOR="1").out
    assert "\x1b" not in program("trade", NO_COLOR="0", FORCE_COLOR="1").out
    assert "\x1b" not in program("trade", FORCE_COLOR="0").out


def test_a_dumb_terminal_has_brackets() -> None:
    assert "[Supplies of cardboard" in terminal("show", "f11", width=300, TERM="dumb")


def test_a_tip_is_for_a_person_at_a_terminal_and_no_part_of_the_answer(window: Program, program: Program) -> None:
    ran = window("figures")
    assert "tip: rucn show f01" in ran.err
    assert "tip:" not in ran.out
    assert window("figures", "--quiet") == ran._replace(err="")
    assert "tip:" not in terminal("figures")
    assert "tip:" not in program("figures").err


def test_columns_count_on_a_terminal() -> None:
    assert max(map(cell_len, uncoloured(terminal("trade", width=200, COLUMNS="60")).splitlines())) <= 60


@pytest.mark.parametrize(
    "script", ["$RUCN quotes | head -1", "$RUCN regions --json | head -c 10", "$RUCN --help | true"]
)
def test_a_closed_pipe_ends_quietly(script: str) -> None:
    ran = _shell(f"{script}; code=${{PIPESTATUS[0]}}; echo; echo $code")
    assert ran.stderr == b""
    assert ran.stdout.splitlines()[-1] == b"0"


FULL = ["quotes", "quotes --json", "", "--help", "trade --help", "--version", "completion bash"]


@pytest.mark.parametrize("line", FULL)
def test_a_full_disk_is_said(line: str) -> None:
    ran = _shell(f"$RUCN {line} > /dev/full; echo $?")
    assert ran.stdout == b"74\n"
    [said] = ran.stderr.decode().splitlines()
    assert "the answer cannot be written: No space left on device" in said
    assert said.startswith('{"error": ' if "--json" in line else "rucn: ")


def test_closed_streams_are_borne() -> None:
    assert _shell("$RUCN region atlantis 2>&-; echo $?").stdout.strip() == b"1"
    message = b"the answer cannot be written: standard output is closed"
    for form in ("", "--json", "--format csv"):
        said, code = _shell(f"$RUCN trade {form} >&-; echo $? >&2").stderr.splitlines()
        assert code == b"74"
        assert message in said


def _until_it_waits(process: int) -> None:
    """Waits until a process sleeps and uses no time of the processor: then it has come to its answer."""
    status, still = Path(f"/proc/{process}/stat"), 0
    if not status.exists():
        time.sleep(3)
        return
    used: list[str] = []
    for _ in range(600):
        time.sleep(0.1)
        state, *numbers = status.read_text().rpartition(")")[2].split()
        still = still + 1 if state == "S" and numbers[10:12] == used else 0
        used = numbers[10:12]
        if still >= 5:
            return


def test_an_interrupt_is_130() -> None:
    reader, writer = os.pipe()
    # Nobody reads the pipe, so that the program waits with its answer until the signal comes.
    os.set_blocking(writer, False)
    while True:
        try:
            os.write(writer, b" " * 4096)
        except BlockingIOError:
            break
    os.set_blocking(writer, True)
    # A shell that runs the tests in the background has its programs ignore the signal.
    ran = subprocess.Popen(
        [*PROGRAM, "quotes"],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=clean({}),
        cwd=ROOT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    _until_it_waits(ran.pid)
    ran.send_signal(signal.SIGINT)
    _, said = ran.communicate(timeout=10)
    os.close(reader)
    os.close(writer)
    assert (ran.returncode, said) == (130, b"")


def test_names_in_any_script_in_the_c_locale() -> None:
    ran = process("region", "бурятия", "--json", LC_ALL="C")
    assert ran.code == 0
    assert ran.json["region"]["code"] == "RU-BU"
    raw = process("region", "бурятия", "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert raw.json["region"]["code"] == "RU-BU"


def test_it_runs_from_any_directory(tmp_path: object) -> None:
    ran = _shell(f"cd {tmp_path} && PYTHONPATH={ROOT} $RUCN region irkutsk --json")
    assert ran.returncode == 0


def test_notes_stay_out_of_the_answer() -> None:
    ran = process("region", "irkutks", "--json")
    assert ran.json["region"]["code"] == "RU-IRK"
    assert "is taken as Irkutsk Region" in ran.err
    assert process("region", "irkutks", "--json", "--quiet").err == ""
