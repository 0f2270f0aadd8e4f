"""What the window remembers of last time."""

import logging
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector.gui.memory import Memory
from inspector.gui.models.sorting import Sort
from inspector.gui.views.main_window import MainWindow
from tests.gui.stage import FACES, model_of


def window_of(qtbot: QtBot) -> MainWindow:
    """A window that is shown."""
    window = MainWindow(model=model_of([1]), faces=FACES)
    qtbot.addWidget(window)
    window.show_totals(1, 0, 0)
    return window


def test_shape_filter_and_selection_are_found_again(qtbot: QtBot, tmp_path: Path) -> None:
    """Geometry, splitters, columns: as they were, in a file of its owner's alone."""
    window = window_of(qtbot)
    window.setGeometry(QRect(50, 60, 1100, 640))
    window.show()
    qtbot.waitExposed(window)
    window.sidebar_and_rest.setSizes([260, 840])
    window.table.setColumnHidden(7, True)
    window.table.setColumnWidth(5, 222)
    window.table.horizontalHeader().moveSection(0, 2)
    window.table.show_sort(Sort(column="size", descending=True))
    memory = Memory(tmp_path / "config")
    memory.keep(window, filter="provider:stripe", selected=17)

    again, other = Memory(tmp_path / "config"), window_of(qtbot)
    again.load()
    again.restore(other)
    other.show()
    qtbot.waitExposed(other)

    assert (again.filter, again.selected) == ("provider:stripe", 17)
    assert again.sort == Sort(column="size", descending=True)
    assert other.size() == window.size()
    assert other.sidebar.width() == window.sidebar.width()
    assert other.table.isColumnHidden(7)
    assert other.table.columnWidth(5) == 222
    assert other.table.horizontalHeader().visualIndex(0) == 2
    assert stat.S_IMODE((tmp_path / "config" / "window.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "config").stat().st_mode) == 0o700


def test_a_window_off_every_screen_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    """The second screen is gone, the window is not."""
    window = window_of(qtbot)
    window.setGeometry(QRect(90_000, 90_000, 800, 500))
    memory = Memory(tmp_path)

    memory.restore(window)

    assert any(screen.availableGeometry().intersects(window.geometry()) for screen in QGuiApplication.screens())


@pytest.mark.parametrize("content", ["", "{", "[]", '{"geometry": "?", "selected": "x", "sidebar": 5}'])
def test_a_file_that_cannot_be_read_is_as_good_as_none(qtbot: QtBot, tmp_path: Path, content: str) -> None:
    """The window opens in its first shape."""
    (tmp_path / "window.json").write_text(content)
    memory = Memory(tmp_path)
    memory.load()
    memory.restore(window_of(qtbot))

    assert (memory.filter, memory.selected, memory.sort) == ("", None, None)


@pytest.mark.logs(logging.WARNING)
def test_a_folder_that_cannot_be_written_does_not_keep_the_window_open(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged and no more."""
    (tmp_path / "file").write_text("")

    Memory(tmp_path / "file").keep(window_of(qtbot), filter="", selected=None)

    assert "cannot be remembered" in caplog.text


def test_the_format_copied_last_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    """Without one there is none, and copying keeps its own first choice."""
    memory = Memory(tmp_path)
    assert memory.copied_as == ""
    memory.keep(window_of(qtbot), filter="", selected=None, copied_as="har")
    again = Memory(tmp_path)
    again.load()

    assert again.copied_as == "har"
