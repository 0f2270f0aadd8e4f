"""The window in which a capture is edited and sent."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from inspector.core.dispatch import Dispatch
from inspector.core.verdict import Judgement, Verdict
from inspector.gui.views.detail.masking import HIDDEN
from inspector.gui.views.editing.changes import Edited
from inspector.gui.views.editing.edit_dialog import EditDialog, original_of
from inspector.gui.views.editing.fields_model import VALUE
from tests.captures import capture_of, head_of
from tests.gui.stage import focus_of, is_front

BODY = b'{\r\n "a": 1\r\n}'
CAPTURE = replace(
    capture_of(
        head_of(b"POST /hooks?x=%2F HTTP/1.1", b"X-A: 1", b"x-a: \xe9", b"Content-Type: application/json"), BODY, id=5
    ),
    judgement=Judgement(provider="stripe", event="invoice.paid<b>", verdict=Verdict(status="valid")),
)
ORIGINAL = original_of(CAPTURE, BODY)
SENT = Dispatch(capture_id=5, at=datetime(2026, 11, 23, tzinfo=UTC), target="http://localhost:3000/hooks", status=200)


class Wanted(list[tuple[str, Edited]]):
    """What the dialog asked to be sent."""


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[EditDialog]:
    """Open and active, with a target."""
    dialog = EditDialog(CAPTURE, ORIGINAL, limit=10**6)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show_target("localhost:3000", ("https://example.com",))
    dialog.show()
    qtbot.waitUntil(lambda: is_front(dialog))
    yield dialog
    dialog.done(0)
    dialog.deleteLater()


@pytest.fixture
def wanted(dialog: EditDialog) -> Wanted:
    """Filled by what the dialog asks for."""
    found = Wanted()
    dialog.send_wanted.connect(lambda target, edited: found.append((target, edited)))
    return found


def control(key: Qt.Key) -> None:
    """Press Ctrl with a key where the keyboard is."""
    QTest.keyClick(focus_of() or pytest.fail("nothing has the keyboard"), key, Qt.KeyboardModifier.ControlModifier)


def question(dialog: EditDialog) -> QMessageBox | None:
    """The question that is open."""
    return next((box for box in dialog.findChildren(QMessageBox) if box.isVisible()), None)


def test_unedited_it_is_the_capture(dialog: EditDialog, wanted: Wanted) -> None:
    """Ctrl+Enter sends every byte as it came, and again."""
    for _ in range(2):
        control(Qt.Key.Key_Return)
    control(Qt.Key.Key_Enter)

    assert wanted == [("localhost:3000", ORIGINAL)] * 3
    assert wanted[0][1].draft.head() == CAPTURE.request.head
    assert not dialog.revert.isEnabled()


def test_it_is_sent_while_a_cell_is_being_edited(dialog: EditDialog, wanted: Wanted) -> None:
    """What stands in the cell goes along."""
    table = dialog.headers.table
    table.setFocus()
    table.setCurrentIndex(table.fields.index(0, VALUE))
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClicks(focus_of() or table, "23")
    control(Qt.Key.Key_Return)

    assert wanted[0][1].draft.headers.pairs[0] in {(b"X-A", b"23"), (b"X-A", b"123")}


def test_changes_and_signature_are_said(dialog: EditDialog, qtbot: QtBot) -> None:
    """A moment after typing; reverting takes all of it back, and can be undone."""
    dialog.line.method.setEditText("PUT")
    dialog.headers.table.fields.remove([1])
    dialog.body.text.replace_text('{"a": 2}')
    qtbot.waitUntil(dialog.remark.isVisible)

    shown = dialog.changes.list.toPlainText()
    assert all(part in shown for part in ("POST → PUT", "− x-a: é", "Body: 13 B → 8 B"))
    assert "differs from the one that was signed" in dialog.remark.title.text()
    dialog.revert.click()
    assert dialog.edited() == ORIGINAL
    assert not dialog.remark.isVisible()
    dialog.body.text.undo()
    assert dialog.edited().body == b'{"a": 2}'


def test_a_secret_is_hidden_among_the_changes(qtbot: QtBot) -> None:
    """As it is in the table."""
    captured = replace(
        capture_of(head_of(b"POST / HTTP/1.1", b"X-Token: s3cret")), judgement=Judgement(sensitive=("header:X-Token",))
    )
    dialog = EditDialog(captured, original_of(captured, b""), limit=1000)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.headers.table.fields.remove([0])
    dialog.compare()

    assert dialog.changes.list.toPlainText() == f"− X-Token: {HIDDEN}"
    dialog.done(0)


def test_what_cannot_be_sent_is_said(dialog: EditDialog, wanted: Wanted) -> None:
    """No target, a bad one, no method, a bad name, hex that is none; broken JSON is sent."""
    mistakes: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: dialog.line.target.setEditText(""), "Name a target"),
        (lambda: dialog.line.target.setEditText("ftp://x"), "http"),
        (lambda: dialog.line.method.setEditText(""), "needs a method"),
        (lambda: dialog.headers.table.fields.change(((b"A B", b""),), 0), "is no name"),
    )
    for edit, said in mistakes:
        edit()
        dialog.send()
        assert said in dialog.response.banner.title.text()
        dialog.line.target.setEditText("3000")
        dialog.revert_all()
    dialog.body.set_content(b"\0", "")
    dialog.body.hex.insertPlainText("x")
    dialog.send()
    assert "no hex digit" in dialog.response.banner.title.text()
    assert wanted == []

    dialog.body.set_content(b"{", "application/json")
    dialog.send()
    assert wanted[0][1].body == b"{"


def test_the_response_stands_beside_it(dialog: EditDialog, wanted: Wanted) -> None:
    """While one is on its way no other is sent."""
    dialog.show_busy("localhost:3000")
    dialog.send()
    assert wanted == []
    dialog.show_busy("")
    dialog.show_dispatch(SENT)
    assert dialog.response.banner.title.text() == "200 OK"
    dialog.show_problem("No.")
    dialog.send()

    assert dialog.response.banner.title.text() == "No."
    assert len(wanted) == 1


def test_escape_closes_what_was_not_changed(dialog: EditDialog) -> None:
    """Nothing is asked."""
    QTest.keyClick(dialog.body.text, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert question(dialog) is None


def test_escape_asks_where_something_was_changed(dialog: EditDialog) -> None:
    """Escape again keeps it; Discard closes."""
    QTest.keyClicks(dialog.body.text, "x")
    QTest.keyClick(dialog.body.text, Qt.Key.Key_Escape)
    box = question(dialog)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert dialog.isVisible()

    dialog.close()
    box = question(dialog)
    assert box is not None
    next(button for button in box.buttons() if button.text() == "Discard").click()
    assert not dialog.isVisible()


def test_the_keyboard_goes_through_in_reading_order(dialog: EditDialog) -> None:
    """From the first line down to the body; every button has a name."""
    seen = []
    dialog.line.path.setFocus()
    for _ in range(14):
        seen.append(focus_of())
        QTest.keyClick(focus_of() or dialog, Qt.Key.Key_Tab)
    line, body = dialog.line, dialog.body
    stops = [seen.index(one) for one in (line.path, line.send, dialog.headers.table, body.load, body.text)]
    assert stops == sorted(stops)
    for button in dialog.findChildren(QAbstractButton):
        assert button.text() or button.accessibleName() or not button.isVisible()


def test_strange_captures_can_be_edited() -> None:
    """What was no request has no method; an unknown version is sent as 1.1."""
    strange = capture_of(b"junk", b"junk")
    edited = original_of(strange, b"junk")
    assert (edited.draft.method, edited.draft.target, edited.draft.http_version) == ("", b"", "1.1")
    assert "needs a method" in edited.draft.problem()

    odd = original_of(capture_of(b"GET  /a HTTP/1.1\nHost: a\n\n"), b"").draft
    assert (odd.target, odd.headers.pairs, odd.problem()) == (b"/a", ((b"Host", b"a"),), "")
    assert original_of(capture_of(head_of(b"GET /\xe9 HTTP/1.0")), b"").draft.head().startswith(b"GET /\xe9 HTTP/1.0")


def test_the_keyboard_goes_where_the_target_is_missing(qtbot: QtBot, dialog: EditDialog) -> None:
    """What is said can be mended at once."""
    dialog.show()
    qtbot.waitUntil(lambda: is_front(dialog))
    dialog.body.setFocus()
    dialog.line.target.setEditText("")
    dialog.send()

    assert dialog.line.target.hasFocus() or dialog.line.target.lineEdit().hasFocus()  # type: ignore[union-attr]
