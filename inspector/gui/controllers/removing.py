"""Removing captures, and taking that back."""

from typing import Protocol

from inspector.core.messages import Remove, Removed, Restore
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.views.notice_bar import Notice

UNDO = 10.0
"""Seconds for which the notice with Undo stands; the engine purges after that."""


class Selects(Protocol):
    """What removing needs of the selection."""

    def ids(self) -> tuple[int, ...]: ...
    def beside(self) -> int | None: ...
    def await_ids(self, *ids: int) -> None: ...


class Removing:
    """Remembers the last removal."""

    def __init__(self, asking: Asking, selection: Selects) -> None:
        self._asking = asking
        self._selection = selection
        self._token: int | None = None
        self._ids: tuple[int, ...] = ()

    def remove(self, ids: tuple[int, ...]) -> None:
        """Remove these captures, which are selected, and go on with what is beside them."""
        if ids:
            self._asking.start(self._remove(Remove(ids=ids)), name="removing")

    def remove_all_but_pinned(self) -> None:
        """Remove every capture that has no pin."""
        self._asking.start(self._remove(Remove(ids=None, keep_pinned=True)), name="removing")

    def undo(self) -> None:
        """Bring back what was removed last."""
        if self._token is not None:
            token, self._token = self._token, None
            self._asking.start(self._undo(token, self._ids), name="bringing back")

    async def _remove(self, wish: Remove) -> None:
        selection, ids = self._selection, wish.ids or ()
        beside = selection.beside() if ids else None
        removed = await self._asking.answer(wish, Removed)
        if removed is None:
            return
        if not removed.count:
            self._asking.post(Notice(text=words.tr("There was nothing to remove."), key="removed", seconds=4))
            return
        self._token, self._ids = removed.token, ids
        # The list may have lost them already; whoever selected something else meanwhile keeps that.
        if beside is not None and selection.ids() in ((), ids):
            selection.await_ids(beside)
        text = words.plural("1 capture removed.", "%Ln captures removed.", removed.count)
        undo = (words.tr("Undo"), self.undo)
        self._asking.post(Notice(text=text, key="removed", actions=(undo,), seconds=UNDO))

    async def _undo(self, token: int, ids: tuple[int, ...]) -> None:
        back = await self._asking.answer(Restore(token=token), int)
        if back is None:
            return
        if ids:
            self._selection.await_ids(*ids)
        text = words.plural("1 capture is back.", "%Ln captures are back.", back)
        self._asking.post(Notice(text=text, key="removed", seconds=4))
