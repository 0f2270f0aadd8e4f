"""The dialog for what is valid here and fails in the app."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from inspector.core.app_messages import AppAnswer
from inspector.gui.views import app_check_dialog
from inspector.gui.views.app_check_dialog import AppCheckDialog
from inspector.providers.frameworks import FRAMEWORKS, GO


@pytest.fixture
def dialog(qtbot: QtBot) -> AppCheckDialog:
    """About a capture, with Go chosen."""
    dialog = AppCheckDialog("Capture 7 (<b>push</b>)", "go")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_line_of_the_framework(dialog: AppCheckDialog) -> None:
    """It is that of the framework of last time, is copied whole, and another choice is told."""
    chosen: list[str] = []
    dialog.framework_chosen.connect(chosen.append)
    dialog.line.copy()
    assert QGuiApplication.clipboard().text() == GO.line
    assert dialog.raw.text.toPlainText() == GO.raw

    dialog.framework.setCurrentIndex(3)
    assert chosen == [FRAMEWORKS[3].id]
    assert dialog.line.text.toPlainText() == FRAMEWORKS[3].line


def test_what_is_typed_is_asked_about(qtbot: QtBot, dialog: AppCheckDialog) -> None:
    """By itself, once the keys rest; another framework asks again."""
    asked: list[tuple[str, str, str]] = []
    dialog.asked.connect(lambda *one: asked.append(one))
    dialog.field.setPlainText("7398")
    qtbot.waitUntil(lambda: asked == [("go", "7398", "")])

    dialog.framework.setCurrentIndex(0)
    assert asked[1:] == [("flask", "7398", "")]


def test_a_file_in_place_of_the_field(qtbot: QtBot, dialog: AppCheckDialog, tmp_path: Path) -> None:
    """The file that was chosen is asked about, and what is typed later takes its place."""
    asked: list[tuple[str, str, str]] = []
    dialog.asked.connect(lambda *one: asked.append(one))
    QTest.mouseClick(dialog.choose_file, Qt.MouseButton.LeftButton)
    [files] = dialog.findChildren(QFileDialog)
    files.fileSelected.emit(str(tmp_path / "body"))
    files.reject()
    assert asked == [("go", "", str(tmp_path / "body"))]

    dialog.field.setPlainText("12")
    qtbot.waitUntil(lambda: asked[1:] == [("go", "12", "")])


def test_each_answer_has_its_colour(dialog: AppCheckDialog) -> None:
    """A proved answer is said as such; a hint and a problem are not."""
    for status, tone in (("same", "valid"), ("found", "invalid"), ("hint", "warn"), ("unknown", "warn")):
        dialog.show_answer(AppAnswer(status=status, title="It <i>hashes</i> x.", advice="Use y.", difference="Byte 3."))  # type: ignore[arg-type]
        assert dialog.answer.tone == tone
        assert dialog.answer.title.text().endswith("It <i>hashes</i> x.")
        assert "Byte 3." in {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    dialog.show_problem("No such file.")
    assert (dialog.answer.tone, dialog.answer.title.text()) == ("warn", "No such file.")


def test_too_much_text(qtbot: QtBot, dialog: AppCheckDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that is too long is not sent but answered with what to do; an empty one takes the answer away."""
    monkeypatch.setattr(app_check_dialog, "LONGEST", 10)
    asked: list[object] = []
    dialog.asked.connect(lambda *one: asked.append(one))
    dialog.field.setPlainText("x" * 11)
    qtbot.waitUntil(lambda: "as a file" in dialog.answer.title.text())
    dialog.field.setPlainText("")
    qtbot.waitUntil(dialog.answer.isHidden)
    assert asked == []


def test_escape_closes(dialog: AppCheckDialog) -> None:
    """From the field too."""
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
