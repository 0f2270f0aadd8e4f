"""Where captures, settings, secrets and the log lie, how large they are, and the way to remove them all."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.core.paths import Paths
from inspector.gui import theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.check_box import CheckBox
from inspector.gui.views.detail.labels import hairline
from inspector.gui.views.question import ask


class PlacesDialog(QDialog):
    """Paths can be selected and copied; what is removed is asked once more."""

    remove_wanted = Signal(bool, bool, bool)
    """Captures, secrets, settings."""

    def __init__(self, paths: Paths, keyring: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Where is my data"))
        self._sizes: dict[Path, PlainLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        for name, place in (
            (self.tr("Captures"), paths.store),
            (self.tr("Large bodies"), paths.bodies),
            (self.tr("Settings"), paths.settings),
            (self.tr("Your providers"), paths.custom_providers),
            (self.tr("Log"), paths.logs),
        ):
            self._add_place(name, place)
        kept = PlainLabel(keyring or self.tr("not known yet"), self, selectable=True)
        kept.setWordWrap(True)
        self._grid.addWidget(PlainLabel(self.tr("Secrets"), self, role="muted"), self._grid.rowCount(), 0)
        self._grid.addWidget(kept, self._grid.rowCount() - 1, 1, 1, 3)
        self.captures = CheckBox(self.tr("Captures: every one, with its body, its notes and what was sent"), self)
        self.secrets = CheckBox(self.tr("Secrets: every value and every name"), self)
        self.settings = CheckBox(
            self.tr("Settings: all habits, your own providers, the shape of the window, and the log"), self
        )
        self.remove = QPushButton(self.tr("Remove…"), self)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._ask)
        self._lay_out()
        self._enable()

    def show_sizes(self, sizes: Mapping[Path, int]) -> None:
        """Show how many bytes each place takes."""
        for place, label in self._sizes.items():
            label.show_text(words.size(sizes[place]) if sizes.get(place) else self.tr("nothing"))

    def _add_place(self, name: str, place: Path) -> None:
        row = self._grid.rowCount()
        path = PlainLabel(str(place), self, selectable=True)
        path.setFont(theme.mono_font(0.92))
        self._sizes[place] = PlainLabel("", self, role="muted")
        button = QPushButton(self.tr("Open folder"), self)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{name}: {button.text()}")
        folder = next(one for one in (place, *place.parents) if one.is_dir())
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        for column, widget in enumerate((PlainLabel(name, self, role="muted"), path, self._sizes[place], button)):
            self._grid.addWidget(widget, row, column)

    def _lay_out(self) -> None:
        head = PlainLabel(self.tr("Remove for good"), self)
        head.setFont(theme.text_font(bold=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20),) * 4)
        column.setSpacing(theme.px(10))
        column.addLayout(self._grid)
        column.addSpacing(theme.px(6))
        for part in (hairline(), head, self.captures, self.secrets, self.settings):
            column.addWidget(part)
        column.addWidget(
            PlainLabel(self.tr("The window closes, and then what is ticked is removed. It cannot be undone."), self,
                       role="muted")
        )  # fmt: skip
        column.addStretch(1)
        column.addLayout(foot)
        for box in (self.captures, self.secrets, self.settings):
            box.toggled.connect(self._enable)

    def _enable(self) -> None:
        self.remove.setEnabled(any(box.isChecked() for box in (self.captures, self.secrets, self.settings)))

    def _ask(self) -> None:
        named = {
            self.tr("every capture"): self.captures, self.tr("every secret"): self.secrets,
            self.tr("all settings and the log"): self.settings,
        }  # fmt: skip
        chosen = ", ".join(name for name, box in named.items() if box.isChecked())
        ask(
            self,
            text=self.tr("Remove %1?").replace("%1", chosen),
            more=self.tr("The window closes, and it is removed from this machine. This cannot be undone."),
            yes=self.tr("Close and remove"),
            agreed=self._remove,
        )

    def _remove(self) -> None:
        self.remove_wanted.emit(self.captures.isChecked(), self.secrets.isChecked(), self.settings.isChecked())
