"""A message that went one way: a status line, its fields and its body, as they were."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.bodies.registry import view
from inspector.core.headers import Headers
from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.masking import HIDDEN

READ = 64 * 1024
"""Most bytes of a body that are read for the page."""


def tr(text: str) -> str:
    """A text in the language of the user."""
    return QCoreApplication.translate("Message", text)


class MessagePart(QWidget):
    """Fields and body below each other."""

    copied = Signal(str)

    def __init__(
        self,
        headers: Headers,
        body: bytes,
        parent: QWidget | None = None,
        *,
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        if len(headers):
            box = CodeBox(tr("headers"))
            lines = (f"{name}: {HIDDEN if name.lower() in hidden else value}" for name, value in headers.texts())
            box.show_text("\n".join(lines))
            box.copied.connect(self.copied)
            column.addWidget(box)
        if body:
            shown = view(body[:READ], headers.get("content-type") or "")
            box = CodeBox(tr("body"))
            box.show_text(shown.text if shown.text is not None else _cells(shown.table))
            box.copied.connect(self.copied)
            column.addWidget(box)
            notes = [words.tr(shown.note) if shown.note else "", tr("The first 64 KB.") if len(body) > READ else ""]
            if any(notes):
                column.addWidget(PlainLabel(plain.line(" ".join(filter(None, notes))), role="muted"))
        else:
            column.addWidget(PlainLabel(tr("No body."), role="muted"))


def _cells(table: tuple[tuple[str, ...], tuple[tuple[str, ...], ...]] | None) -> str:
    return "" if table is None else "\n".join("\t".join(row) for row in table[1])
