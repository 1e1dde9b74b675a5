"""Signals: the program ends at once and without a word, unless something has to be put in order first."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Terminated(BaseException):
    """The process was asked to end."""


@contextmanager
def in_order() -> Iterator[None]:
    """Has a signal end the block by an exception: no file stays half written, and no terminal without its cursor."""
    interrupt = signal.signal(signal.SIGINT, signal.default_int_handler)
    terminate = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except Terminated:
        # Whoever sent the signal is to see that it ended the process.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGINT, interrupt)
        signal.signal(signal.SIGTERM, terminate)


def _terminate(number: int, frame: FrameType | None) -> None:
    raise Terminated
