"""The list with what stands over it: the pill that says what is new, and a page for when a filter hides all."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector.gui import theme, words
from inspector.gui.models.columns import COLUMNS
from inspector.gui.plain import PlainLabel
from inspector.gui.views.captures_table import CapturesTable

EVENT = next(place for place, column in enumerate(COLUMNS) if column.name == "event")


class NothingMatches(QWidget):
    """A filter hides every capture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        self._words = PlainLabel("", self)
        self._words.setFont(theme.text_font(1.15, bold=True))
        self.clear = QPushButton(self.tr("Clear filter"), self)
        column.addStretch(1)
        for widget in (self._words, self.clear):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    @property
    def text(self) -> str:
        """What the page says."""
        return self._words.text()

    def show_total(self, total: int) -> None:
        """Say out of how many."""
        self._words.show_text(self.tr("0 of %1 match").replace("%1", words.counted(total)))


class ListArea(QStackedWidget):
    """The table, or the page that says that nothing matches."""

    clear_wanted = Signal()
    newest_wanted = Signal()

    def __init__(self, table: CapturesTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._nothing = NothingMatches(self)
        self._nothing.clear.clicked.connect(self.clear_wanted)
        self.addWidget(table)
        self.addWidget(self._nothing)
        self.pill = QPushButton(table)
        self.pill.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pill.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pill.hide()
        self.pill.clicked.connect(self.newest_wanted)
        self._frozen = False
        table.header.sectionResized.connect(self._place_pill)
        table.viewport().installEventFilter(self)
        theme.THEME.changed.connect(self._dress)
        self._dress()

    def show_new(self, count: int, *, frozen: bool) -> None:
        """Say how many arrived above what is looked at, and whether the list is held."""
        self._frozen = frozen
        if frozen:
            text = self.tr("Frozen")
            if count:
                text += " · " + words.plural("1 new", "%Ln new", count)
        else:
            text = words.plural("1 new", "%Ln new", count) + " ↑"
        self._show_pill(text, shown=frozen or count > 0)

    def show_waiting(self, count: int) -> None:
        """Say how many arrived that a sorted list does not hold yet."""
        self._frozen = False
        text = words.plural("1 new", "%Ln new", count) + " · " + self.tr("sort again")
        self._show_pill(text, shown=count > 0)

    def show_nothing_matches(self, total: int | None) -> None:
        """Show the page for a filter that hides `total` captures; None shows the table."""
        if total is None:
            self.setCurrentWidget(self.table)
        else:
            self._nothing.show_total(total)
            self.setCurrentWidget(self._nothing)

    @property
    def hidden_text(self) -> str:
        """What the page says that stands in place of the table; empty where the table stands."""
        return "" if self.currentWidget() is self.table else self._nothing.text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_pill()
        return super().eventFilter(watched, event)

    def _show_pill(self, text: str, *, shown: bool) -> None:
        self.pill.setText(text)
        self.pill.setAccessibleName(text)
        self.pill.setVisible(shown)
        self._place_pill()

    def _place_pill(self) -> None:
        self.pill.adjustSize()
        viewport, header = self.table.viewport(), self.table.header
        if self._frozen:
            # It stays as long as the reader likes, so it hides no row: it stands behind the name of the widest column.
            end = min(header.sectionViewportPosition(EVENT) + header.sectionSize(EVENT), viewport.width())
            x, y = end - self.pill.width() - theme.px(8), header.y() + (header.height() - self.pill.height()) // 2
        else:
            x, y = (viewport.width() - self.pill.width()) // 2, viewport.y() + theme.px(6)
        self.pill.move(max(0, x), y)
        self.pill.raise_()

    def _dress(self) -> None:
        tokens = theme.tokens()
        self.pill.setStyleSheet(
            f"QPushButton {{ background: {tokens.accent.name()}; color: {tokens.onaccent.name()}; border: none;"
            f" border-radius: {theme.px(11)}px; padding: 0 {theme.px(13)}px; min-height: {theme.px(22)}px; }}"
        )
