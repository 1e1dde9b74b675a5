"""Interrupts and SIGTERM: the program ends at once and quietly, and leaves a terminal as it was."""

import os
import pty
import signal
import subprocess
from pathlib import Path

import pytest

from scripts.interrupt_trial import interrupt, is_ours
from tests.conftest import PROGRAM, ROOT, clean


@pytest.mark.parametrize("after", [0.05, 0.1, 0.15, 0.2])
def test_an_interrupt_shows_no_line_of_the_program(after: float) -> None:
    code, said = interrupt([*PROGRAM, "trade", "--json"], after)
    assert not is_ours(said)
    # Where Python's own start was interrupted it ends as it does.
    assert code in (130, -signal.SIGINT, 0) or "Traceback" in said


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGINT, 130)])
def test_a_bar_that_is_ended_leaves_the_cursor_shown(tmp_path: Path, number: int, code: int) -> None:
    path = tmp_path / "names.txt"
    path.write_text("".join(f"nowhere {position}\n" for position in range(20_000)), encoding="utf-8")
    ours, theirs = pty.openpty()
    drawn = b""
    with (
        path.open("rb") as names,
        subprocess.Popen(
            [*PROGRAM, "resolve", "--format", "csv"],
            stdin=names,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            env=clean({"TERM": "xterm-256color"}),
            cwd=ROOT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        ) as ran,
    ):
        os.close(theirs)
        while b"resolving" not in drawn:
            drawn += os.read(ours, 10_000)
        ran.send_signal(number)
        assert ran.wait(timeout=10) == code
    while True:
        try:
            drawn += os.read(ours, 10_000)
        except OSError:
            break
    os.close(ours)
    assert drawn.rindex(b"\x1b[?25h") > drawn.rindex(b"\x1b[?25l")
    assert b"Traceback" not in drawn
