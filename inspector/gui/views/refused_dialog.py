"""What an import did not take, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel

MOST = 5_000
"""Sentences that are listed."""


class RefusedDialog(QDialog):
    """A list to read and to copy."""

    def __init__(self, refused: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Not imported"))
        self.resize(theme.px(680), theme.px(380))
        count = PlainLabel(words.plural("1 entry was refused.", "%Ln entries were refused.", len(refused)), self)
        count.setFont(theme.text_font(bold=True))
        self.list = QPlainTextEdit(self)
        self.list.setReadOnly(True)
        self.list.setAccessibleName(self.tr("What was refused, and why"))
        lines = [plain.line(sentence) for sentence in refused[:MOST]]
        if len(refused) > MOST:
            lines.append(words.plural("… and 1 more.", "… and %Ln more.", len(refused) - MOST))
        self._text = "\n".join(lines)
        self.list.setPlainText(self._text)
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        theme.set_role(close, "primary")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(count)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
