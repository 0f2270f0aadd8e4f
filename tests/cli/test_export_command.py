"""`export`."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Command

pytestmark = pytest.mark.usefixtures("three")


def test_jsonl_of_all_oldest_first(command: Command) -> None:
    """Without options it is JSONL on standard output."""
    assert [o["id"] for o in command("export").objects] == [1, 2, 3]


def test_har_by_the_files_name(command: Command, tmp_path: Path) -> None:
    """The file's ending chooses the format; the file is whole and for its owner alone."""
    file = tmp_path / "out.har"
    done = command("export", "provider:stripe", "-o", str(file))

    assert done.code == 0
    assert len(json.loads(file.read_text())["log"]["entries"]) == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["out.har"]


def test_one_as_curl(command: Command) -> None:
    """A number names one capture."""
    done = command("export", "1", "--format", "curl")

    assert done.out.count("curl ") == 1
    assert "/health?x=1" in done.out


def test_nothing_to_export(command: Command, tmp_path: Path) -> None:
    """No match is exit code 3 and leaves no file; a folder that is not there is exit code 2."""
    assert command("export", "path:/nothing", "-o", str(tmp_path / "a.har")).code == 3
    assert command("export", "-o", str(tmp_path / "no" / "a.har")).code == 2
    assert os.listdir(tmp_path) == []
