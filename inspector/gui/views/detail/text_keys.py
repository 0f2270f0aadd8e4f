"""Where a key takes the cursor in rows of text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from inspector.bodies.lines import Lines
from inspector.gui.views.detail.selection import Place


def moved(lines: Lines, place: Place, event: QKeyEvent, page: int) -> Place | None:
    """The place to go to, or None for a key that moves nothing."""
    key = Qt.Key(event.key())
    far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    rows = {
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_PageUp: -page,
        Qt.Key.Key_PageDown: page,
    }
    last = max(0, lines.rows - 1)
    if key in rows:
        row = max(0, min(last, place.row + rows[key]))
        return Place(row, min(place.column, _length(lines, row)))
    if key == Qt.Key.Key_Home:
        return Place(0 if far else place.row, 0)
    if key == Qt.Key.Key_End:
        row = last if far else place.row
        return Place(row, _length(lines, row))
    if key == Qt.Key.Key_Left:
        if place.column > 0:
            return Place(place.row, place.column - 1)
        row = max(0, place.row - 1)
        return Place(row, _length(lines, row) if row < place.row else 0)
    if key == Qt.Key.Key_Right:
        if place.column < _length(lines, place.row):
            return Place(place.row, place.column + 1)
        return Place(place.row + 1, 0) if place.row < last else place
    return None


def _length(lines: Lines, row: int) -> int:
    rows = lines.read(row, 1)
    return len(rows[0].text) if rows else 0
