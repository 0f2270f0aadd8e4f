"""What stands in the detail while several captures are selected: how many, and what can be done with all of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel


class ManySelected(QWidget):
    """A button for each thing, and a few words on what it does."""

    resend_wanted = Signal(str)
    """To this target; empty is the one that the button names."""
    resend_other_wanted = Signal()
    copy_wanted = Signal(str)
    """The name of a format."""
    command_wanted = Signal(str)
    """The name of a command."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = ""
        self.count = PlainLabel("", self)
        self.count.setFont(theme.text_font(1.3, bold=True))
        self.resend = QPushButton(self)
        theme.set_role(self.resend, "primary")
        self.resend.clicked.connect(lambda: self.resend_wanted.emit(""))
        self.targets = QPushButton("▾", self)
        theme.set_role(self.targets, "primary")
        self.targets.setProperty("joined", True)
        self.targets.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.targets.setAccessibleName(self.tr("Resend to another target"))
        self.targets.setToolTip(self.tr("Resend to another target"))
        self.targets.setMenu(QMenu(self.targets))
        self.copies = QPushButton(self.tr("Copy as ▾"), self)
        self.copies.setMenu(QMenu(self.copies))
        self._lay_out()
        self.show_target("", ())

    def show_count(self, count: int) -> None:
        """Say how many are selected."""
        self.count.show_text(words.plural("1 capture selected", "%Ln captures selected", count))

    def show_target(self, target: str, recent: Sequence[str]) -> None:
        """Name the target on the button, and list others."""
        self._target = target
        where = target.partition("://")[2] or target
        where = where if len(where) <= 40 else where[:39] + plain.ELLIPSIS
        text = self.tr("Resend to %1").replace("%1", plain.action(where)) if where else self.tr("Resend…")
        self.resend.setText(text)
        self.resend.setToolTip(plain.tooltip(target))
        menu = self.targets.menu()
        menu.clear()
        for other in dict.fromkeys(filter(None, (target, *recent))):
            to = self.tr("Resend to %1").replace("%1", plain.action(other))
            menu.addAction(to, partial(self.resend_wanted.emit, other))
        menu.addAction(self.tr("Other…"), self.resend_other_wanted.emit)

    def show_formats(self, formats: Sequence[tuple[str, str]]) -> None:
        """Fill Copy as with (name, label)."""
        menu = self.copies.menu()
        menu.clear()
        for name, label in formats:
            menu.addAction(plain.action(label), partial(self.copy_wanted.emit, name))

    def focus_first(self) -> None:
        """Give the first button the keyboard."""
        self.resend.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        table = QWidget(self)
        joined = QHBoxLayout()
        joined.setSpacing(1)
        joined.addWidget(self.resend, 1)
        joined.addWidget(self.targets)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(8))
        grid.addLayout(joined, 0, 0)
        grid.addWidget(self._button(self.tr("Export…"), "export-selection"), 1, 0)
        grid.addWidget(self.copies, 2, 0)
        grid.addWidget(self._button(self.tr("Pin or unpin"), "pin"), 3, 0)
        grid.addWidget(self._button(self.tr("Remove"), "remove"), 4, 0)
        told = (
            self.tr("One after another, oldest first; what failed is listed at the end"),
            self.tr("Into one file: HAR, JSONL, raw HTTP …"),
            self.tr("All of them on the clipboard"),
            self.tr("What is pinned stays when the rest is removed"),
            self.tr("Can be undone for ten seconds"),
        )
        for row, text in enumerate(told):
            grid.addWidget(PlainLabel(text, self, role="muted"), row, 1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.count, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(12))
        column.addWidget(table, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _button(self, text: str, command: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(command)
        button.clicked.connect(lambda: self.command_wanted.emit(command))
        return button
