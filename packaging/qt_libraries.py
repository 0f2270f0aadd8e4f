"""Qt's system libraries on Linux: found missing by loading them, as Qt will. Elsewhere Qt brings its own."""

import ctypes
import shutil
import sys
from collections.abc import Mapping

import system_packages

OFFSCREEN = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
"""Debian's package to the file that Qt loads, to import Qt at all."""

WINDOW = OFFSCREEN | {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
}
"""The same for a real window under X11."""

TEST_PROGRAMS = {"xvfb": "Xvfb", "xauth": "xauth", "curl": "curl", "git": "git", "xdotool": "xdotool"}
"""Debian's package to the program: a display nobody sees, a curl for exported lines, git, a hand for mouse and keys."""


BREAKING_PROGRAMS = {"nginx-light": "nginx", "dos2unix": "unix2dos", "php-cli": "php"}
"""The same for what changes deliveries on their way; without one the tests of it say so."""


KEYRING_PROGRAMS = {"dbus-daemon": "dbus-daemon", "gnome-keyring": "gnome-keyring-daemon"}
"""The same for a keyring that tests can use; without it those that need one say so."""


def missing(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those that the system's loader does not find or cannot load."""
    return {package: file for package, file in libraries.items() if not _loads(file)}


def missing_programs(programs: Mapping[str, str]) -> dict[str, str]:
    """Those that are not on the PATH."""
    return {package: name for package, name in programs.items() if shutil.which(name) is None}


def for_session(variables: Mapping[str, str]) -> Mapping[str, str]:
    """What a window needs in this session: nothing where none can open, and none of X11's libraries under Wayland."""
    if variables.get("WAYLAND_DISPLAY") or variables.get("QT_QPA_PLATFORM"):
        return OFFSCREEN
    return WINDOW if variables.get("DISPLAY") else {}


def provide(libraries: Mapping[str, str], *, programs: Mapping[str, str] | None = None) -> None:
    """Sees to it that they are there, or exits saying what to install."""
    if sys.platform != "linux":
        return
    system_packages.provide(missing(libraries) | missing_programs(programs or {}))
    still = missing(libraries)
    if still:
        sys.exit(f"Qt cannot load {', '.join(still.values())}, although the packages are there: {', '.join(still)}.")


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
