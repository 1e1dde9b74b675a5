"""Shows an answer that is taller than the terminal through the user's pager, as git does."""

import io
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from types import FrameType
from typing import TextIO

DEFAULT = "less -FRX"
NEED_A_SHELL = set("|&;<>()$`\\\"'*?[#~=%")


class _Drawn(io.StringIO):
    """What is drawn for the terminal before it is known where it goes."""

    def isatty(self) -> bool:
        """That it is a terminal which shows it in the end."""
        return True


def show(write: Callable[[TextIO], None]) -> None:
    """Writes an answer to the terminal, or, where that is not tall enough and there is a pager, into the pager.

    Raises KeyboardInterrupt once the pager has ended where an interrupt came meanwhile.
    """
    drawn = _Drawn()
    write(drawn)
    answer = drawn.getvalue()
    pager = _pager()
    if pager is None or _height(answer) <= shutil.get_terminal_size().lines or not _page(answer, pager):
        sys.stdout.write(answer)
        sys.stdout.flush()


def _pager() -> str | None:
    """The command of the pager; None where there is none, or the terminal cannot have one."""
    pager = os.environ.get("PAGER", DEFAULT).strip()
    return None if pager in ("", "cat") or os.environ.get("TERM", "dumb") == "dumb" else pager


def _height(answer: str) -> int:
    """How many rows of the terminal an answer takes."""
    import re

    from rich.cells import cell_len

    width = shutil.get_terminal_size().columns
    return sum(max(1, -(-cell_len(line) // width)) for line in re.sub("\x1b\\[[0-9;]*m", "", answer).splitlines())


def _page(answer: str, pager: str) -> bool:
    """Has a pager show an answer; false where the system has no such pager."""
    # Without need of a shell there is none: an interrupt would end it before the pager.
    command = pager if set(pager) & NEED_A_SHELL else shlex.split(pager)
    # As git has it: less shows colours, and ends by itself where the answer fits after all.
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    interrupted: list[int] = []

    def remember(number: int, frame: FrameType | None) -> None:
        interrupted.append(number)

    # The pager has the keys of the terminal: an interrupt is for it, and ends the program once it has ended.
    kept = signal.signal(signal.SIGINT, remember)
    try:
        with subprocess.Popen(
            command,
            shell=isinstance(command, str),
            stdin=subprocess.PIPE,
            env=environment,
            encoding="utf-8",
            errors="backslashreplace",
        ) as running:
            running.communicate(answer)
    except (FileNotFoundError, PermissionError):
        return False
    finally:
        signal.signal(signal.SIGINT, kept)
    if interrupted:
        raise KeyboardInterrupt
    # What a shell answers where a command is not there, or may not be run.
    return running.returncode not in (126, 127)
