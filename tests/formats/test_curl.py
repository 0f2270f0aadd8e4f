"""cURL lines, run by the real curl through bash, against a listener that keeps the bytes."""

import asyncio
import random
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.head import read_head
from inspector.core.headers import Headers, Pair
from inspector.core.request import Request
from inspector.core.response import DEFAULT_RESPONSE
from inspector.formats.curl import CURL, curl_command, write
from inspector.listener.exchange import Exchange
from inspector.listener.limits import Limits
from inspector.listener.listener import Listener
from tests.captures import capture_of, head_of
from tests.formats.requests import captures, is_strict, parts_of, read_back
from tests.recorder import Recorded, recording

BASH = shutil.which("bash") or "bash"
PORT = b"127.0.0.1:8765"


async def _run(script: bytes, folder: Path) -> None:
    """Run a script as a person would who saved or pasted it."""
    file = folder / "script.sh"
    file.write_bytes(script)
    process = await asyncio.create_subprocess_exec(
        BASH, str(file), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, cwd=folder
    )
    _, errors = await process.communicate()
    failures = [line for line in errors.splitlines() if line.startswith((b"curl: ", file.name.encode(), b"base64"))]
    assert [line for line in failures if b"maximum file size" not in line.lower()] == []


async def _sent(wanted: list[Capture], folder: Path) -> list[Recorded]:
    """What came of the commands for these captures, which were sent to the recorder in the first place."""
    async with recording() as recorder:
        there = [_moved(capture, b"127.0.0.1:%d" % recorder.port) for capture in wanted]
        await _run(b"".join(write(there)), folder)
    assert len(recorder.requests) == len(wanted)
    return recorder.requests


def _moved(capture: Capture, host: bytes) -> Capture:
    head = re.sub(rb"(?im)^(host:[ \t]*)127\.0\.0\.1:8765", lambda match: match[1] + host, capture.request.head)
    return replace(capture, request=replace(capture.request, head=head, headers=read_head(head).headers))


def _same(capture: Capture, got: Recorded) -> None:
    read = read_head(got.head)
    wanted = capture.request
    pairs: list[Pair] = [
        (name, PORT if name.lower() == b"host" and value.startswith(b"127.0.0.1:") else value)
        for name, value in read.headers
    ]
    assert (read.method, read.target, read.http_version) == (wanted.method, wanted.target, wanted.http_version)
    assert pairs == list(wanted.headers)
    assert got.body == wanted.body.read()
    for name, value in wanted.trailers:
        assert name + b": " + value + b"\r\n" in got.framed


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(wanted=st.lists(captures(PORT), min_size=10, max_size=14))
def test_the_real_curl_makes_the_same_request(wanted: list[Capture], tmp_path: Path) -> None:
    """Method, target, fields with their order, case, repeats and empty values, trailers and body are the captured."""
    for capture, got in zip(wanted, asyncio.run(_sent(wanted, tmp_path)), strict=True):
        _same(capture, got)


def _post(body: bytes, *fields: bytes) -> Capture:
    return capture_of(head_of(b"POST / HTTP/1.1", b"Host: " + PORT, *fields, b"Content-Length: %d" % len(body)), body)


