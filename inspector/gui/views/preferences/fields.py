"""A field for each kind of setting. What is entered counts at once; there is nothing to confirm."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.core.errors import UsageError
from inspector.core.recipe import OWN
from inspector.gui import plain, theme, words
from inspector.gui.views.check_box import CheckBox
from inspector.gui.views.choice_box import ChoiceBox
from inspector.gui.views.preferences.table import Preference
from inspector.gui.views.preferences.values import read, written

WIDTH = 230
"""Pixels of a field."""
LIST_ROWS = 3


class Field(QWidget):
    """`wanted` carries a value, `wrong` a sentence; an empty sentence takes the last one back."""

    wanted = Signal(object)
    wrong = Signal(str)

    def __init__(self, preference: Preference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preference = preference
        self.setFixedWidth(theme.px(WIDTH))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(6))

    def show_value(self, value: object) -> None:
        """Show what is in force."""
        raise NotImplementedError

    def show_wrong(self, wrong: bool) -> None:
        """Mark what cannot be."""

    def show_refused(self, value: object) -> None:
        """The engine did not take this value; a field that is not typed into just shows what is in force."""

    def take_back(self) -> None:
        """Show what is in force instead of what was typed."""


class Line(QLineEdit):
    """Esc takes back what was typed; only where nothing was, it goes on to the dialog."""

    taken_back = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.taken_back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Not further: Enter in a field is not meant for the dialog's button.
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TextField(Field):
    """A line of text, read when it is left or at Enter."""

    def __init__(self, preference: Preference, parent: QWidget | None = None) -> None:
        super().__init__(preference, parent)
        self._value: object = None
        self._refused = ""
        self.line = Line(self)
        self.line.setAccessibleName(words.tr(preference.label))
        self.line.setPlaceholderText(preference.example)
        self.line.setFont(theme.mono_font())
        self.line.editingFinished.connect(self.give)
        self.line.entered.connect(self._enter)
        self.line.taken_back.connect(self.take_back)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_value(self, value: object) -> None:
        """What is being typed stays, and so does what is marked as wrong: a mark on a good value would mislead."""
        self._value = value
        kept = self.line.hasFocus() or self.line.property("invalid")
        if not (self.line.isModified() and kept):
            self.line.setText(plain.line(written(self.preference.kind, value)))

    def show_wrong(self, wrong: bool) -> None:
        if self.line.property("invalid") != wrong:
            self.line.setProperty("invalid", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def show_refused(self, value: object) -> None:
        if not self.line.isModified():
            self.line.setText(plain.line(written(self.preference.kind, value)))
            self.line.setModified(True)
            self._refused = self.line.text()

    def give(self) -> None:
        """Read what stands there, if somebody typed it; what was refused is asked for again by Enter alone."""
        if not self.line.isModified() or (self._refused and self.line.text() == self._refused):
            return
        self._refused = ""
        try:
            value = read(self.preference, self.line.text())
        except UsageError as error:
            self.wrong.emit(str(error))
            return
        self.line.setModified(False)
        self.wrong.emit("")
        if value == self._value:
            self.show_value(value)
        else:
            self.wanted.emit(value)

    def take_back(self) -> None:
        self.line.setModified(False)
        self._refused = ""
        self.wrong.emit("")
        self.show_value(self._value)

    def _enter(self) -> None:
        self._refused = ""
        self.give()


class ChoiceField(Field):
    """One of a few."""

    def __init__(self, preference: Preference, parent: QWidget | None = None) -> None:
        super().__init__(preference, parent)
        self.box = ChoiceBox(self)
        self.box.setAccessibleName(words.tr(preference.label))
        for value, text in preference.choices:
            self.box.addItem(words.tr(text), value)
        self.box.activated.connect(lambda place: self.wanted.emit(self.box.itemData(place)))
        self.column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def offer(self, values: Iterable[str]) -> None:
        """Offer these values, too, each under its own name."""
        for value in values:
            if self.box.findData(value) < 0:
                self.box.addItem(plain.line(value, 80), value)

    def show_value(self, value: object) -> None:
        if isinstance(value, str) and value.startswith(OWN):
            self.offer((value,))
        self.box.setCurrentIndex(self.box.findData(value))


class SwitchField(Field):
    """On or off."""

    def __init__(self, preference: Preference, parent: QWidget | None = None) -> None:
        super().__init__(preference, parent)
        self.box = CheckBox("", self)
        self.box.setAccessibleName(words.tr(preference.label))
        self.box.clicked.connect(self._give)
        self.column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_value(self, value: object) -> None:
        self.box.setChecked(bool(value))
        self.box.setText(words.tr("On") if value else words.tr("Off"))

    def _give(self, on: bool) -> None:
        self.wanted.emit(on)


class ListField(Field):
    """Texts that the program collected; one or all can be removed."""

    def __init__(self, preference: Preference, parent: QWidget | None = None) -> None:
        super().__init__(preference, parent)
        self._value: tuple[str, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(words.tr(preference.label))
        self.list.setFont(theme.mono_font(0.92))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemSelectionChanged.connect(self._enable)
        self.remove = QPushButton(words.tr("Remove"), self)
        self.clear = QPushButton(words.tr("Remove all"), self)
        self.remove.clicked.connect(self._remove)
        self.clear.clicked.connect(lambda: self.wanted.emit(()))
        self.list.setFixedHeight(theme.px(28) * LIST_ROWS)
        row = QHBoxLayout()
        for button in (self.remove, self.clear):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self.list)
        self.column.addLayout(row)
        self.setFocusProxy(self.list)

    def show_value(self, value: object) -> None:
        self._value = value if isinstance(value, tuple) else ()
        self.list.clear()
        for text in self._value:
            self.list.addItem(plain.line(text))
            self.list.item(self.list.count() - 1).setToolTip(plain.tooltip(text))
        self.list.setVisible(bool(self._value))
        self.remove.setVisible(bool(self._value))
        self.clear.setText(words.tr("Remove all") if self._value else words.tr("None"))
        self._enable()

    def _remove(self) -> None:
        chosen = self.list.currentRow()
        self.wanted.emit(tuple(text for place, text in enumerate(self._value) if place != chosen))

    def _enable(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))
        self.clear.setEnabled(bool(self._value))


class KeysField(Field):
    """How many keys were changed, and the way to change them."""

    editor_wanted = Signal()

    def __init__(self, preference: Preference, parent: QWidget | None = None) -> None:
        super().__init__(preference, parent)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.editor_wanted)
        self.column.addWidget(self.button)
        self.setFocusProxy(self.button)

    def show_value(self, value: object) -> None:
        count = len(value) if isinstance(value, tuple) else 0
        text = words.plural("Keys… (1 changed)", "Keys… (%Ln changed)", count) if count else words.tr("Keys…")
        self.button.setText(text)


FIELDS: dict[str, Callable[[Preference], Field]] = {
    **dict.fromkeys(("host", "port", "url", "size", "seconds", "target"), TextField),
    "choice": ChoiceField,
    "switch": SwitchField,
    "list": ListField,
    "keys": KeysField,
}
"""By kind; secrets have a page of their own."""
