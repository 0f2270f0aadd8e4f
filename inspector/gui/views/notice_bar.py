"""Messages above the list, with what to do about them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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


class NoticeRow(QFrame):
    """One message: a coloured edge, the words, the buttons, and a cross."""

    def __init__(self, notice: Notice, close: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(5))
        row.setSpacing(theme.px(8))
        self._words = PlainLabel(notice.text, self)
        self._words.setWordWrap(True)
        row.addWidget(self._words, 1)
        for text, act in notice.actions:
            button = QPushButton(plain.action(text), self)
            button.clicked.connect(lambda _=False, act=act: self._act(act, close))
            row.addWidget(button)
        if notice.closable:
            cross = IconButton("close", self.tr("Close this message"), self)
            cross.clicked.connect(close)
            row.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(plain.line(notice.text))
        theme.THEME.changed.connect(self._dress)
        self._dress()

    def _act(self, act: Callable[[], None], close: Callable[[], None]) -> None:
        if self.notice.closable:
            close()
        act()

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
        """Show a message; the same one again stays as it is."""
        if notice.key:
            standing = next((row for row in self._rows if row.notice.key == notice.key), None)
            if standing is not None and standing.notice.text == notice.text and standing.notice.seconds is None:
                return
            self.withdraw(notice.key)
        row = NoticeRow(notice, lambda: self._remove(row), self)
        self._rows.append(row)
        self._column.addWidget(row)
        self.show()
        if notice.seconds is not None:
            QTimer.singleShot(round(notice.seconds * 1000), row, lambda: self._remove(row))
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
