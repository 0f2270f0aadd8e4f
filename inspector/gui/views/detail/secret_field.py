"""The field for a signing secret: paste, Enter, and the verdict is there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from inspector.gui import theme
from inspector.gui.faces import Face
from inspector.gui.views.secret_source import SourceButton, is_elsewhere, is_whole
from inspector.providers.public_values import is_public


class SecretField(QWidget):
    """A value, Check, and a menu for values that live elsewhere. Signals the value as typed."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(64 * 1024)
        self.field.setMinimumWidth(theme.px(160))
        self.field.setMaximumWidth(theme.px(345))
        self.field.setFont(theme.mono_font())
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._give)
        self.check = QPushButton(self.tr("Check"))
        self.check.setProperty("role", "primary")
        self.check.clicked.connect(self._give)
        self.elsewhere = SourceButton()
        self.elsewhere.chosen.connect(self._begin)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(3), 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.check)
        row.addWidget(self.elsewhere)
        row.addStretch(0)
        self._typed("")

    def show_face(self, face: Face) -> None:
        """Ask for the secret of another provider; what was typed for one before is forgotten."""
        self.field.clear()
        self.field.setPlaceholderText(face.secret_hint or self.tr("Secret"))
        self.field.setAccessibleName(self.tr("%1 of %2").replace("%1", face.secret_words).replace("%2", face.label))

    def show_busy(self, busy: bool) -> None:
        """While a secret is being checked nothing else can be given.

        The field keeps the keyboard and takes what is typed: a letter must not become a key of the window.
        """
        self._busy = busy
        if busy and self.check.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed(self.field.text())
        self.check.setText(self.tr("Checking…") if busy else self.tr("Check"))

    def _typed(self, text: str) -> None:
        shown = is_elsewhere(text) or is_public(text)
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.check.setEnabled(bool(text.strip()) and not self._busy)

    def _begin(self, text: str) -> None:
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setCursorPosition(len(text))

    def _give(self) -> None:
        if self.check.isEnabled() and is_whole(self.field.text()):
            self.given.emit(self.field.text())
