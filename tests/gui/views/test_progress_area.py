"""Work that takes long."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from inspector.gui import theme
from inspector.gui.views import progress_area
from inspector.gui.views.progress_area import ProgressArea
from tests.gui.stage import colours


def area_of(qtbot: QtBot) -> ProgressArea:
    """An empty area in a window of its own."""
    area = ProgressArea()
    qtbot.addWidget(area)
    area.resize(700, 40)
    return area


def test_what_is_done_within_half_a_second_is_never_shown(qtbot: QtBot) -> None:
    """Only what goes on after that takes room, and gives it back at its end."""
    area = area_of(qtbot)
    quick, slow = area.begin("quick", lambda: None), area.begin("slow", lambda: None)
    assert area.jobs() == ()
    assert area.isHidden()

    quick.end()
    qtbot.waitUntil(lambda: area.jobs() == (slow,))
    assert area.isVisible()

    slow.end()
    slow.end()
    assert area.isHidden()


def test_it_says_how_far_it_is_and_can_be_cancelled(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar fills, the words are read aloud too, and Cancel is asked for once."""
    monkeypatch.setattr(progress_area, "SLOW", 0)
    area = area_of(qtbot)
    cancelled: list[bool] = []
    job = area.begin("Exporting…", lambda: cancelled.append(True))
    qtbot.waitUntil(lambda: area.jobs() == (job,))
    assert job.bar.maximum() == 0

    job.tell("500 of 1,000", 500, 1000)
    assert (job.words.text(), job.bar.accessibleName(), job.bar.value()) == ("500 of 1,000", "500 of 1,000", 500)
    assert theme.tokens().accent.name() in colours(area)

    qtbot.mouseClick(job.stop, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(job.stop, Qt.MouseButton.LeftButton)
    assert cancelled == [True]
    assert job.stop.text() == "Stopping…"


def test_a_job_that_outlives_its_window_ends_quietly(qtbot: QtBot) -> None:
    """An export that is given up at the end of the program still says that it ended."""
    area = ProgressArea()
    job = area.begin("Exporting…", lambda: None)
    delete(area)

    job.end()
