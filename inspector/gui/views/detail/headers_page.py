"""Headers: every field as it came; secrets hidden until they are shown on purpose."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QToolButton, QWidget

from inspector.core.capture import Capture
from inspector.core.headers import NO_HEADERS, Headers
from inspector.gui import theme
from inspector.gui.views.detail.headers_model import NAME, VALUE, HeadersModel
from inspector.gui.views.detail.masking import secret_headers

MOST_BUTTONS = 50
"""Hidden values that get a button; the others are shown with the Space key."""


class HeadersPage(QTableView):
    """A table; copy gives the values, with Space or the button a hidden one is shown."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = HeadersModel(self)
        self._buttons: dict[int, QToolButton] = {}
        self.setModel(self.fields)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Headers"))
        self.setProperty("padded", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.px(26))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)

    def show_capture(self, capture: Capture) -> None:
        """Show the fields and trailers of a request."""
        request = capture.request
        self.show_headers(request.headers, secret_headers(capture.judgement), request.trailers)

    def show_headers(
        self, headers: Headers, secret: frozenset[str] = frozenset(), trailers: Headers = NO_HEADERS
    ) -> None:
        """Show any fields."""
        self.fields.show_headers(headers, secret, trailers)
        self.setColumnWidth(NAME, min(theme.px(230), max(theme.px(90), self.sizeHintForColumn(NAME) + theme.px(12))))
        self._buttons = {}
        hidden = [row for row in range(self.fields.rowCount()) if self.fields.holds_secret(row)]
        for row in hidden[:MOST_BUTTONS]:
            self._add_button(row)

    def mark(self, name: str) -> bool:
        """Select the fields of that name and bring the first into sight; False where there is none."""
        rows = self.fields.rows_named(name)
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            self.selectionModel().select(self.fields.index(row, NAME), flags)
        if rows:
            self.selectionModel().setCurrentIndex(
                self.fields.index(rows[0], NAME), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.scrollTo(self.fields.index(rows[0], NAME))
        return bool(rows)

    def copy(self) -> None:
        """Put the values of the selected rows on the clipboard, as shown."""
        self._copy([self.fields.value(row) for row in self._selected()])

    def copy_lines(self) -> None:
        """Put the selected fields on the clipboard as `Name: value`, as shown."""
        self._copy([self.fields.line(row) for row in self._selected()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; Space shows and hides a secret."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Space and any(self.fields.holds_secret(row) for row in self._selected()):
            for row in self._selected():
                if self.fields.holds_secret(row):
                    self._turn(row)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy in two ways."""
        if self._selected():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Copy value"), self.copy)
            menu.addAction(self.tr("Copy name and value"), self.copy_lines)
            menu.popup(event.globalPos())

    def _selected(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def _copy(self, texts: list[str]) -> None:
        if texts:
            text = "\n".join(texts)
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)

    def _add_button(self, row: int) -> None:
        button = QToolButton()
        button.setProperty("role", "link")
        button.setText(self.tr("Show"))
        button.setAccessibleName(
            self.tr("Show the value of %1").replace("%1", self.fields.data(self.fields.index(row, NAME)))
        )
        button.clicked.connect(lambda: self._turn(row))
        holder = QWidget()
        button.setParent(holder)
        button.adjustSize()
        button.move(theme.px(90), max(0, (theme.px(26) - button.height()) // 2))
        self._buttons[row] = button
        self.setIndexWidget(self.fields.index(row, VALUE), holder)

    def _turn(self, row: int) -> None:
        self.fields.turn(row)
        button = self._buttons.get(row)
        if button is not None:
            button.setText(self.tr("Show") if self.fields.hidden(row) else self.tr("Hide"))
            button.adjustSize()
            wide = self.fontMetrics().horizontalAdvance("M") * (len(self.fields.value(row)) + 2)
            room = self.columnWidth(VALUE) - button.width() - theme.px(8)
            button.move(max(theme.px(90), min(wide, room)), button.y())
