"""How each kind of cell of the list is drawn. Captured text goes through `plain` first."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from inspector.core.capture import Summary
from inspector.gui import plain, words
from inspector.gui.faces import Faces, paint_monogram
from inspector.gui.icons import paint_icon
from inspector.gui.models.columns import Column, Paint
from inspector.gui.row_style import RowStyle

SHOWN = 200
"""Characters of a cell that are looked at; no cell is wider."""

Cell = Callable[[QPainter, QRect, RowStyle, Column, Summary], None]


def day_of(row: Summary) -> date:
    """The day here on which it arrived."""
    return row.received_at.astimezone().date()


def is_failure(row: Summary) -> bool:
    """Whether a row has the red edge: its signature is not valid, or its bytes could not be read."""
    return row.signature == "invalid" or row.malformed


def pills_of(row: Summary) -> tuple[tuple[str, bool], ...]:
    """Short remarks behind the event, and whether each is a warning."""
    pills: list[tuple[str, bool]] = []
    if row.repeat == "retry":
        pills.append((words.tr("retry %1").replace("%1", str(row.attempt)), False))
    elif row.repeat == "duplicate":
        pills.append((words.tr("duplicate"), True))
    elif row.repeat is not None:
        pills.append((words.tr("redelivery" if row.repeat == "redelivery" else "same event"), False))
    if row.handshake:
        pills.append((words.tr("handshake"), False))
    if row.origin in ("resend", "import"):
        pills.append((words.tr("resent" if row.origin == "resend" else "imported"), False))
    if row.malformed:
        pills.append((words.tr("malformed"), True))
    elif not row.complete:
        pills.append((words.tr("cut off"), True))
    return tuple(pills)


def text_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """Plain words."""
    text = plain.line(column.text(row), SHOWN)
    style.text.draw(painter, area, style.text.cut(text, area.width()), style.tokens.text, right=column.right)


def muted_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """Words or numbers that are there to be found, not to be read first."""
    text = plain.line(column.text(row), SHOWN)
    style.text.draw(painter, area, style.text.cut(text, area.width()), style.tokens.muted, right=column.right)


def bytes_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """Text as it was on the wire, shortened in its middle."""
    text = plain.line(column.text(row), SHOWN)
    style.bytes.draw(painter, area, style.bytes.cut(text, area.width(), middle=True), style.tokens.muted)


def clock_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """The time of day."""
    style.bytes.draw(painter, area, style.bytes.cut(column.text(row), area.width()), style.tokens.muted)


def day_cell(painter: QPainter, area: QRect, style: RowStyle, row: Summary) -> None:
    """Day and time, where the day is another than in the row above."""
    text = words.day_and_clock(row.received_at)
    style.bytes.draw(painter, area, style.bytes.cut(text, area.width()), style.tokens.text)


def status_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """The status code; amber where the sender was told that it failed."""
    colour = style.tokens.warn if (row.status or 0) >= 400 else style.tokens.muted
    style.text.draw(painter, area, column.text(row), colour, right=True)


def verdict_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """A green mark, or a red one with the cause in a word, or why there is no verdict."""
    tokens, side = style.tokens, style.icon
    word = words.verdict_word(row.signature, row.cause)
    if row.signature in ("valid", "invalid"):
        failed = row.signature == "invalid"
        colour = tokens.invalid if failed else tokens.valid
        place = QRectF(area.left(), area.center().y() + 0.5 - side / 2, side, side)
        paint_icon(painter, "close" if failed else "check", place.adjusted(1, 1, -1, -1) if failed else place, colour)
        behind = area.adjusted(side + style.edge, 0, 0, 0)
        style.bold.draw(painter, behind, style.bold.cut(word, behind.width()), colour)
        return
    style.text.draw(painter, area, style.text.cut(word, area.width()), tokens.muted)


def event_cell(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
    """The event, bold while unread; the gist behind it, muted; then the pills, which are never cut off."""
    pills = pills_of(row)
    room = area.width() - sum(style.pill.width(text) + 2 * style.space for text, _ in pills)
    x = area.left()
    event = row.event or ("" if row.gist else fallback(row))
    letters = style.bold if row.unread else style.text
    colour = style.tokens.text if row.event else style.tokens.muted
    if event:
        shown = letters.cut(plain.line(event, SHOWN), room)
        used = letters.draw(painter, QRect(x, area.top(), room, area.height()), shown, colour) + style.space
        x, room = x + used, room - used
    if row.gist and room > style.space * 3:
        gist = style.text.cut(plain.line(row.gist, SHOWN), room)
        where = QRect(x, area.top(), room, area.height())
        unnamed = style.bold if row.unread and not row.event else style.text
        x += unnamed.draw(painter, where, gist, style.tokens.muted) + style.space
    for text, warns in pills:
        x += draw_pill(painter, x, area, style, text, style.tokens.warn if warns else style.tokens.muted)


def fallback(row: Summary) -> str:
    """What stands for an event where nobody knows one: what was asked for."""
    return f"{row.method} {row.content_type}".strip() if not row.malformed else words.tr("not readable as HTTP")


def draw_pill(painter: QPainter, x: int, area: QRect, style: RowStyle, text: str, colour: QColor) -> int:
    """Draw a remark with a rounded edge; returns what it takes with the space behind it."""
    width = style.pill.width(text) + style.space * 2 - style.edge
    height = round(style.pill.above + style.space)
    edge = QColor(colour) if colour == style.tokens.warn else style.tokens.border
    box = QRectF(x + 0.5, area.center().y() - height / 2 + 0.5, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    inside = QRect(x + (width - style.pill.width(text)) // 2 + 1, area.top(), width, area.height())
    style.pill.draw(painter, inside, text, colour)
    return width + style.space // 2


def provider_cell(faces: Faces) -> Cell:
    """Who sent it: a monogram and the name."""

    def draw(painter: QPainter, area: QRect, style: RowStyle, column: Column, row: Summary) -> None:
        face = faces(row.provider)
        width, height = style.space * 5 // 2, style.space * 9 // 5
        chip = QRectF(area.left(), area.center().y() + 1 - height / 2, width, height)
        paint_monogram(painter, chip, face)
        behind = area.adjusted(width + style.space * 4 // 5, 0, 0, 0)
        label = style.text.cut(plain.line(face.label, SHOWN), behind.width())
        style.text.draw(painter, behind, label, style.tokens.text)

    return draw


def cells(faces: Faces) -> dict[Paint, Cell]:
    """What draws each kind of cell."""
    return {
        "text": text_cell,
        "muted": muted_cell,
        "bytes": bytes_cell,
        "number": text_cell,
        "count": muted_cell,
        "clock": clock_cell,
        "verdict": verdict_cell,
        "provider": provider_cell(faces),
        "event": event_cell,
        "status": status_cell,
    }
