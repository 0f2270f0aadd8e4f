"""Where captures, settings, secrets and the log lie."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from inspector.core.paths import Paths
from inspector.gui import theme
from inspector.gui.plain import PlainLabel


class PlacesDialog(QDialog):
    """Paths that can be selected and copied."""

    def __init__(self, paths: Paths, keyring: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Where is my data"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20),) * 4)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(16))
        form.setVerticalSpacing(theme.px(8))
        rows = (
            (self.tr("Captures"), str(paths.store)),
            (self.tr("Large bodies"), str(paths.bodies)),
            (self.tr("Settings"), str(paths.settings)),
            (self.tr("Secrets"), keyring or self.tr("not known yet")),
            (self.tr("Log"), str(paths.logs)),
        )
        for name, place in rows:
            value = PlainLabel(place, self, selectable=True)
            value.setFont(theme.mono_font())
            form.addRow(PlainLabel(name, self, role="muted"), value)
        column.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
