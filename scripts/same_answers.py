"""Whether two builds of `rucn` give the same answers: every command, in every format, into a pipe and at terminals.

    python scripts/same_answers.py record PROGRAM ANSWERS.json
    python scripts/same_answers.py compare PROGRAM ANSWERS.json

`PROGRAM` is the `rucn` of an environment. What it prints on both streams and its exit code are kept in, or held
against, the file of answers. Run both from the same folder: paths in messages are part of an answer.
"""

from __future__ import annotations

import difflib
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")
WIDTHS = (40, 80, 200)
# Answered in every format and at every width.
LINES = """
region irkutsk|region zhejiang|region kaluga|region liaoning --currency USD|region khabarovsk --currency CNY
region в_Бурятии|region sakhalin --limit 2|region irkutsk --fields quotes,trade|region heilongjiang --currency EUR
regions|regions --stated|regions --country china --stated|regions --fields code,names --sort name --limit 5
official levchenko|official "liu jiayi"|official orlov --fields quotes|officials|officials --role governor
officials --acting|officials --country китай|trade|trade irkutsk sakhalin|trade --period 2018|trade --country CN
trade --currency USD|trade --currency EUR|trade --implied|trade --implied --currency CNY|trade zhejiang --implied
trade --currency USD --top 3|trade --top 2 --by growth|trade --implied --top 2 --by national|trade --sort -volume
trade --currency RUB --implied --top 4 --by implied|trade --fields region,volume,currency|trade kaluga irkutsk
figures|figures --measure growth|figures --by governor|figures --region buryatia --period 2018|figures --currency CNY
figures --region kamchatka --measure investment|figures --currency EUR --sort -value|figures --by irkutsk --limit 3
references|references irkutsk|references heilongjiang --measure volume|references china --period 2017
references irkutsk --stated|references liaoning --stated --currency USD|references --currency RUB --limit 20
references "far east"|references kaluga|references --stated --measure investment|compare|compare irkutsk zhejiang
compare --period 2017|compare --currency USD|compare amur --currency CNY|compare kaluga|compare jilin khabarovsk
projects|projects --sector wood|projects --region irkutsk|projects --status operating|projects --kind proposal
projects --by mironov --currency USD|projects --currency RUB|projects --region heilongjiang --sort -start
ties|ties --kind fair|ties --region yakutia|ties --region kaluga|quotes|quotes --by governor|quotes --about bridge
quotes --by head --about wind|quotes --topic energy|quotes --region jilin|quotes --about xyzzy|quotes --limit 1
search timber processing --limit 5|search brige|search лес|search wind turbine|search 27.9|search harbin|search irkutsk
show q03|show q07|show f01|show f14|show f11|show f18|show p05|show p10|show p32|show t05|show o03|show n01|show r001
show r160|show e01|show e09|show RU-IRK|show CN-HK|show f01.earlier|show f20.later|show f14.national|show f21.national
show f21.usd|show p05.cny|show f01.earlier.cny|show r136.eur|show f14 --fields id,value|show f99|show irkutsk
cite f14|cite q03|cite p05|cite t05|cite s01|cite r001|cite e01|cite f14 --style bibtex|cite f14 --style csl-json
cite q01 --style markdown|cite r254 --style bibtex|cite f01.earlier|resolve irkutsk harbin altai tuvalu
resolve Chekiang habarovsk 沪 bhrencr --country RU|sources|check|schema trade|schema region|schema compare|schema show
""".replace("\n", "|").split("|")  # fmt: skip
# Answered once: in a pipe and at one width.
ONCE = """
|--version|nonsense|region|region altai|region atlantis|region irkutks|official nobody|trade --period 2018-13
figures --measure nonsense|projects --status built|trade --json --format csv|trade --fields nothing|trade --sort x
trade --limit -1|trade --top x|trade --by implied|trade --top 2|cite f14 --style apa|trade --currency GBP
references atlantis|show nothing|show f01.usd|trade --db /nonexistent.json|trade --db /dev/null|check --db /
region irkutsk --format csv|schema nonsense|schema trade --limit 1|schema|schema --json|trade --chart --json
trade --chart|trade --implied --chart|trade --currency USD --chart|compare --chart|compare --currency USD --chart
references irkutsk --chart|references irkutsk --stated --chart|references --chart|references china --chart
references heilongjiang --currency CNY --stated --chart|trade --save-chart x.gif|figures --quiet --region kaluga
region atlantis --json|region altai --json|trade --nonsense --json|quotes --about ""|search ""|figures --region ""
trade --save-chart /dev/stdout.svg|show s01 --json|show s01 --format csv|show s01 --format markdown
""".replace("\n", "|").split("|")  # fmt: skip


def main() -> int:
    """Records the answers of a program, or compares them with those recorded; returns 1 where any differs."""
    mode, program, path = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    asked = [(line, form, 0) for line in LINES if line for form in FORMATS]
    asked += [(line, "table", width) for line in LINES if line for width in WIDTHS]
    asked += [(line, "", width) for line in ONCE for width in (0, 100)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = dict(pool.map(lambda one: (" ".join(map(str, one)), answer(program, *one)), asked))
    if mode == "record":
        path.write_text(json.dumps(answers, ensure_ascii=False, indent=1), encoding="utf-8")
        print(f"{len(answers)} answers recorded")
        return 0
    known = json.loads(path.read_text(encoding="utf-8"))
    differing = [key for key in known if answers.get(key) != known[key]]
    for key in differing:
        print(f"== rucn {key}")
        for before, after in zip(known[key], answers.get(key) or ["", "", ""], strict=True):
            lines = difflib.unified_diff(str(before).splitlines(), str(after).splitlines(), lineterm="", n=0)
            print("\n".join(list(lines)[2:14]))
    print(f"{len(known) - len(differing)} of {len(known)} answers are the same")
    return int(bool(differing))


def answer(program: str, line: str, form: str, width: int) -> list[object]:
    """The exit code and what is printed on both streams; at a terminal of a width the two come as one."""
    words = [word.replace("_", " ") if "_" in word and not word.isascii() else word for word in _split(line)]
    command = [program, *words, *(["--format", form] if form else [])]
    unset = ("RUCN_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")
    environment = {key: value for key, value in os.environ.items() if key not in unset}
    if not width:
        ran = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env=environment, check=False)
        return [ran.returncode, ran.stdout.decode(), ran.stderr.decode()]
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    environment["TERM"] = "xterm-256color"
    drawn = b""
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            drawn += piece
    os.close(ours)
    return [process.returncode, drawn.decode(), ""]


def _split(line: str) -> list[str]:
    import shlex

    return shlex.split(line)


if __name__ == "__main__":
    sys.exit(main())
