"""What is accepted as a head, what is refused and with which words, and that the lenient reader agrees."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector.core.head import read_head
from inspector.listener.limits import MAX_HEAD
from inspector.listener.strict_head import FIELDS, StrictHead, Unreadable

REFUSED = {
    b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n": "Invalid method encountered",
    b"get / HTTP/1.1\r\nHost: x\r\n\r\n": "Invalid method encountered",
    b"GET /\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n": "Invalid char in url path",
    b"GET / HTTP/1.1\nHost: x\n\n": "Bad status line: Expected CRLF after version",
    b"GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n": "Unexpected whitespace after header value",
    b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n": "Duplicate 'Host' header found",
    b"GET / HTTP/1.1\r\nHost: x\r\nContent-Type: a/b\r\nContent-Type: a/b\r\n\r\n": (
        "Duplicate 'Content-Type' header found"
    ),
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n": "Duplicate Content-Length",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n": (
        "Transfer-Encoding can't be present with Content-Length"
    ),
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n": "Transfer-Encoding does not end with chunked",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n": "Invalid character in Content-Length",
    b"GET / HTTP/1.1\r\n\r\n": "Missing 'Host' header in request",
    b"GET / HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n": "Invalid header token",
    b"GET / HTTP/1.1\r\nHost: x\r\nA: \x00\r\n\r\n": "Invalid header value char",
    b"GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n": "Missing expected LF after header value",
    b"GET / HTTP/9.9\r\nHost: x\r\n\r\n": "Bad status line: Invalid HTTP version",
    b"GET / RTSP/1.0\r\n\r\n": "Only HTTP/1.0 and HTTP/1.1 are spoken here",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n": "Only HTTP/1.0 and HTTP/1.1 are spoken here",
    b"\x16\x03\x01\x02\x00\x01": "Received HTTPS traffic on an HTTP port",
}


@pytest.mark.parametrize(("head", "reason"), REFUSED.items())
def test_what_is_no_request_is_refused_in_the_parsers_words(head: bytes, reason: str) -> None:
    """The reason is one line, without the parser's picture of the place."""
    with pytest.raises(Unreadable, match=f"^{reason}$"):
        StrictHead().feed(head)


def test_a_refusal_does_not_wait_for_the_end_of_the_head() -> None:
    """Bytes that can be no request are refused as soon as they came; what came before them is still at hand."""
    strict = StrictHead()
    assert strict.feed(b"GET / HTTP/1.1\r\nHost: x\r\nA") is None

    with pytest.raises(Unreadable):
        strict.feed(b" : b")
    assert strict.partial == b"GET / HTTP/1.1\r\nHost: x\r\nA"


def test_long_heads_survive_and_endless_ones_do_not() -> None:
    """A thousand fields and a value of 64 KiB are kept exactly; one field more, or 8 MiB, is refused."""
    fields = [b"Host: x", b"Long: " + b"v" * 2**16, *(b"N%d: %d" % (n, n) for n in range(FIELDS - 2))]
    head = b"GET /" + b"t" * 2**16 + b" HTTP/1.1\r\n" + b"\r\n".join(fields) + b"\r\n\r\n"

    read = StrictHead().feed(head + b"rest")
    assert read is not None
    assert read[1] == head
    assert len(read[0].raw_headers) == FIELDS
    assert len(read[0].path) == 2**16 + 1

    with pytest.raises(Unreadable, match="Too many headers"):
        StrictHead().feed(head[:-2] + b"More: 1\r\n\r\n")
    strict = StrictHead()
    strict.feed(b"GET / HTTP/1.1\r\n")
    line = b"A: " + b"v" * 99_995 + b"\r\n"
    for _ in range(MAX_HEAD // len(line)):
        assert strict.feed(line) is None
    with pytest.raises(Unreadable, match="larger than 8,388,608 bytes") as caught:
        strict.feed(line)
    assert caught.value.status == 431


def test_the_end_is_found_across_pieces() -> None:
    """Wherever the pieces are cut, the head ends at the empty line, and what follows is not looked at."""
    head, body = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n", b"\r\n\r\n\xff\xff"
    for cut in range(1, len(head)):
        strict = StrictHead()
        assert strict.feed(head[:cut]) is None
        read = strict.feed(head[cut:] + body)
        assert read is not None
        assert (read[1], read[2]) == (head, len(head) - cut)
        again = strict.feed(head)
        assert again is not None
        assert again[1] == head


OWS = st.text(" \t", max_size=3).map(str.encode)
NAMES = st.text("abcXYZ019-_.!#$%&'*+^`|~", min_size=1, max_size=12).map(str.encode)
VALUES = st.binary(max_size=30).map(lambda raw: bytes(byte for byte in raw if byte >= 32 and byte != 127).strip())
TARGETS = st.text(r"""/abc%2F?#&=;:@!$'()*+,-._~[]{}|\^`"<>""", max_size=20).map(lambda text: b"/" + text.encode())


@given(
    method=st.sampled_from([b"GET", b"POST", b"M-SEARCH", b"OPTIONS"]),
    gap=st.sampled_from([b" ", b"  "]),
    target=TARGETS | st.just(b"http://user@host:80/p?#f"),
    version=st.sampled_from([b"1.0", b"1.1"]),
    fields=st.lists(st.tuples(NAMES, OWS, VALUES, OWS), max_size=6),
)
@example(method=b"GET", gap=b" ", target=b"/", version=b"1.1", fields=[(b"A", b"\t", b"", b" ")])
@example(method=b"GET", gap=b" ", target=b"/", version=b"1.1", fields=[(b"A", b" ", "é\xa0".encode("latin-1"), b"")])
@example(method=b"GET", gap=b" ", target=b"/", version=b"1.1", fields=[(b"A", b"", b"b: c\x85", b"\t")])
def test_the_lenient_reader_gives_what_the_parser_gave(
    method: bytes, gap: bytes, target: bytes, version: bytes, fields: list[tuple[bytes, bytes, bytes, bytes]]
) -> None:
    """A stored head needs no second copy of its fields: reading it again gives the same, for every accepted head."""
    lines = [name + b":" + before + value + after for name, before, value, after in fields]
    head = b"\r\n".join([method + gap + target + b" HTTP/" + version, b"Host: x", *lines]) + b"\r\n\r\n"
    try:
        read = StrictHead().feed(head)
    except Unreadable:
        return

    assert read is not None
    again = read_head(head)
    assert again.headers.pairs == read[0].raw_headers
    assert (again.method, again.target) == (read[0].method, read[0].path)
    assert again.http_version.encode() == version
