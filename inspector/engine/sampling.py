"""Sends sample events, signed now, and says what came back. A listener of ours knows them by the socket's address."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from inspector.core import clock, own_samples
from inspector.core.errors import UsageError
from inspector.core.handing import take
from inspector.core.paths import Paths
from inspector.core.request import Request
from inspector.core.sending_wishes import SampleSent, Seed, SendSample
from inspector.dispatch.sender import Sender
from inspector.dispatch.targets import is_local, target_url
from inspector.engine.aside import aside
from inspector.engine.preparing import Preparing, address, signed
from inspector.providers.samples.making import make
from inspector.providers.samples.own import make_own
from inspector.providers.samples.registry import events_of, no_samples
from inspector.store.dispatch_commit import DispatchCommit
from inspector.store.lookup import NO_CAPTURE
from inspector.store.store import Store

SHOWN = 64 * 1024
"""Bytes of a response that are handed on."""


class Sampling:
    """Makes samples and sends them; nothing of them is stored but by the listener that they reach."""

    def __init__(self, *, store: Store, preparing: Preparing, paths: Paths) -> None:
        self._preparing = preparing
        self._drafts = paths.drafts
        self._own = paths.own_samples
        self._commit = DispatchCommit(store)
        self._sender = Sender(announce=self._commit.begin, ended=self._commit.end)

    async def fulfil(self, wish: SendSample, listening: Sequence[str]) -> SampleSent:
        """Make, sign and send what a wish asks for, to the first address that listens where it names no target.

        Raises UsageError for an event, an assignment or a target that is none, or with no target while nothing listens;
        NothingError for a secret that there is not, and for a body that cannot be taken what `take` raises.
        """
        body = await asyncio.to_thread(take, self._drafts, Path(wish.body_file)) if wish.body_file else None
        signer = await aside(self._preparing.signer_of, wish.provider, wish.secret)
        request = self.make(wish.provider, wish.event, sets=wish.sets, body=body, seed=wish.seed)
        target = wish.target or own_address(listening)
        url = target_url(target, request.target)
        return await self.send(await aside(signed, signer, request, url, wish.broken), target)

    def make(
        self,
        provider: str,
        event: str,
        *,
        sets: Sequence[str] = (),
        body: bytes | None = None,
        seed: Seed | None = None,
    ) -> Request:
        """An event, not signed: a sample of the user's own of that title, else one of ours. Raises UsageError."""
        own = own_samples.find(self._own, provider, event)
        if own is not None:
            return make_own(own, sets=sets, now=clock.now(), body=body)
        if seed is None:
            return make(provider, event, sets=sets, now=clock.now(), body=body)
        return make(provider, event, sets=sets, now=seed.at, body=body, seed=seed.number)

    def first_event(self, provider: str) -> str:
        """The event that is sent where none is named. Raises UsageError for a provider without samples."""
        ours = events_of(provider)
        if ours:
            return ours[0].event
        own = next((one for one in own_samples.read_all(self._own) if one.provider == provider), None)
        if own is None:
            raise UsageError(no_samples(provider))
        return own.title

    async def send(self, request: Request, target: str) -> SampleSent:
        """Send a signed sample; what fails on the way is in `error`. Raises UsageError for a target that is none."""
        url = address(request, target_url(target, request.target))
        dispatch = await self._sender.send_request(request, url, capture_id=NO_CAPTURE)
        return SampleSent(
            url=url,
            status=dispatch.status,
            duration_ms=dispatch.duration_ms,
            headers=dispatch.headers,
            body=dispatch.body[:SHOWN],
            error=dispatch.error,
        )

    async def close(self) -> None:
        """Close the connections that are kept for the next sending."""
        await self._sender.close()
        self._commit.flush()


def own_address(listening: Sequence[str]) -> str:
    """Where we reach our own listener: over the loopback wherever it listens there. Raises UsageError."""
    if not listening:
        raise UsageError("The listener is stopped, so a sample would reach nobody. Start it, or name a target.")
    address = next(filter(is_local, listening), listening[0])
    return address.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")
