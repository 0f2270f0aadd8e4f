"""One connection: heads and bodies in, requests handed over one at a time, responses out in order."""

import asyncio
import logging
from functools import partial

from aiohttp import hdrs
from aiohttp.http_parser import RawRequestMessage

from inspector.core import clock
from inspector.core.body import NO_BODY, Body
from inspector.core.head import read_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.response import Response, refusal
from inspector.listener.exchange import Exchange
from inspector.listener.incoming import Incoming, Salvage
from inspector.listener.intake import Intake
from inspector.listener.link import BODY, CLOSED, DISCARDING, READY, SETTLING, WAITING, Link
from inspector.listener.part import Part
from inspector.listener.prepared import Persistence
from inspector.listener.room import Room
from inspector.listener.strict_head import StrictHead, Unreadable

log = logging.getLogger(__name__)

SILENCE = 0.3
"""Seconds without a byte after which a request that will be refused anyway counts as ended."""

_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Connection(Link):
    """The protocol of one socket. `received_at` of a request is the moment at which its head was whole."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.exchange: Exchange | None = None
        self._strict = StrictHead()
        self._incoming: Incoming | Salvage | None = None
        self._persistence: Persistence = ""
        self._without_content = False
        self._refused = False
        self._pumping = False

    def data_received(self, data: bytes) -> None:
        """Bytes of the sender."""
        self._input = self._input + data if self._input else data
        self._pump()

    def eof_received(self) -> bool:
        """The sender ends; it may still read, so what it sent is answered first."""
        self._eof = True
        if self._state is DISCARDING:
            return False
        self._pump()
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more. What was sent before is still handed over."""
        self._transport = None
        self._eof = True
        self._blocked = False
        self.exchange = None
        self._room.quit(self)
        if self._state is WAITING:
            self._state = CLOSED if self._refused else READY
        self._pump()

    def answer(self, message: bytes) -> None:
        """Write the response of the present exchange, then read the next request."""
        self.exchange = None
        transport = self._transport
        if transport is None:
            return
        self.since = self._room.tick
        transport.write(message)
        if self._persistence == "close" or self._room.is_closing:
            self._close(lingering=self._refused or bool(self._input))
            return
        self._state = READY
        if self._input or self._eof or self._paused:
            self._pump()

    def cut(self, response: Response) -> None:
        """End a request that is not whole: it is handed over as far as it came, with the response that refuses it."""
        if self._state is BODY and self._incoming is not None:
            self._settle(self._incoming.is_complete_when_ended, self._incoming.refusal or response)
        elif self._state is READY and self.has_begun:
            head = bytes(self._strict.partial)
            self._strict.partial.clear()
            self._input = b""
            known = read_head(head)
            request = Request(
                received_at=clock.now(), head=head, method=known.method, target=known.target, remote=self.remote,
                http_version=known.http_version, headers=known.headers, complete=False,
            )  # fmt: skip
            self._hand_over(request, response)

    @property
    def has_begun(self) -> bool:
        """Some of a head has come, but not all of it."""
        return bool(self._strict.partial)

    def _is_behind(self) -> bool:
        return self._incoming is not None and self._incoming.intake.is_behind

    def _pump(self) -> None:
        """Read what may be read now: nothing while a response is awaited."""
        if self._pumping:
            return
        self._pumping = True
        try:
            while self._input and not self._blocked:
                if self._state is READY:
                    self._read_head()
                elif self._state is BODY:
                    self._read_body()
                else:
                    if self._state is DISCARDING or self._state is CLOSED:
                        self._input = b""
                    break
            if self._eof and not self._input:
                if self._state is READY and not self.has_begun:
                    self._close(lingering=False)
                else:
                    self.cut(refusal(400, "The request ended before it was whole."))
        finally:
            self._pumping = False
        if self._input or self._paused or self._incoming is not None:
            self._steer()

    def _read_head(self) -> None:
        data = self._input
        if not self._strict.partial:
            if data[0] in b"\r\n":
                # An empty line before a request is passed over (RFC 9112, section 2.2).
                self._input = data.lstrip(b"\r\n")
                return
            self.since = self._room.tick
        try:
            read = self._strict.feed(data)
        except Unreadable as error:
            self._input = bytes(self._strict.partial) + data
            self._strict.partial.clear()
            self._persistence = "close"
            bare = Request(received_at=clock.now(), head=b"", method="", target="", http_version="", remote=self.remote)
            self._incoming = Salvage(bare, str(error), self._intake(None), self._room.limits.max_body, error.status)
            self._state = BODY
            return
        if read is None:
            self._input = b""
        else:
            self._begin(*read)

    def _begin(self, message: RawRequestMessage, head: bytes, end: int) -> None:
        """The head is whole, and `end` is where in the input the body begins."""
        received_at = clock.now()
        line_end = head.index(b"\r\n")
        version = head[line_end - 3 : line_end].decode()
        headers = message.headers
        if message.should_close or self._room.is_closing:
            self._persistence = "close"
        else:
            self._persistence = "keep-alive" if version == "1.0" else ""
        self._without_content = message.method == "HEAD"
        length: int | None = None
        if not message.chunked:
            announced = headers.get(hdrs.CONTENT_LENGTH)
            length = int(announced) if announced else 0
        expected = headers.getall(hdrs.EXPECT) if hdrs.EXPECT in headers and version != "1.0" else None
        data = self._input
        if length is not None and length <= len(data) - end and length <= self._room.small and expected is None:
            body = Body.of(data[end : end + length]) if length else NO_BODY
            self._input = data[end + length :]
            request = Request(
                received_at=received_at, head=head, method=message.method, target=message.path, http_version=version,
                remote=self.remote, headers=Headers(message.raw_headers), body=body,
            )  # fmt: skip
            self._hand_over(request, None)
            return
        self._input = data[end:]
        incoming = Incoming(
            message, head, version, received_at, self.remote,
            length=length, max_body=self._room.limits.max_body, intake=self._intake(length),
        )  # fmt: skip
        self._receive(incoming, expected or (), has_body=length != 0)

    def _receive(self, incoming: Incoming, expected: list[str] | tuple[str, ...], *, has_body: bool) -> None:
        """Meet the sender's expectation, then take what came of the body."""
        self._incoming = incoming
        self._state = BODY
        if any(item.strip().lower() != "100-continue" for value in expected for item in value.split(",")):
            incoming.refusal = refusal(417, "100-continue is the only expectation that is met here.")
        elif expected and incoming.refusal is None and has_body and self._transport is not None:
            self._transport.write(_CONTINUE)
        self._read_body()
        if expected and incoming.refusal is not None and self._state is BODY:
            self._settle(False, incoming.refusal)

    def _read_body(self) -> None:
        incoming = self._incoming
        assert incoming is not None
        data, self._input = self._input, b""
        self.since = self._room.tick
        try:
            rest = incoming.feed(data)
        except Unreadable as error:
            assert isinstance(incoming, Incoming)
            self._incoming, self._input = incoming.salvage(error, partial(self._intake, None))
            self._persistence = "close"
            return
        if incoming.is_over:
            self._settle(False, incoming.refusal)
        elif rest is not None:
            self._input = rest
            self._settle(True, incoming.refusal)
        elif incoming.intake.problem is not None:
            self._settle(False, None)
        elif incoming.refusal is not None and not incoming.is_watched:
            incoming.is_watched = True
            self._watch(incoming, -1, self._room.limits.body_timeout)

    def _watch(self, incoming: Incoming | Salvage, size: int, patience: float) -> None:
        """End a request that will be refused anyway when its sender pauses, after `patience` seconds at the latest."""
        if self._incoming is not incoming or self._state is not BODY:
            return
        if incoming.intake.size == size or patience <= 0:
            self._settle(incoming.is_complete_when_ended, incoming.refusal)
            return
        loop = asyncio.get_running_loop()
        loop.call_later(SILENCE, self._watch, incoming, incoming.intake.size, patience - SILENCE)

    def _settle(self, complete: bool, response: Response | None) -> None:
        """The body has ended: wait for the disk where it is large, then hand over."""
        incoming = self._incoming
        assert incoming is not None
        self._state = SETTLING
        self._room.settling += 1
        incoming.intake.finish(partial(self._settled, incoming, complete, response))

    def _settled(self, incoming: Incoming | Salvage, complete: bool, response: Response | None, body: Body) -> None:
        self._room.settling -= 1
        self._incoming = None
        problem = incoming.intake.problem
        if problem is not None:
            text = f"The disk has no room for a body of this size ({problem}); make room and send again."
            self._room.on_trouble(text)
            complete, response = False, refusal(503, text)
        self._hand_over(incoming.request(body, complete=complete), response)
        if self._transport is None:
            self._pump()

    def _hand_over(self, request: Request, response: Response | None) -> None:
        """Give the request away; `response` refuses it."""
        self._state = WAITING
        if response is not None:
            self._refused = True
            self._persistence = "close"
        exchange = self.exchange = Exchange(
            self, persistence=self._persistence, without_content=self._without_content, refusal=response
        )
        try:
            self._room.on_request(request, exchange)
        except Exception:
            log.exception("A request could not be taken")
            exchange.respond(refusal(500, "Something failed here; see the log."), None)
        if self._transport is None:
            self.exchange = None
            self._state = CLOSED if self._refused else READY

    def _intake(self, announced: int | None) -> Intake:
        room = self._room
        return Intake(
            announced=announced,
            large=room.limits.large,
            part=Part(room.bodies),
            executor=lambda: room.executor,
            on_room=self._on_room,
        )

    def _on_room(self) -> None:
        """The disk has caught up, or has no room."""
        if self._state is BODY and self._incoming is not None and self._incoming.intake.problem is not None:
            self._settle(False, None)
        self._steer()
