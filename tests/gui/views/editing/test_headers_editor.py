"""Header fields in a table or as text."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.headers import Headers
from inspector.gui.views.editing.fields_model import VALUE
from inspector.gui.views.editing.headers_editor import HeadersEditor
from inspector.gui.views.editing.problem_line import ProblemLine

HEADERS = Headers([(b"Host", b"a"), (b"X-A", b"1"), (b"x-a", b"\xe9"), (b"X-A", b"1")])


@pytest.fixture
def editor(qtbot: QtBot) -> HeadersEditor:
    """With repeats and bytes that are no UTF-8."""
    editor = HeadersEditor()
    qtbot.addWidget(editor)
    editor.resize(400, 300)
    editor.show()
    editor.set_headers(HEADERS)
    return editor


def said(editor: HeadersEditor) -> str:
    """What is said below."""
    return editor.findChild(ProblemLine).text()  # type: ignore[union-attr]


def test_both_are_the_same_fields(editor: HeadersEditor) -> None:
    """To text and back nothing changes; what is edited in one stands in the other."""
    editor.as_text.click()
    assert editor.raw.text() == "Host: a\nX-A: 1\nx-a: é\nX-A: 1"
    assert editor.headers() == HEADERS
    editor.as_table.click()
    assert editor.headers() == HEADERS
    assert not editor.table.fields.undo.canUndo()

    editor.table.fields.setData(editor.table.fields.index(1, VALUE), "2")
    editor.as_text.click()
    editor.raw.replace_text(editor.raw.text() + "\nNew: n")
    editor.as_table.click()
    assert editor.headers().pairs == (
        (b"Host", b"a"), (b"X-A", b"2"), (b"x-a", b"\xe9"), (b"X-A", b"1"), (b"New", b"n"),
    )  # fmt: skip
    editor.table.fields.undo.undo()
    assert editor.headers().pairs[-1] == (b"X-A", b"1")


def test_a_line_that_is_no_field_is_not_lost(editor: HeadersEditor) -> None:
    """It is named, and the table waits until it is one."""
    editor.as_text.click()
    editor.raw.replace_text("Host a")
    assert said(editor) == editor.problem() != ""
    editor.as_table.click()
    assert editor.raw.isVisible()
    assert editor.raw.text() == "Host a"
    assert editor.as_text.isChecked()
    assert not editor.as_table.isChecked()

    editor.raw.replace_text("Host: a")
    editor.as_table.click()
    assert editor.table.isVisible()
    assert said(editor) == ""


def test_bad_names_are_said_in_both(editor: HeadersEditor) -> None:
    """With the name."""
    editor.set_headers(Headers([(b"A B", b"1")]))
    assert "'A B'" in said(editor)
    editor.as_text.click()

    assert "'A B'" in said(editor)


def test_reverting_is_a_step(editor: HeadersEditor) -> None:
    """In the table, and in the text."""
    editor.table.fields.remove([0])
    editor.revert(HEADERS)
    assert editor.headers() == HEADERS
    editor.table.fields.undo.undo()
    assert len(editor.headers()) == 3

    editor.as_text.click()
    editor.revert(HEADERS)
    assert editor.headers() == HEADERS


def test_the_buttons_do_what_they_say(editor: HeadersEditor) -> None:
    """Add, remove, up, down; each has a name, and none is there beside text."""
    buttons = {tool.accessibleName(): tool for tool in editor._tools}
    editor.table.setCurrentIndex(editor.table.fields.index(1, 0))
    buttons["Move the field up"].click()  # type: ignore[attr-defined]
    assert [name for name, _ in editor.headers()] == [b"X-A", b"Host", b"x-a", b"X-A"]
    buttons["Move the field down"].click()  # type: ignore[attr-defined]
    assert editor.headers() == HEADERS
    buttons["Remove the field"].click()  # type: ignore[attr-defined]
    assert len(editor.headers()) == 3
    buttons["Add a field"].click()  # type: ignore[attr-defined]
    assert editor.table.fields.rowCount() == 4

    editor.as_text.click()
    assert not any(tool.isVisible() for tool in buttons.values())
