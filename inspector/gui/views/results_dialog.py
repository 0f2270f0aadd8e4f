"""What came of captures that were sent together; it stands beside the window, which stays usable."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.gui import theme, words
from inspector.gui.models.results_model import ResultsModel
from inspector.gui.plain import PlainLabel
from inspector.gui.row_style import row_height
from inspector.gui.sending import AS_RECEIVED, Sending
from inspector.gui.views.detail.labels import hairline

WIDTHS = (80, 190, 240, 62, 76)
"""Pixels of the columns at text of 13; the last one takes the rest."""


class ResultsDialog(QDialog):
    """A table; a row that is chosen shows its capture in the window."""

    capture_wanted = Signal(int)
    again_wanted = Signal(object)
    """Ids, oldest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("What came of it"))
        self.model = ResultsModel()
        self._failed: tuple[int, ...] = ()
        self.words = PlainLabel("", self)
        self.words.setFont(theme.text_font(1.12, bold=True))
        self.only_failed = QPushButton(self.tr("Only the failed"), self)
        self.only_failed.setCheckable(True)
        self.only_failed.toggled.connect(self.model.show_only_failed)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self._set_up_table()
        self.copy = QPushButton(self.tr("Copy as text"), self)
        self.copy.clicked.connect(self._copy)
        self.again = QPushButton(self.tr("Send the failed again"), self)
        theme.set_role(self.again, "primary")
        self.again.clicked.connect(self._send_again)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        self._lay_out(close)
        self.resize(theme.px(900), theme.px(440))

    def show_sending(self, sending: Sending) -> None:
        """Show how far a sending is, or how it ended: then what failed stands first."""
        self.words.show_text(sending.sentence())
        self.model.show(sending.results, failed_first=sending.ended)
        self._failed = sending.failed_ids()
        self.again.setEnabled(sending.ended and bool(self._failed))
        self.only_failed.setEnabled(bool(self._failed))
        if not self._failed:
            self.only_failed.setChecked(False)

    def _set_up_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Captures that were sent"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setProperty("padded", True)
        # A table as in the window, not a list in a box as in other dialogs.
        table.setStyleSheet("QTableView, QHeaderView { border: none; padding: 0; }")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for column, width in enumerate(WIDTHS):
            table.setColumnWidth(column, theme.px(width))
        table.selectionModel().currentRowChanged.connect(self._choose)

    def _lay_out(self, close: QPushButton) -> None:
        margin = theme.px(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        column.setSpacing(theme.px(10))
        top, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (top, buttons):
            row.setContentsMargins(margin, 0, margin, 0)
            row.setSpacing(theme.px(8))
        top.addWidget(self.words, 1)
        top.addWidget(self.only_failed)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.again)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addWidget(self.table, 1)
        column.addWidget(hairline())
        column.addLayout(buttons)

    def _choose(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid():
            self.capture_wanted.emit(self.model.result_at(current.row()).outcome.capture_id)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.text())
        self.words.show_text(words.plural("1 row copied.", "%Ln rows copied.", self.model.rowCount()))

    def _send_again(self) -> None:
        self.again.setEnabled(False)
        self.again_wanted.emit(self._failed)


class Results(QObject):
    """The one dialog with results; made when it is first wanted."""

    again_wanted = Signal(object, str, object)
    """Ids, oldest first, the target, and How."""

    def __init__(self, parent: QWidget, *, choose: Callable[[int], None]) -> None:
        super().__init__(parent)
        self._window = parent
        self._choose = choose
        self._target = ""
        self._how = AS_RECEIVED
        self.dialog: ResultsDialog | None = None

    def show(self, sending: Sending, wanted: bool) -> None:
        """Bring the dialog up to date where it is open; open it where that is wanted."""
        if self.dialog is None and wanted:
            self.dialog = ResultsDialog(self._window)
            self.dialog.capture_wanted.connect(self._choose)
            self.dialog.again_wanted.connect(self._send_again)
        if self.dialog is not None and (wanted or self.dialog.isVisible()):
            self._target, self._how = sending.target, sending.how
            self.dialog.show_sending(sending)
            self.dialog.setVisible(True)

    def _send_again(self, ids: Sequence[int]) -> None:
        self.again_wanted.emit(ids, self._target, self._how)
