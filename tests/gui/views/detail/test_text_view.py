"""Large text is read, selected and copied."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from pytestqt.qtbot import QtBot

from inspector.bodies.json_text import JsonSource
from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource
from inspector.gui.views.detail.selection import Place, Selection
from inspector.gui.views.detail.text_view import TextView


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    """A view of a thousand numbered lines."""
    view = TextView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show_lines(Lines(TextSource(b"\n".join(b"line %d of text" % number for number in range(1000)))), "text")
    view.show()
    return view


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def press(view: TextView, row: int, column: int, *, keep: bool = False) -> None:
    """Press and release the mouse on a character of a row in sight."""
    x = view.painter.x_of(view.visible()[row], column) + 1
    place = QPointF(x, (row + 0.5) * view.painter.height)
    modifiers = Qt.KeyboardModifier.ShiftModifier if keep else Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    view.mousePressEvent(QMouseEvent(QEvent.Type.MouseButtonPress, place, place, left, left, modifiers))


def test_only_rows_in_sight_are_made(view: TextView) -> None:
    """Of a thousand rows about as many as fit are read."""
    assert len(view.visible()) < 25
    assert view.verticalScrollBar().maximum() > 950


def test_keys_move_the_cursor(qtbot: QtBot, view: TextView) -> None:
    """Arrows, Home, End, pages; with Ctrl to both ends; the cursor stays in sight."""
    for key, modifiers, place in (
        (Qt.Key.Key_Down, "", Place(1, 0)),
        (Qt.Key.Key_End, "", Place(1, 14)),
        (Qt.Key.Key_Right, "", Place(2, 0)),
        (Qt.Key.Key_Left, "", Place(1, 14)),
        (Qt.Key.Key_Up, "", Place(0, 14)),
        (Qt.Key.Key_Home, "", Place(0, 0)),
        (Qt.Key.Key_End, "ctrl", Place(999, 16)),
        (Qt.Key.Key_Home, "ctrl", Place(0, 0)),
    ):
        control = Qt.KeyboardModifier.ControlModifier if modifiers else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(view, key, control)

        assert place == view.selection.cursor, key
        assert view.selection.empty
        first = view.verticalScrollBar().value()
        assert first <= place.row < first + len(view.visible())


def test_copies_what_is_selected(qtbot: QtBot, view: TextView) -> None:
    """Shift selects, Ctrl+C copies it as it stands."""
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(view.copied):
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert "line 0 of text\nline 1 of text" == clipboard()


def test_copies_all(qtbot: QtBot, view: TextView) -> None:
    """Ctrl+A takes rows that were never shown too."""
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert 1000 == len(clipboard().splitlines())


def test_the_mouse_selects(view: TextView) -> None:
    """From a press to a press with Shift; a double click takes the word."""
    press(view, 1, 5)
    press(view, 2, 6, keep=True)
    view.copy()
    assert "1 of text\nline 2" == clipboard()
    x = view.painter.x_of(view.visible()[3], 6) - 2
    place = QPointF(x, 3.5 * view.painter.height)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.mouseDoubleClickEvent(QMouseEvent(QEvent.Type.MouseButtonDblClick, place, place, left, left, none))
    view.copy()

    assert "3" == clipboard()


def test_a_long_line_is_copied_as_one(qtbot: QtBot) -> None:
    """What is shown in several rows has no line break in it."""
    view = TextView()
    qtbot.addWidget(view)
    view.show_lines(Lines(TextSource(b"x" * 2_500 + b"\ny")), "text")
    view.select_all()
    view.copy()

    assert "x" * 2_500 + "\ny" == clipboard()


def test_zooms_and_back(qtbot: QtBot, view: TextView) -> None:
    """Ctrl and the wheel make the text larger; 0 sets it back."""
    before = view.painter.height
    where, angle = QPointF(9, 9), QPoint(0, 120)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    control = Qt.KeyboardModifier.ControlModifier
    view.wheelEvent(QWheelEvent(where, where, QPoint(), angle, buttons, control, phase, False))

    assert view.painter.height > before
    view.zoom(0)
    assert before == view.painter.height


def test_marks_are_shown_and_originals_copied(qtbot: QtBot) -> None:
    """A direction character is a mark on the page, and itself in what is copied."""
    view = TextView()
    qtbot.addWidget(view)
    view.show_lines(Lines(TextSource("a\u202eb".encode())), "text")

    assert "a⟵b" == view.painter.layout(view.visible()[0]).text()
    view.select_all()
    view.copy()
    assert "a\u202eb" == clipboard()


def test_hidden_values_stay_hidden(qtbot: QtBot) -> None:
    """Dots are shown and copied in place of the value of a secret key."""
    view = TextView()
    qtbot.addWidget(view)
    view.show_lines(Lines(JsonSource(b'{"Token": "s3cr\\"et", "b": "token"}')), "json", masked=("token",))
    view.select_all()
    view.copy()

    assert "s3cr" not in clipboard()
    assert '"b": "token"' in clipboard()
    assert "•" in view.painter.layout(view.visible()[1]).text()


def test_reads_on_by_itself(qtbot: QtBot) -> None:
    """Of a large body the first rows stand at once, and the others follow."""
    body = b"[" + b",".join(b'{"id": %d}' % number for number in range(150_000)) + b"]"
    view = TextView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show_lines(Lines(JsonSource(body)), "json")
    assert view.lines is not None

    assert not view.lines.finished
    assert ["[", "  {", '    "id": 0'] == [row.text for row in view.visible()[:3]]
    qtbot.waitUntil(lambda: view.lines is not None and view.lines.finished, timeout=20_000)
    assert 450_002 == view.lines.rows


def test_wide_rows_can_be_scrolled_to(qtbot: QtBot, view: TextView) -> None:
    """The end of a row that is wider than the view comes into sight with the cursor."""
    view.show_lines(Lines(TextSource(b"x" * 900)), "text")
    assert view.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_End)

    assert view.horizontalScrollBar().value() > 0


def test_an_empty_view_takes_keys(qtbot: QtBot) -> None:
    """With nothing to show, keys and clicks do nothing."""
    view = TextView()
    qtbot.addWidget(view)
    view.show()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_C):
        qtbot.keyClick(view, key)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton)

    assert Selection() == view.selection
