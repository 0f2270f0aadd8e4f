"""The bytes that go out for a capture."""

import pytest

from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.dispatch.outgoing import outgoing
from inspector.dispatch.targets import parse, target_url
from tests.captures import head_of, request_of


def _head(request: Request, target: str) -> bytes:
    return outgoing(request, parse(target_url(target, request.target))).head


@pytest.mark.parametrize(
    "target",
    [b"/a?", b"/a#f", b"//a//b", b"/%2F%2f", b"/a?b=%zz&c", b"/?", b"/a|b\"<>\\^`{}'", b"/.././a", b"*", b"/a?x#y?z"],
)
def test_the_target_goes_out_to_the_byte(target: bytes) -> None:
    """Nothing of a path or query is decoded, encoded, cut or tidied."""
    request = request_of(head_of(b"OPTIONS " + target + b" HTTP/1.1", b"Host: a"))

    assert _head(request, "3000") == head_of(b"OPTIONS " + target + b" HTTP/1.1", b"Host: localhost:3000")


def test_a_target_in_another_encoding_goes_out_to_the_byte() -> None:
    """What stands in the head counts, not how it was read."""
    request = request_of(b"GET /caf\xe9?\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n")

    assert _head(request, "3000").startswith(b"GET /caf\xe9?\xc3\xa9 HTTP/1.1\r\n")


def test_an_absolute_target_names_the_new_place() -> None:
    """The form stays as it was captured."""
    request = request_of(head_of(b"GET http://old.test:81/a?b HTTP/1.1", b"Host: old.test:81"))

    assert _head(request, "3000") == head_of(b"GET http://localhost:3000/a?b HTTP/1.1", b"Host: localhost:3000")


def test_a_path_of_the_url_takes_the_place_of_the_captured_one() -> None:
    """What a person typed is encoded where it must be, and its fragment stays at home."""
    request = request_of(head_of(b"GET /a?b HTTP/1.1", b"Host: a"))

    assert _head(request, "http://x/new path/é?q#f").startswith(b"GET /new%20path/%C3%A9?q HTTP/1.1\r\n")
    assert _head(request, "http://x?q=1").startswith(b"GET /?q=1 HTTP/1.1\r\n")


def test_fields_keep_order_case_repeats_and_bytes() -> None:
    """Only Host is set anew, where it stands and as its name was written."""
    fields = [b"x-B: 1", b"X-b:  2 ", b"hOsT: old", b"Empty:", b"Latin: \xe9\xff", b"x-B: 1", b"Accept: */*"]
    request = request_of(head_of(b"pUT / HTTP/1.1", *fields))
    out = outgoing(request, parse("http://new:1/"))

    assert out.head == head_of(
        b"pUT / HTTP/1.1",
        b"x-B: 1",
        b"X-b: 2",
        b"hOsT: new:1",
        b"Empty: ",
        b"Latin: \xe9\xff",
        b"x-B: 1",
        b"Accept: */*",
    )
    assert out.changed == ("hOsT",)


def test_nothing_is_changed_for_the_same_place() -> None:
    """A field that already says what it must is not listed."""
    head = head_of(b"POST / HTTP/1.1", b"Host: x:1", b"Content-Length: 2", b"Connection: Keep-Alive")
    out = outgoing(request_of(head, b"{}"), parse("http://x:1/"))

    assert (out.head, out.changed) == (head, ())


def test_fields_of_the_way_are_set_anew_in_place() -> None:
    """A length that does not fit, a closing connection and an expectation belonged to the captured way."""
    head = head_of(
        b"POST / HTTP/1.1", b"Host: x", b"content-length: 99", b"Expect: 100-continue", b"Connection: close", b"A: b"
    )
    out = outgoing(request_of(head, b"four"), parse("http://x/"))

    assert out.head == head_of(b"POST / HTTP/1.1", b"Host: x", b"content-length: 4", b"Connection: keep-alive", b"A: b")
    assert out.changed == ("content-length", "Expect", "Connection")


def test_what_is_missing_is_added() -> None:
    """HTTP/1.1 needs Host, and a body its length."""
    out = outgoing(request_of(head_of(b"POST / HTTP/1.1", b"A: b"), b"four"), parse("http://x/"))

    assert out.head == head_of(b"POST / HTTP/1.1", b"Host: x", b"A: b", b"Content-Length: 4")
    assert out.changed == ("Host", "Content-Length")


def test_an_empty_body_without_length_stays_without() -> None:
    """No Content-Length: 0 is made up."""
    head = head_of(b"POST / HTTP/1.1", b"Host: x")

    assert outgoing(request_of(head), parse("http://x/")).head == head


def test_a_chunked_body_goes_out_chunked_with_its_trailers() -> None:
    """The framing is ours, the field and the content are the capture's."""
    head = head_of(b"POST / HTTP/1.1", b"Host: x", b"transfer-encoding: Chunked")
    out = outgoing(request_of(head, b"hello", trailers=Headers.of(("X-Sum", "9"))), parse("http://x/"))

    assert (out.head, out.changed) == (head, ())
    assert b"".join(out.pieces()) == b"5\r\nhello\r\n0\r\nX-Sum: 9\r\n\r\n"


def test_http_1_0_stays_what_it_was() -> None:
    """No Host is added, chunks are not spoken, and the connection ends."""
    head = head_of(b"POST / HTTP/1.0", b"Transfer-Encoding: chunked", b"Connection: keep-alive")
    out = outgoing(request_of(head, b"four"), parse("http://x/"))

    assert out.head == head_of(b"POST / HTTP/1.0", b"Connection: close", b"Content-Length: 4")
    assert out.changed == ("Transfer-Encoding", "Connection", "Content-Length")
    assert not out.keeps_alive


def test_a_body_comes_in_pieces() -> None:
    """A large body is never copied whole."""
    out = outgoing(request_of(head_of(b"POST / HTTP/1.1", b"Host: x"), b"\0" * 600_000), parse("http://x/"))

    assert b"".join(out.pieces()) == b"\0" * 600_000
    assert max(map(len, out.pieces())) <= 256 * 1024
