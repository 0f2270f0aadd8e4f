"""Sending captures and what is told of it."""

import asyncio
import socket
import ssl
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.headers import Pair
from inspector.core.request import Request
from inspector.core.response import DEFAULT_RESPONSE
from inspector.dispatch.sender import Sender
from inspector.dispatch.targets import target_url
from inspector.listener.exchange import Exchange
from inspector.listener.limits import Limits
from inspector.listener.listener import Listener
from tests.captures import capture_of, head_of
from tests.formats.requests import captures, is_strict
from tests.recorder import OK, Recorded, recording, serving

CAPTURE = capture_of(head_of(b"POST /hooks?x=1 HTTP/1.1", b"host: old:1", b"X-A: b", b"Content-Length: 4"), b"\0\xff{}")


class _Ledger:
    """What the sender announced and ended, in order."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []
        self.sender = Sender(announce=self._announce, ended=lambda a: self.lines.append(("-", a)))

    async def _announce(self, address: str, capture_id: int) -> None:
        self.lines.append(("+", address))


async def test_a_capture_goes_out_as_it_came() -> None:
    """The other end gets the captured bytes, but for its own Host; the dispatch tells the whole response."""
    ledger = _Ledger()
    async with recording() as recorder:
        dispatch = await ledger.sender.send(CAPTURE, recorder.url + "/hooks?x=1")
        await ledger.sender.close()

    (got,) = recorder.requests
    place = f"127.0.0.1:{recorder.port}".encode()
    assert got.head == head_of(b"POST /hooks?x=1 HTTP/1.1", b"host: " + place, b"X-A: b", b"Content-Length: 4")
    assert got.body == b"\0\xff{}"
    assert (dispatch.capture_id, dispatch.status, dispatch.body, dispatch.error) == (17, 200, b"ok", None)
    assert (dispatch.target, dispatch.changed, dispatch.kind) == (recorder.url + "/hooks?x=1", ("host",), "resend")
    assert dispatch.duration_ms is not None
    assert dispatch.duration_ms > 0


async def test_our_own_end_is_announced_before_the_first_byte() -> None:
    """A listener can tell our sends by their address, and each is ended once its response is there."""
    ledger = _Ledger()
    known: list[tuple[str, str]] = []

    def answer(request: Recorded) -> bytes:
        known.append((request.remote, ledger.lines[-1][1]))
        assert ledger.lines[-1][0] == "+"
        return OK

    async with recording(answer) as recorder:
        for _ in range(3):
            await ledger.sender.send(CAPTURE, recorder.url)
        await ledger.sender.close()

    assert [remote for remote, _ in known] == [announced for _, announced in known]
    assert [sign for sign, _ in ledger.lines] == ["+", "-"] * 3
    assert recorder.connections == 1


async def test_a_waiting_connection_that_died_is_replaced_once() -> None:
    """The server closed it between two requests: the second goes out on a new one and nobody notices."""
    ledger = _Ledger()
    closing = iter([OK, None, OK])
    async with recording(lambda request: next(closing)) as recorder:
        first = await ledger.sender.send(CAPTURE, recorder.url)
        second = await ledger.sender.send(CAPTURE, recorder.url)
        await ledger.sender.close()

    assert (first.status, second.status, second.error) == (200, 200, None)
    assert [request.connection for request in recorder.requests] == [1, 1, 2]
    assert len({address for _, address in ledger.lines}) == 2


async def test_a_new_connection_that_dies_is_not_tried_again() -> None:
    """The server may have taken the request before it closed."""
    ledger = _Ledger()
    async with recording(lambda request: None) as recorder:
        dispatch = await ledger.sender.send(CAPTURE, recorder.url)
        await ledger.sender.close()

    assert len(recorder.requests) == 1
    assert dispatch.error == f"127.0.0.1:{recorder.port} closed the connection without a response."


async def test_a_broken_response_is_not_asked_for_again() -> None:
    """Once a byte came, the request was taken."""
    ledger = _Ledger()
    said = iter([OK, b"!HTTP/1.1 2"])
    async with recording(lambda request: next(said)) as recorder:
        await ledger.sender.send(CAPTURE, recorder.url)
        dispatch = await ledger.sender.send(CAPTURE, recorder.url)
        await ledger.sender.close()

    assert len(recorder.requests) == 2
    assert dispatch.error == f"127.0.0.1:{recorder.port} broke off inside the head of its response."


async def test_redirects_are_told_and_not_followed() -> None:
    """A dispatch is one request."""
    ledger = _Ledger()
    async with recording(
        lambda request: b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"
    ) as recorder:
        dispatch = await ledger.sender.send(CAPTURE, recorder.url)
        await ledger.sender.close()

    assert (dispatch.status, dispatch.headers.get("location"), len(recorder.requests)) == (302, "/b", 1)


async def test_a_server_that_is_not_there_is_named() -> None:
    """The dispatch's error is a sentence with what to do; nothing is raised."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    dispatch = await _Ledger().sender.send(CAPTURE, f"http://127.0.0.1:{port}/")

    assert dispatch.status is None
    assert dispatch.error == f"Connection refused by 127.0.0.1:{port}. Is your server running?"


