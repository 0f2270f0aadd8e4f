"""One window for each store."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

from pytestqt.qtbot import QtBot

from inspector.gui.single_window import NOTHING, Asked, SingleWindow, read_asked

SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from inspector.gui.single_window import Asked, SingleWindow
app = QCoreApplication([])
asked = Asked(files=tuple(sys.argv[2:]), filter="is:pinned")
sys.exit(0 if SingleWindow(sys.argv[1]).claim(asked) else 7)
"""
KILLED = SECOND.replace(
    "sys.exit(0", "import os; one = SingleWindow(sys.argv[1]); one.claim(); os._exit(0); sys.exit(0"
)


def test_a_second_start_raises_the_first_and_ends(qtbot: QtBot) -> None:
    """The second process is told that there is a window, and the first hears what the second was asked to do."""
    name = f"inspector-test-{uuid.uuid4().hex}"
    first = SingleWindow(name)
    assert first.claim()

    files = tuple(f"/a folder/{number}\n.har" for number in range(2_000))
    with qtbot.waitSignal(first.raised, timeout=20_000) as raised:
        second = subprocess.Popen([sys.executable, "-c", SECOND, name, *files], cwd=Path.cwd())
    code = second.wait(20)
    first.release()

    assert code == 7
    assert raised.args == [Asked(files=files, filter="is:pinned")]


def test_what_a_killed_process_left_is_cleared(qtbot: QtBot) -> None:
    """A socket without an owner keeps nobody out."""
    name = f"inspector-test-{uuid.uuid4().hex}"
    subprocess.run([sys.executable, "-c", KILLED, name], cwd=Path.cwd(), check=True, env={**os.environ})

    again = SingleWindow(name)

    assert again.claim()
    again.release()


def test_what_another_version_says_raises_and_no_more() -> None:
    """A word that cannot be read is no reason to fail."""
    for said in (b"raise\n", b"[]\n", b'{"files": 7}\n', b"\xff\n"):
        assert read_asked(said) == NOTHING
    assert read_asked(b'{"filter": "is:pinned", "more": 1}\n') == Asked(filter="is:pinned")
