"""Editing a body: what is not touched goes out as it came."""

import asyncio
import stat
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from inspector.gui.views.editing import body_editor
from inspector.gui.views.editing.body_editor import BodyEditor
from inspector.gui.views.editing.problem_line import ProblemLine
from tests.gui.stage import Loop

JSON = "application/json"


@pytest.fixture
def editor(qtbot: QtBot) -> BodyEditor:
    """Shown and empty."""
    editor = BodyEditor(limit=100_000_000)
    qtbot.addWidget(editor)
    editor.resize(500, 300)
    editor.show()
    return editor


def said(editor: BodyEditor) -> str:
    """What is said below the text."""
    return editor.findChild(ProblemLine).text()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"a": 1.0}\r\n',
        b"\xef\xbb\xbf{}",
        b"no end",
        b"a\r\nb\nc\rd",
        bytes(range(256)),
        "\u202e\xa0\u2028😀".encode(),
        b"caf\xe9",
        b"x" * 5_000_000,
    ],
)
def test_untouched_bytes_stay(editor: BodyEditor, content: bytes) -> None:
    """Marks, line ends, bytes that are no text, and what is too large for both."""
    editor.set_content(content, "text/plain")

    assert editor.content() == content


def test_edited_bytes_differ_where_they_were_edited(editor: BodyEditor) -> None:
    """Mark and line ends stay; undo brings the very bytes back."""
    changes: list[None] = []
    editor.changed.connect(lambda: changes.append(None))
    editor.set_content(b"\xef\xbb\xbfa\r\nb", "text/plain")
    assert changes == []

    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    QTest.keyClicks(editor.text, "c")

    assert editor.content() == b"\xef\xbb\xbfa\r\nb\r\nc"
    assert changes
    editor.text.undo()
    editor.text.undo()
    assert editor.content() == b"\xef\xbb\xbfa\r\nb"


def test_broken_json_is_said_while_typing(editor: BodyEditor, qtbot: QtBot) -> None:
    """With line and column, after a pause; it goes out all the same."""
    editor.set_content(b'{\n  "a": 1\n}', JSON)
    assert (editor.problem(), said(editor)) == ("", "")

    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.text, "]")
    qtbot.waitUntil(lambda: said(editor) != "")

    assert said(editor) == editor.problem() == "Line 3, column 2: the JSON ended before this."
    assert editor.is_readable()
    assert editor.content() == b'{\n  "a": 1\n}]'
    editor.set_content_type("text/plain")
    assert said(editor) == ""


def test_hidden_characters_count_as_what_they_are(editor: BodyEditor) -> None:
    """A control character inside of a string is no JSON, though its stand-in would be."""
    editor.set_content(b'["\x1b"]', JSON)

    assert "line break or control character" in editor.problem()


def test_binary_is_edited_as_hex(editor: BodyEditor) -> None:
    """A byte more; half a byte is named with its place, and what was there before stays."""
    editor.set_content(b"\x00\xff", "")
    editor.hex.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.hex, " 0")
    assert "Line 1, column 7" in editor.problem()
    assert not editor.is_readable()
    assert editor.content() == b"\x00\xff"

    QTest.keyClicks(editor.hex, "a")
    assert editor.problem() == ""
    assert editor.content() == b"\x00\xff\x0a"


def test_format_keeps_every_value(editor: BodyEditor) -> None:
    """One step, which can be undone; only offered for JSON."""
    content = b'{"n":1152921505151679042,"n":1.0}'
    editor.set_content(content, JSON)
    assert not editor.format.isHidden()
    editor.format.click()

    assert editor.content() == b'{\n  "n": 1152921505151679042,\n  "n": 1.0\n}'
    editor.text.undo()
    assert editor.content() == content
    editor.set_content(b"text", "text/plain")
    assert editor.format.isHidden()


def test_one_very_long_line_can_be_set_out(editor: BodyEditor) -> None:
    """Too long to be typed in, until each value has a line of its own."""
    content = b"[" + b"1234567," * 15_000 + b"1]"
    editor.set_content(content, JSON)
    assert editor.text.isHidden()
    assert editor.content() == content

    editor.format.click()
    assert editor.text.isVisible()
    assert editor.content().split() == content.replace(b"[", b"[ ").replace(b",", b", ").replace(b"]", b" ]").split()


