"""The header of the list: a click sorts, columns move, hide and show; the event takes the room that is left."""

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from inspector.gui import theme, words
from inspector.gui.models.columns import COLUMNS

FILLING = next(place for place, column in enumerate(COLUMNS) if column.name == "event")
"""The column that takes the room that is left."""
LEAST = 200
"""Pixels that it keeps where there is no room; then the table scrolls sideways."""


class TableHeader(QHeaderView):
    """`sort_wanted` carries the name of the column that was clicked."""

    sort_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._menu = QMenu(self)
        self._filling = False
        self.setAccessibleName(self.tr("Columns"))
        self.setFont(theme.text_font(0.92))
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(theme.px(40))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.sectionClicked.connect(lambda place: self.sort_wanted.emit(COLUMNS[place].name))
        self.sectionResized.connect(self._fill)

    def reset_columns(self) -> None:
        """Order, widths and what is shown as at first; asked for once the header has its model."""
        self.setSectionResizeMode(FILLING, QHeaderView.ResizeMode.Fixed)
        for place, column in enumerate(COLUMNS):
            self.moveSection(self.visualIndex(place), place)
            self.setSectionHidden(place, column.hidden)
            self.resizeSection(place, theme.px(column.width))
        self._fill()

    def restore(self, state: QByteArray) -> None:
        """Take order, widths and what is shown from last time; the room of this window is filled."""
        self.restoreState(state)
        self.setSectionResizeMode(FILLING, QHeaderView.ResizeMode.Fixed)
        self._fill()

    def shows(self, name: str) -> bool:
        """Whether a column is shown."""
        return not self.isSectionHidden(place_of(name))

    def show_column(self, name: str, shown: bool) -> None:
        """Show or hide a column; the one that fills the room stays."""
        place = place_of(name)
        if place != FILLING:
            self.setSectionHidden(place, not shown)
            if shown and self.sectionSize(place) < theme.px(40):
                self.resizeSection(place, theme.px(COLUMNS[place].width))

    def widen(self, name: str, width: int) -> None:
        """Give a column at least so many pixels."""
        place = place_of(name)
        if not self.isSectionHidden(place) and self.sectionSize(place) < width:
            self.resizeSection(place, width)

    def sizeHint(self) -> QSize:
        """As high as the look has it, and never lower than its text."""
        return QSize(super().sizeHint().width(), max(theme.px(29), self.fontMetrics().height() + theme.px(10)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self._filling or self.count() <= FILLING:
            return
        self._filling = True
        rest = self.length() - self.sectionSize(FILLING)
        self.resizeSection(FILLING, max(theme.px(LEAST), self.viewport().width() - rest))
        self._filling = False

    def _open_menu(self, at: QPoint) -> None:
        menu = self._menu
        menu.clear()
        for visual in range(self.count()):
            column = COLUMNS[self.logicalIndex(visual)]
            action = QAction(words.tr(column.title), menu, checkable=True)
            action.setChecked(self.shows(column.name))
            action.setEnabled(column is not COLUMNS[FILLING])
            action.toggled.connect(lambda shown, name=column.name: self.show_column(name, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset_columns)
        menu.popup(self.mapToGlobal(at))


def place_of(name: str) -> int:
    """The place of a column among all."""
    return next(place for place, column in enumerate(COLUMNS) if column.name == name)
