"""The line above the pages: who, which event, and what can be done with the capture."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from inspector.core.capture import Capture
from inspector.gui import plain, theme, words
from inspector.gui.faces import Face, MonogramChip
from inspector.gui.views.detail.key_button import KeyButton
from inspector.gui.views.detail.labels import ElidedLabel

LONGEST_TARGET = 30
"""Characters of the target that stand on the button; the whole is in its tool tip."""


class CaptureHeader(QWidget):
    """Monogram, event, sender and place; Resend, Edit and Copy as."""

    resend_wanted = Signal(str)
    """To this target; empty is the one that the button names."""
    resend_other_wanted = Signal()
    edit_wanted = Signal()
    copy_wanted = Signal(str)
    """The name of a format; empty is the one used last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = ""
        self._busy = ""
        self.chip = MonogramChip()
        self.event_label = ElidedLabel(factor=1.12, bold=True)
        self.about = ElidedLabel(role="muted")
        self.about.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.resend = KeyButton()
        self.resend.setProperty("role", "primary")
        self.resend.clicked.connect(lambda: self.resend_wanted.emit(""))
        self.targets = QPushButton("▾")
        self.targets.setProperty("role", "primary")
        self.targets.setProperty("joined", True)
        self.targets.setAccessibleName(self.tr("Resend to another target"))
        self.targets.setToolTip(self.tr("Resend to another target"))
        self.targets.setMenu(QMenu(self.targets))
        self.edit = KeyButton(self.tr("Edit"))
        self.edit.setToolTip(plain.tooltip(self.tr("Edit and resend")))
        self.edit.clicked.connect(self.edit_wanted)
        self.copies = QPushButton()
        self.copies.setMenu(QMenu(self.copies))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(6))
        row.setSpacing(theme.px(9))
        row.addWidget(self.chip)
        row.addWidget(self.event_label)
        row.addWidget(self.about, 1)
        joined = QHBoxLayout()
        joined.setSpacing(1)
        joined.addWidget(self.resend)
        joined.addWidget(self.targets)
        row.addLayout(joined)
        row.addWidget(self.edit)
        row.addWidget(self.copies)
        self.show_target("", ())
        self.show_formats(())

    def show_capture(self, capture: Capture, face: Face) -> None:
        """Say what is shown."""
        request = capture.request
        self.chip.show_face(face)
        self.event_label.show_text(capture.judgement.event or capture.judgement.handshake or self.tr("no event"))
        method = request.method or self.tr("not HTTP")
        told = (
            face.label,
            f"#{words.counted(capture.id)}",
            words.clock(request.received_at),
            f"{method} {request.path}",
        )
        self.about.show_text(" · ".join(told))

    def show_target(self, target: str, recent: Sequence[str]) -> None:
        """Name the target on the button, and list others."""
        self._target = target
        menu = self.targets.menu()
        menu.clear()
        for other in dict.fromkeys(filter(None, (target, *recent))):
            text = self.tr("Resend to %1").replace("%1", plain.action(other))
            menu.addAction(text, partial(self.resend_wanted.emit, other))
        menu.addAction(self.tr("Other…"), self.resend_other_wanted.emit)
        self._name_button()

    def show_keys(self, resend: str, edit: str) -> None:
        """Name the keys of the buttons; empty where there are none."""
        self.resend.show_key(resend)
        self.edit.show_key(edit)

    def show_busy(self, what: str) -> None:
        """While something is on its way the button says what; empty: it can be pressed again."""
        self._busy = what
        self._name_button()

    def show_formats(self, formats: Sequence[tuple[str, str]]) -> None:
        """Fill Copy as; the first format is the one used last."""
        menu = self.copies.menu()
        menu.clear()
        for name, label in formats:
            menu.addAction(plain.action(label), partial(self.copy_wanted.emit, name))
        first = formats[0][1] if formats else "cURL"
        self.copies.setText(self.tr("Copy as %1 ▾").replace("%1", plain.action(first)))
        self.copies.setEnabled(bool(formats))

    def _name_button(self) -> None:
        where = self._target.partition("://")[2] or self._target
        where = where if len(where) <= LONGEST_TARGET else where[: LONGEST_TARGET - 1] + "…"
        text = self.tr("Resend to %1").replace("%1", plain.action(where)) if where else self.tr("Resend…")
        self.resend.setText(plain.action(self._busy) or text)
        self.resend.setEnabled(not self._busy)
        self.targets.setEnabled(not self._busy)
        self.resend.setToolTip(plain.tooltip(self._target))
