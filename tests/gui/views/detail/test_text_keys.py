"""Where keys take the cursor."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource
from inspector.gui.views.detail.selection import Place
from inspector.gui.views.detail.text_keys import moved

Key = Qt.Key


def go(
    key: Qt.Key, place: Place, *, control: bool = False, content: bytes = b"first\nsecond\nx\nlast one"
) -> Place | None:
    lines = Lines(TextSource(content))
    lines.grow(1)
    modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    return moved(lines, place, QKeyEvent(QEvent.Type.KeyPress, key, modifiers), 2)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (Key.Key_Down, Place(1, 6), Place(2, 1)),
        (Key.Key_Up, Place(0, 3), Place(0, 3)),
        (Key.Key_PageDown, Place(0, 0), Place(2, 0)),
        (Key.Key_PageUp, Place(3, 1), Place(1, 1)),
        (Key.Key_Left, Place(0, 0), Place(0, 0)),
        (Key.Key_Left, Place(1, 0), Place(0, 5)),
        (Key.Key_Right, Place(0, 5), Place(1, 0)),
        (Key.Key_Right, Place(3, 8), Place(3, 8)),
        (Key.Key_Home, Place(1, 4), Place(1, 0)),
        (Key.Key_End, Place(1, 4), Place(1, 6)),
        (Key.Key_A, Place(0, 0), None),
    ],
)
def test_keys(key: Qt.Key, start: Place, end: Place | None) -> None:
    """Rows, pages, line ends, and characters over line ends; other keys go nowhere."""
    assert end == go(key, start)


def test_to_both_ends() -> None:
    """With Ctrl, Home and End mean the whole text."""
    assert Place(0, 0) == go(Key.Key_Home, Place(2, 1), control=True)
    assert Place(3, 8) == go(Key.Key_End, Place(0, 0), control=True)


def test_in_an_empty_text() -> None:
    """There is one place."""
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Right, Key.Key_End):
        assert Place(0, 0) == go(key, Place(0, 0), content=b"")
