"""Boxes with text for programs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector.gui.icons import IconButton
from inspector.gui.views.detail.code_box import LONGEST, CodeBox
from tests.gui.views.detail.samples import HOSTILE


def test_is_as_high_as_its_text(qtbot: QtBot) -> None:
    """A long word takes several lines, a narrower box more of them; nothing scrolls."""
    box = CodeBox("body")
    qtbot.addWidget(box)
    box.show_text("x" * 400)
    box.resize(600, 20)
    box.show()
    qtbot.waitUntil(lambda: box.text.sizeHint().height() > 2 * box.fontMetrics().height())
    wide = box.text.sizeHint().height()
    box.resize(300, 20)
    qtbot.waitUntil(lambda: box.text.sizeHint().height() > wide)

    assert box.text.horizontalScrollBar().maximum() <= 1


def test_copies_all_by_the_button(qtbot: QtBot) -> None:
    """What is cut on the page is whole on the clipboard."""
    box = CodeBox("body")
    qtbot.addWidget(box)
    box.show_text("x" * 50_000)
    [button] = box.findChildren(IconButton)
    with qtbot.waitSignal(box.copied):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert LONGEST == len(box.text.toPlainText())
    assert 50_000 == len(QGuiApplication.clipboard().text())


def test_markup_is_text(qtbot: QtBot) -> None:
    """Markup stays what it is, and direction is a mark."""
    box = CodeBox("body")
    qtbot.addWidget(box)
    box.show_text(HOSTILE)

    assert box.text.toPlainText().startswith("<b>valid</b>")
    assert "\u202e" not in box.text.toPlainText()
