"""One line above a body that says what is not as it seems, with what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from inspector.gui import theme
from inspector.gui.plain import PlainLabel


class NoteBar(QWidget):
    """Hidden while there is nothing to say."""

    show_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._says = PlainLabel(role="muted", selectable=True)
        self._says.setWordWrap(True)
        self._show = QPushButton(self.tr("Show"))
        self._show.clicked.connect(self.show_wanted)
        self._save = QPushButton(self.tr("Save as…"))
        self._save.clicked.connect(self.save_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(5))
        row.addWidget(self._says, 1)
        row.addWidget(self._show)
        row.addWidget(self._save)
        self.say()

    def say(self, *notes: str, hides: bool = False, cut: bool = False) -> None:
        """Say these sentences; offer Show where something is hidden and Save as where something is left out."""
        told = [note for note in notes if note]
        self._says.show_text(" ".join(told), 2_000)
        self._show.setVisible(hides)
        self._save.setVisible(cut)
        self.setVisible(bool(told))
