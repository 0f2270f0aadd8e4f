"""Checks a receiver: a good event, each bad one that the provider's scheme allows, the good one again; one address."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from inspector.core import clock
from inspector.core.capture import Capture
from inspector.core.errors import ResourceError, UsageError
from inspector.core.request import Request
from inspector.core.sending_wishes import BREAKS, Break, CheckLine, CheckReceiver, ReceiverChecked, Step
from inspector.dispatch.targets import target_url
from inspector.engine.aside import aside
from inspector.engine.preparing import BROKEN, Prepared, Preparing, address, signed
from inspector.engine.reading import Reading
from inspector.engine.resending import Resending
from inspector.engine.sampling import Sampling
from inspector.providers.breaking import Signer, is_refused

ACCEPTED: dict[Break, str] = {
    "stale": "events of any age",
    "future": "a time that lies ahead",
    "tampered": "such a change",
    "wrong-secret": "any secret",
    "unsigned": "events without a signature",
}
"""What libraries accept that refuse nothing of the kind."""


class Sent(Protocol):
    """What came back of one sending, from where samples go out and from where captures do."""

    @property
    def status(self) -> int | None:
        """Of the response; None where there is none."""

    @property
    def duration_ms(self) -> float | None:
        """Milliseconds that it took."""

    @property
    def error(self) -> str | None:
        """Why there is no response, or no complete one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What is sent: how its event is made, and how it goes out."""

    event: str
    signer: Signer
    make: Callable[[], Request]
    """The event, not signed; of a sample each time another one, with ids of its own."""
    send: Callable[[Prepared], Awaitable[Sent]]


class ReceiverChecking:
    """Sends one after another, so that a receiver sees them in the order in which they are listed."""

    def __init__(self, reading: Reading, resending: Resending, sampling: Sampling, preparing: Preparing) -> None:
        self._reading = reading
        self._resending = resending
        self._sampling = sampling
        self._preparing = preparing

    async def fulfil(self, wish: CheckReceiver) -> ReceiverChecked:
        """Check, and say what came of all. Raises what `begin` raises."""
        base = await self.begin(wish)
        lines = [line async for line in self.lines(base, wish.target)]
        return checked(base, wish.target, lines)

    async def begin(self, wish: CheckReceiver) -> Base:
        """What is going to be sent.

        Raises UsageError for a target, an event or a provider that is none, or that cannot be signed; NothingError for
        a capture or a secret that is not there.
        """
        target_url(wish.target, "/")
        if wish.of is None:
            base = self._of_sample(wish)
        else:
            of = wish.of
            base = self._of_capture(await self._reading.run(lambda reader: reader.capture(of)), wish.secret)
        base.signer.scheme()
        return base

    async def lines(self, base: Base, target: str) -> AsyncIterator[CheckLine]:
        """Send each, and say of each what came of it.

        Raises UsageError where even a good one cannot be signed, ResourceError where nothing answers.
        """
        good = await aside(prepared, base, base.make(), target, None)
        first = line_of("good", await base.send(good))
        if first.status is None:
            raise ResourceError(first.error or f"Nothing answered at {good.url}.")
        yield first
        for broken in BREAKS:
            try:
                bad = await aside(refusable, base, base.make(), target, broken)
            except UsageError as error:
                yield CheckLine(step=broken, accepts=False, left_out=str(error))
            else:
                yield line_of(broken, await base.send(bad))
        yield line_of("repeat", await base.send(good))

    def _of_sample(self, wish: CheckReceiver) -> Base:
        event = wish.event or self._sampling.first_event(wish.provider)
        return Base(
            event=event,
            signer=self._preparing.signer_of(wish.provider, wish.secret),
            make=lambda: self._sampling.make(wish.provider, event),
            send=lambda ready: self._sampling.send(ready.request, ready.url),
        )

    def _of_capture(self, capture: Capture, secret: str) -> Base:
        if capture.request.malformed:
            raise UsageError(f"Capture {capture.id} is no HTTP request, so nothing is checked with it.")
        return Base(
            event=capture.judgement.event or f"#{capture.id}",
            signer=self._preparing.signer_for(capture, secret),
            make=lambda: capture.request,
            send=lambda ready: self._resending.send_prepared(capture, ready),
        )


def prepared(base: Base, request: Request, target: str, broken: Break | None) -> Prepared:
    """The event signed for a target, or badly. Raises UsageError where it cannot be."""
    url = target_url(target, request.target)
    ready = signed(base.signer, request, url, broken)
    changed = () if broken is None else (f"{BROKEN}{broken}",)
    return Prepared(request=ready, url=address(ready, url), as_="signed", changed=changed)


def refusable(base: Base, request: Request, target: str, broken: Break) -> Prepared:
    """A bad event that the provider's own library would refuse. Raises UsageError where it would not."""
    ready = prepared(base, request, target, broken)
    if not is_refused(base.signer, ready.request, clock.now(), ready.url):
        raise UsageError(f"The libraries of {base.signer.provider.name} accept {ACCEPTED[broken]}.")
    return ready


def line_of(step: Step, sent: Sent) -> CheckLine:
    """The line of a step that was taken."""
    return CheckLine(
        step=step,
        accepts=step in ("good", "repeat"),
        status=sent.status,
        duration_ms=sent.duration_ms,
        error=sent.error,
    )


def checked(base: Base, target: str, lines: list[CheckLine]) -> ReceiverChecked:
    """What came of all steps."""
    return ReceiverChecked(
        provider=base.signer.provider.id,
        event=base.event,
        target=target_url(target, base.make().target),
        secret=base.signer.secret.name,
        lines=tuple(lines),
    )
