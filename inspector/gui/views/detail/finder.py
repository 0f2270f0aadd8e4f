"""Looks for text in rows, in slices, so that a search through a large body holds nothing up; and the bar for it."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from inspector.gui import theme
from inspector.gui.icons import IconButton
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.text_view import TextView

SLICE = 0.004


class FindBar(QWidget):
    """A field, previous, next, close; finds in one text view."""

    closed = Signal()

    def __init__(self, view: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._search: Iterator[tuple[int, int] | None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._search_on)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the body"))
        self.field.setAccessibleName(self.tr("Find in the body"))
        self.field.textEdited.connect(lambda _: self.find_next(again=True))
        self.field.returnPressed.connect(self.find_next)
        self._says = PlainLabel(role="muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.field, 1)
        layout.addWidget(self._says)
        for icon, says, slot in (
            ("previous", self.tr("Previous (Shift+F3)"), self.find_previous),
            ("down", self.tr("Next (F3)"), self.find_next),
            ("close", self.tr("Close (Esc)"), self.close_bar),
        ):
            button = IconButton(icon, says)
            button.clicked.connect(lambda _=False, act=slot: act())
            layout.addWidget(button)
        self.setVisible(False)

    def open(self) -> None:
        """Show the bar and take what is typed."""
        self.setVisible(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; what was found stays selected."""
        self._stop("")
        self.setVisible(False)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def find_next(self, *, again: bool = False, backwards: bool = False) -> None:
        """Go to the next place; `again` also takes the one that is selected already."""
        needle, lines = self.field.text(), self._view.lines
        if not needle or lines is None:
            self._stop("")
            return
        start = self._view.selection.start
        column = start.column - 1 if again or (self._view.selection.empty and not backwards) else start.column
        self._search = lines.search(needle, start.row, column, backwards=backwards)
        self._says.show_text(self.tr("Looking…"))
        self._timer.start()
        self._search_on()

    def find_previous(self) -> None:
        """Go to the place before."""
        self.find_next(backwards=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() == Qt.Key.Key_F3:
            self.find_next(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _search_on(self) -> None:
        until = perf_counter() + SLICE
        while self._search is not None and perf_counter() < until:
            place = next(self._search, "none")
            if place == "none":
                self._stop(self.tr("Not found"))
                theme.set_role(self._says, "invalid")
            elif isinstance(place, tuple):
                self._stop("")
                self._view.go_to(place[0], place[1], len(self.field.text()))

    def _stop(self, says: str) -> None:
        self._timer.stop()
        self._search = None
        theme.set_role(self._says, "muted")
        self._says.show_text(says)
