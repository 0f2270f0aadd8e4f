"""One window for each store."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

from pytestqt.qtbot import QtBot

from inspector.gui.single_window import SingleWindow

SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from inspector.gui.single_window import SingleWindow
app = QCoreApplication([])
sys.exit(0 if SingleWindow(sys.argv[1]).claim() else 7)
"""
KILLED = SECOND.replace("sys.exit(0", "import os; ok = SingleWindow(sys.argv[1]).claim(); os._exit(0); sys.exit(0")


def test_a_second_start_raises_the_first_and_ends(qtbot: QtBot) -> None:
    """The second process is told that there is a window, and the first hears that it is wanted."""
    name = f"inspector-test-{uuid.uuid4().hex}"
    first = SingleWindow(name)
    assert first.claim()

    with qtbot.waitSignal(first.raised, timeout=20_000):
        second = subprocess.Popen([sys.executable, "-c", SECOND, name], cwd=Path.cwd())
    code = second.wait(20)
    first.release()

    assert code == 7


def test_what_a_killed_process_left_is_cleared(qtbot: QtBot) -> None:
    """A socket without an owner keeps nobody out."""
    name = f"inspector-test-{uuid.uuid4().hex}"
    subprocess.run([sys.executable, "-c", KILLED, name], cwd=Path.cwd(), check=True, env={**os.environ})

    again = SingleWindow(name)

    assert again.claim()
    again.release()
