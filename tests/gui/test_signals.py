"""SIGINT and SIGTERM."""

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui.signals import Signals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_wakes_qt(qtbot: QtBot, number: signal.Signals) -> None:
    """Ctrl+C in the terminal reaches a window in which nothing moves; afterwards signals are Python's again."""
    before = signal.getsignal(number)
    signals = Signals()
    with qtbot.waitSignal(signals.stopped):
        os.kill(os.getpid(), number)
    signals.close()

    assert signal.getsignal(number) == before
