"""Where everything lies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from inspector.core.paths import Paths
from inspector.gui.views.places_dialog import PlacesDialog


def dialog_of(qtbot: QtBot, paths: Paths) -> PlacesDialog:
    """An open dialog."""
    dialog = PlacesDialog(paths, "the system keyring")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_every_place_is_named_with_its_size(qtbot: QtBot, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be selected, and its folder opened; one that is not there yet opens the nearest that is."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    paths.logs.mkdir(parents=True)
    dialog = dialog_of(qtbot, paths)
    dialog.show_sizes({paths.store: 14_200_000, paths.bodies: 0})
    labels = {label.text(): label for label in dialog.findChildren(QLabel)}

    for place in (paths.store, paths.bodies, paths.settings, paths.custom_providers, paths.logs):
        assert labels[str(place)].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert {"the system keyring", "14.2 MB", "nothing"} <= labels.keys()
    for button in dialog.findChildren(QPushButton):
        if button.text() == "Open folder":
            button.click()
    assert opened[-1] == str(paths.logs)
    assert opened[0] == str(paths.store.parent.parent)


def test_what_is_ticked_goes_after_one_question(qtbot: QtBot, paths: Paths) -> None:
    """The question names it and says that the window closes; Esc is no."""
    dialog = dialog_of(qtbot, paths)
    assert not dialog.remove.isEnabled()
    dialog.captures.setChecked(True)
    dialog.settings.setChecked(True)
    dialog.remove.click()
    box = next(one for one in dialog.findChildren(QMessageBox) if one.isVisible())
    assert box.text() == "Remove every capture, all settings and the log?"
    assert "cannot be undone" in box.informativeText()
    with qtbot.assertNotEmitted(dialog.remove_wanted):
        QTest.keyClick(box, Qt.Key.Key_Escape)

    dialog.remove.click()
    again = next(one for one in dialog.findChildren(QMessageBox) if one.isVisible())
    yes = next(one for one in again.buttons() if one.text() == "Close and remove")
    with qtbot.waitSignal(dialog.remove_wanted) as removed:
        qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert removed.args == [True, False, True]


def test_escape_closes(qtbot: QtBot, paths: Paths) -> None:
    """As every dialog."""
    dialog = dialog_of(qtbot, paths)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
