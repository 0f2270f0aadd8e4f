"""A display that nobody sees."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from virtual_display import virtual_display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a desktop")

SIZE = """
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
print(application.primaryScreen().size().toTuple(), application.platformName())
"""


def _screen(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", SIZE], env=variables, capture_output=True, text=True, check=False)


def _servers() -> list[str]:
    """The servers of displays that this process started and that still run."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = file.read_text().partition("(")[2].rpartition(")")
        except OSError:  # it ended meanwhile
            continue
        if name == "Xvfb" and rest.split()[1] == str(os.getpid()):
            found.append(name)
    return found


def test_windows_open_on_it_and_it_is_gone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt finds a screen of the size that was asked for, whatever the person's session says, and none afterwards."""
    for name, value in (("WAYLAND_DISPLAY", "wayland-0"), ("QT_QPA_PLATFORM", "offscreen"), ("QT_SCALE_FACTOR", "1")):
        monkeypatch.setenv(name, value)

    before = _servers()
    with virtual_display("1000x700x24") as variables:
        during, during_it = _screen(dict(variables)), _servers()

    assert during.stdout == "(1000, 700) xcb\n"
    assert during_it == [*before, "Xvfb"]
    assert _servers() == before
    assert "WAYLAND_DISPLAY" not in variables


def test_two_stand_side_by_side() -> None:
    """Each finds a number that is free; two checkouts are tested at once."""
    with virtual_display() as first, virtual_display() as second:
        assert first["DISPLAY"] != second["DISPLAY"]
        assert first["DISPLAY"] != os.environ.get("DISPLAY")


def test_it_is_stopped_when_what_used_it_fails() -> None:
    """No Xvfb outlives the run that began it."""
    before, meanwhile = _servers(), list[str]()

    def use() -> None:
        meanwhile.extend(_servers())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), virtual_display():
        use()

    assert meanwhile == [*before, "Xvfb"]
    assert _servers() == before


def test_a_display_that_cannot_start_ends_in_a_sentence() -> None:
    """Xvfb refuses a screen without a size; that is said instead of waited for."""
    with pytest.raises(SystemExit, match="Xvfb did not start"), virtual_display("no-size"):
        pass
