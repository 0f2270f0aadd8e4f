"""The first capture of an empty list opens by itself, and where a secret is missing the keyboard waits in its field."""

from PySide6.QtCore import QModelIndex, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from inspector.gui.controllers.listing import Listing
from inspector.gui.controllers.selection import Selection
from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.detail.pane import DetailPane


class FirstArrival(QObject):
    """So that from a first arrival to its verdict it takes two actions: paste and Enter."""

    def __init__(self, *, table: CapturesTable, listing: Listing, selection: Selection, detail: DetailPane) -> None:
        super().__init__(table)
        self._table = table
        self._listing = listing
        self._selection = selection
        self._detail = detail
        self._opens = False
        table.captures.rowsInserted.connect(self._inserted)
        selection.changed.connect(self._shown)

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if first == 0 and last + 1 == self._table.captures.rowCount() and not self._listing.text:
            # After all others who hear of new rows.
            QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        model = self._table.captures
        if model.rowCount() and not self._selection.ids():
            self._opens = True
            self._table.select_id(model.id_at(model.rowCount() - 1))

    def _shown(self) -> None:
        if not self._opens or self._selection.shown is None:
            return
        self._opens = False
        if self._selection.shown.judgement.verdict.status == "no-secret" and not writes():
            self._detail.pages.signature.focus_secret()


def writes() -> bool:
    """Whether somebody is writing: what they type must not end up in another field."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit | QPlainTextEdit) and not focus.isReadOnly() and has_text(focus)


def has_text(field: QLineEdit | QPlainTextEdit) -> bool:
    """Whether anything stands in a field."""
    return bool(field.text() if isinstance(field, QLineEdit) else field.toPlainText())
