"""Secrets that the user gives: read from where they said, named, sent to the engine and never kept here."""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inspector.core.errors import InspectorError, UsageError
from inspector.core.secret import KEYRING_MOST, Kept, SecretName
from inspector.core.secret_wishes import AddSecret, ChangeSecret, RemoveSecret, SecretAdded
from inspector.gui import plain, words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.passphrases import Passphrases
from inspector.gui.tasks import off
from inspector.gui.views.notice_bar import Action, Notice
from inspector.providers.secret_forms import remark

LARGEST = 64 * 1024
"""Bytes of a secret's file; a key is smaller."""

TRYING = 120.0
"""Seconds in which another secret is taken for the next try, and not for a second secret."""


class ShowsSecretWork(Protocol):
    """What giving a secret needs of the detail."""

    def show_busy(self, what: str) -> None: ...
    def show_secret_remark(self, text: str) -> None: ...


class SecretGiving:
    """Where the value is given, what is wrong with it is said: in the detail, or on the page of the secrets."""

    def __init__(self, asking: Asking, detail: ShowsSecretWork, passphrases: Passphrases) -> None:
        self._asking = asking
        self._detail = detail
        self.passphrases = passphrases
        self._url = ""
        self._failed = False
        """Whether the notice that stands says that a secret matched nothing."""
        self._unmatched: dict[str, tuple[str, float]] = {}
        """By provider the name of the secret that was given last where it matched nothing, and when that was."""

    def give(
        self,
        provider: str,
        name: str,
        value: str,
        page: ShowsSecretWork | None = None,
        keep: Kept | None = None,
    ) -> None:
        """Check earlier captures and all that come with this secret; `keep` says where it is to be kept."""
        place = Place(page or self._detail)
        self._asking.start(self._read(provider, name, value, place, keep), name="reading a secret")

    def signed_under(self, url: str) -> None:
        """The public URL is this. With another one everything is judged again: that nothing matched counts no more."""
        if url == self._url:
            return
        self._url = url
        self._unmatched.clear()
        if self._failed:
            self._failed = False
            self._asking.notices.withdraw("secret")

    def change(self, secret: SecretName, new_name: str, keep: Kept | None = None) -> None:
        """Give a secret another name, or another place to be kept."""
        wish = ChangeSecret(provider=secret.provider, name=secret.name, new_name=new_name, keep=keep)
        if keep == "file":
            self.passphrases.open(lambda: self._asking.send(wish))
        else:
            self._asking.send(wish)

    async def _read(self, provider: str, name: str, value: str, place: "Place", keep: Kept | None) -> None:
        place.show_remark("")
        try:
            given = await off(read_given, value)
        except UsageError as error:
            place.show_remark(str(error))
            return
        too_long = len(given.encode("utf-8", "surrogateescape")) > KEYRING_MOST
        if too_long and keep != "session":
            keep = "file"
        why = words.tr("This value is too long for a keyring, so it goes to an encrypted file.") if too_long else ""

        def add() -> None:
            self._asking.start(self._give(provider, name, given, place, keep), name="adding a secret")

        if keep == "file":
            self.passphrases.open(add, why, place.widget)
        else:
            add()

    async def _give(self, provider: str, name: str, given: str, place: "Place", keep: Kept | None) -> None:
        place.show_busy(words.tr("Checking…"))
        known = self._asking.engine.health.secrets
        replaced = self._replaced(provider, known) if not name else ""
        name_now = name or replaced or free_name(provider, known)
        wish = AddSecret(provider=provider, name=name_now, value=given, keep=keep)
        try:
            added = await self._asking.engine.ask(wish)
        except InspectorError as error:
            place.show_remark(str(error))
            return
        finally:
            place.show_busy("")
        if isinstance(added, SecretAdded):
            failed = added.judged_again > 0 and added.matched == 0
            self._unmatched.pop(provider, None)
            if failed and not name:
                self._unmatched[provider] = (wish.name, time.monotonic())
            self._tell(wish, added, failed=failed, replaced=bool(replaced))

    def _replaced(self, provider: str, known: Iterable[SecretName]) -> str:
        """The name that the next try takes over; later on, a capture may have come that the one before matches."""
        name, given = self._unmatched.get(provider, ("", 0.0))
        there = any((one.provider, one.name) == (provider, name) for one in known)
        return name if there and time.monotonic() - given < TRYING else ""

    def _tell(self, wish: AddSecret, added: SecretAdded, *, failed: bool, replaced: bool) -> None:
        name, kept = plain.line(wish.name), kept_words(added.kept)
        said = [
            checked_words(added),
            words.tr("The secret is kept as “%1”, %2.").replace("%2", kept).replace("%1", name),
            words.tr("It takes the place of the “%1” of before, which matched nothing.").replace("%1", name)
            if replaced
            else "",
            remark(wish.provider, wish.value) or "",
        ]
        warns = failed or bool(said[-1])
        self._failed = failed
        actions: tuple[Action, ...] = ()
        if failed:
            actions = ((words.tr("Forget it"), lambda: self._forget(wish.provider, wish.name)),)
        elif added.kept == "session" and wish.keep is None:
            actions = ((words.tr("Keep it…"), lambda: self._keep(wish.provider, wish.name)),)
        self._asking.post(
            Notice(
                text=" ".join(filter(None, said)),
                kind="warns" if warns else "done",
                key="secret",
                actions=actions,
                seconds=None if warns or actions else 8,
            )
        )

    def _keep(self, provider: str, name: str) -> None:
        """In the encrypted file, as there is no keyring."""
        self.change(SecretName(provider=provider, name=name, kept="session"), name, "file")

    def _forget(self, provider: str, name: str) -> None:
        self._asking.send(RemoveSecret(provider=provider, name=name))


