"""A message that went one way: a status line, its fields and its body, as they were."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.bodies.registry import view
from inspector.core.headers import Headers
from inspector.gui import plain, theme
from inspector.gui.icons import IconButton
from inspector.gui.plain import PlainLabel

MOST_FIELDS = 20_000
MOST_BODY = 20_000
"""Most characters that are shown; what is copied is whole."""

READ = 64 * 1024
"""Most bytes of a body that are read for the page."""


def tr(text: str) -> str:
    """A text in the language of the user."""
    return QCoreApplication.translate("Message", text)


class CodeBox(QWidget):
    """Text in the font for bytes on a quiet ground, with Copy."""

    copied = Signal(str)

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("code", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = ""
        self.label = PlainLabel(selectable=True)
        self.label.setFont(theme.mono_font())
        self.label.setWordWrap(True)
        self.label.setAccessibleName(says)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        button = IconButton("copy", tr("Copy %1").replace("%1", says))
        button.clicked.connect(self.copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(11), theme.px(4), theme.px(6), theme.px(4))
        row.addWidget(self.label, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_text(self, text: str, limit: int = MOST_BODY) -> None:
        """Show a text, cut at the limit; Copy gives it whole."""
        self._text = text
        self.label.show_text(text, limit)

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)
        self.copied.emit(self._text)


class MessagePart(QWidget):
    """Fields and body below each other."""

    copied = Signal(str)

    def __init__(self, headers: Headers, body: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        if len(headers):
            box = CodeBox(tr("headers"))
            box.show_text("\n".join(f"{name}: {value}" for name, value in headers.texts()), MOST_FIELDS)
            box.copied.connect(self.copied)
            column.addWidget(box)
        if body:
            shown = view(body[:READ], headers.get("content-type") or "")
            box = CodeBox(tr("body"))
            box.show_text(shown.text if shown.text is not None else _cells(shown.table))
            box.copied.connect(self.copied)
            column.addWidget(box)
            notes = [shown.note or "", tr("The first 64 KB.") if len(body) > READ else ""]
            if any(notes):
                column.addWidget(PlainLabel(plain.line(" ".join(filter(None, notes))), role="muted"))
        else:
            column.addWidget(PlainLabel(tr("No body."), role="muted"))


def _cells(table: tuple[tuple[str, ...], tuple[tuple[str, ...], ...]] | None) -> str:
    return "" if table is None else "\n".join("\t".join(row) for row in table[1])
