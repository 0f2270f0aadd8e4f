"""The log file."""

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.log_file import start_log


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The root logger is as it was behind the test."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_records_are_written_for_the_owner_alone(tmp_path: Path) -> None:
    """A record stands in a file of mode 0600 in a folder of mode 0700."""
    file = start_log(tmp_path / "logs")

    logging.getLogger("inspector.test").info("Something happened")

    assert "Something happened" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
