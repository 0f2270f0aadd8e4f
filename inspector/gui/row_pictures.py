"""Rows as pictures: each is painted once and kept while nothing in it changes.

A delegate is called for each cell, and what Qt and Python hand each other for that costs more than the painting: 44 ms
for a screen of 30 rows. A row painted whole takes a fraction of it, and one that only moved next to nothing.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, date, datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView

from inspector.core.capture import Summary
from inspector.gui import theme
from inspector.gui.cells import cells, day_cell
from inspector.gui.faces import Faces
from inspector.gui.fold_marks import draw_mark
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.models.columns import COLUMNS, Column
from inspector.gui.models.folds import Fold
from inspector.gui.models.remarks import as_it_stands, is_failure
from inspector.gui.row_style import RowStyle, blank

MOST = 120
"""Pictures that are kept: about two screens."""


@dataclass(slots=True)
class Picture:
    """A painted row, and what it shows."""

    row: Summary | None
    selected: bool
    begins_day: bool
    fold: Fold
    pixels: QPixmap


class RowPictures:
    """Paints rows of a model for the columns that a header shows."""

    def __init__(self, model: CapturesModel, header: QHeaderView, faces: Faces) -> None:
        self._model = model
        self._header = header
        self._cells = cells(faces)
        self._style: RowStyle | None = None
        self._places: list[tuple[Column, int, int]] = []
        self._pictures: OrderedDict[int, Picture] = OrderedDict()
        header.geometriesChanged.connect(self.forget)
        header.sectionResized.connect(self.forget)
        header.sectionMoved.connect(self.forget)
        theme.THEME.changed.connect(self.forget)

    def forget(self) -> None:
        """Paint everything anew: columns or colours changed."""
        self._style = None
        self._pictures.clear()

    def picture(self, place: int, *, height: int, selected: bool, pixel_ratio: float) -> QPixmap:
        """The row at a place of the list."""
        style = self._style
        if style is None or style.pixel_ratio != pixel_ratio:
            style = self._look_up(pixel_ratio)
        id, row = self._model.id_at(place), self._model.summary_at(place)
        begins_day = row is not None and self._begins_day(place, row)
        fold: Fold = "" if row is None else self._model.folds.state(row)
        found = self._pictures.get(id)
        if (
            found is not None
            and found.row is row
            and (found.selected, found.begins_day, found.fold) == (selected, begins_day, fold)
        ):
            return found.pixels
        pixels = self._paint(style, height, row, selected=selected, begins_day=begins_day, fold=fold)
        self._pictures[id] = Picture(row=row, selected=selected, begins_day=begins_day, fold=fold, pixels=pixels)
        self._pictures.move_to_end(id)
        while len(self._pictures) > MOST:
            self._pictures.popitem(last=False)
        return pixels

    def _paint(
        self, style: RowStyle, height: int, row: Summary | None, *, selected: bool, begins_day: bool, fold: Fold
    ) -> QPixmap:
        tokens, width = style.tokens, max(1, self._header.length())
        pixels = blank(width, height, style.pixel_ratio)
        pixels.fill(tokens.selection if selected else tokens.bg)
        painter = QPainter(pixels)
        painter.fillRect(0, height - 1, width, 1, tokens.hover)
        if selected or (row is not None and is_failure(row)):
            painter.fillRect(0, 0, style.edge, height - 1, tokens.accent if selected else tokens.invalid)
        if row is not None:
            row = as_it_stands(row, fold)
            for column, left, room in self._places:
                area = QRect(left + style.space, 0, room - 2 * style.space, height - 1)
                if column.paint == "event" and fold:
                    area = draw_mark(painter, area, style, row, fold)
                if column.paint == "clock" and begins_day:
                    day_cell(painter, area, style, row)
                else:
                    self._cells[column.paint](painter, area, style, column, row)
        painter.end()
        return pixels

    def _begins_day(self, place: int, row: Summary) -> bool:
        """Whether the row above is of another day; above the first row stands today."""
        if place == 0:
            return day_of(row) != datetime.now(UTC).astimezone().date()
        above = self._model.cache.peek(self._model.id_at(place - 1))
        return above is not None and above.received_at.date() != row.received_at.date() and day_of(above) != day_of(row)

    def _look_up(self, pixel_ratio: float) -> RowStyle:
        self._pictures.clear()
        header = self._header
        shown = [header.logicalIndex(visual) for visual in range(header.count())]
        self._places = [
            (COLUMNS[place], header.sectionPosition(place), header.sectionSize(place))
            for place in shown
            if not header.isSectionHidden(place)
        ]
        # Last: a header that is asked for positions may lay itself out first and say that it changed.
        self._style = RowStyle(pixel_ratio)
        return self._style


def day_of(row: Summary) -> date:
    """The day here on which it arrived."""
    return row.received_at.astimezone().date()
