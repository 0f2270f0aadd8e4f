"""The mark of a row under which repeats are folded: a triangle and how often the delivery came; a click opens it.

It is amber where one of them came with other bytes.
"""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap, QPolygonF

from inspector.core.capture import AGAIN_LIMIT, Summary
from inspector.gui import theme, words
from inspector.gui.models.folds import Fold
from inspector.gui.row_style import RowStyle, words_only


def mark_text(row: Summary) -> str:
    """How often the delivery of a first arrival came: `×4`."""
    more = "+" if row.again >= AGAIN_LIMIT else ""
    return f"×{words.counted(row.again + 1)}{more}"


def mark_width(row: Summary) -> int:
    """Pixels from the left edge of the cell's text that a click on the mark may hit."""
    letters = QFontMetrics(words_only(theme.text_font(0.85)))
    return letters.horizontalAdvance(mark_text(row)) + 4 * theme.px(8)


def draw_mark(painter: QPainter, area: QRect, style: RowStyle, row: Summary, fold: Fold) -> QRect:
    """Draw the mark at the beginning of an area, or the line of a row that stands below another; gives what is left."""
    if fold == "under":
        painter.fillRect(area.left() + style.space, area.top(), 1, area.height() + 1, style.tokens.border)
        return area.adjusted(style.space * 5 // 2, 0, 0, 0)
    stamp = _stamp(style, mark_text(row), opened=fold == "open", warns=row.other_bytes)
    height, width = (round(side / style.pixel_ratio) for side in (stamp.height(), stamp.width()))
    painter.drawPixmap(area.left(), area.top() + (area.height() - height + 1) // 2, stamp)
    return area.adjusted(width + style.space, 0, 0, 0)


def _stamp(style: RowStyle, text: str, *, opened: bool, warns: bool) -> QPixmap:
    width, height = style.pill.width(text) + style.space * 7 // 2, style.pill.height + style.space
    tokens = style.tokens
    colour, edge = (tokens.warn, tokens.warn) if warns else (tokens.text, tokens.border)

    def draw(stamp: QPainter, box: QRectF) -> None:
        stamp.setPen(QColor(edge))
        stamp.setBrush(tokens.hover)
        stamp.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), height / 2 - 1, height / 2 - 1)
        stamp.setPen(QColor(0, 0, 0, 0))
        stamp.setBrush(colour)
        stamp.drawPolygon(_triangle(style.space * 3 / 2, height / 2, style.space * 0.45, opened=opened))
        style.pill.draw(stamp, QRect(style.space * 5 // 2, 0, width, height), text, colour)

    return style.stamp(("fold", text, opened, warns), width, height, draw)


def _triangle(x: float, y: float, reach: float, *, opened: bool) -> QPolygonF:
    corners = ((-reach, -reach / 2), (reach, -reach / 2), (0, reach)) if opened else (
        (-reach / 2, -reach), (reach, 0), (-reach / 2, reach)
    )  # fmt: skip
    return QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners])
