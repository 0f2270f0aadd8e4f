"""Where a secret comes from."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from inspector.gui.views.secret_source import MOST, SourceButton, likely


def test_variables_that_may_hold_a_secret_are_offered(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """One click names it; another can be typed."""
    monkeypatch.setenv("AAA_WEBHOOK_SECRET", "x")
    button = SourceButton()
    qtbot.addWidget(button)
    menu = button.findChild(QMenu)
    assert menu is not None
    chosen: list[str] = []
    button.chosen.connect(chosen.append)

    menu.aboutToShow.emit()
    actions = {action.text(): action for action in menu.actions()}
    actions["AAA_WEBHOOK_SECRET"].trigger()
    actions["From an environment variable…"].trigger()

    assert chosen == ["env:AAA_WEBHOOK_SECRET", "env:"]
    assert likely(["HOME", "B_TOKEN", "a_key"]) == ["B_TOKEN", "a_key"]
    assert len(likely(f"KEY_{number}" for number in range(50))) == MOST


def test_a_file_is_picked(qtbot: QtBot, tmp_path: Path) -> None:
    """Its path is named, wherever it is."""
    file = tmp_path / "public key.pem"
    file.write_text("x")
    button = SourceButton()
    qtbot.addWidget(button)
    dialog = button.ask_file()
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile

    with qtbot.waitSignal(button.chosen) as chosen:
        dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert chosen.args == [f"file:{file}"]
