"""Our own bugs: logged with their traceback, and told in one sentence; the window goes on."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class Trouble(QObject):
    """`failed` comes on the window's thread after something was logged as an error, from whichever thread."""

    failed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listener = _Listener(self)

    def start(self) -> None:
        """Watch the log, and put exceptions that nobody caught into it."""
        logging.getLogger().addHandler(self._listener)
        sys.excepthook = log_uncaught

    def stop(self) -> None:
        """Watch no more."""
        logging.getLogger().removeHandler(self._listener)
        sys.excepthook = sys.__excepthook__


class _Listener(logging.Handler):
    """Tells of records at ERROR and above."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(logging.ERROR)
        self._trouble = trouble
        self._telling = threading.local()

    def emit(self, record: logging.LogRecord) -> None:
        if not getattr(self._telling, "now", False):
            self._telling.now = True
            self._trouble.failed.emit()
            self._telling.now = False


def log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an exception that left a slot."""
    log.error("Uncaught in the window", exc_info=(kind, error, trace))
