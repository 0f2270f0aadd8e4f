"""What those who hear the window are told: whether every part that can be reached has a name."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.gui.whole.texts import widgets_of

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


def heard(window: QWidget) -> list[str]:
    """One line for each part that a screen reader walks to or the keyboard is taken to: empty where it is named."""
    parts = [one for one in interfaces(window) if one.role() in NAMED]
    named = ["" if one.text(QAccessible.Text.Name).strip() else told(one) for one in parts]
    return named + [f"{type(one).__name__} takes the keyboard" for one in silent(window)]


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


def told(one: QAccessibleInterface) -> str:
    """What is known of a part without a name."""
    thing = one.object()
    about = f"{type(thing).__name__} {thing.objectName()}"
    return f"{one.role().name} {about} at {one.rect().getRect()}"


def told_widget(widget: QWidget) -> str:
    """Class and words of a widget."""
    return f"{type(widget).__name__} “{says(widget)[:30]}”"
