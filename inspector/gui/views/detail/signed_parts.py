"""The bytes that are signed, in parts; one that stands on the request can be clicked, and is marked there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from inspector.core.proof import SignedPart
from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.samples.flow import FlowLayout

LONGEST = 48
"""Characters of a part; the whole is in its tool tip."""


class SignedParts(QWidget):
    """In the order in which they are joined. `part_wanted` carries a SignedPart."""

    part_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=theme.px(4))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, parts: tuple[SignedPart, ...]) -> None:
        """Show other parts."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self._flow.addWidget(self._button(part) if part.place else self._label(part))

    def buttons(self) -> list[QToolButton]:
        """The parts that can be clicked, in order."""
        found = (self._flow.itemAt(index) for index in range(self._flow.count()))
        return [widget for item in found if item is not None and isinstance(widget := item.widget(), QToolButton)]

    def _button(self, part: SignedPart) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "part")
        button.setFont(theme.mono_font())
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        size = words.size(part.size)
        text = self.tr("the body, %1").replace("%1", size) if part.place == "body" else part.text
        button.setText(plain.action(plain.line(text, LONGEST)))
        where = self.tr("Show the body") if part.place == "body" else self.tr("Show %1").replace("%1", part.what)
        whole = where if part.place == "body" else f"{part.text}\n{where}"
        button.setToolTip(plain.tooltip(whole))
        button.setAccessibleName(plain.line(f"{part.text} {where}".strip()))
        button.clicked.connect(lambda: self.part_wanted.emit(part))
        return button

    def _label(self, part: SignedPart) -> PlainLabel:
        label = PlainLabel(role="muted", parent=self)
        label.setFont(theme.mono_font())
        label.show_text(plain.line(f"“{part.text}”" if not part.what else part.text, LONGEST))
        label.setToolTip(plain.tooltip(part.what or self.tr("The recipe adds this.")))
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return label
