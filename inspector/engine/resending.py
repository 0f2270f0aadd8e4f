"""Sends stored captures again; each dispatch is stored with its whole response."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from inspector.core.capture import Capture
from inspector.core.dispatch import Dispatch
from inspector.core.errors import InspectorError, NothingError
from inspector.core.long_work import Outcome
from inspector.core.messages import Changed, Dispatched, Fact
from inspector.dispatch.sender import Sender, unreadable
from inspector.dispatch.targets import target_url
from inspector.engine.preparing import AS_RECEIVED, Manner, Prepared, Preparing
from inspector.engine.reading import Reading
from inspector.store.dispatch_commit import DispatchCommit
from inspector.store.store import Store

AT_ONCE = 64
"""Captures read from the store in one go."""


class Resending:
    """Reads captures, sends them, stores what came back."""

    def __init__(
        self, *, store: Store, reading: Reading, publish: Callable[[Fact], None], preparing: Preparing
    ) -> None:
        self._reading = reading
        self._preparing = preparing
        self._publish = publish
        self._commit = DispatchCommit(store)
        self._sender = Sender(announce=self._commit.begin, ended=self._commit.end)

    async def send(
        self,
        ids: Sequence[int],
        target: str,
        *,
        manner: Manner = AS_RECEIVED,
        concurrency: int = 1,
        pause: float = 0.0,
    ) -> AsyncIterator[Dispatch]:
        """Send captures; yields every dispatch as it stands in the store, in the order of `ids`.

        At most `concurrency` are under way, with at least `pause` seconds between two starts. Raises NothingError for a
        capture or a secret that is not there, UsageError for a target that is none or a capture that cannot be sent in
        that manner.
        """
        under_way: deque[asyncio.Future[Dispatch]] = deque()
        try:
            async for capture in self._captures(ids):
                if len(under_way) >= concurrency:
                    yield await under_way.popleft()
                under_way.append(asyncio.ensure_future(self._send(capture, target, manner)))
                if pause:
                    await asyncio.sleep(pause)
            while under_way:
                yield await under_way.popleft()
        finally:
            for sending in under_way:
                sending.cancel()

    async def outcomes(self, ids: Sequence[int], target: str, manner: Manner = AS_RECEIVED) -> tuple[Outcome, ...]:
        """Send captures one after another; one that cannot be sent is named in its place and the next one follows.

        Raises UsageError for a target that is none.
        """
        target_url(target, "/")
        found = []
        for part in _parts(ids):
            by_id = await self._read(part)
            for id in part:
                try:
                    found.append(outcome(await self._send(_there(by_id, id), target, manner)))
                except InspectorError as error:
                    found.append(Outcome(capture_id=id, error=str(error)))
        return tuple(found)

    async def close(self) -> None:
        """Close the connections that are kept for the next sending."""
        await self._sender.close()
        self._commit.flush()

    async def _captures(self, ids: Sequence[int]) -> AsyncIterator[Capture]:
        for part in _parts(ids):
            by_id = await self._read(part)
            for id in part:
                yield _there(by_id, id)

    async def _read(self, ids: Sequence[int]) -> Mapping[int, Capture]:
        found = await self._reading.run(lambda reader: list(reader.captures(ids)))
        return {capture.id: capture for capture in found}

    async def _send(self, capture: Capture, target: str, manner: Manner) -> Dispatch:
        if capture.request.malformed:
            raise InspectorError(unreadable(capture.id))
        if manner == AS_RECEIVED:
            url = target_url(target, capture.request.target)
            return await self._keep(await self._sender.send(capture, url))
        # On a thread: a large body is read and hashed, and some keys take milliseconds to sign.
        return await self.send_prepared(
            capture, await asyncio.to_thread(self._preparing.prepare, capture, target, manner)
        )

    async def send_prepared(self, capture: Capture, ready: Prepared) -> Dispatch:
        """Send what was made of a capture."""
        dispatch = await self._sender.send(replace(capture, request=ready.request), ready.url)
        differs = tuple(dict.fromkeys((*ready.changed, *dispatch.changed)))
        return await self._keep(replace(dispatch, as_=ready.as_, changed=differs))

    async def send_edited(self, capture: Capture, url: str, changed: Sequence[str]) -> Dispatch:
        """Send a capture whose request was edited to a whole URL. `changed` names what of it is not as it came."""
        ready = Prepared(request=capture.request, url=url, as_="edited", changed=tuple(changed))
        return await self.send_prepared(capture, ready)

    async def _keep(self, dispatch: Dispatch) -> Dispatch:
        stored = await self._commit.add(dispatch)
        self._publish(Dispatched(id=stored, capture_id=dispatch.capture_id))
        self._publish(Changed(ids=(dispatch.capture_id,)))
        return replace(dispatch, id=stored)


def outcome(dispatch: Dispatch) -> Outcome:
    """What crosses the pipe of a dispatch: never its body."""
    return Outcome(
        capture_id=dispatch.capture_id,
        dispatch_id=dispatch.id,
        target=dispatch.target,
        status=dispatch.status,
        duration_ms=dispatch.duration_ms,
        error=dispatch.error,
    )


def _there(by_id: Mapping[int, Capture], id: int) -> Capture:
    if id not in by_id:
        raise NothingError(f"There is no capture {id}.")
    return by_id[id]


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]
