"""Puts what is sent behind an event loop: what one turn of the loop brings is written in one transaction."""

import asyncio

from inspector.core.dispatch import Dispatch
from inspector.core.errors import NothingError
from inspector.store.store import Store


class DispatchCommit:
    """Collects what begins to be sent, what has ended and what came back."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._begun: list[tuple[str, int]] = []
        self._ended: list[str] = []
        self._dispatches: list[Dispatch] = []
        self._told: list[asyncio.Future[None]] = []
        self._added: list[asyncio.Future[int]] = []
        self._scheduled = False

    async def begin(self, address: str, capture_id: int) -> None:
        """Return once every process can know that this address of ours sends that capture."""
        told: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._begun.append((address, capture_id))
        self._told.append(told)
        self._schedule()
        await told

    def end(self, address: str) -> None:
        """The request from that address has its response."""
        self._ended.append(address)
        self._schedule()

    async def add(self, dispatch: Dispatch) -> int:
        """Store a dispatch with its whole response; gives its id. Raises NothingError where the capture is gone."""
        added: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._dispatches.append(dispatch)
        self._added.append(added)
        self._schedule()
        return await added

    def flush(self) -> None:
        """Write what waits now."""
        self._scheduled = False
        begun, ended, dispatches = self._begun, self._ended, self._dispatches
        told, added = self._told, self._added
        self._begun, self._ended, self._dispatches, self._told, self._added = [], [], [], [], []
        try:
            ids = self._store.record_sending(begun=begun, ended=ended, dispatches=dispatches)
        except Exception as error:
            for waiting in [future for futures in (told, added) for future in futures if not future.done()]:
                waiting.set_exception(error)
            return
        for waiting_told in told:
            if not waiting_told.done():
                waiting_told.set_result(None)
        for waiting_added, dispatch, id in zip(added, dispatches, ids, strict=True):
            if waiting_added.done():
                continue
            if id is None:
                waiting_added.set_exception(NothingError(f"There is no capture {dispatch.capture_id}."))
            else:
                waiting_added.set_result(id)

    def _schedule(self) -> None:
        if not self._scheduled:
            self._scheduled = True
            asyncio.get_running_loop().call_soon(self.flush)
