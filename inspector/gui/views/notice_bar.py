"""Messages above the list, with what to do about them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui import plain, theme
from inspector.gui.icons import IconButton
from inspector.gui.plain import PlainLabel

Kind = Literal["told", "done", "warns", "failed"]
GROUNDS: dict[Kind, tuple[str, str]] = {
    "told": ("neutral", "neutralbg"),
    "done": ("valid", "validbg"),
    "warns": ("warn", "warnbg"),
    "failed": ("invalid", "invalidbg"),
}
Action = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""
MOST_LINES = 4
"""Lines of a message that are shown: what a sender or a target wrote must not push the list off the window."""
MOST = 3
"""Messages that stand at once; the oldest that may be closed makes room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A message. One with the key of another takes its place; one with a time goes by itself."""

    text: str
    kind: Kind = "told"
    key: str = ""
    actions: tuple[Action, ...] = ()
    seconds: float | None = None
    closable: bool = True


class ActionButton(QPushButton):
    """Does one thing, then says that it did."""

    acted = Signal()

    def __init__(self, action: Action, parent: QWidget) -> None:
        super().__init__(plain.action(action[0]), parent)
        self._act = action[1]
        self.clicked.connect(self._do)

    def _do(self) -> None:
        self.acted.emit()
        self._act()


class NoticeRow(QFrame):
    """One message: a coloured edge, the words, the buttons, and a cross. `over` asks for it to be taken away.

    Its signals are connected to methods alone: a function that holds the row would outlive it by a moment, and then
    PySide 6.11 reads freed memory.
    """

    over = Signal(object)

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(5))
        row.setSpacing(theme.px(8))
        words = PlainLabel("\n".join(notice.text.splitlines()[:MOST_LINES]), self)
        words.setWordWrap(True)
        # A word of 10,000 letters must not make the window as wide.
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(words, 1)
        for action in notice.actions:
            button = ActionButton(action, self)
            row.addWidget(button)
            if notice.closable:
                button.acted.connect(self._end)
        if notice.closable:
            cross = IconButton("close", self.tr("Close this message"), self)
            cross.clicked.connect(self._end)
            row.addWidget(cross)
        self._time = QTimer(self, singleShot=True)
        self._time.timeout.connect(self._end)
        if notice.seconds is not None:
            self._time.start(round(notice.seconds * 1000))
        self.setAccessibleName(plain.line(notice.text))
        theme.THEME.changed.connect(self._dress)
        self._dress()

    def _end(self) -> None:
        self.over.emit(self)

    def _dress(self) -> None:
        ink, ground = (getattr(theme.tokens(), name).name() for name in GROUNDS[self.notice.kind])
        self.setStyleSheet(
            f"NoticeRow {{ background: {ground}; border: none; border-left: {theme.px(3)}px solid {ink}; }}"
        )


class NoticeBar(QWidget):
    """The messages that stand now; takes no room while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NoticeRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.setAccessibleName(self.tr("Messages"))
        self.hide()

    def post(self, notice: Notice) -> None:
        """Show a message; the same one again stays as it is, with what can be done about it."""
        if notice.key:
            standing = next((row for row in self._rows if row.notice.key == notice.key), None)
            if standing is not None and standing.notice.text == notice.text and standing.notice.seconds is None:
                return
            self.withdraw(notice.key)
        elif any(row.notice.text == notice.text and row.notice.seconds is None for row in self._rows):
            return
        row = NoticeRow(notice, self)
        row.over.connect(self._remove)
        self._rows.append(row)
        self._column.addWidget(row)
        self.show()
        closable = [one for one in self._rows if one.notice.closable]
        if len(self._rows) > MOST and closable:
            self._remove(closable[0])

    def withdraw(self, key: str) -> None:
        """Take away the message of a key, where it still stands."""
        for row in [row for row in self._rows if row.notice.key == key]:
            self._remove(row)

    def notices(self) -> tuple[Notice, ...]:
        """What stands now, oldest first."""
        return tuple(row.notice for row in self._rows)

    def _remove(self, row: NoticeRow) -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            self.setVisible(bool(self._rows))
