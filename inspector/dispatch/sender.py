"""Sends requests to targets and says, as a dispatch, what came back. Redirects are not followed."""

from collections.abc import Awaitable, Callable
from time import perf_counter

from inspector.core.capture import Capture
from inspector.core.clock import now
from inspector.core.dispatch import Dispatch, DispatchKind
from inspector.core.errors import UsageError
from inspector.core.request import Request
from inspector.dispatch.outgoing import Outgoing, outgoing
from inspector.dispatch.pool import Pool
from inspector.dispatch.reply import TOTAL_LIMIT, Reply, connect_problem
from inspector.dispatch.targets import Place, parse
from inspector.dispatch.wire import Wire


class Sender:
    """Keeps connections per target and sends over them; one per engine, used from its loop.

    `announce(address, capture_id)` is awaited with the address of our end ("127.0.0.1:53122") before the first byte of
    each request, `ended(address)` called when that request is over, so that a listener can know our own sends.
    """

    def __init__(self, *, announce: Callable[[str, int], Awaitable[None]], ended: Callable[[str], None]) -> None:
        self._announce = announce
        self._ended = ended
        self.pool = Pool()

    async def send(self, capture: Capture, target: str, *, kind: DispatchKind = "resend") -> Dispatch:
        """Send a capture as it was received to a full URL. Trouble on the way is in `error`, never raised."""
        return await self.send_request(capture.request, target, capture_id=capture.id, kind=kind)

    async def send_request(
        self, request: Request, target: str, *, capture_id: int, kind: DispatchKind = "resend"
    ) -> Dispatch:
        """Send a request, announced as that capture, to a full URL. Trouble on the way is in `error`, never raised."""
        at, started = now(), perf_counter()
        changed: tuple[str, ...] = ()
        try:
            place = parse(target)
            if request.malformed is not None or not request.method:
                raise UsageError(unreadable(capture_id))
            ready = outgoing(request, place)
            changed = ready.changed
            reply = await self._exchange(capture_id, ready, place)
        except UsageError as error:
            reply = Reply(problem=str(error))
        return Dispatch(
            capture_id=capture_id,
            at=at,
            kind=kind,
            target=target,
            status=reply.status,
            duration_ms=(perf_counter() - started) * 1000,
            headers=reply.headers,
            body=reply.body,
            error=reply.problem,
            changed=changed,
        )

    async def _exchange(self, capture_id: int, request: Outgoing, place: Place) -> Reply:
        started = perf_counter()
        wire = self.pool.take(place)
        if wire is not None:
            reply = await self._carry(wire, capture_id, request, place, TOTAL_LIMIT)
            if not reply.silent:
                return reply
            # The other end closed a connection that had waited, before it saw this request: ask once more on a new one.
        try:
            wire = await self.pool.connect(place)
        except (OSError, UnicodeError) as error:
            return Reply(problem=connect_problem(error, place.name))
        return await self._carry(wire, capture_id, request, place, started + TOTAL_LIMIT - perf_counter())

    async def _carry(self, wire: Wire, capture_id: int, request: Outgoing, place: Place, seconds: float) -> Reply:
        reusable = False
        try:
            await self._announce(wire.local, capture_id)
            reply = await wire.carry(request, seconds)
            reusable = reply.reusable
        except OSError as error:
            return Reply(problem=f"The body of capture {capture_id} cannot be read: {error.strerror or error}.")
        finally:
            self._ended(wire.local)
            if reusable and wire.is_open:
                self.pool.give(place, wire)
            else:
                wire.close()
        return reply

    async def close(self) -> None:
        """Close every connection."""
        self.pool.close()


def unreadable(capture_id: int) -> str:
    """Why a request that could not be read is not sent."""
    return f"Capture {capture_id} is no HTTP request that could be read, so it cannot be sent again."
