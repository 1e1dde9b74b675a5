"""How well `rucn` resolves names: right and wrong answers by kind of spelling, refusals, and time a name.

    python -m scripts.bench_names [FILE]... [--wrong]

FILE is a table with the columns `query`, `expected_code`, `kind`, `language` and `accept`, tab-separated;
`data/sources/benchmark_names.tsv` unless stated; each of several has its table. `expected_code` is a region's code, `-`
where a name is to be refused, or `?` where it is ambiguous: then `accept` lists the codes that it may mean. `--wrong`
lists what is not answered as expected.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import defaultdict
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from rucn.names import find_place

BUNDLED = Path(__file__).parent.parent / "data" / "sources" / "benchmark_names.tsv"
POSITIVE = ("exact_en", "exact_ru", "exact_zh", "alias", "translit", "inflected", "typo", "prefix", "city")
REFUSED, SEVERAL = "-", "?"


class Answer(NamedTuple):
    """A row of the table and what was answered to it: a code, `-` or `?`; `seconds` is how long that took."""

    row: dict[str, str]
    given: str
    seconds: float

    @property
    def is_right(self) -> bool:
        """Whether the answer is the one expected; a name that is to be refused may also be found ambiguous."""
        expected = self.row["expected_code"]
        if expected == SEVERAL:
            return self.given == SEVERAL or self.given in self.row["accept"].split("|")
        return self.given == expected or (expected == REFUSED and self.given == SEVERAL)

    @property
    def is_wrong(self) -> bool:
        """Whether a code was given that is not the right one, which is worse than none."""
        return not self.is_right and self.given not in (REFUSED, SEVERAL)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=[BUNDLED])
    parser.add_argument("--wrong", action="store_true")
    arguments = parser.parse_args()
    for path in arguments.files:
        answers = answered(path)
        print(path)
        print_table(answers)
        for answer in answers if arguments.wrong else ():
            if not answer.is_right:
                print(answer.row["kind"], answer.row["query"], answer.row["expected_code"], answer.given, sep="\t")


def print_table(answers: list[Answer]) -> None:
    """Prints how many answers are right and wrong: by kind; with a code, ambiguous and to be refused; and the time."""
    by_kind = defaultdict(list)
    for answer in answers:
        by_kind[answer.row["kind"]].append(answer)
    print(f"{'kind':18} {'names':>5}  {'right':>7}  {'wrong':>7}")
    for kind, some in sorted(by_kind.items()):
        print(line(kind, some))
    core = [answer for answer in answers if answer.row["kind"] in POSITIVE]
    if core:
        print(line("core kinds", core))
    coded = [answer for answer in answers if answer.row["expected_code"] not in (REFUSED, SEVERAL)]
    for country in ("RU", "CN"):
        print(line(f"with a code, {country}", [one for one in coded if one.row["expected_code"].startswith(country)]))
    print(line("with a code", coded))
    print(line("ambiguous", [answer for answer in answers if answer.row["expected_code"] == SEVERAL]))
    print(line("to be refused", [answer for answer in answers if answer.row["expected_code"] == REFUSED]))
    times = sorted(answer.seconds * 1000 for answer in answers)
    cuts = quantiles(times, n=100)
    print(f"time a name: median {cuts[49]:.3f} ms, 99 of 100 within {cuts[98]:.2f} ms, longest {times[-1]:.1f} ms")
    print(f"names a second: {len(times) / sum(times) * 1000:,.0f}")


def answered(path: Path) -> list[Answer]:
    """The answers to every row of a table, after a first round in which what is needed is loaded."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        answer_to(row)
    return [answer_to(row) for row in rows]


def answer_to(row: dict[str, str]) -> Answer:
    """What is answered to one row."""
    started = time.perf_counter()
    found = find_place(row["query"])
    seconds = time.perf_counter() - started
    given = found.sure.key if found.sure else SEVERAL if found.matches else REFUSED
    return Answer({**row, "accept": row["accept"] or ""}, given, seconds)


def line(kind: str, answers: list[Answer]) -> str:
    """One line of the table: how many of the answers are right, and how many wrong."""
    right = sum(answer.is_right for answer in answers) / max(len(answers), 1)
    wrong = sum(answer.is_wrong for answer in answers) / max(len(answers), 1)
    return f"{kind:18} {len(answers):5}  {right:7.1%}  {wrong:7.1%}"


if __name__ == "__main__":
    main()
