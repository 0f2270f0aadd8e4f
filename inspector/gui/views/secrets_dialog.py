"""The secrets in a dialog of their own; the page is that of the preferences."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.faces import Faces
from inspector.gui.views.preferences.secrets_page import SecretsPage


class SecretsDialog(QDialog):
    """`page` does the work."""

    def __init__(self, faces: Faces, providers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Secrets"))
        self.page = SecretsPage(faces, providers, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(self.page)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.resize(theme.px(680), theme.px(460))
