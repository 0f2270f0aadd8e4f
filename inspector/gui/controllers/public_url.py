"""The URL that is shown and copied: the public one once it is known; it is offered when a request came through it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from inspector.core.capture import Capture, Summary
from inspector.core.errors import InspectorError
from inspector.core.messages import Captured
from inspector.core.public_address import is_foreign, public_url_of
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.tasks import spawn
from inspector.gui.views.notice_bar import Action, Notice

PAUSE = 500
"""Milliseconds between two looks at what arrived."""
MOST = 60
"""Rows of a burst that are looked at."""
LONGEST = 70
"""Characters of a URL that stand on a button."""


class ReadsArrivals(Protocol):
    """What this needs of the reader."""

    async def summaries(self, ids: Sequence[int]) -> list[Summary]: ...
    async def capture(self, id: int) -> Capture: ...


class PublicUrl(QObject):
    """Offers each address once while the window is open; what the user took is a setting."""

    def __init__(
        self, *, asking: Asking, habits: Habits, reader: ReadsArrivals, show: Callable[[str], None], parent: QObject
    ) -> None:
        """`show` is told the public URL, empty where there is none."""
        super().__init__(parent)
        self._asking = asking
        self._habits = habits
        self._reader = reader
        self._show = show
        self._seen: int | None = None
        self._newest = 0
        self._offered: set[str] = set()
        self._looking = False
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._look)
        habits.changed.connect(self._shown)
        self._shown()

    @property
    def url(self) -> str:
        """What a sender is to be given: the public URL, else the main address that is open, else empty."""
        listening = self._asking.engine.health.listening
        return self._habits.settings.public_url.rstrip("/") or (listening[0] if listening else "")

    def captured(self, fact: Captured) -> None:
        """Something arrived: look at it soon."""
        if self._seen is None:
            self._seen = fact.last_id - fact.count
        self._newest = max(self._newest, fact.last_id)
        if not self._rest.isActive() and not self._looking:
            self._look()

    def use(self, url: str) -> None:
        """From now on this is the URL that is shown, copied and written into commands; empty takes it back."""
        self._asking.notices.withdraw("public")
        if url == self._habits.settings.public_url:
            return
        self._habits.change({"public_url": url})
        if url:
            text = words.tr("%1 is the public URL now: shown, copied with Ctrl+L and written into commands.")
            back = (words.tr("Take it back"), self.take_back)
            self._post(text.replace("%1", shortened(url)), back)

    def take_back(self) -> None:
        """The local address counts again."""
        before = self._habits.settings.public_url
        if not before:
            self._asking.post(Notice(text=words.tr("No public URL is set."), key="public", seconds=5))
            return
        self.use("")
        text = words.tr("%1 is no longer shown and copied; the address of this machine is.")
        self._post(text.replace("%1", shortened(before)), (words.tr("Undo"), lambda: self.use(before)))

    def _post(self, text: str, action: Action) -> None:
        self._asking.post(Notice(text=text, kind="done", key="public", actions=(action,), seconds=10))

    def _shown(self) -> None:
        self._show(self._habits.settings.public_url.rstrip("/"))

    def _look(self) -> None:
        if self._seen is not None and self._newest > self._seen:
            self._looking = True
            spawn(
                self._look_at(range(max(self._seen + 1, self._newest - MOST + 1), self._newest + 1)), name="public URL"
            )
            self._seen = self._newest

    async def _look_at(self, ids: range) -> None:
        try:
            rows = await self._reader.summaries(ids)
            came = sorted((row for row in rows if row.origin == "received"), key=lambda row: row.id)
            own = self._asking.engine.health.listening
            foreign = [row for row in came if is_foreign(row.host, own)]
            # A tunnel that writes Host anew says in other fields what it was, so one of the others is read too.
            for row in (foreign or came)[:1]:
                request = (await self._reader.capture(row.id)).request
                # Who stands on the open internet under a plain name takes webhooks by https, whatever it passes on.
                url = public_url_of(request.headers, request.host, own, untold="https")
                if url is not None and not request.malformed:
                    self._offer(url)
        except InspectorError:
            # Removed, or the store cannot be read, which the list says.
            pass
        finally:
            self._looking = False
            if isValid(self._rest):  # not when the window went meanwhile
                self._rest.start()

    def _offer(self, url: str) -> None:
        before = self._habits.settings.public_url
        if url == before or url in self._offered:
            return
        self._offered.add(url)
        if before:
            text = words.tr("A request came through another address than %1.").replace("%1", shortened(before))
        else:
            text = words.tr("A request came through an address from outside this machine.")
        use = (words.tr("Use %1 as the public URL").replace("%1", shortened(url)), lambda: self.use(url))
        self._asking.post(Notice(text=text, key="public", actions=(use,)))


def shortened(url: str) -> str:
    """A URL for a sentence or a button: its middle left out where it is long."""
    return url if len(url) <= LONGEST else f"{url[: LONGEST // 2]}…{url[-LONGEST // 2 :]}"
