"""Opens the places where secrets lie: asks for the passphrase of the file, and has the keyring ask for its own."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inspector.core.errors import InspectorError
from inspector.core.messages import Health
from inspector.core.secret_wishes import ChangePassphrase, UnlockSecrets
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.views.notice_bar import Notice
from inspector.gui.views.passphrase_dialog import Asks, PassphraseDialog

PATIENCE = 300.0
"""Seconds for which a person may take to answer the system's question for the keyring's password."""


class Passphrases:
    """One dialog at a time; what waited for the passphrase goes on behind it."""

    def __init__(self, asking: Asking, parent: QWidget) -> None:
        self._asking = asking
        self._parent = parent
        self._told = False

    @property
    def is_open(self) -> bool:
        """Whether the encrypted file can be written to."""
        return self._asking.engine.health.keeping.file == "open"

    def hear(self, health: Health) -> None:
        """Say once that secrets cannot be read now, and take that back when they can."""
        keeping = health.keeping
        if not keeping.unread:
            if self._told:
                self._asking.notices.withdraw("locked")
            self._told = False
            return
        if self._told:
            return
        self._told = True
        text = words.plural(
            "1 secret is locked; captures are not checked with it.",
            "%Ln secrets are locked; captures are not checked with them.",
            keeping.unread,
        )
        by_file = keeping.file == "locked"
        act = (words.tr("Unlock…"), self.open if by_file else self.unlock_keyring)
        self._asking.post(Notice(text=text, kind="warns", key="locked", actions=(act,)))

    def open(self, then: Callable[[], None] | None = None, why: str = "", over: QWidget | None = None) -> None:
        """Ask for the passphrase, or for a new one where there is no file yet; `then` is done once it is open."""
        if self.is_open:
            if then is not None:
                then()
            return
        asks: Asks = "open" if self._asking.engine.health.keeping.file == "locked" else "new"
        self._show(asks, why, over, then)

    def change(self, over: QWidget | None = None) -> None:
        """Ask for the passphrase and for another."""
        self._show("change", "", over, None)

    def unlock_keyring(self) -> None:
        """Let the system ask for the keyring's password."""
        self._asking.start(self._unlock_keyring(), name="unlocking the keyring")

    def _show(self, asks: Asks, why: str, over: QWidget | None, then: Callable[[], None] | None) -> None:
        file = self._asking.engine.health.keeping.file_name
        dialog = PassphraseDialog(asks, file, why, over or self._parent)
        dialog.given.connect(
            lambda now, new: self._asking.start(self._take(dialog, now, new, then), name="giving a passphrase")
        )
        dialog.open()

    async def _take(self, dialog: PassphraseDialog, now: str, new: str, then: Callable[[], None] | None) -> None:
        asks = dialog.asks
        wish = ChangePassphrase(old=now, new=new) if asks == "change" else UnlockSecrets(passphrase=now or new)
        try:
            await self._asking.engine.ask(wish)
        except InspectorError as error:
            if isValid(dialog):
                dialog.show_wrong(str(error))
            return
        if isValid(dialog):
            dialog.accept()
        if asks == "change":
            self._asking.post(Notice(text=words.tr("The new passphrase counts from now on."), kind="done", seconds=8))
        if then is not None:
            then()

    async def _unlock_keyring(self) -> None:
        await self._asking.done(UnlockSecrets(passphrase=None), seconds=PATIENCE)
