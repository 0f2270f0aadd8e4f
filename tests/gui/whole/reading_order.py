"""In which order Tab goes through a dialog, and whether that is the order of reading."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from inspector.gui import theme
from tests.gui.commands.conftest import Stage
from tests.gui.stage import is_front
from tests.gui.whole.spoken import belongs_to_a_view, told_widget
from tests.gui.whole.texts import widgets_of

MOST_STOPS = 80
"""Presses of Tab after which the end of a dialog should have come."""

BAND = 10
"""Pixels at text of 13 by which things on one line may stand above each other."""


def disorder(stage: Stage, window: QWidget) -> list[str]:
    """Neighbours under Tab of which the second stands before the first, in the same part of the dialog."""
    chain = tabbed(stage, window)
    missed = {one for one in widgets_of(window) if takes_tab(one)} - set(chain)
    found = [f"Tab does not come to {told_widget(one)}" for one in missed if not is_chosen_elsewhere(one, chain)]
    return found + [
        f"{told_widget(one)} comes before {told_widget(two)}"
        for one, two in pairwise(chain)
        if one.parent() is two.parent() and stands_before(two, one)
    ]


def tabbed(stage: Stage, window: QWidget) -> list[QWidget]:
    """What Tab comes to in a dialog, from what is reached first to what is reached last."""
    stage.loop.until(lambda: is_front(window))
    reached: list[QWidget] = []
    for _ in range(MOST_STOPS):
        focus = QApplication.focusWidget()
        if focus in reached:
            break
        if focus is not None:
            reached.append(focus)
        stage.do(partial(QTest.keyClick, focus or window, Qt.Key.Key_Tab))
    highest = min(range(len(reached)), key=lambda place: position(reached[place]), default=0)
    return reached[highest:] + reached[:highest]


def position(widget: QWidget) -> tuple[int, int]:
    """Where a widget stands on the screen, from top to bottom."""
    place = widget.mapToGlobal(QPoint())
    return place.y(), place.x()


def is_chosen_elsewhere(widget: QWidget, chain: list[QWidget]) -> bool:
    """Whether other keys come to it: arrows where one of several choices is reached, or those of what it is part of."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    exclusive = widget.autoExclusive() if isinstance(widget, QAbstractButton) else False
    return group is not None or exclusive or widget.focusProxy() in chain or belongs_to_a_view(widget)


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops there."""
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def stands_before(one: QWidget, two: QWidget) -> bool:
    """Whether somebody who reads comes to one first."""
    first, second = (widget.mapToGlobal(QPoint()) for widget in (one, two))
    if one.mapToGlobal(one.rect().bottomLeft()).y() <= second.y() + theme.px(BAND) / 2:
        return True
    same_line = abs(one.mapToGlobal(one.rect().center()).y() - two.mapToGlobal(two.rect().center()).y())
    return same_line <= theme.px(BAND) and first.x() < second.x()
