"""Standard output and standard error: their encoding, the notes and errors on the one, a closed pipe on the other."""

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from rucn.model.errors import RucnError

if TYPE_CHECKING:
    from rucn.cli.command import Outcome


def prepare_streams() -> None:
    """Makes both streams UTF-8 whatever the locale; what UTF-8 cannot carry is escaped, as JSON would."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say_notes(outcome: "Outcome") -> None:
    """Writes the remarks on an answer to standard error, and to a person at a terminal what to try next."""
    if outcome.writing.quiet:
        return
    for remark in outcome.notes:
        _say(f"note: {remark}")
    if outcome.writing.format == "table" and outcome.writing.output is None and sys.stdout.isatty():
        from rucn.render.write import tip_for

        tip = tip_for(outcome.answer)
        if tip:
            _say(f"tip: {tip}")


def report(error: RucnError, as_json: bool) -> None:
    """Writes an error to standard error: one line, or one JSON object."""
    if not as_json:
        _say(f"rucn: {error.typed}")
        return
    import json

    candidates = [
        {"code" if one.is_code else "id": one.key, "name": one.name, "score": one.score} for one in error.candidates
    ]
    content = {"error": {"code": error.code, "message": error.typed, "candidates": candidates}}
    _say(json.dumps(content, ensure_ascii=False), as_json=True)


def abandon_output() -> None:
    """Lets what is left in standard output go nowhere, so that the end of the process does not stumble over it."""
    if sys.stdout is not None:
        # A stream in memory has no descriptor, and nothing to stumble over.
        with suppress(io.UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(line: str, as_json: bool = False) -> None:
    """Writes a line without what a terminal would act on; in a window broken, as that would break it anywhere."""
    if sys.stderr is None:
        return
    from rucn.model.controls import JSON_ESCAPES, escape_controls

    try:
        if not as_json:
            line = _broken(escape_controls(line)) if sys.stderr.isatty() else escape_controls(line)
        elif sys.stderr.isatty():
            line = line.translate(JSON_ESCAPES)
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except OSError:
        # Nobody listens; the exit code still tells.
        return


def _broken(line: str) -> str:
    """A line broken to the width of the window; commands, in backticks, are left whole."""
    import re
    import shutil

    from rucn.render.terminal.breaking import break_lines, pieces_of

    words = re.findall(r"(?:`[^`]*`|[^ ])+", line)
    width = shutil.get_terminal_size().columns
    return "\n".join(break_lines(words, width, lambda word: [word] if "`" in word else pieces_of(word)))
