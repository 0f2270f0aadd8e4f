"""Every key, in one sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.plain import PlainLabel

COLUMNS = 2


class KeysDialog(QDialog):
    """Takes what each key does and the keys themselves, in the order of the menus."""

    def __init__(self, rows: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(theme.px(18))
        grid.setVerticalSpacing(theme.px(6))
        half = -(-len(rows) // COLUMNS)
        for place, (text, keys) in enumerate(rows):
            row, side = place % half, place // half
            grid.addWidget(PlainLabel(text, page), row, side * 2)
            shown = PlainLabel(keys, page, role="muted")
            shown.setFont(theme.mono_font())
            grid.addWidget(shown, row, side * 2 + 1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        column.addWidget(area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(page.sizeHint().width() + theme.px(60), min(page.sizeHint().height() + theme.px(90), theme.px(620)))
