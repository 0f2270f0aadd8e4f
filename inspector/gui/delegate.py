"""Paints the rows of the list: ground, hairline, edge, then the cell of its kind."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.core.capture import Summary
from inspector.gui import theme
from inspector.gui.cells import cells, day_cell, day_of, is_failure
from inspector.gui.faces import Faces
from inspector.gui.models.captures_model import CapturesModel, Index
from inspector.gui.models.columns import COLUMNS
from inspector.gui.row_style import RowStyle, current_style, row_height


class RowDelegate(QStyledItemDelegate):
    """Asks the model for the summary itself: ten roles for each of ten cells would cost more than the painting."""

    def __init__(self, model: CapturesModel, header: QHeaderView, faces: Faces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._header = header
        self._cells = cells(faces)
        self._style: RowStyle | None = None
        theme.THEME.changed.connect(self._forget)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = self._style or self._look_up()
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        row = self._model.summary_at(index.row())
        painter.fillRect(area, style.tokens.selection if selected else style.tokens.bg)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), style.tokens.border)
        if self._header.visualIndex(index.column()) == 0:
            self._paint_edge(painter, area, style, row, selected=selected)
        if row is None:
            return
        column = COLUMNS[index.column()]
        inside = area.adjusted(style.space, 0, -style.space, -1)
        if column.paint == "clock" and self._begins_day(index.row(), row):
            day_cell(painter, inside, style, row)
        else:
            self._cells[column.paint](painter, inside, style, column, row)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(COLUMNS[index.column()].width), row_height())

    def _paint_edge(
        self, painter: QPainter, area: QRect, style: RowStyle, row: Summary | None, *, selected: bool
    ) -> None:
        failed = row is not None and is_failure(row)
        if selected or failed:
            colour = style.tokens.accent if selected else style.tokens.invalid
            painter.fillRect(QRect(area.left(), area.top(), style.edge, area.height() - 1), colour)

    def _begins_day(self, place: int, row: Summary) -> bool:
        """Whether the row above is of another day; above the first row stands today."""
        if place == 0:
            return day_of(row) != datetime.now(UTC).astimezone().date()
        above = self._model.cache.peek(self._model.id_at(place - 1))
        return above is not None and day_of(above) != day_of(row)

    def _look_up(self) -> RowStyle:
        self._style = current_style()
        return self._style

    def _forget(self) -> None:
        self._style = None
