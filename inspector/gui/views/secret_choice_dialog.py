"""Asks with which of several secrets captures are signed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel

ROWS = 6
"""Secrets that are seen at once."""


class SecretChoiceDialog(QDialog):
    """A list of names; `given` carries the one that was chosen."""

    given = Signal(str)

    def __init__(
        self, provider: str, names: Sequence[tuple[str, str]], chosen: str, parent: QWidget | None = None
    ) -> None:
        """`names` are the secrets' names, each with what is said of it; `chosen` is the one to begin with."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sign with"))
        self.setMinimumWidth(theme.px(380))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        said = self.tr("Which secret of %1 signs it?").replace("%1", plain.line(provider))
        column.addWidget(PlainLabel(said, self))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Secrets"))
        for name, remark in names:
            item = QListWidgetItem(plain.line(f"“{name}”" + (f"  ·  {remark}" if remark else "")))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
            if name == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setFixedHeight(theme.px(30) * min(ROWS, max(2, len(names))) + theme.px(8))
        self.list.itemActivated.connect(self._give)
        column.addWidget(self.list)
        buttons = QDialogButtonBox(self)
        send = buttons.addButton(self.tr("Sign and send"), QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_role(send, "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.list.setFocus()

    def _give(self) -> None:
        item = self.list.currentItem()
        if self.list.currentRow() < 0 or not self.isVisible():
            return
        self.accept()
        self.given.emit(str(item.data(Qt.ItemDataRole.UserRole)))
