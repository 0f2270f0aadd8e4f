"""Every dispatch with its response."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.sent_to import MOST, SentToPage
from tests.gui.views.detail import samples


def texts(page: SentToPage) -> str:
    labels = [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(labels + [box.text.toPlainText() for box in page.findChildren(CodeBox)])


def test_shows_each_with_its_whole_response(qtbot: QtBot) -> None:
    """The newest first: status, target, time, fields, body; an error in place of a response."""
    page = SentToPage()
    qtbot.addWidget(page)
    page.show_capture(samples.capture())
    shown = texts(page)

    assert shown.index("400 Bad Request") < shown.index("Nothing listens at localhost:3000.")
    assert '"error": "signature mismatch"' in shown
    assert "Content-Type: application/json" in shown
    assert "set anew: Host" in shown


def test_what_was_edited_says_so(qtbot: QtBot) -> None:
    """With what of it was changed."""
    page = SentToPage()
    qtbot.addWidget(page)
    edited = replace(samples.capture().dispatches[0], as_="edited", changed=("body", "X-A"))
    page.show_capture(samples.capture(dispatches=(edited,)))

    assert "edited · changed: body, X-A" in texts(page)


def test_says_that_there_is_none(qtbot: QtBot) -> None:
    """A capture that went nowhere says how to send it."""
    page = SentToPage()
    qtbot.addWidget(page)
    page.show_capture(samples.capture())
    page.show_capture(samples.capture(dispatches=()))

    assert "Not sent anywhere yet" in texts(page)


def test_shows_a_bounded_number(qtbot: QtBot) -> None:
    """Of hundreds the newest are shown, and the others counted."""
    page = SentToPage()
    qtbot.addWidget(page)
    page.show_capture(samples.capture(dispatches=samples.capture().dispatches * 100))

    assert f"{200 - MOST} earlier ones" in texts(page)


def test_stays_where_it_is(qtbot: QtBot) -> None:
    """The same dispatches again do not move the page."""
    page = SentToPage()
    qtbot.addWidget(page)
    page.resize(300, 100)
    page.show()
    page.show_capture(samples.capture())
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.verticalScrollBar().setValue(30)
    page.show_capture(samples.capture(unread=True))

    assert 30 == page.verticalScrollBar().value()
