"""Asks for the note of one capture, or of several."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui import theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.question import ask

LONGEST = 10_000
"""Characters of a note that are kept."""


class NoteDialog(QDialog):
    """`given` carries the note; an empty one takes the note away. Ctrl+Enter keeps it."""

    given = Signal(str)

    def __init__(self, count: int, note: str = "", parent: QWidget | None = None) -> None:
        """For so many captures; `note` is what stands there now, where it is one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.plural("Note", "Note for %Ln captures", count))
        self.setMinimumWidth(theme.px(460))
        self.field = QPlainTextEdit(note, self)
        self.field.setProperty("field", True)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("What you want to remember about it"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(theme.px(120))
        self.field.installEventFilter(self)
        self._before = self.field.toPlainText()
        self.field.selectAll()
        remark = self.tr("Found with has:note. Empty takes the note away.")
        if count > 1:
            remark = self.tr("It takes the place of the notes they have; empty takes them away.")
        buttons = QDialogButtonBox(self)
        keep = buttons.addButton(self.tr("Keep note"), QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_role(keep, "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        for part in (self.field, PlainLabel(remark, self, role="muted"), buttons):
            column.addWidget(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep()
                return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Close; asks first where something was changed."""
        if self.field.toPlainText() == self._before:
            self.done(QDialog.DialogCode.Rejected)
            return
        ask(
            self,
            text=self.tr("Discard the note?"),
            more=self.tr("What you wrote is not kept."),
            yes=self.tr("Discard"),
            agreed=lambda: self.done(QDialog.DialogCode.Rejected),
        )

    def _keep(self) -> None:
        self.accept()
        self.given.emit(self.field.toPlainText().strip()[:LONGEST])
