"""Version, licence, and whose work the window stands on."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from inspector import __version__
from inspector.gui import theme
from inspector.gui.plain import PlainLabel

PARTS = (
    "Qt and PySide6 (LGPL 3) · qasync (BSD) · aiohttp (Apache 2.0) · sqlite-utils (Apache 2.0) · Pygments (BSD) · "
    "cryptography (Apache 2.0 or BSD) · keyring (MIT) · regex (Apache 2.0) · click (BSD) · uvloop (MIT or Apache 2.0)\n"
    "Fonts: Inter and JetBrains Mono (SIL Open Font License 1.1)"
)


class AboutDialog(QDialog):
    """Small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Webhook Inspector"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20),) * 4)
        column.setSpacing(theme.px(10))
        title = PlainLabel(f"Webhook Inspector {__version__}", self)
        title.setFont(theme.text_font(1.3, bold=True))
        column.addWidget(title)
        column.addWidget(
            PlainLabel(
                self.tr("MIT licence. Everything stays on this machine: no account, no telemetry, no update check."),
                self,
            )
        )
        parts = PlainLabel(f"Qt {qVersion()}\n{PARTS}", self, role="muted", selectable=True)
        parts.setWordWrap(True)
        parts.setMinimumWidth(theme.px(420))
        column.addWidget(parts)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
