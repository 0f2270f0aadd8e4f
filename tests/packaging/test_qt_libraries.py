"""Which of Qt's system libraries are missing."""

import sys
from pathlib import Path

import PySide6
import pytest

import qt_libraries
import system_packages

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings its libraries")


def test_a_library_that_cannot_be_loaded_is_missing() -> None:
    """What the loader does not find is named with its package; what it finds is not."""
    found = qt_libraries.missing({"libc6": "libc.so.6", "libnowhere1": "libnowhere.so.1"})

    assert found == {"libnowhere1": "libnowhere.so.1"}


def test_a_program_that_is_not_on_the_path_is_missing() -> None:
    """Programs are looked for where the shell would look."""
    assert qt_libraries.missing_programs({"dash": "sh", "nowhere": "no-such-program"}) == {"nowhere": "no-such-program"}


def test_where_windows_open_nothing_is_missing() -> None:
    """These tests run on a display, so what they need is there, and nothing is installed or said."""
    assert qt_libraries.missing(qt_libraries.WINDOW) == {}

    qt_libraries.provide(qt_libraries.WINDOW, programs=qt_libraries.TEST_PROGRAMS)


def test_a_session_needs_what_its_windows_need() -> None:
    """A server without a display needs nothing of Qt, Wayland nothing of X11."""
    assert qt_libraries.for_session({}) == {}
    assert qt_libraries.for_session({"DISPLAY": ":0"}) == qt_libraries.WINDOW
    assert qt_libraries.for_session({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == qt_libraries.OFFSCREEN


def test_a_library_that_no_package_brings_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the installer did its work and the library still cannot be loaded, that is said."""
    monkeypatch.setattr(system_packages, "provide", lambda needed: None)

    with pytest.raises(SystemExit, match=r"Qt cannot load libnowhere\.so\.1"):
        qt_libraries.provide({"libnowhere1": "libnowhere.so.1"})


def test_the_list_holds_what_qts_plugin_for_x11_links_to() -> None:
    """A Qt that begins to need one more library is noticed; what libxcb-cursor0 depends on need not be listed."""
    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    linked = {part.decode() for part in plugin.read_bytes().split(b"\0") if part.startswith(b"libxcb-")}
    brought = {f"libxcb-{name}" for name in ("image.so.0", "render-util.so.0", "render.so.0", "shm.so.0", "util.so.1")}

    assert "libxcb-cursor.so.0" in linked
    assert linked - set(qt_libraries.WINDOW.values()) <= brought
