"""The places to which a secret can be moved."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from inspector.core.secret import Keeping, SecretName


class MoveMenu(QMenu):
    """Only places that are there, and where the secret is not yet, can be chosen."""

    wanted = Signal(str)
    """`keyring`, `file` or `session`."""

    def __init__(self, state: Callable[[], tuple[SecretName | None, Keeping]], parent: QWidget | None = None) -> None:
        """`state` gives the secret and the places, each time the menu opens."""
        super().__init__(parent)
        self._state = state
        for keep, text in (
            ("keyring", self.tr("In the system keyring")),
            ("file", self.tr("In the encrypted file")),
            ("session", self.tr("For this session only")),
        ):
            self.addAction(text).setData(keep)
        self.aboutToShow.connect(self._fit)
        self.triggered.connect(self._choose)

    def _fit(self) -> None:
        secret, keeping = self._state()
        for action in self.actions():
            there = action.data() != "keyring" or keeping.keyring != "none"
            action.setEnabled(there and secret is not None and action.data() != secret.kept)

    def _choose(self, action: QAction) -> None:
        self.wanted.emit(action.data())
