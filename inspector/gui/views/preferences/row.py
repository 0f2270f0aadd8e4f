"""One setting: what it is, what it does, its field, and the way back to its usual value."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from inspector.core.settings import Settings
from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.preferences.fields import FIELDS, Field
from inspector.gui.views.preferences.table import Preference
from inspector.gui.views.preferences.values import written

USUAL = Settings()


class Row(QWidget):
    """`wanted` carries the setting's name and a value."""

    wanted = Signal(str, object)

    def __init__(self, preference: Preference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preference = preference
        self.field: Field = FIELDS[preference.kind](preference)
        self._usual_value = getattr(USUAL, preference.setting)
        self._value: object = self._usual_value
        self._wanted: object = None
        label = PlainLabel(words.tr(preference.label), self)
        label.setFont(theme.text_font(bold=True))
        label.setBuddy(self.field)
        self._says = PlainLabel(words.tr(preference.says), self, role="muted")
        self.remark = PlainLabel("", self, role="invalid")
        self.back = QToolButton(self)
        self.back.setProperty("role", "link")
        self.back.clicked.connect(self._go_back)
        for text in (self._says, self.remark):
            text.setWordWrap(True)
        self.remark.hide()
        self._lay_out(label)
        self.field.wanted.connect(self._want)
        self.field.wrong.connect(self.show_wrong)

    def show_value(self, value: object) -> None:
        """Show what is in force, and the way back where that is not the usual value."""
        self._value = value
        self.field.show_value(value)
        self._show_back()
        usual = self._usual_words()
        text = words.tr("Back to %1").replace("%1", usual) if usual else words.tr("Clear")
        self.back.setText(plain.action(text))
        self.back.setAccessibleName(plain.line(f"{words.tr(self.preference.label)}: {text}"))

    def show_wrong(self, sentence: str) -> None:
        """Say beside the field what cannot be; an empty sentence takes that back."""
        self.remark.show_text(sentence)
        self.remark.setVisible(bool(sentence))
        self.field.show_wrong(bool(sentence))
        self._show_back()

    def show_refused(self, sentence: str) -> None:
        """Say why the value that was wanted is not in force, and keep it in sight; what is in force is shown before."""
        if self._wanted != self._value:
            self.field.show_refused(self._wanted)
            self.show_wrong(sentence)

    def _show_back(self) -> None:
        differs = self._value != self._usual_value or not self.remark.isHidden()
        self.back.setVisible(differs and self.preference.kind != "list")

    def _go_back(self) -> None:
        self.field.take_back()
        self.show_wrong("")
        if self._value != self._usual_value:
            self._want(self._usual_value)

    def _want(self, value: object) -> None:
        self._wanted = value
        self.show_wrong("")
        self.wanted.emit(self.preference.setting, value)

    def _usual_words(self) -> str:
        """What the usual value is called; empty where it is none."""
        if self.preference.kind == "keys":
            return words.tr("the usual keys")
        if self.preference.kind == "switch":
            return words.tr("On") if self._usual_value else words.tr("Off")
        called = dict(self.preference.choices).get(str(self._usual_value))
        if called is not None:
            return f"“{words.tr(called)}”"
        return written(self.preference.kind, self._usual_value)

    def _lay_out(self, label: PlainLabel) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(0, 1)
        side = QVBoxLayout()
        side.setSpacing(theme.px(4))
        side.addWidget(self.field)
        side.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._says, 1, 0)
        grid.addWidget(self.remark, 2, 0)
        grid.setRowStretch(3, 1)
        grid.addLayout(side, 0, 1, 4, 1)
