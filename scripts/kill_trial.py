"""Kills processes that write records into a file of a library, at random moments, and looks at what is left.

    python -m scripts.kill_trial [--times N]

A writer says of each record that it is written, as soon as its method has returned. In every second trial two writers
share the file. After the kill, by a signal that no process can catch, the file has to be sound JSON, with each record
that was said to be written, and none in part. The next write has to succeed and to remove what was left unfinished.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rucn.store.locking import LOCK
from rucn.store.writing import open_for_writing

# Seconds within which a writer is killed: it writes some ten records in them.
SPAN = 0.06
# So many records are there before, so that a write takes more than a moment.
BEFORE = 100
# So many are written each time that a file is opened.
AT_A_TIME = 3


def record(writer: int, number: int) -> dict[str, Any]:
    """The record that a writer writes as its so manieth."""
    return {"id": f"w{writer}-{number}", "text": f"“Торговля выросла на {number} %”, 贸易增长 " * 5, "value": number}


def write_endlessly(path: Path, writer: int, said: int) -> None:
    """Writes records until killed, and says of each that it is written."""
    number = 0
    while True:
        with open_for_writing(path) as database:
            for _ in range(AT_A_TIME):
                database.table("quotes").insert(record(writer, number))
                os.write(said, number.to_bytes(4, "big"))
                number += 1


def start(path: Path, writer: int) -> tuple[int, int]:
    """Starts a writer; returns its process and the pipe in which it says what is written."""
    heard, said = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            write_endlessly(path, writer, said)
        finally:
            os._exit(1)
    os.close(said)
    return process, heard


def kill(process: int, heard: int) -> int:
    """Kills a writer, and returns how many records it said to be written."""
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(heard, "rb") as said:
        return len(said.read()) // 4


def faults(path: Path, written: list[int]) -> list[str]:
    """What is wrong with a file, given how many records each writer said to be written."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["quotes"].values()
    except (OSError, ValueError, KeyError) as error:
        return [f"the file is not sound: {error!r}"]
    found = {row.get("id"): row for row in rows}
    wrong = [] if len(found) == len(rows) else ["a record is there twice"]
    for writer, count in enumerate(written):
        lost = [number for number in range(count) if found.pop(f"w{writer}-{number}", None) != record(writer, number)]
        # The one that was being written may be there, but whole.
        last = found.pop(f"w{writer}-{count}", record(writer, count))
        if lost or last != record(writer, count):
            wrong.append(f"records of writer {writer} are lost or not whole: {lost or count}")
    return [*wrong, f"records that nobody wrote: {[*found]}"] if found else wrong


def trial(folder: Path, writers: int) -> tuple[int, int, list[str]]:
    """Kills writers; returns how many records they wrote, how many files they left unfinished, and what is wrong."""
    path = folder / "killed.json"
    with open_for_writing(path) as database:
        database.table("quotes").insert_multiple(record(writers, number) for number in range(BEFORE))
    started = [start(path, writer) for writer in range(writers)]
    written = []
    for one in started:
        time.sleep(random.uniform(0, SPAN))
        written.append(kill(*one))
    left = len([*folder.iterdir()]) - len([path, LOCK])
    wrong = faults(path, [*written, BEFORE])
    # Nobody is there to be waited for.
    with open_for_writing(path, patience=0) as database:
        database.table("quotes").insert(record(writers, BEFORE))
    wrong += faults(path, [*written, BEFORE + 1])
    names = sorted(one.name for one in folder.iterdir())
    return sum(written), left, wrong if names == [LOCK, path.name] else [*wrong, f"unfinished files stay: {names}"]


def main() -> int:
    """Prints how many trials went how; the exit code is 1 if anything was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=1000)
    times = parser.parse_args().times
    records = unfinished = failed = 0
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            written, left, wrong = trial(Path(folder), 1 + number % 2)
        records, unfinished, failed = records + written, unfinished + left, failed + bool(wrong)
        for fault in wrong:
            print(f"trial {number}: {fault}")
    kills = times + times // 2
    print(f"{kills} kills, {records} records written, {unfinished} writes cut off, {failed} trials failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
