"""One loop for Qt and asyncio."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from inspector.gui import loop as loops
from tests.gui.stage import until


def test_timers_of_qt_and_coroutines_run_in_one_loop(qapp: QApplication) -> None:
    """While a coroutine waits Qt goes on, and the coroutine's result is the exit code."""
    rang: list[bool] = []

    async def life() -> int:
        QTimer.singleShot(1, lambda: rang.append(True))
        await until(lambda: rang)
        return 3

    assert loops.run(qapp, life) == 3
