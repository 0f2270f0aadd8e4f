"""A question before something that cannot be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget

from inspector.gui import plain, theme

EDGE = 20
"""Pixels around what is said."""

WIDTH = 420
"""Pixels, at text of 13, of the words; a box left alone is as narrow as its shortest text and breaks the other."""


class Question(QMessageBox):
    """A box whose safe answer is the default; Esc is no.

    Its signal is connected to a method, and what is to be done is let go of with the answer: a function that holds a
    widget around the box would outlive it by a moment, and then PySide 6.11 reads freed memory.
    """

    def __init__(self, parent: QWidget, *, text: str, more: str, yes: str, no: str, agreed: Callable[[], None]) -> None:
        super().__init__(parent)
        self._agreed: Callable[[], None] | None = agreed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(plain.block(text))
        self.setInformativeText(plain.block(more))
        # The box sets its own size whenever it is shown; only what is in it can make it wider.
        for label in self.findChildren(QLabel, "qt_msgbox_label"):
            label.setMinimumWidth(theme.px(WIDTH))
        # The box keeps room for an icon on its left only.
        if (layout := self.layout()) is not None:
            edge = theme.px(EDGE)
            layout.setContentsMargins(0, edge, edge, edge)
        self._yes = self.addButton(plain.action(yes), QMessageBox.ButtonRole.AcceptRole)
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        if no:
            cancel.setText(plain.action(no))
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
        self.buttonClicked.connect(self._answered)

    def done(self, result: int) -> None:
        """Closed in whichever way."""
        super().done(result)
        self._agreed = None

    def _answered(self, button: QAbstractButton) -> None:
        agreed, self._agreed = self._agreed, None
        if button is self._yes and agreed is not None:
            agreed()


def ask(parent: QWidget, *, text: str, more: str, yes: str, agreed: Callable[[], None], no: str = "") -> QMessageBox:
    """Open a question; `no` is Cancel where it is empty. Returns the box, which is open already."""
    box = Question(parent, text=text, more=more, yes=yes, no=no, agreed=agreed)
    box.open()
    return box