async def test_what_cannot_be_sent_is_said() -> None:
    """A malformed capture and a target that is none are sentences too."""
    malformed = replace(CAPTURE, request=replace(CAPTURE.request, malformed="Invalid method"))
    sender = _Ledger().sender

    assert "no HTTP request" in str((await sender.send(malformed, "http://127.0.0.1:1/")).error)
    assert "no http or https" in str((await sender.send(CAPTURE, "gopher://x")).error)
    assert "looked up" in str((await sender.send(CAPTURE, "http://a..b/")).error)


async def test_a_large_body_streams_from_its_file(tmp_path: Path) -> None:
    """Its bytes arrive; where the file is gone, the dispatch says so."""
    content = bytes(range(256)) * 4096 * 9
    file = tmp_path / "body"
    file.write_bytes(content)
    body = replace(Body.of(content), content=None, path=file)
    large = replace(CAPTURE, request=replace(CAPTURE.request, body=body))
    ledger = _Ledger()
    async with recording() as recorder:
        sent = await ledger.sender.send(large, recorder.url)
        file.unlink()
        lost = await ledger.sender.send(large, recorder.url)
        await ledger.sender.close()

    assert (sent.status, recorder.requests[0].body) == (200, content)
    assert sent.changed == ("host", "Content-Length")
    assert lost.error == "The body of capture 17 cannot be read: No such file or directory."
    assert [sign for sign, _ in ledger.lines] == ["+", "-"] * 2


async def test_tls_is_checked(tmp_path: Path) -> None:
    """A certificate that this machine does not trust is named, a trusted one is used, plain HTTP is told apart."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(OK)
        await writer.drain()

    async def complain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()

    sender = _Ledger().sender
    async with serving(serve, context) as port, serving(complain) as plain:
        url = f"https://localhost:{port}/"
        unknown = await sender.send(CAPTURE, url)
        trusted = ssl.create_default_context()
        authority.configure_trust(trusted)
        sender.pool.trust(trusted)
        known = await sender.send(CAPTURE, url)
        wrong = await sender.send(CAPTURE, f"https://localhost:{plain}/")
        await sender.close()

    assert "certificate of localhost" in str(unknown.error)
    assert (known.status, known.error) == (200, None)
    assert wrong.error == f"localhost:{plain} does not speak TLS. Is it http:// instead of https://?"


@pytest.mark.parametrize("method", [b"HEAD", b"OPTIONS", b"DELETE", b"get"])
async def test_every_method_is_sent_as_written(method: bytes) -> None:
    """No method is made upper case, and HEAD ends without a body."""
    ledger = _Ledger()
    async with recording(lambda request: OK[:-2] if request.line.startswith(b"HEAD") else OK) as recorder:
        dispatch = await ledger.sender.send(
            capture_of(head_of(method + b" /a HTTP/1.1", b"Host: x")), recorder.url + "/a"
        )
        await ledger.sender.close()

    assert recorder.requests[0].line == method + b" /a HTTP/1.1"
    assert (dispatch.status, dispatch.error) == (200, None)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(wanted=st.lists(captures().filter(is_strict), min_size=20, max_size=25))
def test_a_listener_of_ours_takes_the_same_request(wanted: list[Capture], tmp_path: Path) -> None:
    """Sent again, a capture of any kind is the same capture, but for its Host."""
    for capture, got in zip(wanted, asyncio.run(_captured(wanted, tmp_path)), strict=True):
        here = capture.request
        assert (got.method, got.target, got.http_version) == (here.method, here.target, here.http_version)
        assert _without_host(got) == _without_host(here)
        assert (got.trailers, got.body) == (here.trailers, here.body)


def _without_host(request: Request) -> list[Pair]:
    return [(name, b"" if name.lower() == b"host" else value) for name, value in request.headers]


async def _captured(wanted: list[Capture], folder: Path) -> list[Request]:
    requests: list[Request] = []

    def take(request: Request, exchange: Exchange) -> None:
        requests.append(request)
        exchange.respond(exchange.refusal or DEFAULT_RESPONSE, len(requests))

    listener = Listener(on_request=take, limits=Limits(), bodies=lambda: folder)
    (url, *_) = await listener.start("127.0.0.1", 0)
    sender = _Ledger().sender
    try:
        for capture in wanted:
            dispatch = await sender.send(capture, target_url(url, capture.request.target))
            assert dispatch.error is None
    finally:
        await sender.close()
        await listener.stop()
    return requests
