"""Text in the font for bytes on a quiet ground, whole at any width, with Copy."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from inspector.gui import plain, theme
from inspector.gui.icons import IconButton

LONGEST = 20_000
"""Most characters that are shown; what is copied is whole."""


class CodeText(QPlainTextEdit):
    """As high as its text, and broken anywhere; can be selected and copied in parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.mono_font())
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """As high as all lines."""
        return QSize(theme.px(200), self._high())

    def minimumSizeHint(self) -> QSize:
        """The same, and narrow."""
        return QSize(theme.px(60), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _high(self) -> int:
        # The layout of a plain document counts its height in lines.
        lines = self.document().documentLayout().documentSize().height()
        return round(max(1.0, lines) * self.fontMetrics().lineSpacing()) + 2


class CodeBox(QWidget):
    """The text and its button."""

    copied = Signal(str)

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("code", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = ""
        self.text = CodeText(self)
        self.text.setAccessibleName(says)
        copy = QCoreApplication.translate("CodeBox", "Copy %1")
        button = IconButton("copy", copy.replace("%1", says), self)
        button.clicked.connect(self.copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(11), theme.px(4), theme.px(6), theme.px(4))
        row.addWidget(self.text, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_text(self, text: str, limit: int = LONGEST) -> None:
        """Show a text, cut at the limit; Copy gives it whole."""
        self._text = text
        self.text.setPlainText(plain.block(text, limit))
        self.text.updateGeometry()

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)
        self.copied.emit(self._text)