BODIES = {
    "nul": b"a\0b\0",
    "quotes": b"""it's "quoted" `id` $(id) $HOME \\ \\n !! !x #""",
    "newlines": b"\na\r\nb\rc\n\n",
    "leading at": b"@/etc/hostname",
    "at and newline": b"@-\n",
    "not utf-8": bytes(range(256)),
    "bidirectional": "✓ \u202e \u2066".encode(),
    "tabs": b"\ta\t",
    "here document": b"EOF\nEOF\n",
    "text of 64 KiB": b"a'" * 32768,
    "text of a megabyte": b'{"a": "' + b"b" * 1_100_000 + b'"}',
    "bytes of a megabyte": random.Random(1).randbytes(1_100_000),
    "escapes": b"\\x41\\u0041\\101\x7f\x1b[31m",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
async def test_hostile_bodies_arrive_to_the_byte(body: bytes, tmp_path: Path) -> None:
    """Nothing of a body is a file, a variable, an escape or an end."""
    capture = _post(body, b"Content-Type: text/plain")

    (got,) = await _sent([capture], tmp_path)
    _same(capture, got)
    assert read_back(CURL, b"".join(write([capture])), tmp_path)[0].body.read() == body


@pytest.mark.parametrize(
    "fields",
    [
        [
            b"X-Latin: \xe9\xff",
            b"X-Empty:",
            b"X-At: @/etc/hostname",
            b"X-Semi: a;",
            b'X-Quote: it\'s "q" $HOME `id` !x',
        ],
        [b"User-Agent:", b"Accept:", b"Content-Type:"],
        [b"cookie: a=1", b"Cookie: b=2", b"authorization: Basic eA==", b"Authorization: Bearer y"],
        [b"X-%d: %b" % (number, b"v" * 60_000) for number in range(15)],
        [b"X-Long: " + b"v" * 140_000],
        [b"X-%d: v" % number for number in range(990)],
        [b"Connection: close", b"TE: trailers", b"Accept-Encoding: gzip, br", b"Range: bytes=0-1", b"Referer: x"],
        [b"Expect: 100-continue"],
    ],
    ids=["bytes", "empty", "sign-in", "large", "long", "many", "the way", "expect"],
)
async def test_hostile_fields_arrive_to_the_byte(fields: list[bytes], tmp_path: Path) -> None:
    """Also where they are too large for the arguments of a command."""
    capture = _post(b"{}", *fields)

    (got,) = await _sent([capture], tmp_path)
    _same(capture, got)
    (read,) = read_back(CURL, b"".join(write([capture])), tmp_path)
    assert parts_of(read) == parts_of(capture.request)


async def test_a_large_body_comes_from_its_file(tmp_path: Path) -> None:
    """It is written in pieces and arrives whole."""
    content = random.Random(2).randbytes(9_000_000)
    file = tmp_path / "body"
    file.write_bytes(content)
    small = _post(content)
    large = replace(small, request=replace(small.request, body=replace(Body.of(content), content=None, path=file)))

    assert max(map(len, write([large]))) < 600_000
    (got,) = await _sent([large], tmp_path)
    assert got.body == content


async def test_a_body_for_head_does_not_make_curl_wait(tmp_path: Path) -> None:
    """curl would wait for the body that a response to HEAD announces."""
    capture = capture_of(head_of(b"HEAD / HTTP/1.1", b"Host: " + PORT, b"Content-Length: 2"), b"{}")

    async with asyncio.timeout(20):
        (got,) = await _sent([capture], tmp_path)
    _same(capture, got)


def _text(capture: Capture, base: str | None = None) -> str:
    return b"".join(curl_command(capture, base=base)).decode()


def test_an_ordinary_request_is_a_line_that_people_read() -> None:
    """What curl does by itself in the same way is not told to it."""
    head = head_of(
        b"POST /hooks?x=1 HTTP/1.1", b"Host: 127.0.0.1:8765", b"User-Agent: Stripe/1.0", b"Accept: */*",
        b"Content-Type: application/json", b"Content-Length: 13",
    )  # fmt: skip

    assert _text(capture_of(head, b'{"a": "it\'s"}')) == (
        "curl 'http://127.0.0.1:8765/hooks?x=1' \\\n"
        "  -H 'User-Agent: Stripe/1.0' \\\n"
        "  -H 'Accept: */*' \\\n"
        "  -H 'Content-Type: application/json' \\\n"
        """  --data-raw $'{"a": "it\\'s"}'\n"""
    )
    assert _text(capture_of(head_of(b"GET / HTTP/1.0", b"Host: localhost:1"))) == (
        "curl --http1.0 http://localhost:1/ \\\n  -H 'User-Agent:' \\\n  -H 'Accept:'\n"
    )


def test_another_address_takes_the_place_of_the_captured_one() -> None:
    """Host names it where and as Host stood."""
    first = capture_of(head_of(b"GET /a HTTP/1.1", b"Host: tunnel.example.test", b"Accept: */*", b"User-Agent: x"))
    later = capture_of(head_of(b"GET /a HTTP/1.1", b"Accept: */*", b"User-Agent: x", b"host: tunnel.example.test"))

    assert _text(first, "https://example.test:8443/") == (
        "curl --http1.1 https://example.test:8443/a \\\n  -H 'Accept: */*' \\\n  -H 'User-Agent: x'\n"
    )
    assert "-H 'Host:' \\\n  -H 'Accept: */*' \\\n  -H 'User-Agent: x' \\\n  -H 'host: localhost:1'" in _text(
        later, "http://localhost:1"
    )


@pytest.mark.parametrize("host", [b"'; touch /tmp/x; '", b"", b"a b", b"$(id)", b"-x"])
def test_a_hostile_host_is_never_a_part_of_the_shell(host: bytes, tmp_path: Path) -> None:
    """It stays a quoted value; the URL is a usable one."""
    text = _text(capture_of(head_of(b"GET / HTTP/1.1", b"Host: " + host)))
    (again,) = read_back(CURL, text.encode(), tmp_path)

    assert again.headers.raw("host") == host
    assert re.match(r"curl http://(localhost:8765|-x)/ ", text)


def test_many_fields_together_come_from_a_file() -> None:
    """macOS takes a mebibyte of arguments; curl itself takes no larger head."""
    lines = [b"X-%d: %b" % (number, b"v" * 10_000) for number in range(100)]
    some, more, most = (capture_of(head_of(b"GET / HTTP/1.1", b"Host: x", *lines[:count])) for count in (50, 60, 100))

    assert "-H @<(" not in _text(some)
    assert "-H @<(base64 -d <<<'" in _text(more)
    assert (
        _text(replace(most, id=3)) == "# Capture 3 is no HTTP request that curl can send. Its head has 1000817 bytes.\n"
    )


def test_what_curl_cannot_send_is_a_comment_on_one_line() -> None:
    """A reason with line ends cannot leave the comment."""
    capture = capture_of(b"\x16\x03\x01")
    text = _text(replace(capture, request=replace(capture.request, malformed="Bad\n$(touch x)\r\nline")))

    assert text == "# Capture 17 is no HTTP request that curl can send. Bad $(touch x)  line\n"


def test_a_cut_off_body_has_the_length_that_it_has() -> None:
    """Else curl would announce more than it sends, and wait."""
    capture = capture_of(head_of(b"POST / HTTP/1.1", b"Content-Length: 99", b"Host: localhost:1"), b"four")

    assert "Content-Length: 4'" in _text(capture)


def test_trailers_are_framed_by_hand() -> None:
    """curl has no option for them."""
    head = head_of(b"POST / HTTP/1.1", b"Host: localhost:1", b"Transfer-Encoding: chunked")
    text = _text(capture_of(head, b"hi", trailers=Headers.of(("X-Sum", "9"))))

    assert text.startswith("base64 -d <<'EOF' | curl http://localhost:1/ \\\n  -H 'Transfer-Encoding:'")
    assert text.endswith("--data-binary @-\nMg0KaGkNCjANClgtU3VtOiA5DQoNCg==\nEOF\n")


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(wanted=st.lists(captures(PORT).filter(is_strict), min_size=10, max_size=14))
def test_the_real_listener_takes_the_same_request(wanted: list[Capture], tmp_path: Path) -> None:
    """What curl sends is a capture with the same parts, down to its trailers."""
    for capture, got in zip(wanted, asyncio.run(_captured(wanted, tmp_path)), strict=True):
        pairs = [(name, PORT if name.lower() == b"host" else value) for name, value in got.headers]
        assert parts_of(replace(got, headers=Headers(pairs))) == parts_of(capture.request)
        assert (got.malformed, got.complete) == (None, True)


async def _captured(wanted: list[Capture], folder: Path) -> list[Request]:
    requests: list[Request] = []

    def take(request: Request, exchange: Exchange) -> None:
        requests.append(request)
        exchange.respond(exchange.refusal or DEFAULT_RESPONSE, len(requests))

    listener = Listener(on_request=take, limits=Limits(), bodies=lambda: folder)
    (url, *_) = await listener.start("127.0.0.1", 0)
    try:
        host = url.partition("://")[2].encode()
        await _run(b"".join(write([_moved(capture, host) for capture in wanted])), folder)
    finally:
        await listener.stop()
    return requests
