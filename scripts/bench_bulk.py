"""How many names a second `rucn` resolves, on one core, and in how much memory.

    python -m scripts.bench_bulk [FILE] [--distinct N] [--rows N]

Three things are measured, in seconds of processor time: N distinct misspellings of the names of regions, in three
languages; the names of FILE, each once; and a long column in which these repeat, through the program as a process.
FILE is a table with a column `query`, as `bench_names` reads it; `data/sources/benchmark_names.tsv` unless stated.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from rucn.names import find_place
from rucn.names.column import Column, Rules, resolve_names
from rucn.names.folding import script_of
from scripts.bench_names import BUNDLED

REGIONS = BUNDLED.with_name("regions.tsv")
LANGUAGES = ("en", "ru", "zh")
# One letter in most misspelt names, two in the others.
SLIPS = (1, 1, 1, 2)
SEED = 7
PROGRAM = "import sys; from rucn.__main__ import main; sys.exit(main())"


def main() -> None:
    """Prints the three rates, the median for one name, and the memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=BUNDLED)
    parser.add_argument("--distinct", type=int, default=20_000)
    parser.add_argument("--rows", type=int, default=200_000)
    arguments = parser.parse_args()
    chosen = random.Random(SEED)
    misspelt = misspellings([row["name"] for row in rows(REGIONS) if row["language"] in LANGUAGES], chosen)
    names = [name for name, _ in zip(misspelt, range(arguments.distinct), strict=False)]
    field = [row["query"] for row in rows(arguments.file)]
    print(f"{len(names):,} distinct misspellings: {rate(names, find_place):,.0f} a second")
    column = Column(Rules())
    listed = rate(field, lambda name: next(resolve_names([name], column)))
    print(f"{len(set(field)):,} names of {arguments.file.name}, with candidates: {listed:,.0f} a second")
    times = sorted(map(seconds, [*field, *names]))
    print(f"one name: median {statistics.median(times) * 1000:.3f} ms, longest {times[-1] * 1000:.1f} ms")
    print(f"memory so far: {peak(resource.RUSAGE_SELF):.0f} MB")
    through_process(chosen.choices(field, k=arguments.rows))


def misspellings(names: Iterable[str], chosen: random.Random) -> Iterable[str]:
    """Names with letters left out, added, changed or swapped, each once, without end."""
    listed = sorted({name for name in names if len(name) > 1})
    letters = {
        script: sorted({c for name in listed for c in name.lower() if script_of(c) == script and c.isalpha()})
        for script in ("latin", "cyrillic", "han")
    }
    seen: set[str] = set()
    while True:
        name = chosen.choice(listed)
        for _ in range(chosen.choice(SLIPS)):
            name = misspelt(name, letters.get(script_of(name), letters["latin"]), chosen)
        if name.strip() and name not in seen:
            seen.add(name)
            yield name


def misspelt(name: str, letters: list[str], chosen: random.Random) -> str:
    """A name with one letter left out, added, changed, or swapped with the next."""
    at, letter = chosen.randrange(len(name) or 1), chosen.choice(letters)
    before, here, after = name[:at], name[at : at + 1], name[at + 1 :]
    return chosen.choice(
        [before + after, before + letter + here + after, before + letter + after, before + after[:1] + here + after[1:]]
    )


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table that is tab-separated and does not quote."""
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def rate(names: list[str], resolve: Callable[[str], object]) -> float:
    """How many names are resolved in a second, what has to be loaded included."""
    started = time.process_time()
    for name in names:
        resolve(name)
    return len(names) / (time.process_time() - started)


def seconds(name: str) -> float:
    """How long one name takes."""
    started = time.thread_time()
    find_place(name)
    return time.thread_time() - started


def through_process(column: list[str]) -> None:
    """Prints how many rows a second the program answers, start-up included, and its memory."""
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as file:
        file.writelines(f"{name}\n" for name in column)
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with open(file.name, encoding="utf-8") as read:
            subprocess.run(
                [sys.executable, "-c", PROGRAM, "resolve", "--format", "csv"],
                stdin=read,
                stdout=subprocess.DEVNULL,
                check=True,
            )
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    memory = peak(resource.RUSAGE_CHILDREN)
    print(f"{len(column):,} rows through `rucn resolve`: {len(column) / spent:,.0f} a second, {memory:.0f} MB")


def peak(whose: int) -> float:
    """The most memory that was used, in megabytes (of 1024 * 1024 bytes)."""
    return resource.getrusage(whose).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
