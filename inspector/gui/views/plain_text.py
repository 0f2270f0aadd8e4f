"""Plain text of several lines to read, select and copy: a log, a report, licences."""

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.gui import plain, theme

MOST = 400_000
"""Characters that are shown."""


class PlainText(QPlainTextEdit):
    """Never reads its text as markup; what stands in it is exactly what is copied."""

    def __init__(self, name: str, parent: QWidget | None = None, *, mono: bool = True) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFont(theme.mono_font(0.92) if mono else theme.text_font())
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def show_text(self, text: str) -> None:
        """Show a text, at most the first `MOST` characters of it."""
        self.setPlainText(plain.block(text, MOST))

    def to_end(self) -> None:
        """Show the last line."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 1
