"""The entry of the program."""

import os
import subprocess
import sys

import pytest

from inspector import __version__
from inspector.cli import main as entry
from inspector.cli.main import COMMANDS, coloured
from tests.cli.conftest import Command

PROGRAM = [sys.executable, "-m", "inspector"]


def test_version(command: Command) -> None:
    """`--version` says which one this is."""
    assert __version__ in command("--version").out


def test_every_command_has_help(command: Command) -> None:
    """Each command of the list can be loaded and says what it does and takes."""
    for name, _ in COMMANDS:
        done = command(name, "--help")
        assert done.code == 0
        assert "Usage:" in done.out


def test_mistakes_are_one_line(command: Command) -> None:
    """An unknown command or option is one line and exit code 2."""
    for arguments in (("frobnicate",), ("list", "--frobnicate"), ("list", "-n", "0")):
        done = command(*arguments)
        assert done.code == 2
        assert len(done.err.splitlines()) == 1


def test_a_reader_that_leaves_early_is_no_error(three: list[int]) -> None:
    """`list | head` ends quietly."""
    line = f"{sys.executable} -m inspector export | head -c 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, timeout=30, check=False)

    assert done.stderr == b""


def test_without_a_display_it_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no command and no display it says so and goes on as `listen`."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    process = subprocess.Popen([*PROGRAM, "--port", "0"], stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    first, second = process.stderr.readline(), process.stderr.readline()
    process.terminate()
    process.communicate(timeout=60)

    assert "no display" in first
    assert "Listening on http://127.0.0.1:" in second


def test_a_defect_is_one_line_too(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even an error that should not happen is no traceback."""

    def broken(*arguments: object, **options: object) -> None:
        raise RuntimeError("impossible")

    monkeypatch.setattr(entry.program, "main", broken)
    done = command("info")

    assert done.code == 5
    assert len(done.err.splitlines()) == 1


def test_closed_streams_are_filled(three: list[int]) -> None:
    """With standard output closed by the caller, nothing fails and no file of ours gets its number."""
    code = f"{sys.executable} -m inspector show {three[2]} --part body >&-"
    done = subprocess.run(["sh", "-c", code], stderr=subprocess.PIPE, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(("value", "shown"), [("1", False), ("", True)])
def test_no_color(monkeypatch: pytest.MonkeyPatch, value: str, shown: bool) -> None:
    """NO_COLOR with any value means no colours; an empty one means nothing."""
    monkeypatch.setenv("NO_COLOR", value)

    assert coloured() is shown
