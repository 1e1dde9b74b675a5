"""Interrupts the program at moments of its first tenths of a second, and counts how it ended.

    python -m scripts.interrupt_trial [PROGRAM [ARGUMENT]...]

Each is to end with 130, or by the signal where Python itself was not yet ready; none is to print a traceback but one of
Python's own start, which ends when the package is found and the first line of `rucn.__main__` has run.
"""

import re
import signal
import subprocess
import sys
import time
from collections import Counter

TRIALS = 300
# Seconds: a short answer takes no longer.
SPAN = 0.13
DEFAULT = (sys.executable, "-m", "rucn", "trade", "--json")


def is_ours(said: str) -> bool:
    """Whether a line of the program stands in a traceback."""
    return re.search(r"rucn/(?!__init__\.py)\S+\.py", said) is not None


def interrupt(command: list[str], after: float) -> tuple[int, str]:
    """Runs a command, interrupts it after so many seconds, and returns its exit code and what it said."""
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # Where this runs in the background, the program would be told to ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as ran:
        time.sleep(after)
        ran.send_signal(signal.SIGINT)
        _, said = ran.communicate(timeout=60)
    return ran.returncode, said.decode()


def main() -> None:
    """Prints how many trials ended how, and each traceback that has a line of the program in it."""
    command = sys.argv[1:] or list(DEFAULT)
    counted: Counter[str] = Counter()
    for trial in range(TRIALS):
        code, said = interrupt(command, SPAN * trial / TRIALS)
        ours = is_ours(said)
        what = "traceback of ours" if ours else "traceback of Python's start" if "Traceback" in said else "quiet"
        counted[f"exit code {code}, {what}"] += 1
        if ours:
            print(f"after {1000 * SPAN * trial / TRIALS:.0f} ms:\n{said}")
    for what, count in counted.most_common():
        print(f"{count:4}  {what}")


if __name__ == "__main__":
    main()
