"""Fetches public keys from where their providers publish them, behind the judging, and only if the user allowed it."""

import asyncio
import logging
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.core import clock
from inspector.core.errors import InspectorError, NothingError, ResourceError
from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.engine import key_cache
from inspector.engine.aside import aside
from inspector.engine.key_cache import FetchedKey
from inspector.engine.reading import plain
from inspector.providers.basis import Secrets
from inspector.providers.diagnosis import readable_content
from inspector.providers.key_choice import holds, kid_of
from inspector.providers.key_sources import host_of, key_way
from inspector.providers.line import one_line
from inspector.providers.payload import Payload
from inspector.providers.provider import Provider
from inspector.providers.reading import readings_of
from inspector.providers.registry import find
from inspector.providers.wording import GONE, where_key_is

if TYPE_CHECKING:
    from inspector.engine.outside import Outside

log = logging.getLogger(__name__)

MINUTE = 60.0
MOST = 5
"""Addresses of one provider that are asked a minute: whoever sends may name as many as they like."""

OnFetched = Callable[[str], Awaitable[None]]
"""Told the provider of which there is a new key."""


async def fetch_key(file: Path, request: Request, judgement: Judgement) -> FetchedKey:
    """The key of one request, for a command that judges it itself. Raises InspectorError."""

    async def told(provider: str) -> None:
        """Nobody else is judging."""

    return await KeyFetching(file, told).fetch(request, judgement)


class KeyFetching:
    """Knows the keys that were fetched, and fetches others. `outside` is made when it is first needed."""

    def __init__(self, file: Path, on_fetched: OnFetched) -> None:
        self._file = file
        self._on_fetched = on_fetched
        self._keys = key_cache.read(file)
        self._asked: dict[str, float] = {}
        self._refused: dict[str, str] = {}
        self._times: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=MOST))
        self._one_at_a_time = asyncio.Lock()
        self.outside: Outside | None = None

    @property
    def secrets(self) -> Secrets:
        """The keys by provider."""
        return key_cache.as_secrets(self._keys)

    async def fetch(self, request: Request, judgement: Judgement) -> FetchedKey:
        """The key that a request is signed with; one that is known is not fetched again.

        Raises NothingError where it cannot be fetched, with what to do instead; ResourceError where that failed.
        """
        provider = find(judgement.provider or "")
        if provider is None:
            raise NothingError("No provider was recognised, so there is no key to fetch.")
        try:
            payload = Payload(request, await aside(readable_content, request, plain))
        except OSError as error:
            raise NothingError(GONE) from error
        way = key_way(provider, payload)
        if not way.addresses:
            raise NothingError(where_key_is(provider, way))
        named = (kid_of(reading) for reading in readings_of(provider, payload) if reading.scheme.is_asymmetric)
        kid = next(named, "")
        async with self._one_at_a_time:
            known = (one for one in self._keys if one.provider == provider.id and one.address in way.addresses)
            return next((one for one in known if holds(one.content, kid)), None) or await self._fetch_first(
                provider, way.addresses, kid
            )

    async def visit(self, provider: Provider, address: str) -> bytes:
        """Ask an address that was looked at, no more often than is decent. Raises ResourceError."""
        self._pace(provider, address)
        return await self._reachable().get(address)

    async def _fetch_first(self, provider: Provider, addresses: tuple[str, ...], kid: str) -> FetchedKey:
        failed: InspectorError | None = None
        for address in addresses:
            try:
                key = await self._fetch(provider, address)
            except ResourceError as error:
                failed = failed or error
                continue
            if holds(key.content, kid):
                return key
            failed = NothingError(f"{host_of(address)} publishes no key with the id “{one_line(kid, 80)}”.")
        raise failed or NothingError(f"There is nowhere to ask for {provider.name}'s key.")

    async def _fetch(self, provider: Provider, address: str) -> FetchedKey:
        self._pace(provider, address)
        now = clock.now()
        try:
            content = await self._reachable().get(address)
            why = await aside(self._objection, provider, content, now)
            if why is not None:
                raise ResourceError(f"What {host_of(address)} gave is not taken as a key of {provider.name}: {why}.")
        except ResourceError as error:
            self._refused[address] = str(error)
            raise
        key = FetchedKey(provider=provider.id, address=address, fetched_at=now, content=content)
        self._keys = await aside(key_cache.keep, self._file, key)
        await self._on_fetched(provider.id)
        return key

    def _pace(self, provider: Provider, address: str) -> None:
        """Raises ResourceError where this was asked within the last minute, or too much was."""
        now, times = time.monotonic(), self._times[provider.id]
        if now - self._asked.get(address, -MINUTE) < MINUTE:
            why = self._refused.get(address, "")
            told = f"{host_of(address)} was asked for this less than a minute ago; try again later."
            raise ResourceError(f"{why} {told}".lstrip())
        if len(times) == MOST and now - times[0] < MINUTE:
            raise ResourceError(f"More than {MOST} addresses of {provider.name} were to be asked within a minute.")
        times.append(now)
        self._asked = {one: at for one, at in self._asked.items() if now - at < MINUTE} | {address: now}
        self._refused = {one: why for one, why in self._refused.items() if one in self._asked and one != address}

    def _objection(self, provider: Provider, content: bytes, now: datetime) -> str | None:
        # The lazy border of cryptography's certificates: only who fetches a key waits for them.
        from inspector.engine.certificates import objection  # noqa: PLC0415

        return objection(provider, content, now, self._reachable().roots if provider.key_chain else ())

    def _reachable(self) -> "Outside":
        if self.outside is None:
            # The lazy border of aiohttp's client: `verify` needs it only where it fetches.
            from inspector.engine.outside import Outside  # noqa: PLC0415

            self.outside = Outside()
        return self.outside
