"""A page that scrolls when it is higher than its place, and is never wider."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector.gui import theme


class ScrollingPage(QScrollArea):
    """Parts below each other with the pages' margins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inner = QWidget(self.viewport())
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(theme.px(14), theme.px(14), theme.px(14), theme.px(14))
        self._column.setSpacing(theme.px(10))
        self._column.addStretch(1)
        self.setWidget(self._inner)

    def add(self, part: QWidget) -> None:
        """Put a part below the others."""
        self._column.insertWidget(self._column.count() - 1, part)

    def clear(self, keep: int = 0) -> None:
        """Take away all parts but the first few."""
        while self._column.count() > keep + 1:
            item = self._column.takeAt(keep)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)
