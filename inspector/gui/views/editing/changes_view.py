"""The list of what was changed, in the font for bytes: green what came, red what went."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.labels import heading
from inspector.gui.views.editing.changes import Change

ROLES = {"+": "valid", "−": "invalid", "~": "text", " ": "muted"}


class ChangesView(QWidget):
    """A heading with the number of changes, and a line for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Change, ...] = ()
        self._heading = heading("")
        self._heading.setContentsMargins(theme.px(12), theme.px(9), theme.px(12), theme.px(9))
        self._nothing = PlainLabel(self.tr("Nothing yet: what is sent is the capture as it came."), role="muted")
        self._nothing.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(9))
        self._nothing.setWordWrap(True)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("What was changed"))
        self.list.document().setDocumentMargin(0)
        self.list.setViewportMargins(theme.px(12), 0, theme.px(6), theme.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        theme.THEME.changed.connect(self._fill)
        self._fill()

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Say what was changed."""
        if tuple(changes) != self._shown:
            self._shown = tuple(changes)
            self._fill()

    def _fill(self) -> None:
        count = sum(change.counts for change in self._shown)
        self._heading.show_text(words.plural("1 change", "%Ln changes", count) if count else self.tr("Changes"))
        self._nothing.setVisible(not count)
        self.list.setVisible(bool(count))
        self.list.setFont(theme.mono_font())
        self.list.clear()
        cursor = QTextCursor(self.list.document())
        for number, change in enumerate(self._shown):
            form = QTextCharFormat()
            form.setForeground(getattr(theme.tokens(), ROLES[change.mark]))
            cursor.insertText(("\n" if number else "") + f"{change.mark} {plain.line(change.text)}", form)
        self.list.moveCursor(QTextCursor.MoveOperation.Start)
