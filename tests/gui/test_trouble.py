"""Our own bugs are logged and told."""

import logging
import sys

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.core.paths import Paths
from inspector.gui.application import make_window, tell_of_trouble
from inspector.gui.trouble import Trouble, log_uncaught


@pytest.mark.logs(logging.ERROR)
def test_an_error_in_the_log_is_told_once(qtbot: QtBot) -> None:
    """The window learns of an error that any thread logs."""
    trouble = Trouble()
    trouble.start()
    try:
        with qtbot.waitSignal(trouble.failed):
            logging.getLogger("somewhere").error("broken")
    finally:
        trouble.stop()

    assert sys.excepthook is sys.__excepthook__


@pytest.mark.logs(logging.ERROR)
def test_what_nobody_caught_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    """An exception that leaves a slot is in the log."""
    error = ValueError("the cause")

    log_uncaught(ValueError, error, None)

    assert "ValueError: the cause" in caplog.text


def test_trouble_offers_a_report(qtbot: QtBot, paths: Paths) -> None:
    """The message says where the log is, and its button asks for the report."""
    window = make_window(paths)
    qtbot.addWidget(window)
    tell_of_trouble(window, paths)
    (notice,) = window.notices.notices()
    assert str(paths.logs) in notice.text

    with qtbot.waitSignal(window.report_wanted):
        next(one for one in window.notices.findChildren(QPushButton) if one.text() == "Report…").click()
