"""Sends stored captures again; each dispatch is stored with its whole response."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextvars import ContextVar
from dataclasses import replace

from inspector.core.dispatch import Dispatch
from inspector.core.errors import InspectorError
from inspector.core.messages import Changed, Dispatched, Fact
from inspector.dispatch.sender import Sender
from inspector.dispatch.targets import target_url
from inspector.engine.reading import Reading
from inspector.store.store import Store

sending_of: ContextVar[int] = ContextVar("sending_of")
"""The capture that this task sends, so that its arrival here is known as a resend."""


class Resending:
    """Reads a capture, sends it, stores what came back."""

    def __init__(self, *, store: Store, reading: Reading, publish: Callable[[Fact], None]) -> None:
        self._store = store
        self._reading = reading
        self._publish = publish
        self._sender = Sender(announce=self._announce, ended=store.end_dispatch)

    async def send(self, ids: Iterable[int], target: str) -> AsyncIterator[Dispatch]:
        """Send captures in order, each as it was received; yields every dispatch as it stands in the store."""
        for id in ids:
            yield await self.send_one(id, target)

    async def send_one(self, id: int, target: str) -> Dispatch:
        """Send one capture; trouble with the network is in the result. Raises InspectorError if it cannot be sent."""
        capture = await self._reading.run(lambda reader: reader.capture(id))
        if capture.request.malformed:
            raise InspectorError(f"Capture {id} is no HTTP request that could be read, so it cannot be sent again.")
        url = target_url(target, capture.request.target)
        sending_of.set(id)
        dispatch = await self._sender.send(capture, url)
        stored = self._store.add_dispatch(dispatch)
        self._publish(Dispatched(id=stored, capture_id=id))
        self._publish(Changed(ids=(id,)))
        return replace(dispatch, id=stored)

    async def close(self) -> None:
        """Close the connections that are kept for the next sending."""
        await self._sender.close()

    def _announce(self, address: str) -> None:
        self._store.begin_dispatch(address, sending_of.get())
