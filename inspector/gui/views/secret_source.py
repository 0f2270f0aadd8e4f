"""Where a secret may come from instead of the clipboard: a variable of the environment, or a file."""

import os
import re
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from inspector.gui import plain

LIKELY = re.compile(r"SECRET|SIGN|WEBHOOK|WHSEC|TOKEN|KEY", re.IGNORECASE)
ELSEWHERE = ("env:", "file:")
"""Beginnings of a value that says where the secret is, which need not be hidden."""
MOST = 12
"""Variables that are offered by name."""


class SourceButton(QPushButton):
    """`chosen` carries `env:NAME` or `file:PATH`; just `env:` where the name is still to be typed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("From variable or file ▾"))
        self.setAutoDefault(False)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def ask_file(self) -> QFileDialog:
        """Open a dialog for a file; returns it, open."""
        dialog = QFileDialog(self.window(), self.tr("File with the secret or key"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.chosen.emit(f"file:{name}"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("From a file…"), self.ask_file)
        self._menu.addSeparator()
        for name in likely(os.environ):
            self._menu.addAction(plain.action(name), partial(self.chosen.emit, f"env:{name}"))
        self._menu.addAction(self.tr("From an environment variable…"), lambda: self.chosen.emit("env:"))


def likely(names: Iterable[str]) -> list[str]:
    """The names of variables that may hold a secret, in order, no more than fit into a menu."""
    return sorted(name for name in names if LIKELY.search(name))[:MOST]


def is_elsewhere(text: str) -> bool:
    """Whether a text says where the value is, and is not the value itself."""
    return text.startswith(ELSEWHERE)


def is_whole(text: str) -> bool:
    """Whether nothing is missing behind `env:` or `file:`."""
    return text.strip() not in ELSEWHERE
