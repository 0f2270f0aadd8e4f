"""Chunk framing comes off, trailers are kept, and broken framing is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.listener.chunked import Chunked
from inspector.listener.strict_head import Unreadable


def decoded(*pieces: bytes) -> tuple[bytes, bytes | None, tuple[tuple[bytes, bytes], ...]]:
    """The content, what followed the body (None while it is not whole) and the trailers."""
    chunked, content, rest = Chunked(), bytearray(), None
    for piece in pieces:
        rest = chunked.feed(piece, content.extend)
    return bytes(content), rest, chunked.trailers.pairs


@given(
    st.lists(st.binary(min_size=1, max_size=20), max_size=5),
    st.lists(
        st.tuples(st.sampled_from([b"X-A", b"x-a", b"Digest"]), st.sampled_from([b"1", b"", b"b: c"])), max_size=3
    ),
    st.sampled_from([b"", b"GET / HTTP/1.1\r\n", b"0\r\n\r\n"]),
    st.data(),
)
def test_any_cutting_gives_the_same(
    chunks: list[bytes], trailers: list[tuple[bytes, bytes]], after: bytes, data: st.DataObject
) -> None:
    """Content, trailers with order and repeats, and where the body ends do not depend on how the bytes come."""
    framed = b"".join(b'%X;ext="1"\r\n%b\r\n' % (len(chunk), chunk) for chunk in chunks)
    framed += b"0\r\n" + b"".join(b"%b: %b\r\n" % pair for pair in trailers) + b"\r\n"
    cut = data.draw(st.integers(1, len(framed)))

    whole = decoded(framed + after)
    assert whole == (b"".join(chunks), after, tuple(trailers))
    if cut < len(framed):
        assert decoded(framed[:cut], framed[cut:] + after) == whole
    assert decoded(*(framed[at : at + 1] for at in range(len(framed)))) == (b"".join(chunks), b"", tuple(trailers))


@pytest.mark.parametrize(
    ("framed", "reason", "unread"),
    [
        (b"3\r\nabcd\r\n", "A chunk is longer than its size says", b"d\r\n"),
        (b"x\r\n", "Invalid character in chunk size", b"x\r\n"),
        (b"\r\n", "Invalid character in chunk size", b"\r\n"),
        (b"-1\r\n", "Invalid character in chunk size", b"-1\r\n"),
        (b"1 \r\n", "Invalid character in chunk size", b"1 \r\n"),
        (b"1" * 17 + b"\r\n", "Invalid character in chunk size", b"1" * 17 + b"\r\n"),
        (b"3\nabc\r\n", "A chunk size is not followed by CRLF", b"3\nabc\r\n"),
        (b"1\r\na\r\n2;\x00\r\n", "Invalid character in chunk size", b"\r\n2;\x00\r\n"),
        (b"1;" + b"e" * 20_000, "The line before a chunk is too long", b"1;" + b"e" * 20_000),
        (b"0\r\nno trailer\r\n\r\n", "A trailer cannot be read: Invalid header token", b"no trailer\r\n\r\n"),
        (b"0\r\nA: b\n\n", "A trailer is not followed by CRLF", b"A: b\n\n"),
        (b"0\r\nA: " + b"b" * 70_000, "The trailers are too long", b"A: " + b"b" * 70_000),
    ],
)
def test_broken_framing_is_refused(framed: bytes, reason: str, unread: bytes) -> None:
    """The reason names what is wrong, and the bytes from the broken place on are still there."""
    chunked = Chunked()
    with pytest.raises(Unreadable, match=f"^{reason}$"):
        chunked.feed(framed, bytearray().extend)
    assert chunked.unread == unread


def test_content_is_given_as_it_comes() -> None:
    """A chunk of a gigabyte is not waited for."""
    chunked, content = Chunked(), bytearray()

    assert chunked.feed(b"40000000\r\nabc", content.extend) is None
    assert content == b"abc"
