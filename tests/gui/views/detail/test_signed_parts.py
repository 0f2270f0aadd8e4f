"""The parts of what is signed, as things to click."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.core.proof import SignedPart
from inspector.gui.views.detail.signed_parts import SignedParts
from tests.gui.views.detail import samples

TIME = SignedPart(text="1700000000", what="the time in X-Time", size=10, place="header:X-Time")
POINT = SignedPart(text=".", what="", size=1)
BODY = SignedPart(text="", what="body", size=2048, place="body")


def test_what_stands_on_the_request_can_be_clicked(qtbot: QtBot) -> None:
    """A header's value and the body are buttons with a name for what they do; what the recipe adds is text."""
    parts = SignedParts()
    qtbot.addWidget(parts)
    parts.show_parts((TIME, POINT, BODY))
    parts.show()
    wanted: list[SignedPart] = []
    parts.part_wanted.connect(wanted.append)

    time, body = parts.buttons()
    QTest.mouseClick(time, Qt.MouseButton.LeftButton)
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Space)

    assert wanted == [TIME, BODY]
    assert (time.text(), body.text()) == ("1700000000", "the body, 2.0 KB")
    assert time.accessibleName() == "1700000000 Show the time in X-Time"
    assert [label.text() for label in parts.findChildren(QLabel) if not label.isHidden()] == ["“.”"]


def test_hostile_values_are_plain(qtbot: QtBot) -> None:
    """A value is no markup, names no key with “&”, and is cut where it is long."""
    parts = SignedParts()
    qtbot.addWidget(parts)
    parts.show_parts((SignedPart(text=f"&a{samples.HOSTILE}" * 9, what="x", size=9, place="header:x"),))

    [button] = parts.buttons()
    assert button.text().startswith("&&a<b>valid</b>")
    assert len(button.text()) <= 52
    assert "<b>" not in button.toolTip()


def test_other_parts_take_their_place(qtbot: QtBot) -> None:
    """Nothing of the capture before stays."""
    parts = SignedParts()
    qtbot.addWidget(parts)
    parts.show_parts((TIME, POINT, BODY))
    parts.show_parts((BODY,))

    assert len(parts.buttons()) == 1
