"""A person before a screen: looks at pixels, uses mouse and keyboard through xdotool, and counts what they do."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from tests.bench.processes import ROOT

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds after which what did not happen will not, also on a busy machine."""
NARROWEST, LOWEST = 40, 8
"""Pixels that a button is wide and high at least; what is smaller is a letter, an icon or a line."""


class Hands:
    """On the display that the variables name."""

    def __init__(self, variables: Mapping[str, str], folder: Path) -> None:
        self._variables = dict(variables)
        self._folder = folder
        self.actions: list[str] = []
        """What was done, one word each; looking is no action."""

    def wait_for_window(self, title: str) -> None:
        """Wait for a window and give it the keyboard, as a window manager does when one opens; here is none."""
        self._xdotool("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync")

    def click(self, place: QRect) -> None:
        """Click in the middle of something."""
        x, y = place.center().toTuple()
        self._xdotool("mousemove", str(x), str(y), "click", "1")
        self.actions.append("click")

    def press(self, key: str) -> None:
        """Press a key, with others held: `ctrl+v`."""
        self._xdotool("key", key)
        self.actions.append(key)

    def copied(self) -> str:
        """What another program would paste now."""
        return self._onlooker("clipboard").stdout

    @contextmanager
    def holding(self, text: str) -> Iterator[None]:
        """Another program from which a text was copied."""
        command = [sys.executable, "-m", "tests.proof.onlooker", "hold", text]
        process = subprocess.Popen(command, cwd=ROOT, env=self._variables, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield
        finally:
            process.terminate()
            process.communicate(timeout=60)

    def look(self) -> QImage:
        """What the screen shows."""
        file = self._folder / "screen.png"
        self._onlooker("grab", str(file))
        return QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)

    def find(self, colour: QColor, *, below: int = 0) -> QRect:
        """The highest button or box of a colour below a line of the screen, empty where there is none."""
        return highest(self.look(), colour, below)

    def wait_for(self, seen: Callable[[], T | None], what: str) -> T:
        """Wait until something is so; gives it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = seen()
            if found:
                return found
            time.sleep(0.1)
        self.look().save(str(self._folder / "never-seen.png"))
        raise AssertionError(f"never seen: {what}; the last look is in {self._folder / 'never-seen.png'}")

    def _xdotool(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self._variables, check=True, timeout=PATIENCE)

    def _onlooker(self, *command: str) -> "subprocess.CompletedProcess[str]":
        line = [sys.executable, "-m", "tests.proof.onlooker", *command]
        return subprocess.run(
            line, cwd=ROOT, env=self._variables, check=True, timeout=PATIENCE, capture_output=True, text=True
        )


def highest(image: QImage, colour: QColor, below: int = 0) -> QRect:
    """The first run of a colour from the top that is as wide as a button, and how far down the colour goes there."""
    wanted, width = colour.rgb() & 0xFFFFFF, image.width()
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    for y in range(below, image.height()):
        start = None
        for x in range(width + 1):
            same = x < width and pixels[y * width + x] & 0xFFFFFF == wanted
            if same and start is None:
                start = x
            elif not same and start is not None:
                down = y
                while down + 1 < image.height() and pixels[(down + 1) * width + start + 4] & 0xFFFFFF == wanted:
                    down += 1
                if x - start >= NARROWEST and down - y >= LOWEST:
                    return QRect(start, y, x - start, down - y + 1)
                start = None
    return QRect()


@contextmanager
def program(variables: Mapping[str, str], folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The program itself, as a person starts it, over an empty store in a folder."""
    command = [sys.executable, "-m", "inspector", "--store", str(folder / "captures.db"), "--port", "0"]
    own = os.environ | dict(variables)
    process = subprocess.Popen([*command, "--config-dir", str(folder / "config")], cwd=ROOT, env=own)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)
