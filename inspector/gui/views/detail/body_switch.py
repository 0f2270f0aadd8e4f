"""The kinds in which a body can be read, as a row of small buttons."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from inspector.bodies import registry
from inspector.gui import theme
from inspector.gui.plain import PlainLabel


def label_of(kind: str) -> str:
    """The name of a kind for people."""
    if kind == "tree":
        return QCoreApplication.translate("BodySwitch", "Tree")
    view = registry.find(kind)
    return QCoreApplication.translate("BodySwitch", view.label) if view is not None else kind


class BodySwitch(QWidget):
    """Shows which kinds suit and which one is shown."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = QButtonGroup(self)
        self._kinds: tuple[str, ...] = ()
        self._size = PlainLabel(role="muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, theme.px(8), 0)
        self._row.setSpacing(theme.px(2))
        self._row.addWidget(self._size)
        self._row.addSpacing(theme.px(6))

    def show_kinds(self, kinds: tuple[str, ...], size: str) -> None:
        """Offer these kinds; `size` is said before them."""
        self._size.show_text(size)
        if kinds == self._kinds:
            return
        self._kinds = kinds
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            button.hide()
            button.deleteLater()
        for kind in kinds:
            button = QToolButton(self)
            button.setText(label_of(kind))
            button.setCheckable(True)
            button.setProperty("role", "choice")
            button.setProperty("kind", kind)
            button.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))
            self._buttons.addButton(button)
            self._row.addWidget(button)

    def show_chosen(self, kind: str) -> None:
        """Mark the kind that is shown."""
        for button in self._buttons.buttons():
            button.setChecked(button.property("kind") == kind)
