"""How each kind of cell of the list is drawn."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from inspector.core.capture import Summary
from inspector.gui import words
from inspector.gui.faces import Faces, paint_monogram
from inspector.gui.icons import paint_icon
from inspector.gui.models.columns import Column, Paint
from inspector.gui.models.remarks import pills_of
from inspector.gui.row_style import RowStyle, shown

FAINT = 110
"""Of 255: how much the outline of a remark covers what is behind it."""

Cell = Callable[[QPainter, QRect, RowStyle, Column, Summary], None]


def text_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """Plain words."""
    text = style.text.cut(shown(column.text(row)), area.width())
    style.text.draw(painter, area, text, style.tokens.text)


def number_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """A number at the right edge."""
    style.digits.draw(painter, area, column.text(row), style.tokens.text, right=True)


def count_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """A number that is there to be found, not to be read first."""
    style.digits.draw(painter, area, column.text(row), style.tokens.muted, right=True)


def bytes_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """Text as it was on the wire, shortened in its middle."""
    text = style.bytes.cut(shown(column.text(row)), area.width(), middle=True)
    style.bytes.draw(painter, area, text, style.tokens.muted)


def clock_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """The time of day."""
    style.clock.draw(painter, area, column.text(row), style.tokens.muted)


def day_cell(painter: QPainter, area: QRect, style: RowStyle, row: Summary) -> None:
    """Day and time, where the day is another than in the row above."""
    style.clock.draw(painter, area, words.day_and_clock(row.received_at), style.tokens.text)


def status_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """The status code; amber where the sender was told that it failed."""
    colour = style.tokens.warn if (row.status or 0) >= 400 else style.tokens.muted
    style.digits.draw(painter, area, column.text(row), colour, right=True)


def verdict_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """A green mark, or a red one with the cause in a word, or why there is no verdict."""
    word = words.verdict_word(row.signature, row.cause)
    if row.signature not in ("valid", "invalid"):
        style.text.draw(painter, area, style.text.cut(word, area.width()), style.tokens.muted)
        return
    if row.signature == "invalid":
        text = style.bold.cut(f"× {word}", area.width())
        style.bold.draw(painter, area, text, style.tokens.invalid)
        return
    mark = style.stamp(
        "valid",
        style.icon,
        style.icon,
        lambda stamp, box: paint_icon(stamp, "check", box, style.tokens.valid),
    )
    painter.drawPixmap(area.left(), area.center().y() + 1 - style.icon // 2, mark)


def event_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """The event, bold while unread; the gist behind it, muted; then the pills, which are never cut off."""
    pills = [pill_stamp(style, text, warns) for text, warns in pills_of(row)]
    x, room = area.left(), area.width() - sum(stamped_width(pill) + style.space // 2 for pill in pills)
    if row.pinned:
        used = draw_pin(painter, area, style)
        x, room = x + used, room - used
    if row.event:
        parts = [(row.event, style.bold if row.unread else style.text, style.tokens.text)]
    else:
        unnamed = words.tr("no event") if row.gist else fallback(row)
        parts = [(unnamed, style.bold if row.unread else style.text, style.tokens.muted)]
    if row.gist:
        parts.append((row.gist, style.text, style.tokens.muted))
    for text, letters, colour in parts:
        if room < style.space * 4:
            break
        text = letters.cut(shown(text), room)
        letters.draw(painter, QRect(x, area.top(), room, area.height()), text, colour)
        used = letters.width(text) + style.space * 5 // 4
        x, room = x + used, room - used
    for pill in pills:
        height = round(pill.height() / style.pixel_ratio)
        painter.drawPixmap(x, area.top() + (area.height() - height + 1) // 2, pill)
        x += stamped_width(pill) + style.space // 2


def draw_pin(painter: QPainter, area: QRect, style: RowStyle) -> int:
    """Draw the mark of a pinned capture at the beginning of an area; returns the room that it takes."""
    pin = style.stamp(
        "pin", style.icon, style.icon, lambda stamp, box: paint_icon(stamp, "pin", box, style.tokens.accent)
    )
    painter.drawPixmap(area.left(), area.center().y() + 1 - style.icon // 2, pin)
    return style.icon + style.space // 2


def fallback(row: Summary) -> str:
    """What stands for an event where nobody knows one: what was asked for."""
    return words.tr("not readable as HTTP") if row.malformed else f"{row.method} {row.content_type}".strip()


def pill_stamp(style: RowStyle, text: str, warns: bool) -> QPixmap:
    """A remark with a rounded edge."""
    colour = style.tokens.warn if warns else style.tokens.muted
    edge = QColor(colour)
    if not warns:
        edge.setAlpha(FAINT)  # seen on a selected row too, where the colour of borders is lost
    width, height = style.pill.width(text) + style.space * 2, style.pill.height + style.space

    def draw(stamp: QPainter, box: QRectF) -> None:
        stamp.setPen(QPen(edge, 1))
        stamp.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), height / 2 - 1, height / 2 - 1)
        style.pill.draw(stamp, QRect(style.space, 0, width, height), text, colour)

    return style.stamp(("pill", text, warns), width, height, draw)


def stamped_width(stamp: QPixmap) -> int:
    """Width of a stamp in the window's pixels."""
    return round(stamp.width() / stamp.devicePixelRatio())


def without_addition(name: str) -> str:
    """A name without what stands behind it in parentheses or behind a slash; tool tips have it whole."""
    return name.partition(" (")[0].partition(" / ")[0]


def provider_cell(faces: Faces) -> Cell:
    """Who sent it: a monogram and the name."""

    def draw(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
        face = faces(row.provider)
        width, height = style.space * 3, style.space * 9 // 4
        chip = style.stamp(("chip", row.provider), width, height, lambda stamp, box: paint_monogram(stamp, box, face))
        painter.drawPixmap(area.left(), area.top() + (area.height() - height + 1) // 2, chip)
        behind = area.adjusted(width + style.space, 0, 0, 0)
        label = face.label if style.text.width(face.label) <= behind.width() else without_addition(face.label)
        style.text.draw(painter, behind, style.text.cut(shown(label), behind.width()), style.tokens.text)

    return draw


def cells(faces: Faces) -> dict[Paint, Cell]:
    """What draws each kind of cell."""
    return {
        "text": text_cell,
        "bytes": bytes_cell,
        "number": number_cell,
        "count": count_cell,
        "clock": clock_cell,
        "verdict": verdict_cell,
        "provider": provider_cell(faces),
        "event": event_cell,
        "status": status_cell,
    }
