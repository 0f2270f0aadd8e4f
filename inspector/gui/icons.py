"""Small line icons, drawn in the colour they are asked for, so that they suit light and dark at any scale."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget

from inspector.gui import theme

GRID = 16
"""Icons are drawn on a square of this many units."""

Draw = Callable[[QPainterPath], None]


def _lines(*strokes: tuple[tuple[float, float], ...]) -> Draw:
    def draw(path: QPainterPath) -> None:
        for stroke in strokes:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in stroke]))

    return draw


def _copy(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5.5, 5.5, 8, 8), 1.6, 1.6)
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ((10.5, 2.5), (3.4, 2.5), (2.5, 3.4), (2.5, 10.5))]))


def _search(path: QPainterPath) -> None:
    path.addEllipse(QRectF(2.5, 2.5, 8, 8))
    path.addPolygon(QPolygonF([QPointF(9.5, 9.5), QPointF(13.5, 13.5)]))


def _eye(path: QPainterPath) -> None:
    path.moveTo(1.5, 8)
    path.quadTo(8, 0.5, 14.5, 8)
    path.quadTo(8, 15.5, 1.5, 8)
    path.addEllipse(QRectF(6, 6, 4, 4))


def _stop(path: QPainterPath) -> None:
    path.addRect(QRectF(3, 3, 10, 10))


ICONS: dict[str, tuple[Draw, bool]] = {
    "copy": (_copy, False),
    "search": (_search, False),
    "eye": (_eye, False),
    "stop": (_stop, True),
    "start": (_lines(((4, 2.5), (13, 8), (4, 13.5), (4, 2.5))), True),
    "down": (_lines(((4, 6), (8, 10.5), (12, 6))), False),
    "up": (_lines(((8, 13), (8, 3)), ((4, 7), (8, 3), (12, 7))), False),
    "arrow-down": (_lines(((8, 3), (8, 13)), ((4, 9), (8, 13), (12, 9))), False),
    "plus": (_lines(((8, 3), (8, 13)), ((3, 8), (13, 8))), False),
    "previous": (_lines(((4, 10), (8, 5.5), (12, 10))), False),
    "close": (_lines(((3.5, 3.5), (12.5, 12.5)), ((12.5, 3.5), (3.5, 12.5))), False),
    "check": (_lines(((3, 8.5), (6.5, 12), (13, 4.5))), False),
    "pin": (
        _lines(
            ((5, 2.5), (11, 2.5)),
            ((6, 2.5), (6, 8), (3.5, 10.5), (12.5, 10.5), (10, 8), (10, 2.5)),
            ((8, 10.5), (8, 14)),
        ),
        False,
    ),
    "pause": (_lines(((5.5, 3), (5.5, 13)), ((10.5, 3), (10.5, 13))), False),
    "save": (
        _lines(((8, 2), (8, 10)), ((4.5, 7), (8, 10.5), (11.5, 7)), ((2.5, 11), (2.5, 13.5), (13.5, 13.5), (13.5, 11))),
        False,
    ),
}
"""How each is drawn, and whether it is filled."""


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """Draw an icon into a square of a widget. Raises KeyError for a name that is not in ICONS."""
    draw, filled = ICONS[name]
    path = QPainterPath()
    draw(path)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / GRID, area.height() / GRID)
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if filled:
        painter.fillPath(path, colour)
    else:
        painter.strokePath(path, pen)
    painter.restore()


@cache
def _drawn(name: str, colour: str) -> QIcon:
    icon = QIcon()
    for side in (16, 24, 32, 48, 64):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, name, QRectF(0, 0, side, side), QColor(colour))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """An icon in a colour, or in that of muted text. Made anew after the theme changed."""
    return _drawn(name, (colour or theme.tokens().muted).name())


class IconButton(QToolButton):
    """A button that shows only an icon; its name is for the tool tip and for those who hear the window."""

    def __init__(self, name: str, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = name
        self.setProperty("role", "icon")
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setIconSize(QSize(theme.px(15), theme.px(15)))
        self._draw()
        theme.THEME.changed.connect(self._draw)

    def _draw(self) -> None:
        self.setIcon(icon(self._icon))
