"""A long answer at a terminal goes through a pager; run at a pseudo-terminal, with pagers that a test can follow."""

import fcntl
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, ROOT, Program, Ran, clean

# Says what it got, waits for an interrupt, and ends when it is good and ready.
PATIENT = """
import signal, sys, time
def bear(*_):
    global borne
    borne = True
borne = False
signal.signal(signal.SIGINT, bear)
print(len(sys.stdin.readlines()), "lines", "READY", flush=True)
while not borne:
    time.sleep(0.01)
time.sleep(0.2)
print("BYE", flush=True)
"""


def _at_terminal(line: str, *, keys: tuple[tuple[bytes, bytes], ...] = (), **environment: str) -> Ran:
    """Runs a command as a session of its own; each of the keys is typed once what stands before it is seen."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 20, 80, 0, 0))

    def lead() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    drawn, awaited = b"", list(keys)
    with subprocess.Popen(
        [*PROGRAM, *line.split()],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=clean({"TERM": "xterm-256color", **environment}),
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=lead,
    ) as ran:
        os.close(theirs)
        while True:
            try:
                drawn += os.read(ours, 65536)
            except OSError:
                break
            if awaited and awaited[0][0] in drawn:
                os.write(ours, awaited.pop(0)[1])
        code = ran.wait(timeout=10)
    os.close(ours)
    return Ran(code, drawn.decode().replace("\r\n", "\n"), "")


def test_a_tall_answer_goes_through_the_pager_and_notes_come_after_it() -> None:
    ran = _at_terminal("trade", PAGER="cat -n | tail -n 3")
    first, *_, note, tip = ran.out.splitlines()
    assert ran.code == 0
    assert first.split()[0].isdigit()
    assert note.startswith("note: ")
    assert tip.startswith("tip: ")


def test_leaving_the_pager_early_is_no_failure() -> None:
    ran = _at_terminal("figures --json", PAGER="head -n 2")
    assert ran.code == 0
    assert ran.out.splitlines()[:2] == ["[", "  {"]
    assert "note: " in ran.out


# In this process a pager writes elsewhere: where it has the answer, there is none here.
UNPAGED = [
    ("figures", "cat", "xterm"),
    ("figures", "", "xterm"),
    ("figures", "no-such-pager", "xterm"),
    ("figures", "true", "dumb"),
    ("figures --no-pager", "true", "xterm"),
    ("figures --quiet", "true", "xterm"),
    ("figures --limit 1", "true", "xterm"),
]


@pytest.mark.parametrize(("line", "pager", "term"), UNPAGED)
def test_there_is_no_pager_where_none_is_wanted_or_needed(window: Program, line: str, pager: str, term: str) -> None:
    assert window(*line.split(), PAGER=pager, TERM=term).out


def test_lines_that_the_terminal_breaks_count_as_it_shows_them(window: Program) -> None:
    line = ["cite", "f14", "--format", "jsonl"]
    assert window(*line, PAGER="true", width=80).out
    assert not window(*line, PAGER="true", width=4).out


def test_an_interrupt_is_for_the_pager_and_ends_the_program_after_it(tmp_path: Path) -> None:
    pager = tmp_path / "pager.py"
    pager.write_text(PATIENT, encoding="utf-8")
    ran = _at_terminal("trade", keys=((b"READY", b"\x03"),), PAGER=f"{sys.executable} {pager}")
    assert ran.code == 130
    assert ran.out.endswith("BYE\n")
    assert "Traceback" not in ran.out


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
def test_less_is_the_pager_unless_another_is_set() -> None:
    ran = _at_terminal("trade", keys=((b"\n:", b"q"),))
    assert ran.code == 0
    assert "note: " in ran.out
