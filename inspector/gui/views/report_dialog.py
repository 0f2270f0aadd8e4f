"""A report of a problem: what is copied stands there word for word, and nothing is sent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.plain_text import PlainText


class ReportDialog(QDialog):
    """The text may be edited before it is copied."""

    log_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report a problem"))
        says = PlainLabel(
            self.tr(
                "This is all that is copied, and nothing is sent: paste it where you report the problem. It holds no "
                "secret, no capture, no target and no address outside this machine. Change it as you like."
            ),
            self,
            role="muted",
        )
        says.setWordWrap(True)
        self.text = PlainText(self.tr("The report"), self)
        self.text.setPlaceholderText(self.tr("Collecting…"))
        self.copy = QPushButton(self.tr("Copy report"), self)
        theme.set_role(self.copy, "primary")
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        log = QPushButton(self.tr("Log…"), self)
        log.setAutoDefault(False)
        log.clicked.connect(self.log_wanted)
        self.told = PlainLabel("", self, role="muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        for button in (log, self.copy, buttons):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(says)
        column.addWidget(self.text, 1)
        for one, two in ((self.text, log), (log, self.copy), (self.copy, buttons)):
            self.setTabOrder(one, two)
        column.addLayout(foot)
        self.resize(theme.px(760), theme.px(560))

    def show_report(self, text: str) -> None:
        """Show what was collected."""
        self.text.show_text(text)
        self.text.setReadOnly(False)
        self.copy.setEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.told.show_text(self.tr("Copied."))
