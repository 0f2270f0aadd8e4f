"""What those who hear the window are told: every part that can be reached has a name, in the order of reading."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from inspector.gui import theme
from tests.gui.commands.conftest import Stage
from tests.gui.whole.conftest import MakeStage
from tests.gui.whole.histories import usual
from tests.gui.whole.texts import widgets_of
from tests.gui.whole.tour import is_foreign, report, shown_windows, visit

NAMED = frozenset(
    {
        QAccessible.Role.Button, QAccessible.Role.ButtonMenu, QAccessible.Role.ButtonDropDown,
        QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.ComboBox, QAccessible.Role.SpinBox,
        QAccessible.Role.EditableText, QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree,
        QAccessible.Role.MenuItem, QAccessible.Role.PageTab, QAccessible.Role.ColumnHeader, QAccessible.Role.Slider,
        QAccessible.Role.Dialog, QAccessible.Role.Window,
    }
)  # fmt: skip
"""What is nothing to a listener without a name."""

MOST_STOPS = 80
"""Presses of Tab after which the end of a dialog should have come."""

BAND = 10
"""Pixels at text of 13 by which things on one line may stand above each other."""


def test_everything_that_can_be_reached_has_a_name(whole: MakeStage) -> None:
    """Buttons, fields, lists, tabs and entries, in every state of the window, as a screen reader walks them."""
    stage = whole(usual())
    found: dict[str, str] = {}
    seen = 0
    for state in visit(stage):
        for window in shown_windows():
            if not is_foreign(window):
                parts = [one for one in interfaces(window) if one.role() in NAMED]
                seen += len(parts)
                nameless = [told(one) for one in parts if not one.text(QAccessible.Text.Name).strip()]
                nameless += [f"{type(one).__name__} takes the keyboard" for one in silent(window)]
                found = dict.fromkeys(nameless, state) | found

    assert seen > 3_000
    report(found)


def test_tab_goes_through_a_dialog_as_one_reads(whole: MakeStage) -> None:
    """From top to bottom and from left to right, and past everything that Tab can stop at."""
    stage = whole(usual()[:2])
    found: dict[str, str] = {}
    walked = 0
    for state in visit(stage):
        for window in shown_windows():
            if isinstance(window, QDialog) and not is_foreign(window):
                walked += 1
                found = dict.fromkeys(disorder(stage, window), state) | found

    assert walked > 5
    report(found)


def interfaces(window: QWidget) -> Iterator[QAccessibleInterface]:
    """The window and everything in it that is seen, as it is offered to a screen reader.

    Not the cells of lists, nor the field in a box of choices, which is told under the name of the box.
    """
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        one = waiting.pop()
        if not one.isValid() or one.state().invisible:
            continue
        if not isinstance(one.object(), QLineEdit) or not isinstance(one.object().parent(), QComboBox):
            yield one
        if one.role() not in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree):
            waiting += [one.child(place) for place in range(one.childCount())]


def silent(window: QWidget) -> list[QWidget]:
    """Widgets that the keyboard can be taken to and that have neither words nor a name."""
    return [
        one
        for one in widgets_of(window)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one is not window and not says(one)
        if not isinstance(one, QScrollArea | QDialogButtonBox) and not belongs_to_a_view(one)
    ]


def says(widget: QWidget) -> str:
    """The name of a widget, or the words that stand on it."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""


def belongs_to_a_view(widget: QWidget) -> bool:
    """Whether it is a part of something else that takes the keyboard: the field of a combo box, a header."""
    parent = widget.parent()
    if isinstance(widget, QLineEdit) and isinstance(parent, QComboBox | QAbstractSpinBox):
        return True
    return isinstance(parent, QAbstractScrollArea)


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
    stage.do(window.activateWindow)
    stage.loop.until(lambda: QApplication.activeWindow() is window)
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


def told(one: QAccessibleInterface) -> str:
    """What is known of a part without a name."""
    thing = one.object()
    about = f"{type(thing).__name__} {thing.objectName()}"
    return f"{one.role().name} {about} at {one.rect().getRect()}"


def told_widget(widget: QWidget) -> str:
    """Class and words of a widget."""
    return f"{type(widget).__name__} “{says(widget)[:30]}”"
