"""How much longer a command takes over many articles than over one, each time after the first.

    python scripts/bench_size.py PROGRAM [--articles N] [--runs N]

`PROGRAM` is the `rucn` of an environment. The many articles are copies of the bundled one under new ids, in one file.
The two are run in turn, and what is printed is the median of the ratios. Lists are cut to ten records, so that what is
measured is finding them, and not printing them.
"""

import argparse
import copy
import json
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

BUNDLED = Path(__file__).parent.parent / "data" / "rucn.json"
COPIED = ("sources", "officials", "quotes", "figures", "projects", "ties", "other_numbers")
COMMANDS = """
show f14|cite f14|official levchenko|region kaluga|region irkutsk --limit 10|regions --limit 10|trade irkutsk --limit 10
figures --region irkutsk --limit 10|projects --sector wood --limit 10|projects --currency USD --limit 10
ties --kind fair --limit 10|quotes --by levchenko --limit 10|compare kamchatka --limit 10|search bridge --limit 10
""".replace("\n", "|").split("|")  # fmt: skip


def main() -> None:
    """Prints, for each command, the median of the ratios of its times over many articles and over one."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program")
    arguments.add_argument("--articles", type=int, default=100)
    arguments.add_argument("--runs", type=int, default=11)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder}
        one, many = Path(folder, "one.json"), Path(folder, "many.json")
        one.write_bytes(BUNDLED.read_bytes())
        content = copies(json.loads(BUNDLED.read_text(encoding="utf-8")), asked.articles)
        many.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        print(f"{asked.articles} articles, {many.stat().st_size / 1e6:.1f} MB, against one")
        for line in filter(None, COMMANDS):
            commands = [[asked.program, *line.split(), "--json", "--db", str(path)] for path in (many, one)]
            for command in commands:
                seconds(command, environment)
            ratios = [seconds(commands[0], environment) / seconds(commands[1], environment) for _ in range(asked.runs)]
            print(f"rucn {line:40} {statistics.median(ratios):5.2f}x")


def copies(content: dict[str, Any], many: int) -> dict[str, Any]:
    """A database with as many copies of its articles, each under ids of its own."""
    found = {name: dict(rows) for name, rows in content.items()}
    for number in range(1, many):
        for name in COPIED:
            for row in content[name].values():
                found[name][str(len(found[name]) + 1)] = _renamed(copy.deepcopy(row), number)
    return found


def _renamed(row: dict[str, Any], number: int) -> dict[str, Any]:
    for field in {"id", "quote", "official", "source"} & row.keys():
        row[field] = f"{row[field][0]}{number:03}{row[field][1:]}"
    return row


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long a command takes; its exit code is not asked for, as a name may fit several in many articles."""
    started = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
