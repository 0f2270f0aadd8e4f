"""Version and licence, and whose work the program stands on."""

from collections.abc import Mapping, Sequence

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector import __version__
from inspector.core.versions import Library
from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.plain_text import PlainText

FRAMEWORK = ("PySide6-Essentials", "shiboken6")
"""Distributions that the notice on Qt speaks of."""


class AboutDialog(QDialog):
    """Takes versions by name, and the libraries that are installed."""

    def __init__(
        self, versions: Mapping[str, str], libraries: Sequence[Library], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._versions = {**versions, "Qt": qVersion(), "PySide6": pyside_version}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Webhook Inspector"))
        title = PlainLabel(f"Webhook Inspector {__version__}", self)
        title.setFont(theme.text_font(1.3, bold=True))
        says = PlainLabel(
            self.tr("MIT licence. Everything stays on this machine: no account, no telemetry, no update check."), self
        )
        says.setWordWrap(True)
        self.text = PlainText(self.tr("Versions and licences"), self, mono=False)
        self.text.show_text(self._licences(libraries))
        copy = QPushButton(self.tr("Copy versions"), self)
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        self.told = PlainLabel("", self, role="muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(copy)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20),) * 4)
        column.setSpacing(theme.px(10))
        for part in (title, says):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.resize(theme.px(600), theme.px(520))

    def _licences(self, libraries: Sequence[Library]) -> str:
        python, sqlite = self._versions.get("python", ""), self._versions.get("sqlite", "")
        others = [one for one in libraries if one.name not in FRAMEWORK]
        return "\n\n".join((
            self.tr("Runs on Python %1 (PSF), Qt %2, PySide6 %3 and SQLite %4 (public domain).")
            .replace("%1", python).replace("%2", qVersion()).replace("%3", pyside_version).replace("%4", sqlite),
            self.tr(
                "Webhook Inspector is yours under the MIT licence: use, change and pass it on, with its notice. It "
                "comes without any warranty."
            ),
            self.tr(
                "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are libraries "
                "of their own beside this program, loaded when it starts: you may replace them by other versions, or "
                "by ones that you changed and built yourself. The licence: https://www.gnu.org/licenses/lgpl-3.0.html. "
                "The sources: https://code.qt.io and https://download.qt.io/official_releases/."
            ),
            self.tr("Libraries:") + "\n" + "\n".join(f"{one.name} {one.version} · {one.licence}" for one in others),
            self.tr("Fonts, where the system has none worth reading: Inter and JetBrains Mono, under the SIL Open Font "
                    "License 1.1; its text is beside them."),
        ))  # fmt: skip

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name} {value}" for name, value in self._versions.items()))
        self.told.show_text(self.tr("Copied."))
