"""Names and values."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector.gui.icons import IconButton
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.difference import WholeText
from inspector.gui.views.detail.fields import LONGEST, Fields
from tests.gui.views.detail.samples import HOSTILE


def test_copies_the_whole_value(qtbot: QtBot) -> None:
    """What is shown is marked and bounded, what is copied is what came."""
    fields = Fields()
    qtbot.addWidget(fields)
    value = HOSTILE * 500
    fields.add("Delivery", value, copy=True)
    fields.show()
    [button] = fields.findChildren(IconButton)
    with qtbot.waitSignal(fields.copied):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    [shown] = fields.findChildren(WholeText)
    assert LONGEST == len(shown.text())
    assert "\u202e" not in shown.text()
    assert value.replace("\x00", "") == QGuiApplication.clipboard().text().replace("\x00", "")
    assert "Copy Delivery" == button.accessibleName()


def test_is_filled_anew(qtbot: QtBot) -> None:
    """Rows of the capture before are gone at once."""
    fields = Fields()
    qtbot.addWidget(fields)
    fields.add("Old", "old value")
    fields.clear()
    fields.add("New", "new value")
    fields.show()

    assert ["New", "new value"] == [label.text() for label in fields.findChildren(PlainLabel) if label.isVisible()]


def test_a_long_word_makes_nothing_wider(qtbot: QtBot) -> None:
    """A value without a place to break leaves the page as narrow as it is."""
    fields = Fields()
    qtbot.addWidget(fields)
    fields.add("Delivery", "x" * 3_000)

    assert fields.minimumSizeHint().width() < 200
