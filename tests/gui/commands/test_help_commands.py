"""Dialogs that explain, and that help where something fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from inspector.core.messages import Erase
from inspector.gui.commands.help_commands import folder_size, sizes_of
from inspector.gui.views.places_dialog import PlacesDialog
from inspector.gui.views.report_dialog import ReportDialog
from tests.gui.commands.conftest import Stage


def dialog_of(stage: Stage) -> QDialog:
    """The dialog that stands open."""
    stage.loop.until(lambda: any(one.isVisible() for one in stage.window.findChildren(QDialog)))
    return next(one for one in stage.window.findChildren(QDialog) if one.isVisible())


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("keys", "Keys"),
        ("places", "Where is my data"),
        ("log", "Log"),
        ("report", "Report a problem"),
        ("about", "About Webhook Inspector"),
    ],
)
def test_each_opens_without_a_loop_of_its_own(stage: Stage, name: str, title: str) -> None:
    """The window goes on behind it, and Esc closes it."""
    stage.run(name)
    dialog = dialog_of(stage)

    assert dialog.windowTitle() == title
    stage.do(dialog.reject)
    stage.loop.pause()


@pytest.fixture
def lives_on(qapp: QApplication) -> Iterator[None]:
    """The program does not end with its last window, as when it runs."""
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


@pytest.mark.usefixtures("lives_on")
def test_removing_closes_the_window_first(stage: Stage) -> None:
    """What is wanted is noted for the end."""
    stage.run("places")
    dialog = dialog_of(stage)
    assert isinstance(dialog, PlacesDialog)
    closed: list[bool] = []
    stage.window.closed.connect(lambda: closed.append(True))
    stage.do(lambda: dialog.remove_wanted.emit(True, False, True))

    assert closed == [True]
    assert stage.desk.erasing.wanted == Erase(captures=True, settings=True)


def test_a_report_is_collected_when_trouble_was_told(stage: Stage) -> None:
    """From the notice as from the menu; its log opens over it."""
    stage.do(stage.window.report_wanted.emit)
    dialog = dialog_of(stage)
    assert isinstance(dialog, ReportDialog)
    stage.loop.until(lambda: "captures: 9" in dialog.text.toPlainText())

    stage.do(dialog.log_wanted.emit)
    assert "Log" in [one.windowTitle() for one in stage.window.findChildren(QDialog) if one.isVisible()]
    stage.do(dialog.reject)


def test_sizes_are_those_on_the_disk(stage: Stage, tmp_path: Path) -> None:
    """What is not there takes nothing."""
    sizes = sizes_of(stage.desk.paths)
    assert sizes[stage.desk.paths.store] > 4096
    assert sizes[stage.desk.paths.logs] == 0
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "file").write_bytes(b"12345")
    assert folder_size(tmp_path / "some") == folder_size(tmp_path / "some" / "file") == 5
