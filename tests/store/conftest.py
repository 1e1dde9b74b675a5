"""What the tests of files share: a user without the rights of the administrator."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def ordinary() -> Iterator[Path]:
    """An empty folder of a user who is not the administrator, as whom the test runs."""
    user = os.geteuid() or NOBODY
    before = os.getresuid()
    os.setresuid(user, user, before[2])
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
            Path(folder).chmod(0o700)
    finally:
        os.setresuid(*before)
