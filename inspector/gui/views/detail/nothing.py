"""What stands in the detail while no capture is selected: the three keys that matter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.plain import PlainLabel


class NothingSelected(QWidget):
    """Keys and what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        keys = (
            (self.tr("J  K"), self.tr("next and previous capture")),
            (self.tr("Enter"), self.tr("into the detail, Esc back")),
            (self.tr("/"), self.tr("filter")),
        )
        for row, (key, does) in enumerate(keys):
            name = PlainLabel(key)
            name.setProperty("key", True)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name, row, 0)
            grid.addWidget(PlainLabel(does, role="muted"), row, 1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(PlainLabel(self.tr("No capture is selected."), role="muted"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(10))
        column.addLayout(grid)
        column.setAlignment(grid, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
