"""A question before something that cannot be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from inspector.gui import plain


def ask(parent: QWidget, *, text: str, more: str, yes: str, agreed: Callable[[], None]) -> QMessageBox:
    """Open a question whose safe answer is the default; Esc is no. Returns the box, which is open already."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(plain.block(text))
    box.setInformativeText(plain.block(more))
    accept = box.addButton(plain.action(yes), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.buttonClicked.connect(lambda button: agreed() if button is accept else None)
    box.open()
    return box
