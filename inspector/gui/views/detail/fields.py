"""Names and values in two columns; every value can be selected, and copied where it is worth it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from inspector.gui import plain, theme
from inspector.gui.icons import IconButton
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.difference import WholeText

LONGEST = 4_000
"""Most characters of a value."""

DOWN = 4
"""Pixels from the upper edge of a button to its text."""

LONGEST_WORD = 28
"""Characters of a word that has room in the narrowest page."""


class Fields(QWidget):
    """A grid that is filled anew for each capture."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnMinimumWidth(0, theme.px(70))
        self._grid.setColumnStretch(1, 1)

    def clear(self) -> None:
        """Take all rows away."""
        self._row = 0
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, name: str, value: str, *, mono: bool = False, copy: bool = False, role: str = "") -> None:
        """Add a row of captured text. One with a long word, which a label would cut, can only be copied whole."""
        if max(map(len, value.split()), default=0) > LONGEST_WORD:
            self.add_widget(name, WholeText(value, mono=mono), copy=value)
            return
        label = PlainLabel(role=role, selectable=True)
        label.show_text(value, LONGEST)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if mono:
            label.setFont(theme.mono_font())
        self.add_widget(name, label, copy=value if copy else None)

    def add_widget(self, name: str, widget: QWidget, *, copy: str | None = None) -> None:
        """Add a row with another widget; `copy` is what its button copies."""
        row = self._row
        self._row += 1
        top = Qt.AlignmentFlag.AlignTop
        title = PlainLabel(name, role="muted")
        title.setBuddy(widget)
        if not isinstance(widget, PlainLabel | WholeText):
            # Its text stands lower than its upper edge, and the name stands beside the text.
            title.setContentsMargins(0, theme.px(DOWN), 0, 0)
        self._grid.addWidget(title, row, 0, top)
        if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored:
            self._grid.addWidget(widget, row, 1)
        else:
            # Aligned, since a widget of fixed width would else keep the whole column narrow.
            self._grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
        widget.setAccessibleName(name)
        if copy is not None:
            button = IconButton("copy", self.tr("Copy %1").replace("%1", plain.line(name, 60)))
            button.clicked.connect(lambda: self._copy(copy))
            button.setProperty("dense", True)
            self._grid.addWidget(button, row, 2, top)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
