"""The log."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui.views.log_dialog import LogDialog
from inspector.log_file import NAME
from tests.gui.stage import Loop

LINE = "2026-11-23 08:21:11,123 {} MainProcess inspector.engine: {}\n"


def dialog_of(qtbot: QtBot, loop: Loop, folder: Path, lines: int = 3) -> LogDialog:
    """A dialog over a log that has been read."""
    folder.mkdir(exist_ok=True)
    (folder / NAME).write_text("".join(LINE.format("INFO", f"record {number}") for number in range(lines)))
    made: list[LogDialog] = []

    async def make() -> None:
        made.append(LogDialog(folder))

    loop.run(make())
    dialog = made[0]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    loop.until(dialog.shown)
    return dialog


def write(dialog: LogDialog, loop: Loop, folder: Path, text: str) -> None:
    """Write to the log, and look."""
    with (folder / NAME).open("a") as file:
        file.write(text)

    async def look() -> None:
        dialog.look()

    loop.run(look())


def test_records_are_followed_and_chosen(qtbot: QtBot, loop: Loop, tmp_path: Path) -> None:
    """By level and by words; a traceback stays with its record."""
    dialog = dialog_of(qtbot, loop, tmp_path / "logs")
    write(dialog, loop, tmp_path / "logs", LINE.format("ERROR", "it failed\nTraceback\n  ValueError: cause"))
    loop.until(lambda: len(dialog.shown()) == 4)
    write(dialog, loop, tmp_path / "logs", LINE.format("WARNING", "take care"))
    loop.until(lambda: dialog.count.text() == "5 records")
    assert dialog.text.toPlainText().endswith("take care")

    dialog.level.setCurrentIndex(1)
    assert dialog.count.text() == "2 of 5 records"
    dialog.level.setCurrentIndex(2)
    assert dialog.text.toPlainText().endswith("  ValueError: cause")
    dialog.level.setCurrentIndex(0)
    dialog.search.setText("VALUEERROR failed")
    assert len(dialog.shown()) == 1
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy").click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()


def test_nothing_moves_while_it_is_not_followed(qtbot: QtBot, loop: Loop, tmp_path: Path) -> None:
    """What comes is there when following goes on."""
    dialog = dialog_of(qtbot, loop, tmp_path)
    dialog.follow.setChecked(False)
    write(dialog, loop, tmp_path, LINE.format("INFO", "later"))
    loop.pause()
    assert len(dialog.shown()) == 3
    dialog.follow.setChecked(True)
    write(dialog, loop, tmp_path, "")
    loop.until(lambda: len(dialog.shown()) == 4)


def test_a_folder_is_opened_and_escape_closes(
    qtbot: QtBot, loop: Loop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By whatever the system opens folders with; a log that grows without end is shown from its end."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = dialog_of(qtbot, loop, tmp_path, lines=10_000)
    dialog.open()
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Open folder").click()

    assert opened == [str(tmp_path)]
    assert 3000 < len(dialog.shown()) < 6000
    assert dialog.shown()[-1].endswith("record 9999")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
