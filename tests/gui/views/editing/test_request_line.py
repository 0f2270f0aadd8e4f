"""Method, target and path."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui.views.editing.request_line import RequestLine, path_of


@pytest.fixture
def line(qtbot: QtBot) -> RequestLine:
    """With a path that is no UTF-8."""
    line = RequestLine()
    qtbot.addWidget(line)
    line.show()
    line.show_request("PoST", b"/a%2Fb?x=\xe9")
    line.show_target("localhost:3000", ("localhost:3000", "https://example.com"))
    return line


def test_what_was_captured_stays(line: RequestLine) -> None:
    """The case of the method and the bytes of the path."""
    assert (line.method_text(), line.path_bytes()) == ("PoST", b"/a%2Fb?x=\xe9")
    assert [line.target.itemText(at) for at in range(line.target.count())] == ["localhost:3000", "https://example.com"]


def test_what_is_written_goes_out(line: RequestLine) -> None:
    """Any method, any path; Latin-1 stays Latin-1."""
    seen: list[None] = []
    line.changed.connect(lambda: seen.append(None))
    line.method.setEditText(" purge ")
    line.path.setCursorPosition(len(line.path.text()))
    QTest.keyClicks(line.path, "y")

    assert (line.method_text(), line.path_bytes()) == ("purge", b"/a%2Fb?x=\xe9y")
    assert len(seen) == 2


def test_a_target_with_a_path_names_it(line: RequestLine) -> None:
    """The field shows it and waits; the captured path comes back with another target."""
    line.target.setEditText("3000/other?b")
    assert not line.path.isEnabled()
    assert line.path.text() == "/other?b"

    line.target.setEditText("3000")
    assert line.path.isEnabled()
    assert line.path_bytes() == b"/a%2Fb?x=\xe9"
    assert [path_of(one) for one in ("", "http://a/", "ftp://x", "a?b")] == ["", "/", "", "?b"]


def test_send_waits(line: RequestLine) -> None:
    """While something is on its way it cannot be pressed."""
    wanted: list[None] = []
    line.send_wanted.connect(lambda: wanted.append(None))
    line.show_busy(True)
    line.send.click()
    assert wanted == []
    line.show_busy(False)
    line.send.click()

    assert len(wanted) == 1


def test_a_secret_in_the_query_is_hidden_until_it_is_edited(line: RequestLine) -> None:
    """What goes out is what was captured."""
    line.show_request("GET", b"/a?token=s3cret")
    assert "s3cret" not in line.path.text()

    for kind, reason, seen in (
        (QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason, True),
        (QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason, True),
        (QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason, False),
    ):
        QApplication.sendEvent(line.path, QFocusEvent(kind, reason))
        assert ("s3cret" in line.path.text()) is seen
    assert line.path_bytes() == b"/a?token=s3cret"
