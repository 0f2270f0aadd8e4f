"""Work that takes long: what it is, how far it is, and Cancel. One place in the window for all of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel

SLOW = 500
"""Milliseconds after which work is shown: what is done sooner never flickers by."""
FINE = 1000
"""Steps of the bar."""


class Job(QFrame):
    """One piece of work; hidden for its first half second. Its signals are connected to methods alone."""

    over = Signal(object)
    appeared = Signal()

    def __init__(self, text: str, cancel: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._cancel = cancel
        self._ended = False
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(15), theme.px(5), theme.px(8), theme.px(5))
        row.setSpacing(theme.px(12))
        self.words = PlainLabel("", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(6))
        self.bar.setRange(0, 0)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.clicked.connect(self._stop)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.stop)
        self.tell(text)
        theme.THEME.changed.connect(self._dress)
        self._dress()
        self.hide()
        self._wait = QTimer(self, singleShot=True, interval=SLOW)
        self._wait.timeout.connect(self._appear)
        self._wait.start()

    def tell(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say how far it is; with no total only that it goes on."""
        self.words.show_text(text)
        self.setAccessibleName(plain.line(text))
        self.bar.setAccessibleName(plain.line(text))
        self.bar.setRange(0, FINE if total else 0)
        if total:
            self.bar.setValue(min(FINE, FINE * done // total))

    def end(self) -> None:
        """It is done, or was given up, perhaps because the window went."""
        if not self._ended and isValid(self):
            self._ended = True
            self._wait.stop()
            self.over.emit(self)

    def _appear(self) -> None:
        self.show()
        self.appeared.emit()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop.setText(self.tr("Stopping…"))
        self._cancel()

    def _dress(self) -> None:
        tokens = theme.tokens()
        radius = theme.px(3)
        self.setStyleSheet(
            f"Job {{ background: {tokens.surface.name()}; border: none; border-left: {radius}px solid"
            f" {tokens.accent.name()}; }}"
            f"QProgressBar {{ background: {tokens.border.name()}; border: none; border-radius: {radius}px; }}"
            f"QProgressBar::chunk {{ background: {tokens.accent.name()}; border-radius: {radius}px; }}"
        )


class ProgressArea(QWidget):
    """What is under way; takes no room while that is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.setAccessibleName(self.tr("Under way"))
        self.hide()

    def begin(self, text: str, cancel: Callable[[], None]) -> Job:
        """Work begins; `cancel` is called once when the user no longer wants it, and ends it soon."""
        job = Job(text, cancel, self)
        job.over.connect(self._remove)
        job.appeared.connect(self.show)
        self._jobs.append(job)
        self._column.addWidget(job)
        return job

    def jobs(self) -> tuple[Job, ...]:
        """What is shown now, the first one on top."""
        return tuple(job for job in self._jobs if not job.isHidden())

    def _remove(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            self._column.removeWidget(job)
            job.hide()
            job.deleteLater()
            self.setVisible(bool(self.jobs()))
