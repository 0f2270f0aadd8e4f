"""Secrets that the user gives: read from where they said, named, sent to the engine and never kept here."""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from shiboken6 import isValid

from inspector.core.errors import InspectorError, UsageError
from inspector.core.secret import SecretName
from inspector.core.secret_wishes import AddSecret, RemoveSecret, SecretAdded
from inspector.gui import plain, words
from inspector.gui.controllers.asking import Asking
from inspector.gui.tasks import off
from inspector.gui.views.notice_bar import Notice
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

    def __init__(self, asking: Asking, detail: ShowsSecretWork) -> None:
        self._asking = asking
        self._detail = detail
        self._unmatched: dict[str, tuple[str, float]] = {}
        """By provider the name of the secret that was given last where it matched nothing, and when that was."""

    def give(self, provider: str, name: str, value: str, page: ShowsSecretWork | None = None) -> None:
        """Check earlier captures and all that come with this secret."""
        self._asking.start(self._give(provider, name, value, Place(page or self._detail)), name="adding a secret")

    async def _give(self, provider: str, name: str, value: str, place: "Place") -> None:
        place.show_remark("")
        try:
            given = await off(read_given, value)
        except UsageError as error:
            place.show_remark(str(error))
            return
        place.show_busy(words.tr("Checking…"))
        known = self._asking.engine.health.secrets
        replaced = self._replaced(provider, known) if not name else ""
        wish = AddSecret(provider=provider, name=name or replaced or free_name(provider, known), value=given)
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
            words.tr("It takes the place of the one before, which matched nothing.") if replaced else "",
            remark(wish.provider, wish.value) or "",
        ]
        warns = failed or bool(said[-1])
        forget = (words.tr("Forget it"), lambda: self._forget(wish.provider, wish.name))
        self._asking.post(
            Notice(
                text=" ".join(filter(None, said)),
                kind="warns" if warns else "done",
                key="secret",
                actions=(forget,) if failed else (),
                seconds=None if warns else 8,
            )
        )

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
