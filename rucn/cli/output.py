"""Where an answer goes: to standard output, through a pager, or into a file."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from rucn.cli.command import Outcome
from rucn.model.errors import UsageError, printable
from rucn.render.answer import Answer, Writing


def write_answer(outcome: Outcome) -> None:
    """Writes an answer where it is wanted, and notes which files are written."""
    answer, writing = outcome.answer, outcome.writing
    files = [path for path in (writing.output, answer.picture and answer.picture.path) if path]
    if not files and not _may_watch(answer, writing):
        _write(answer, writing)
        return
    from contextlib import closing

    from rucn.cli.signals import in_order

    with in_order():
        if answer.file and answer.progress and _may_watch(answer, writing):
            from rucn.render.terminal.progress import watch

            with closing(watch(answer.file, answer.progress)) as pieces:
                _write(answer._replace(file=pieces), writing)
        elif isinstance(answer.content, Iterator) and answer.progress and _may_watch(answer, writing):
            from rucn.render.terminal.progress import watch

            with closing(watch(answer.content, answer.progress)) as content:
                _write(answer._replace(content=content), writing)
        else:
            _write(answer, writing)
    outcome.notes.extend(f"{printable(str(path), 120)} is written" for path in files)


def _write(answer: Answer, writing: Writing) -> None:
    if answer.file is not None:
        _write_file(answer, answer.file, writing.output)
        return
    if writing.format == "json" and answer.picture is None and not sys.stdout.isatty():
        from rucn.render.data import write_json as write
    else:
        from rucn.render.write import write
    if writing.output is None:
        if sys.stdout.isatty() and _may_be_paged(answer, writing):
            from rucn.cli.pager import show

            show(lambda stream: write(answer, writing, stream))
            return
        write(answer, writing, sys.stdout)
        sys.stdout.flush()
        return
    from rucn.model.whole import replace_file

    with replace_file(writing.output) as file:
        stream = io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="")
        write(answer, writing, stream)
        stream.detach()


def _write_file(answer: Answer, pieces: Iterator[bytes], path: Path | None) -> None:
    """Writes the pieces of a file as they come; to a terminal as the text that they are."""
    if path is not None:
        from rucn.model.whole import replace_file

        with replace_file(path) as file:
            file.writelines(pieces)
        return
    if sys.stdout.isatty():
        if answer.encoding is None:
            raise UsageError("this file is no text; --output names where to write it")
        from rucn.render.terminal.guard import Guard

        guard, text = Guard(sys.stdout, as_json=False), ""
        for piece in pieces:
            text = piece.decode(answer.encoding).replace("\r\n", "\n")
            guard.write(text)
        # What is said next begins a line.
        guard.write("" if text.endswith("\n") else "\n")
        return
    # What comes from a pipe is waited for: each piece is on its way before the next is read.
    is_awaited = answer.progress is not None and answer.progress.size is None
    for piece in pieces:
        sys.stdout.buffer.write(piece)
        if is_awaited:
            sys.stdout.buffer.flush()
    sys.stdout.flush()


def _may_be_paged(answer: Answer, writing: Writing) -> bool:
    """Whether an answer may go through a pager: not where it is to be seen as it comes."""
    as_it_comes = answer.progress is not None and writing.format not in ("table", "markdown")
    return writing.paged and not writing.quiet and not as_it_comes


def _may_watch(answer: Answer, writing: Writing) -> bool:
    """Whether a bar can tell how far the names are read, to a person who sees nothing else meanwhile."""
    if answer.progress is None or answer.progress.size == 0 or writing.quiet or not sys.stderr.isatty():
        return False
    as_it_comes = answer.file is not None or writing.format not in ("table", "markdown")
    return bool(writing.output) or not as_it_comes or not sys.stdout.isatty()
