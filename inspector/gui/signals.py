"""SIGINT and SIGTERM as a signal of Qt."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Signals(QObject):
    """`stopped` comes when the program is told to end. Qt's loop runs no Python in between, so a socket wakes it."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hears, self._wakes = socket.socketpair()
        self._hears.setblocking(False)
        self._wakes.setblocking(False)
        self._notifier = QSocketNotifier(self._hears.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda number, frame: None)

    def close(self) -> None:
        """Leave signals to Python again."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        self._hears.close()
        self._wakes.close()

    def _heard(self) -> None:
        self._hears.recv(64)
        self.stopped.emit()
