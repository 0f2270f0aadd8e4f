"""`export`."""

import json
import os
import stat
import subprocess
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


def test_links_and_pipes_stay_what_they_are(command: Command, tmp_path: Path) -> None:
    """Through a link its target is written; into a pipe the bytes go as they come."""
    target, link, pipe = tmp_path / "target.jsonl", tmp_path / "link.jsonl", tmp_path / "pipe"
    target.write_text("old")
    link.symlink_to(target)
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        assert command("export", "-o", str(pipe)).code == 0
        read, _ = reader.communicate(timeout=60)

    assert command("export", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_bytes() == read
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_an_ending_that_tells_no_format(command: Command, tmp_path: Path) -> None:
    """It is refused with the formats there are; a format's own name is an ending too."""
    done = command("export", "-o", str(tmp_path / "one.txt"))

    assert done.code == 2
    assert "jsonl" in done.err
    assert command("export", "1", "-o", str(tmp_path / "one.raw")).code == 0
    assert (tmp_path / "one.raw").read_bytes().startswith(b"GET /health?x=1 HTTP/1.1\r\n")
