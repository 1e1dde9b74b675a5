"""A bar on standard error that says how much of a file of names has been read."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rucn.render.answer import Progress as Read

Record = TypeVar("Record")
# Moving the bar costs as much as resolving many names.
RECORDS_A_STEP = 200


def watch(records: Iterator[Record], names: Read) -> Generator[Record]:
    """The records, as they come; the bar moves as their names are read, and goes when they end."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("resolving"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("", total=names.size)
        for number, record in enumerate(records):
            if number % RECORDS_A_STEP == 0:
                progress.update(task, completed=names.read)
            yield record
