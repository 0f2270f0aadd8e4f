"""Raw HTTP, ours and other people's."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from inspector.core.capture import Arrival, Capture
from inspector.core.errors import UsageError
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.formats.raw import RAW, read, read_request, without_chunks, write
from tests.captures import AT, capture_of, head_of
from tests.formats.requests import bytes_of, captures, read_back, reasons


def _read(content: bytes) -> Request:
    return read_request(content, name="x.http", received_at=AT)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(captures(), min_size=2, max_size=3))
def test_several_come_back_to_the_byte(tmp_path: Path, wanted: list[Capture]) -> None:
    """Whatever stands in their bodies; also their time, sender and trailers."""
    got = read_back(RAW, b"".join(write(wanted)), tmp_path)

    assert got == [capture.request for capture in wanted]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(capture=captures())
def test_one_is_its_bytes_and_comes_back(tmp_path: Path, capture: Capture) -> None:
    """Head and body and nothing else; trailers are in neither, and content that looks like chunks is taken for them."""
    written = b"".join(write([capture]))
    assert written == capture.request.head + capture.request.body.read()

    framed = (
        "transfer-encoding" in capture.request.headers and without_chunks(capture.request.body.read(), 0) is not None
    )
    assume(not framed)
    (got,) = read_back(RAW, written, tmp_path)
    assert bytes_of(got) == bytes_of(replace(capture.request, trailers=Headers()))


def test_incomplete_and_malformed_ones_come_back_among_others(tmp_path: Path) -> None:
    """With the reason, whatever characters it has, and no byte more or less."""
    whole = capture_of(head_of(b"GET / HTTP/1.1", b"Host: x"))
    cut = replace(whole, request=replace(whole.request, complete=False, tls="TLSv1.3", remote="[::1]:1"))
    odd = capture_of(b"\x16\x03", b"\0\n### head=9\n")
    odd = replace(odd, request=replace(odd.request, malformed="Bad\nline ✓"))

    assert read_back(RAW, b"".join(write([cut, odd, whole])), tmp_path) == [cut.request, odd.request, whole.request]


def test_a_cut_off_body_is_incomplete() -> None:
    """Content-Length says what should have come."""
    request = _read(head_of(b"POST / HTTP/1.1", b"Content-Length: 9") + b"four")

    assert (request.body.read(), request.complete) == (b"four", False)


def test_bare_line_feeds_are_read_as_line_ends() -> None:
    """As editors and people write a request; the body is not touched."""
    request = _read(b"\n\nPOST /a HTTP/1.1\nHost: x\nX-A:b\nContent-Length: 4\n\na\nb\n\n")

    assert request.head == head_of(b"POST /a HTTP/1.1", b"Host: x", b"X-A: b", b"Content-Length: 4")
    assert (request.body.read(), request.complete) == (b"a\nb\n", True)


def test_a_head_to_its_byte_is_kept() -> None:
    """With its blanks, where its line ends are those of HTTP."""
    head = b"POST /a HTTP/1.1\r\nHost:x \r\nx-a: \xe9\r\n\r\n"

    assert _read(head + b"rest").head == head
    assert _read(head + b"rest").body.read() == b"rest"


def test_a_request_without_its_empty_line_is_taken() -> None:
    """A file that ends behind the last field."""
    assert _read(b"GET / HTTP/1.1\nHost: x").head == head_of(b"GET / HTTP/1.1", b"Host: x")


def test_chunk_framing_is_undone() -> None:
    """As it stands in a recording of a connection; extensions are dropped, trailers kept."""
    head = head_of(b"POST / HTTP/1.1", b"Transfer-Encoding: chunked")
    request = _read(head + b"3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nX: y\r\n\r\n")

    assert (request.body.read(), request.trailers) == (b"abcde", Headers.of(("X", "y")))
    assert _read(head + b"3\r\nab").body.read() == b"3\r\nab"


def test_requests_in_a_row_are_told_apart(tmp_path: Path) -> None:
    """By their lengths, with or without empty lines between."""
    first = head_of(b"POST /1 HTTP/1.1", b"Content-Length: 2") + b"{}"
    second = head_of(b"GET /2 HTTP/1.1", b"Host: x")
    third = head_of(b"POST /3 HTTP/1.1", b"Transfer-Encoding: chunked") + b"1\r\na\r\n0\r\n\r\n"
    path = tmp_path / "a.http"
    path.write_bytes(first + b"\n" + second + third + first)
    items = [item for item in read(path) if isinstance(item, Arrival)]

    assert [item.request.target for item in items] == ["/1", "/2", "/3", "/1"]
    assert [item.request.body.read() for item in items] == [b"{}", b"", b"a", b"{}"]


def test_bytes_behind_a_body_belong_to_it_unless_they_begin_a_request() -> None:
    """Rather one body that is too long than bytes that are lost."""
    assert _read(head_of(b"POST / HTTP/1.1", b"Content-Length: 2") + b"{} and more").body.read() == b"{} and more"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"hello\n", "request 1: this does not begin with a request line such as “POST /path HTTP/1.1”."),
        (b"GET / HTTP/2\nHost: x\n\n", "request 1: this is a request of HTTP/2 or 3"),
        (b"HTTP/1.1 200 OK\r\n\r\n", "this does not begin with a request line"),
        (b"### head=5 body=3 received_at=2026-11-23T08:21:11Z\nab", "it ends too early, 6 bytes are missing"),
        (b"### head=5 received_at=never\nab", "the line before it cannot be read"),
    ],
)
def test_what_is_no_request_is_refused(content: bytes, why: str, tmp_path: Path) -> None:
    """With its place and a reason."""
    (said,) = reasons(RAW, content, tmp_path)

    assert why in said


def test_one_request_is_asked_for() -> None:
    """None and several are an error that names the file."""
    with pytest.raises(UsageError, match=r"x\.http: this does not begin"):
        _read(b"nonsense")
    with pytest.raises(UsageError, match="more than one request"):
        _read(head_of(b"GET / HTTP/1.1") * 2)


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    """And is no error."""
    assert reasons(RAW, b"\n\n", tmp_path) == []
