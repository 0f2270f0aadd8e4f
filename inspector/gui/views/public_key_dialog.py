"""The public key that samples of a provider are checked with, to be copied into the app under test."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel


class PublicKeyDialog(QDialog):
    """A text and a button that copies it."""

    def __init__(self, provider: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Public key"))
        self.resize(theme.px(620), theme.px(380))
        said = self.tr(
            "Samples of %1 are signed with a key pair of this machine. Give its public half to the app under test."
        )
        about = PlainLabel(said.replace("%1", plain.line(provider)), self)
        about.setWordWrap(True)
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setProperty("field", True)
        self.text.setFont(theme.mono_font())
        self.text.setAccessibleName(self.tr("Public key"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        theme.set_role(self.copy, "primary")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(about)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
