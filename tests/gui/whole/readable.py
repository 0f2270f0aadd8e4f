"""Contrast as it is on the screen: measured on grabbed pixels, word by word."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from inspector.gui.views.captures_table import CapturesTable
from tests.gui.whole.pixels import Picture, contrast
from tests.gui.whole.texts import columns_of, widgets_of

READABLE = 4.5
"""For text: WCAG 2.2, 1.4.3."""
VISIBLE = 3.0
"""For icons and for the edges of what takes text: WCAG 2.2, 1.4.11."""


def read(window: QWidget) -> list[str]:
    """One line for each word and edge in a window: empty where it can be read."""
    picture = Picture(window.grab().toImage())
    return [one for widget in widgets_of(window) for one in measured(picture, widget, window)]


def measured(picture: Picture, widget: QWidget, window: QWidget) -> Iterator[str]:
    """One line for each word and edge of a widget: empty where it can be read. What is disabled need not be read."""
    if not widget.isEnabled() or widget.visibleRegion().isEmpty():
        return
    for area in areas(widget):
        seen = area.intersected(widget.visibleRegion().boundingRect())
        place = QRect(widget.mapTo(window, seen.topLeft()), seen.size())
        if is_covered(widget, window, place):
            continue
        wanted = VISIBLE if is_icon(widget) else READABLE
        for word in picture.words(place):
            yield f"{describe(widget)} {word}" if word.contrast < wanted else ""
    if takes_text(widget):
        ratio = edge(picture, QRect(widget.mapTo(window, QPoint()), widget.size()))
        yield f"{describe(widget)}: its edge has {ratio:.2f}" if ratio < VISIBLE else ""


def is_covered(widget: QWidget, window: QWidget, place: QRect) -> bool:
    """Whether another part lies over this one, as the palette does over the list."""
    corners = (place.center(), place.topLeft(), place.bottomRight())
    above = [window.childAt(corner) for corner in corners]
    return any(one is not None and one is not widget and not widget.isAncestorOf(one) for one in above)


def areas(widget: QWidget) -> Iterator[QRect]:
    """Where in a widget text stands, in its own coordinates and without its frame."""
    match widget:
        case CapturesTable():
            yield from cells(widget, widget.captures.rowCount())
        case QHeaderView():
            for place in range(widget.count()):
                if not widget.isSectionHidden(place):
                    left = widget.sectionViewportPosition(place)
                    yield QRect(left, 0, widget.sectionSize(place), widget.height()).adjusted(2, 2, -2, -2)
        case QAbstractItemView():
            model = widget.model()
            yield from cells(widget, min(model.rowCount(), 40))
        case QTabBar():
            for place in range(widget.count()):
                yield widget.tabRect(place).adjusted(0, 2, 0, -4)
        case QLabel() | QPlainTextEdit() | QTextEdit():
            yield widget.contentsRect()
        case QAbstractButton() | QLineEdit() | QComboBox() | QAbstractSpinBox():
            yield widget.rect().adjusted(5, 4, -5, -4)
        case _ if hasattr(widget, "text") and not isinstance(widget, QAbstractScrollArea):
            yield widget.rect()


def cells(view: QAbstractItemView, rows: int) -> Iterator[QRect]:
    """The cells of a list that are seen in their whole height, without the lines between them."""
    model = view.model()
    for row in range(rows):
        for column in columns_of(model, QModelIndex()):
            index = model.index(row, column)
            rect, seen = view.visualRect(index), view.viewport().rect()
            if rect.intersects(seen) and seen.top() <= rect.top() and rect.bottom() <= seen.bottom():
                shown = rect.intersected(seen)
                yield QRect(view.viewport().mapTo(view, shown.topLeft()), shown.size()).adjusted(4, 2, -2, -3)


def is_icon(widget: QWidget) -> bool:
    """Whether a button shows no words."""
    return isinstance(widget, QToolButton) and not widget.text()


def takes_text(widget: QWidget) -> bool:
    """Whether something can be written or chosen in it."""
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly() and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
    return isinstance(widget, QComboBox | QAbstractSpinBox)


def edge(picture: Picture, place: QRect) -> float:
    """The contrast of a field's edge with what is around it, in the middle of its left side."""
    y, outside = place.center().y(), picture.pixel(max(0, place.left() - 1), place.center().y())
    return max(contrast(outside, picture.pixel(place.left() + step, y)) for step in range(3))


def describe(widget: QWidget) -> str:
    """Class and words of a widget."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()
    return f"{type(widget).__name__} “{words[:40]}”"
