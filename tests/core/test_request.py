"""What is read from a request's target and fields."""

from dataclasses import replace

import pytest

from inspector.core.request import split_target
from tests.captures import head_of, request_of


@pytest.mark.parametrize(
    ("target", "host", "path", "query"),
    [
        ("/", "", "/", ""),
        ("/a/b?c=d?e", "", "/a/b", "c=d?e"),
        ("//a", "", "//a", ""),
        ("/%2F?", "", "/%2F", ""),
        ("/a#f", "", "/a#f", ""),
        ("/to?u=http://x/y", "", "/to", "u=http://x/y"),
        ("http://h:1/a?b", "h:1", "/a", "b"),
        ("http://h", "h", "", ""),
        ("http://h?b", "h", "", "b"),
        ("http://h?b=/c", "h", "", "b=/c"),
        ("http://h//a", "h", "//a", ""),
        ("*", "", "*", ""),
        ("h:443", "", "h:443", ""),
        ("to?u=http://x/y", "", "to", "u=http://x/y"),
        ("http://", "", "http://", ""),
        ("", "", "", ""),
    ],
)
def test_targets(target: str, host: str, path: str, query: str) -> None:
    """Path and query are what was sent, still encoded; only an absolute target names a host."""
    assert split_target(target) == (host, path, query)


def test_a_request_reads_its_target() -> None:
    """An absolute target counts before the Host field (RFC 9112, section 3.2.2)."""
    request = request_of(head_of(b"GET /a?b HTTP/1.1", b"Host: field"))
    absolute = replace(request, target="http://target/a?b")

    assert (request.host, request.path, request.query) == ("field", "/a", "b")
    assert (absolute.host, absolute.path, absolute.query) == ("target", "/a", "b")
    assert request_of(head_of(b"GET / HTTP/1.0")).host == ""


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (b"Content-Type: Application/JSON; charset=utf-8", "application/json"),
        (b"content-type:text/plain", "text/plain"),
        (b"X: 1", ""),
    ],
)
def test_the_media_type_is_plain(field: bytes, expected: str) -> None:
    """In lower case and without parameters."""
    assert request_of(head_of(b"POST / HTTP/1.1", field)).content_type == expected
