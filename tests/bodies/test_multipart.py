"""Parts of multipart bodies."""

import pytest

from inspector.bodies.multipart import MOST, boundary_of, parts, show_multipart
from inspector.bodies.shown import Unreadable

HEADER = 'multipart/form-data; boundary="a b"'
BODY = (
    b"preamble\r\n--a b\r\n"
    b'Content-Disposition: form-data; name="text"\r\n\r\nhello\r\n--not a b\r\n'
    b'--a b\r\nContent-Disposition: form-data; name="file"; filename="x\xc3\xa9.bin"\r\n'
    b"Content-Type: application/octet-stream\r\n\r\n\0\1\2\r\n"
    b"--a b\r\n\r\nno head\r\n"
    b"--a b\r\nContent-Disposition: form-data; name*=utf-8''%c3%a9\r\n\r\n\r\n"
    b"--a b--\r\nepilogue"
)


def test_shows_parts_as_rows() -> None:
    """Name, file name, type, size and beginning of each part in order."""
    shown = show_multipart(BODY, HEADER)

    assert shown.table is not None
    assert (
        ("text", "", "", "16", "hello\r\n--not a b"),
        ("file", "xé.bin", "application/octet-stream", "3", ""),
        ("", "", "", "7", "no head"),
        ("é", "", "", "0", ""),
    ) == shown.table.rows


def test_a_body_that_was_cut_has_parts() -> None:
    """Without its last boundary the last part goes to the end."""
    body = b"--b\n\nabc"

    assert [b"abc"] == [body[part.start : part.end] for part in parts(body, "b")]


@pytest.mark.parametrize(
    ("body", "header"), [(b"--x\r\n", "multipart/form-data"), (b"nothing here", "multipart/form-data; boundary=x")]
)
def test_refuses_what_has_no_parts(body: bytes, header: str) -> None:
    """A missing boundary, or one that is not there, leaves the body to the next view."""
    with pytest.raises(Unreadable):
        show_multipart(body, header)


def test_shows_a_bounded_number() -> None:
    """More parts than that are cut, and the note says so."""
    shown = show_multipart(b"--b\n\nx\n" * 5_000, "multipart/mixed; boundary=b")

    assert shown.table is not None
    assert MOST == len(shown.table.rows)
    assert shown.note is not None


@pytest.mark.parametrize(
    "header", ["multipart/x; boundary=" + "b" * 100_000, "multipart/x; boundary=\r\nX: y", "\ud800"]
)
def test_hostile_boundaries(header: str) -> None:
    """A boundary of any kind is read without trouble, and bounded."""
    assert len(boundary_of(header)) <= 200
