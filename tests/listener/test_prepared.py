"""Responses as bytes."""

from inspector.core.headers import Headers
from inspector.core.response import DEFAULT_RESPONSE, Response
from inspector.listener.prepared import prepare


def test_the_default_response() -> None:
    """Two bytes, their length, nosniff, the capture's number last; no product, no version."""
    assert prepare(DEFAULT_RESPONSE, "").write(17) == (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 2\r\n"
        b"X-Content-Type-Options: nosniff\r\nX-Capture-Id: 17\r\n\r\nok"
    )


def test_without_a_capture_there_is_no_number() -> None:
    """The field is left out, not empty."""
    assert prepare(Response(status=503), "close").write(None) == (
        b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\n"
        b"Connection: close\r\n\r\n"
    )


def test_headers_are_those_that_go_out() -> None:
    """What is told to be sent is what is sent, but for the number."""
    prepared = prepare(Response(headers=Headers.of(("X-A", "1"), ("X-A", "2")), body=b"abc"), "keep-alive")
    fields = b"".join(b"%b: %b\r\n" % pair for pair in prepared.headers)

    assert prepared.write(1) == b"HTTP/1.1 200 OK\r\n" + fields + b"X-Capture-Id: 1\r\n\r\nabc"
    assert (b"Connection", b"keep-alive") in prepared.headers.pairs


def test_some_responses_have_no_content() -> None:
    """HEAD tells the length and sends nothing; 204 and 304 have neither."""
    head = prepare(DEFAULT_RESPONSE, "", without_content=True).write(1)
    assert b"\r\nContent-Length: 2\r\n" in head
    assert head.endswith(b"\r\n\r\n")
    for status in (204, 304):
        sent = prepare(Response(status=status, body=b"x"), "").write(1)
        assert b"Content-Length" not in sent
        assert sent.endswith(b"\r\n\r\n")


def test_framing_is_ours_and_fields_stay_on_their_line() -> None:
    """A planned field can neither contradict the framing nor begin another field."""
    planned = Headers.of(
        ("content-length", "99"), ("Transfer-Encoding", "chunked"), ("connection", "x"), ("A", "b\r\nC: d"),
        ("x-content-type-options", "other"),
    )  # fmt: skip

    assert prepare(Response(headers=planned), "").headers.pairs == (
        (b"A", b"b  C: d"),
        (b"x-content-type-options", b"other"),
        (b"Content-Length", b"0"),
    )


def test_the_same_response_is_prepared_once() -> None:
    """The bytes are made with the first use; an equal but other response, or another persistence, has its own."""
    response, other = Response(body=b"a"), Response(body=b"a")
    first = prepare(response, "")

    assert prepare(response, "") is first
    assert prepare(other, "") is not first
    assert prepare(response, "close") is not first
    for number in range(200):
        prepare(Response(body=b"%d" % number), "")
    assert prepare(response, "").write(1) == first.write(1)
