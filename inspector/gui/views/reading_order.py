"""Tab goes from part to part as one reads, whenever a part was made: some are made when they are first looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget


def reading_order(window: QWidget, parts: Sequence[QWidget]) -> list[QWidget]:
    """What Tab reaches now, part by part; within a part as it stands; what is in none comes last."""
    reached = in_lines([widget for widget in window.findChildren(QWidget) if takes_tab(widget, window)], window)
    places = {id(widget): place_among(widget, parts) for widget in reached}
    return sorted(reached, key=lambda widget: places[id(widget)])


def step(window: QWidget, parts: Sequence[QWidget], *, forwards: bool) -> bool:
    """Give the keyboard to what comes next or before; False where there is nothing."""
    order = reading_order(window, parts)
    if not order:
        return False
    focus = QApplication.focusWidget()
    at = next((place for place, widget in enumerate(order) if widget is focus), -1 if forwards else 0)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    order[(at + (1 if forwards else -1)) % len(order)].setFocus(reason)
    return True


def in_lines(widgets: Sequence[QWidget], window: QWidget) -> list[QWidget]:
    """Widgets line by line, each line from left to right: a line is what overlaps the middle of its highest widget.

    By place, and not by Qt's own chain: asking a widget for the next one in it makes PySide take each for the owner of
    the one before, and delete parts of the window along with others.
    """
    areas = {id(one): QRect(one.mapTo(window, QPoint()), one.size()) for one in widgets}
    waiting = sorted(widgets, key=lambda one: areas[id(one)].top())
    found: list[QWidget] = []
    while waiting:
        middle = areas[id(waiting[0])].center().y()
        line = [one for one in waiting if areas[id(one)].top() <= middle]
        found += sorted(line, key=lambda one: areas[id(one)].left())
        waiting = [one for one in waiting if areas[id(one)].top() > middle]
    return found


def takes_tab(widget: QWidget, window: QWidget) -> bool:
    """Whether Tab stops at a widget of a window."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return (
        policy
        and widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def place_among(widget: QWidget, parts: Sequence[QWidget]) -> int:
    """The place of the part that a widget belongs to."""
    return next((place for place, part in enumerate(parts) if part is widget or part.isAncestorOf(widget)), len(parts))
