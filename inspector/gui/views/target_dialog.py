"""Asks where captures are to be sent."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from inspector.core.errors import UsageError
from inspector.dispatch.targets import target_url
from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel
from inspector.gui.sending import AS_RECEIVED, How


class TargetDialog(QDialog):
    """A field and the targets used before; what cannot be read as a target is said at once."""

    given = Signal(str)

    def __init__(
        self, target: str, recent: Sequence[str], parent: QWidget | None = None, *, how: How = AS_RECEIVED
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Resend to"))
        self.setMinimumWidth(theme.px(420))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(PlainLabel(self._said(how), self))
        self.field = QLineEdit(target, self)
        self.field.setFont(theme.mono_font())
        self.field.setPlaceholderText("localhost:3000")
        self.field.setAccessibleName(self.tr("Target"))
        self.field.selectAll()
        column.addWidget(self.field)
        self._remark = PlainLabel(self.tr("Without a path, the captured path and query are kept."), self, role="muted")
        self._remark.setWordWrap(True)
        column.addWidget(self._remark)
        for one in recent:
            if one != target:
                button = QToolButton(self)
                button.setProperty("role", "link")
                button.setText(plain.action(one))
                button.clicked.connect(lambda _=False, one=one: self.field.setText(one))
                column.addWidget(button)
        buttons = QDialogButtonBox(self)
        send = buttons.addButton(self.tr("Send"), QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_role(send, "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _said(self, how: How) -> str:
        if how.broken is not None:
            return self.tr("Send, broken on purpose, to")
        if how.as_ == "signed":
            return self.tr("Send, signed now, to")
        return self.tr("Send, exactly as received, to")

    def _send(self) -> None:
        try:
            target_url(self.field.text(), "/")
        except UsageError as error:
            self._remark.show_text(str(error))
            theme.set_role(self._remark, "invalid")
            return
        self.accept()
        self.given.emit(self.field.text().strip())
