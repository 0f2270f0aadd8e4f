"""Our own bugs are logged and told."""

import logging
import sys

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui.trouble import Trouble, log_uncaught


@pytest.mark.logs(logging.ERROR)
def test_an_error_in_the_log_is_told_once(qtbot: QtBot) -> None:
    """The window learns of an error that any thread logs."""
    trouble = Trouble()
    trouble.start()
    try:
        with qtbot.waitSignal(trouble.failed, timeout=1000):
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
