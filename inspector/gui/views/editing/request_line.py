"""The first line of what is sent: method, target, path, and Send."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from inspector.core.errors import UsageError
from inspector.core.secret_query import hide_query
from inspector.dispatch.targets import parse, target_url
from inspector.gui import plain, theme
from inspector.gui.views.editing.field_lines import shown, written
from inspector.gui.views.editing.offer_field import OfferField

METHODS = ("POST", "PUT", "PATCH", "DELETE", "GET", "HEAD", "OPTIONS")
STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why a field loses the keyboard for a moment only: its text, selection and undo stay."""


class RequestLine(QWidget):
    """The path is that of the capture until it is edited; a target with a path of its own takes its place."""

    changed = Signal()
    send_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = b""
        self._path = ""
        self._edits = False
        self.method = OfferField(self.tr("Method"))
        self.method.addItems(METHODS)
        self.method.setFixedWidth(theme.px(104))
        self.target = OfferField(self.tr("Target"))
        self.target.setMinimumWidth(theme.px(220))
        field = self.target.lineEdit()
        assert field is not None
        field.setPlaceholderText(self.tr("Name a target"))
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("Path"))
        self.path.setFont(theme.mono_font())
        self.path.installEventFilter(self)
        self.send = QPushButton(self.tr("Send"))
        self.send.setAutoDefault(False)
        self.send.setToolTip(plain.tooltip(self.tr("Send (Ctrl+Enter)")))
        theme.set_role(self.send, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(6))
        parts = (self.method, self.target, self.path, self.send)
        for part in parts:
            row.addWidget(part, int(part is self.path))
            part.ensurePolished()
        for part in parts:
            part.setFixedHeight(max(one.sizeHint().height() for one in parts))
        self.method.editTextChanged.connect(self.changed)
        self.target.editTextChanged.connect(self._target_edited)
        self.path.textEdited.connect(self._path_edited)
        self.send.clicked.connect(self.send_wanted)

    def show_request(self, method: str, path: bytes) -> None:
        """Edit another method and path."""
        self._given, self._path = path, shown(path)
        self.method.setEditText(plain.line(method))
        self._show_path()
        self.changed.emit()

    def show_target(self, target: str, recent: Sequence[str]) -> None:
        """Offer the named target and those used before."""
        self.target.clear()
        self.target.addItems([plain.line(one) for one in dict.fromkeys(filter(None, (target, *recent)))])
        self.target.setEditText(target)
        self._show_path()

    def target_text(self) -> str:
        """The target as it was written."""
        return self.target.currentText().strip()

    def method_text(self) -> str:
        """The method as it was written."""
        return self.method.currentText().strip()

    def path_bytes(self) -> bytes:
        """The path and query to ask for; the captured bytes while nobody edited them."""
        return written(self._path, self._given)

    def show_busy(self, busy: bool) -> None:
        """Whether something is on its way."""
        self.send.setEnabled(not busy)
        self.send.setText(self.tr("Sending…") if busy else self.tr("Send"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A secret in the query is shown while the path is being edited."""
        if isinstance(event, QFocusEvent) and event.reason() not in STAYS:
            self._edits = event.gotFocus()
            if hide_query(self._path) != self._path:
                self._show_path()
        return super().eventFilter(watched, event)

    def _target_edited(self) -> None:
        self._show_path()
        self.changed.emit()

    def _path_edited(self, text: str) -> None:
        self._path = text
        self.changed.emit()

    def _show_path(self) -> None:
        own = path_of(self.target_text())
        self.path.setEnabled(not own)
        self.path.setToolTip(plain.tooltip(self.tr("The target names the path.") if own else ""))
        text = plain.line(own) or (self._path if self._edits else hide_query(self._path))
        if self.path.text() != text:
            self.path.setText(text)
            self.path.setCursorPosition(0)


def path_of(target: str) -> str:
    """The path and query that a target names by itself; empty where the captured path is kept."""
    try:
        return parse(target_url(target, "")).rest
    except UsageError:
        return ""
