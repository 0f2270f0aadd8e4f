"""Asks for the passphrase of the encrypted file of secrets: a new one, the one it has, or one for the other."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.check_box import CheckBox

Asks = Literal["new", "open", "change"]
LONGEST = 1_000
SHORT = 8
"""Characters below which a passphrase is soon guessed."""


class PassphraseDialog(QDialog):
    """`given` carries the passphrase that counts now and the new one; which of them are empty depends on what is asked.

    It stays open until `accept`: a passphrase that is wrong is said in it.
    """

    given = Signal(str, str)

    def __init__(self, asks: Asks, file: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(440))
        self.asks: Asks = asks
        titles = {
            "new": self.tr("Encrypt secrets with a passphrase"),
            "open": self.tr("Unlock secrets"),
            "change": self.tr("Change the passphrase"),
        }
        yes = {"new": self.tr("Encrypt"), "open": self.tr("Unlock"), "change": self.tr("Change")}
        self.setWindowTitle(titles[asks])
        self.now = self._field(self.tr("Passphrase"))
        self.new = self._field(self.tr("New passphrase"))
        self.again = self._field(self.tr("The same again"))
        self.remark = PlainLabel("", self)
        self.remark.setWordWrap(True)
        self.show_box: QCheckBox = CheckBox(self.tr("Show what I type"), self)
        self.show_box.toggled.connect(self._show_typed)
        buttons = QDialogButtonBox(self)
        self.yes = buttons.addButton(yes[asks], QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_role(self.yes, "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        for text in filter(None, (why, self._says(file))):
            label = PlainLabel(text, self, role="muted" if text != why else "")
            label.setWordWrap(True)
            column.addWidget(label)
        column.addLayout(self._fields())
        column.addWidget(self.show_box)
        column.addWidget(self.remark)
        column.addWidget(buttons)
        self._typed()

    def show_wrong(self, sentence: str) -> None:
        """Say why it was not taken, and let it be typed again; an empty sentence takes that back."""
        theme.set_role(self.remark, "invalid")
        self.remark.show_text(sentence)
        field = self.new if self.asks == "new" else self.now
        for one in (self.now, self.new, self.again):
            one.setEnabled(True)
        self._typed(keep_remark=True)
        if sentence:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def show_busy(self) -> None:
        """Making a key of a passphrase takes a moment, on purpose."""
        self.yes.setEnabled(False)
        theme.set_role(self.remark, "muted")
        self.remark.show_text(self.tr("Checking…"))

    def _says(self, file: str) -> str:
        if self.asks == "open":
            said = self.tr("%1 is encrypted with a passphrase, which is asked for once each time the program runs.")
        else:
            said = self.tr("Secrets are kept in %1, encrypted with this passphrase. Nobody can read them without it.")
        return said.replace("%1", file)

    def _fields(self) -> QGridLayout:
        shown = {"new": (self.new, self.again), "open": (self.now,), "change": (self.now, self.new, self.again)}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        for row, field in enumerate(shown[self.asks]):
            label = PlainLabel(field.accessibleName(), self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        for field in (self.now, self.new, self.again):
            field.setVisible(field in shown[self.asks])
        grid.setColumnStretch(1, 1)
        return grid

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(LONGEST)
        field.setAccessibleName(name)
        field.textChanged.connect(lambda _: self._typed())
        return field

    def _show_typed(self, shown: bool) -> None:
        for field in (self.now, self.new, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _typed(self, *, keep_remark: bool = False) -> None:
        new, again = self.new.text(), self.again.text()
        whole = (self.asks == "new" or bool(self.now.text())) and (self.asks == "open" or bool(new))
        self.yes.setEnabled(whole and (self.asks == "open" or new == again))
        if keep_remark:
            return
        differs = bool(again) and not new.startswith(again)
        text = self.tr("The two are not the same.") if differs else ""
        if not text and 0 < len(new) < SHORT:
            text = self.tr("Fewer than %1 characters are soon guessed.").replace("%1", str(SHORT))
        theme.set_role(self.remark, "invalid" if differs else "warn")
        self.remark.show_text(text)

    def _give(self) -> None:
        if self.yes.isEnabled():
            self.show_busy()
            self.given.emit(self.now.text(), self.new.text())
