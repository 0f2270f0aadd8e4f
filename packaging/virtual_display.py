"""A display that nobody sees, so that windows in tests, benchmarks and pictures have the same size everywhere."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_SESSION = ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE")
"""Variables by which the person's own desktop would come through."""


@contextmanager
def virtual_display(size: str = "1920x1080x24") -> Iterator[Mapping[str, str]]:
    """An environment whose windows open on a fresh Xvfb; on macOS and Windows the present one, which has a desktop."""
    if sys.platform != "linux":
        yield os.environ
        return
    own = {name: value for name, value in os.environ.items() if name not in _SESSION}
    reading, writing = os.pipe()
    try:
        # Xvfb itself picks a number that is free and writes it once it can be connected to.
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            pass_fds=(writing,),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    finally:
        os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        if not number:
            sys.exit(f"Xvfb did not start: it ended with {server.wait()}.")
        yield own | {"DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()
