"""What is asked outside this machine for captures that arrive: their public keys, and the address that confirms a
subscription of Amazon SNS. Nothing is, unless the user allowed it.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from inspector.core.capture import Capture
from inspector.core.errors import InspectorError, ResourceError
from inspector.core.messages import Changed
from inspector.core.verdict import Judgement
from inspector.engine.key_cache import FetchedKey
from inspector.engine.key_fetching import KeyFetching
from inspector.engine.reading import Reading
from inspector.engine.rejudging import Rejudging
from inspector.engine.secret_keeping import SecretKeeping
from inspector.providers.confirming import KIND, confirmation_address, without_token
from inspector.providers.entries.aws_sns import AWS_SNS
from inspector.providers.key_sources import host_of
from inspector.providers.registry import find
from inspector.providers.wording import could_not_be_had
from inspector.store.store import Store

log = logging.getLogger(__name__)

MOST = 200
"""Captures that stand in line, and subscriptions that are remembered; the oldest make room."""
MOST_WAITING = 20
"""Captures of a provider that are looked at again once fetching is allowed."""
CONFIRMED = "The subscription is confirmed"
PATIENCE = 20
"""Looks at a capture whose response is still to be written down, 50 ms apart."""


def concerns(judgement: Judgement) -> bool:
    """Whether something outside could be asked for such a capture: looked at for every one that arrives."""
    return judgement.verdict.cause == "key-unavailable" or judgement.handshake == KIND


class AskingOutside:
    """One capture after the other, behind the responses."""

    def __init__(
        self,
        file: Path,
        secrets: SecretKeeping,
        rejudging: Rejudging,
        store: Store,
        reading: Reading,
        on_changed: Callable[[Changed], None],
    ) -> None:
        self.fetching = KeyFetching(file, self._judge_again)
        self._secrets = secrets
        self._secrets.take_fetched(self.fetching.secrets)
        self._rejudging = rejudging
        self.allowed: bool | None = None
        """What a command's option says; None: what the settings say."""
        self.settings_allow = False
        self._takes_up = False
        self._store = store
        self._reading = reading
        self._on_changed = on_changed
        self._line: deque[int] = deque(maxlen=MOST)
        self._arrived = asyncio.Event()
        self._confirmed: dict[str, None] = {}
        """Addresses of the last subscriptions; a message may be sent again as often as anybody likes."""

    @property
    def may(self) -> bool:
        """Whether the user has allowed it."""
        return self.settings_allow if self.allowed is None else self.allowed

    def follow(self, *, allowed: bool) -> None:
        """What the settings say from now on; once they allow it, captures that wait for a key are looked at."""
        self._takes_up = self._takes_up or (allowed and not self.settings_allow)
        self.settings_allow = allowed
        if self._takes_up:
            self._arrived.set()

    def look_at(self, id: int) -> None:
        """Ask what can be asked for this capture soon, if that is allowed."""
        if self.may:
            self._line.append(id)
            self._arrived.set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            if self._takes_up:
                self._takes_up = False
                await self._take_up()
            while self._line:
                id = self._line.popleft()
                try:
                    await self.ask(id)
                except InspectorError as error:
                    log.info("Nothing was fetched for capture %d: %s", id, error)
                    with suppress(InspectorError):  # it may be gone by now
                        await self._explain(id, str(error))
                except Exception:  # a bug of ours must not end it for all captures to come
                    log.exception("asking for capture %d failed", id)

    async def _take_up(self) -> None:
        """Look at what waited until fetching was allowed."""
        for provider in await self._reading.run(lambda reader: [one for one, _, _ in reader.provider_counts()]):
            known = find(provider or "")
            if known is not None and known.key_sources:
                ids = await self._reading.run(lambda reader, id=known.id: reader.no_secret(id))  # type: ignore[misc]
                for id in ids[:MOST_WAITING]:
                    self.look_at(id)

    async def ask(self, id: int) -> FetchedKey | None:
        """Fetch the key of a capture, then confirm its subscription if it is one. Raises InspectorError."""
        capture = await self._capture(id)
        key = None
        if capture.judgement.verdict.cause == "key-unavailable":
            key = await self.fetching.fetch(capture.request, capture.judgement)
            capture = await self._capture(id)
        if capture.origin.kind == "received":
            address = confirmation_address(capture.request, capture.judgement)
            if address is not None and address not in self._confirmed:
                await self._confirm(capture, address)
        return key

    async def fetch_for(self, id: int) -> str:
        """The same because the user asked for it, with what came of it in a sentence. Raises InspectorError."""
        key = await self.ask(id)
        explanation = (await self._capture(id)).judgement.verdict.explanation
        return explanation if key is None else f"The key was fetched from {host_of(key.address)}. {explanation}"

    async def _explain(self, id: int, why: str) -> None:
        """Say on a capture without its key why that could not be fetched, though it was allowed."""
        judgement = (await self._capture(id)).judgement
        verdict = replace(judgement.verdict, explanation=could_not_be_had(judgement.verdict.explanation, why))
        if verdict != judgement.verdict:
            self._store.record_judgements([(id, replace(judgement, verdict=verdict))])
            self._on_changed(Changed(ids=(id,)))

    async def _judge_again(self, provider: str) -> None:
        self._secrets.take_fetched(self.fetching.secrets)
        await self._rejudging.run(await self._rejudging.judgeable(provider))

    async def _capture(self, id: int) -> Capture:
        return await self._reading.run(lambda reader: reader.capture(id))

    async def _confirm(self, capture: Capture, address: str) -> None:
        self._confirmed[address] = None
        try:
            await self.fetching.visit(AWS_SNS, address)
            why = f"{CONFIRMED}: the message is genuine, and its SubscribeURL was visited ({without_token(address)})."
        except ResourceError as error:
            self._confirmed.pop(address, None)
            why = f"The subscription is NOT confirmed. {error}"
        if len(self._confirmed) > MOST:
            del self._confirmed[next(iter(self._confirmed))]
        for _ in range(PATIENCE):
            if capture.response is not None:
                self._store.record_responses([(capture.id, replace(capture.response, why=why))])
                self._on_changed(Changed(ids=(capture.id,)))
                return
            await asyncio.sleep(0.05)
            capture = await self._capture(capture.id)
