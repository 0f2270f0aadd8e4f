"""Code that verifies the capture, in the language of choice."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail import snippet_box
from inspector.gui.views.detail.snippet_box import SnippetBox
from inspector.providers.snippets.registry import LANGUAGES

CODES = tuple((one.id, f"code in {one.name}\n<b>") for one in LANGUAGES)


def test_all_languages_are_offered() -> None:
    """As they stand in their registry, which is not read for it."""
    assert snippet_box.LANGUAGES == tuple((one.id, one.name) for one in LANGUAGES)


def test_a_language_is_chosen(qtbot: QtBot) -> None:
    """Its code is shown and copied whole, and the choice is told so that it can be kept."""
    box = SnippetBox()
    qtbot.addWidget(box)
    box.show_snippets(CODES, "")
    box.show()
    chosen: list[str] = []
    box.chosen.connect(chosen.append)
    buttons = {one.text(): one for one in box.findChildren(QToolButton) if one.isCheckable()}
    assert box.code.text.toPlainText().startswith("code in Python")

    QTest.mouseClick(buttons["Ruby"], Qt.MouseButton.LeftButton)
    box.code.copy()

    assert chosen == ["ruby"]
    assert [name for name, one in buttons.items() if one.isChecked()] == ["Ruby"]
    assert QGuiApplication.clipboard().text() == "code in Ruby\n<b>"


def test_an_unknown_language_changes_nothing(qtbot: QtBot) -> None:
    """A setting of another version leaves what is shown."""
    box = SnippetBox()
    qtbot.addWidget(box)
    box.show_snippets(CODES, "")
    box.show_language("go")
    box.show_language("cobol")

    assert box.language == "go"
    assert box.code.text.toPlainText().startswith("code in Go")


def test_why_there_is_none(qtbot: QtBot) -> None:
    """The reason stands in place of languages and code; with neither the whole part is away."""
    box = SnippetBox()
    qtbot.addWidget(box)
    box.show_snippets((), "There is no snippet: a public key checks it.")
    assert "There is no snippet: a public key checks it." in {
        one.text() for one in box.findChildren(QLabel) if not one.isHidden()
    }
    assert box.code.isHidden()
    assert not box.isHidden()

    box.show_snippets((), "")
    assert box.isHidden()
