"""The filter: a field that marks what it cannot read, completes what it can, and shows how many match."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QListView, QWidget

from inspector.core.filter.completion import Suggestion, complete
from inspector.gui import theme
from inspector.gui.icons import icon
from inspector.gui.plain import PlainLabel

PAUSE = 150
"""Milliseconds without a key after which what is written is tried."""


class FilterBar(QLineEdit):
    """`wanted` comes a moment after the last key, and at once with Enter."""

    wanted = Signal(str)
    left = Signal()
    """Esc in an empty field, Enter or Down: the keyboard goes to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Mapping[str, Sequence[str]] = {}
        self._suggestions: tuple[Suggestion, ...] = ()
        self.setFont(theme.mono_font())
        self.setPlaceholderText(self.tr("Filter: words, or provider:stripe signature:invalid size>10kb"))
        self.setAccessibleName(self.tr("Filter"))
        self._glass = QLabel(self)
        self._count = PlainLabel("", self, role="muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.wanted.emit(self.text()))
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self)
        self._popup = QListView(self)
        self._popup.setProperty("popup", True)
        self._completer.setPopup(self._popup)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._popup.clicked.connect(lambda index: self.take(index.row()))
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self._entered)
        theme.THEME.changed.connect(self._draw)
        self._draw()

    def show_filter(self, text: str) -> None:
        """Show a filter that was chosen elsewhere; nothing is emitted."""
        if text != self.text():
            self._pause.stop()
            self.setText(text)

    def show_count(self, text: str) -> None:
        """Show how many match, in words or digits."""
        self._count.show_text(text)
        self._place_count()

    @property
    def count_text(self) -> str:
        """What stands there of how many match."""
        return self._count.text()

    def show_known(self, known: Mapping[str, Sequence[str]]) -> None:
        """Values that completion offers, by term."""
        self._known = known

    def mark(self, position: int | None) -> None:
        """Mark the place from which the filter cannot be read; None where all of it can."""
        wrong = position is not None
        if bool(self.property("invalid")) != wrong:
            self.setProperty("invalid", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
        marks = []
        if position is not None:
            format = QTextCharFormat()
            format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            format.setUnderlineColor(theme.tokens().invalid)
            format.setForeground(theme.tokens().invalid)
            start = min(position, max(0, len(self.text()) - 1)) - self.cursorPosition()
            kind = QInputMethodEvent.AttributeType.TextFormat
            marks = [QInputMethodEvent.Attribute(kind, start, len(self.text()), format)]
        # A line edit has no marks of its own; those of an input method are drawn over its text.
        self.inputMethodEvent(QInputMethodEvent("", marks))

    def offered(self) -> list[str]:
        """What completion offers now, with what each means."""
        return self._offered.stringList()

    @property
    def is_completing(self) -> bool:
        """Whether suggestions for the place of the cursor are shown."""
        return self._popup.isVisible()

    def take(self, place: int) -> None:
        """Put a suggestion in the place of what was begun."""
        one = self._suggestions[place]
        self.setText(self.text()[: one.start] + one.text + self.text()[one.end :])
        self.setCursorPosition(one.start + len(one.text))
        self._edited()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            popup.hide()
            if event.key() == Qt.Key.Key_Escape:
                return
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._now()
            else:
                self.left.emit()
            return
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_count()

    def _edited(self) -> None:
        self._pause.start()
        self._offer()

    def _entered(self) -> None:
        self._now()
        self.left.emit()

    def _now(self) -> None:
        self._pause.stop()
        self.wanted.emit(self.text())

    def _offer(self) -> None:
        written = self.text()[: self.cursorPosition()]
        last = written.rpartition(" ")[2].lstrip("(-")
        self._suggestions = complete(self.text(), self.cursorPosition(), self._known) if last else ()
        # Values of one term mean the same; only names of terms are explained.
        explained = len({one.meaning for one in self._suggestions}) > 1
        lines = [f"{one.text}   {one.meaning}" if explained else one.text for one in self._suggestions]
        self._offered.setStringList(lines)
        if self._suggestions:
            self._popup.setFont(self.font())
            self._completer.complete(self.rect().adjusted(0, 0, 0, theme.px(4)))
        else:
            self._popup.hide()

    def _place_count(self) -> None:
        width = self._count.sizeHint().width() if self._count.text() else 0
        edge = theme.px(10)
        self._count.setGeometry(self.width() - width - edge, 0, width, self.height())
        side = theme.px(15)
        self._glass.setGeometry(edge, (self.height() - side) // 2, side, side)
        self.setTextMargins(side + theme.px(6), 0, width + edge if width else 0, 0)

    def _draw(self) -> None:
        self._glass.setPixmap(icon("search").pixmap(theme.px(15), theme.px(15)))
