"""The program's entry: runs one command, writes its answer and turns what went wrong into an exit code."""

# The part of `signal` that Python itself has loaded: until this is done, an interrupt prints a traceback.
import _signal  # type: ignore[import-not-found]
import os
import sys

INTERRUPTED = 130

if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, lambda number, frame: os._exit(INTERRUPTED))


def main() -> int:
    """Runs the command line of this process and returns its exit code."""
    from rucn.cli.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
