"""Says what arrived to those who hear the window: politely, and not more often than one can listen to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from inspector.gui import words

PAUSE = 3_000
"""Milliseconds between two announcements."""

Speak = Callable[[QObject, str], None]


def speak(about: QObject, text: str) -> None:
    """Have a screen reader say something when it is done with what it is saying."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, text))


class Announcing(QObject):
    """The first of many arrivals is said at once, the rest together."""

    def __init__(self, about: QObject, speak: Speak = speak) -> None:
        super().__init__(about)
        self._about = about
        self._speak = speak
        self._waiting = 0
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._say)

    def captured(self, count: int) -> None:
        """So many arrived."""
        self._waiting += count
        if not self._rest.isActive():
            self._say()

    def _say(self) -> None:
        if self._waiting:
            text = words.plural("1 new capture", "%Ln new captures", self._waiting)
            self._waiting = 0
            self._speak(self._about, text)
            self._rest.start()
