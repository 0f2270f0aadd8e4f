"""Asks once whether public keys may be fetched, and has the key of a capture fetched."""

from collections.abc import Callable
from typing import Protocol
from urllib.parse import urlsplit

from inspector.core.capture import Capture
from inspector.core.messages import Explain, Explanation
from inspector.core.secret_wishes import FetchKey
from inspector.gui import plain, words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.views.notice_bar import Notice

KEY = "fetched key"
"""Of the messages about it, which take each other's place."""


class AsksOnce(Protocol):
    """Opens the question."""

    def __call__(self, *, text: str, more: str, yes: str, agreed: Callable[[], None]) -> object: ...


class KeyFetching:
    """Once the user has agreed nothing is asked any more: the setting says so."""

    def __init__(self, *, asking: Asking, habits: Habits, ask: AsksOnce) -> None:
        self._asking = asking
        self._habits = habits
        self._ask = ask

    def fetch(self, capture: Capture) -> None:
        """Fetch the key that the signature of a capture takes, after the question where it was not answered yet."""
        self._asking.start(self._begin(capture), name="asking for a key")

    async def _begin(self, capture: Capture) -> None:
        explanation = await self._asking.answer(Explain(id=capture.id), Explanation)
        if explanation is None:
            return
        address = explanation.key_address
        if not address:
            text = words.tr("There is nothing to fetch for this capture: %1")
            why = capture.judgement.verdict.explanation
            self._asking.post(Notice(text=text.replace("%1", why), kind="warns", key=KEY, seconds=12))
        elif self._habits.settings.fetch_keys:
            await self._fetch(capture.id, address)
        else:
            self._question(capture.id, address)

    def _question(self, id: int, address: str) -> None:
        text = words.tr("Fetch the public key from %1?").replace("%1", host_of(address))
        more = words.tr(
            "This one request leaves your machine, and tells them your address on the internet, but nothing of the "
            "capture:\n\nGET %1\n\nFrom now on a key that is missing is fetched by itself, only from the addresses at "
            "which its provider publishes it, and a genuine subscription of Amazon SNS is confirmed at Amazon. The "
            "preferences take it back."
        )
        self._ask(
            text=text,
            more=more.replace("%1", plain.line(address)),
            yes=words.tr("Yes, for these addresses from now on"),
            agreed=lambda: self._agreed(id, address),
        )

    def _agreed(self, id: int, address: str) -> None:
        self._habits.change({"fetch_keys": True})
        self._asking.start(self._fetch(id, address), name="fetching a key")

    async def _fetch(self, id: int, address: str) -> None:
        self._asking.post(Notice(text=words.tr("Asking %1…").replace("%1", host_of(address)), key=KEY))
        said = await self._asking.answer(FetchKey(id=id), str)
        if said is None:
            self._asking.notices.withdraw(KEY)
        else:
            self._asking.post(Notice(text=said, kind="done", key=KEY, seconds=10))


def host_of(address: str) -> str:
    """The host of an address, for a sentence."""
    return plain.line(urlsplit(address).hostname or address, 80)
