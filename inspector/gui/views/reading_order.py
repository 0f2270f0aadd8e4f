"""Tab goes from part to part as one reads, whenever a part was made: some are made when they are first looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def reading_order(window: QWidget, parts: Sequence[QWidget]) -> list[QWidget]:
    """What Tab reaches now, part by part; within a part as it was laid out; what is in none comes last."""
    reached = [widget for widget in chain_of(window) if takes_tab(widget)]
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


def chain_of(window: QWidget) -> list[QWidget]:
    """Every widget of a window in the order in which Qt would go through them."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return policy and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def place_among(widget: QWidget, parts: Sequence[QWidget]) -> int:
    """The place of the part that a widget belongs to."""
    return next((place for place, part in enumerate(parts) if part is widget or part.isAncestorOf(widget)), len(parts))
