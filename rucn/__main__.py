"""The program's entry: runs one command, writes its answer and turns what went wrong into an exit code."""

import sys


def main() -> int:
    """Runs the command line of this process and returns its exit code."""
    try:
        from rucn.cli.run import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
