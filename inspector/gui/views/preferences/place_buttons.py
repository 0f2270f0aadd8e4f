"""What can be done about the places where secrets lie: unlock them, or change the passphrase of the file."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector.core.secret import NOWHERE, Keeping
from inspector.gui import theme


class PlaceButtons(QWidget):
    """A button for each thing that can be done now; nothing where there is none."""

    wanted = Signal(str)
    """`keyring`, `file` or `passphrase`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keyring = self._button(self.tr("Unlock the keyring…"), "keyring")
        self.file = self._button("", "file")
        self.passphrase = self._button(self.tr("Change the passphrase…"), "passphrase")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        for button in (self.keyring, self.file, self.passphrase):
            row.addWidget(button)
        row.addStretch(1)
        self.show_keeping(NOWHERE)

    def show_keeping(self, keeping: Keeping) -> None:
        """Show what can be done about these places."""
        begins = self.tr("Keep secrets in a file with a passphrase…")
        self.file.setText(self.tr("Unlock the encrypted file…") if keeping.file == "locked" else begins)
        shown = {
            self.keyring: keeping.keyring == "locked",
            self.file: keeping.file == "locked" or (keeping.file == "none" and keeping.keyring == "none"),
            self.passphrase: keeping.file == "open",
        }
        for button, is_shown in shown.items():
            button.setVisible(is_shown)
        self.setVisible(any(shown.values()))

    def _button(self, text: str, what: str) -> QToolButton:
        button = QToolButton(self)
        theme.set_role(button, "link")
        button.setText(text)
        button.clicked.connect(partial(self.wanted.emit, what))
        return button