class Place:
    """Where a secret was given; a page that was closed meanwhile is told nothing."""

    def __init__(self, shows: ShowsSecretWork) -> None:
        self._shows = shows

    def show_busy(self, what: str) -> None:
        """Something is being done there."""
        if self._is_there():
            self._shows.show_busy(what)

    def show_remark(self, text: str) -> None:
        """What is wrong there."""
        if self._is_there():
            self._shows.show_secret_remark(text)

    @property
    def widget(self) -> QWidget | None:
        """Over what a question is asked; None for the window."""
        return self._shows if isinstance(self._shows, QWidget) and self._is_there() else None

    def _is_there(self) -> bool:
        return not isinstance(self._shows, QObject) or isValid(self._shows)


def read_given(value: str) -> str:
    """The value of the variable of `env:NAME`, the content of `file:PATH`, else the text itself. Raises UsageError."""
    kind, colon, rest = value.partition(":")
    if colon and kind == "env":
        if rest not in os.environ:
            raise UsageError(f"The window was started without a variable {rest}; set it, or paste the secret.")
        return os.environ[rest]
    if colon and kind == "file":
        try:
            content = Path(rest).expanduser().read_bytes()[:LARGEST]
        except OSError as error:
            raise UsageError(f"The file {rest} cannot be read: {error.strerror}.") from error
        return content.decode("utf-8", "surrogateescape")
    return value


def free_name(provider: str, known: Iterable[SecretName]) -> str:
    """A name for a secret that was given none: `default`, then `default-2` …"""
    taken = {one.name for one in known if one.provider == provider}
    number = 1
    while (name := "default" if number == 1 else f"default-{number}") in taken:
        number += 1
    return name


def checked_words(added: SecretAdded) -> str:
    """What a secret did for the captures that waited; empty where none did."""
    count = added.judged_again
    if not count:
        return ""
    if added.matched is None:
        return words.plural("1 capture is checked with it.", "%Ln captures are checked with it.", count)
    if not added.matched:
        return words.plural("Checked 1 capture: it does not match.", "Checked %Ln captures: none matches.", count)
    text = words.plural("Checked 1 capture: it matches.", "Checked %Ln captures: %2 match.", count)
    return text.replace("%2", words.counted(added.matched))


def kept_words(kept: str) -> str:
    """Where a secret is kept, in words."""
    places = {
        "keyring": words.tr("in the system keyring"),
        "file": words.tr("in an encrypted file"),
        "session": words.tr("until the program ends"),
    }
    return places.get(kept, kept)