def test_what_would_hold_up_the_window_is_not_edited(editor: BodyEditor) -> None:
    """Text, hex and setting out have their limits; what would be too large set out stays as it is and is said."""
    for content, page in (
        (b"text\n" * 52_000, editor.text),
        (b"text\n" * 53_000, editor._too_large),
        (bytes(range(256)) * 256, editor.hex),
        (bytes(range(256)) * 257, editor._too_large),
    ):
        editor.set_content(content, "text/plain")
        assert page.isVisible()
    editor.set_content(b"[" + b"1,\n" * 50_000 + b"1]", JSON)
    assert editor.format.isHidden()

    deep = b"[" * 60 + b"1,\n" * 5_000 + b"1" + b"]" * 60
    editor.set_content(deep, JSON)
    editor.format.click()
    assert "too much to edit here" in said(editor)
    assert editor.content() == deep


def test_large_bodies_go_through_a_file(editor: BodyEditor, loop: Loop, tmp_path: Path) -> None:
    """They are saved and loaded as they are; the bytes of a file become the body."""
    content = bytes(range(256)) * 4096 * 5
    editor.set_content(content, "")
    assert editor.save.isVisible()

    loop.run(body_editor.BodyEditor._save(editor, tmp_path / "body"))
    assert (tmp_path / "body").read_bytes() == content
    assert stat.S_IMODE((tmp_path / "body").stat().st_mode) == 0o600

    (tmp_path / "other").write_bytes(b"other")
    loop.run(_started(editor, tmp_path / "other"))
    loop.until(lambda: editor.content() == b"other")
    assert editor.text.isVisible()


def test_a_file_that_cannot_be_taken_is_said(qtbot: QtBot, loop: Loop, tmp_path: Path) -> None:
    """One that is not there, and one above the limit; the body stays."""
    editor = BodyEditor(limit=10)
    qtbot.addWidget(editor)
    editor.set_content(b"before", "")
    loop.run(_started(editor, tmp_path / "none"))
    loop.until(lambda: said(editor) == "none: No such file or directory.")
    (tmp_path / "big").write_bytes(b"x" * 11)
    loop.run(_started(editor, tmp_path / "big"))
    loop.until(lambda: said(editor) == "big has 11 B; a body may have 10 B.")
    loop.run(body_editor.BodyEditor._save(editor, tmp_path))

    assert "Is a directory" in said(editor)
    assert editor.content() == b"before"


def test_a_secret_is_named_before_it_is_saved(qtbot: QtBot, loop: Loop, tmp_path: Path) -> None:
    """Nothing is written before the user agreed."""
    editor = BodyEditor(limit=10, secrets=("token",))
    qtbot.addWidget(editor)
    editor.set_content(b"token=1", "")
    path = tmp_path / "body"

    async def agreed() -> None:
        editor.save_file(path)
        [box] = editor.findChildren(QMessageBox)
        assert box.text() == "This holds token, as it was sent."
        assert not path.exists()
        next(button for button in box.buttons() if button.text() == "Save all the same").click()

    loop.run(agreed())
    loop.until(lambda: path.exists() and path.read_bytes() == b"token=1")


def test_the_window_may_be_closed_meanwhile(loop: Loop, tmp_path: Path) -> None:
    """What a file held, or why it could not be taken or written, is said to nobody."""
    (tmp_path / "small").write_bytes(b"x")
    (tmp_path / "big").write_bytes(b"x" * 11)
    works: tuple[Callable[[BodyEditor], Coroutine[None, None, None]], ...] = (
        lambda editor: editor._load(tmp_path / "small"),
        lambda editor: editor._load(tmp_path / "big"),
        lambda editor: editor._load(tmp_path / "none"),
        lambda editor: editor._save(tmp_path),
    )
    for work in works:
        editor = BodyEditor(limit=10)
        loop.run(_closed_meanwhile(editor, work(editor)))


def test_a_file_is_asked_for_without_waiting(editor: BodyEditor) -> None:
    """Loading and saving open a dialog each, and go on."""
    editor.ask_file()
    editor.ask_place()
    dialogs = editor.findChildren(QFileDialog)

    assert [dialog.acceptMode() for dialog in dialogs] == [
        QFileDialog.AcceptMode.AcceptOpen,
        QFileDialog.AcceptMode.AcceptSave,
    ]
    for dialog in dialogs:
        dialog.reject()


def test_reverting_can_be_undone_where_text_becomes_text(editor: BodyEditor) -> None:
    """Hex and files just become what they were."""
    editor.set_content(b"edited", "")
    editor.text.replace_text("more")
    editor.revert(b"original")
    assert editor.content() == b"original"
    editor.text.undo()
    assert editor.content() == b"more"

    editor.revert(b"\0\xff")
    assert editor.content() == b"\0\xff"


async def _started(editor: BodyEditor, path: Path) -> None:
    editor.load_file(path)


async def _closed_meanwhile(editor: BodyEditor, work: Coroutine[None, None, None]) -> None:
    task = asyncio.ensure_future(work)
    await asyncio.sleep(0)
    delete(editor)
    await task
