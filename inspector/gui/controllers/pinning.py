"""Pinning captures, so that they stay when the rest is removed."""

from collections.abc import Iterable, Sequence

from inspector.core.capture import Summary
from inspector.core.messages import Pin
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.views.notice_bar import Notice


class Pinning:
    """One key pins and unpins."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def toggle(self, ids: Sequence[int], rows: Iterable[Summary]) -> None:
        """Pin captures; where all of them that are known have a pin already, take the pins away."""
        known = [row.pinned for row in rows]
        wanted = not (known and all(known))
        if ids:
            self._asking.start(self._pin(Pin(ids=tuple(ids), pinned=wanted)), name="pinning")

    async def _pin(self, wish: Pin) -> None:
        count = len(wish.ids)
        if not await self._asking.done(wish) or count == 1:
            return
        if wish.pinned:
            text = words.plural("1 capture pinned.", "%Ln captures pinned.", count)
        else:
            text = words.plural("1 capture unpinned.", "%Ln captures unpinned.", count)
        self._asking.post(Notice(text=text, kind="done", key="pinned", seconds=4))
