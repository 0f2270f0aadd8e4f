"""The log file."""

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.log_file import KEPT, NAME, erase_log, read_tail, records, start_log


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


def test_the_end_of_the_log_goes_over_its_files(tmp_path: Path) -> None:
    """The newest lines are read, oldest first, from the beginning of a line, and no more bytes than were asked for."""
    (tmp_path / f"{NAME}.2").write_text("one\n")
    (tmp_path / f"{NAME}.1").write_text("two\nthree\n")
    (tmp_path / NAME).write_text("four\n")

    assert read_tail(tmp_path) == "one\ntwo\nthree\nfour\n"
    assert read_tail(tmp_path, 13) == "three\nfour\n"
    assert read_tail(tmp_path / "nowhere") == ""


def test_a_log_is_erased_and_not_written_again(tmp_path: Path) -> None:
    """Its older files go too."""
    folder = tmp_path / "logs"
    start_log(folder)
    (folder / f"{NAME}.{KEPT}").write_text("old")
    logging.getLogger("inspector.test").info("one")
    erase_log(folder)
    logging.getLogger("inspector.test").info("two")

    assert list(folder.iterdir()) == []


@pytest.mark.logs(logging.WARNING)
def test_a_traceback_belongs_to_its_record(tmp_path: Path) -> None:
    """A record is taken whole, with its level; half a record at the beginning is left out."""
    folder = tmp_path / "logs"
    file = start_log(folder)
    try:
        raise ValueError("the cause")
    except ValueError:
        logging.getLogger("inspector.test").warning("It failed", exc_info=True)
    logging.getLogger("inspector.test").info("Next")

    (failed, next_one) = records("half of one\n" + file.read_text())
    assert failed[0] == "WARNING"
    assert failed[1].endswith("ValueError: the cause")
    assert next_one[1].endswith("inspector.test: Next")
