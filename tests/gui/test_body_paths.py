"""Paths of a JSON body for a menu."""

import gzip
from dataclasses import replace
from pathlib import Path

from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.headers import Headers
from inspector.gui.body_paths import LARGEST, MOST, paths_of
from tests.captures import head_of, request_of


def capture(body: bytes, *headers: tuple[str, str]) -> Capture:
    """A capture with this body."""
    request = request_of(head_of(b"POST / HTTP/1.1", b"Host: x", b"Content-Type: application/json"), body)
    if headers:
        request = replace(request, headers=Headers.of(("Content-Type", "application/json"), *headers))
    return Capture(id=1, request=request)


def test_values_are_listed_level_by_level_as_they_stand() -> None:
    """Big numbers keep their digits; empty brackets are values."""
    body = b'{"a": {"b": {"c": 1152921505151679042}}, "id": "x", "items": [{"sku": "A"}, {}], "none": null}'

    assert paths_of(capture(body)).found == (
        ("id", '"x"'),
        ("none", "null"),
        ("items[1]", "{}"),
        ("a.b.c", "1152921505151679042"),
        ("items[0].sku", '"A"'),
    )


def test_an_encoded_body_is_read_and_a_bomb_is_not() -> None:
    """The limit counts what comes out."""
    small = capture(gzip.compress(b'{"a": 1}'), ("Content-Encoding", "gzip"))
    large = capture(gzip.compress(b" " * (LARGEST + 10)), ("Content-Encoding", "gzip"))

    assert paths_of(small).found == (("a", "1"),)
    assert paths_of(large).too_large


def test_what_is_no_json_large_or_gone_has_no_paths(tmp_path: Path) -> None:
    """And none of it is an error."""
    gone = Body(size=5, sha256="", content=None, path=tmp_path / "gone")
    there = capture(b"{}")

    assert paths_of(capture(b"a=1")).found == ()
    assert paths_of(capture(b"[" + b"1," * LARGEST + b"1]")).too_large
    assert paths_of(replace(there, request=replace(there.request, body=gone))).found == ()
    assert len(paths_of(capture(b"[" + b"1," * 99 + b"1]")).found) == MOST


def test_binary_under_the_name_of_json_has_no_paths() -> None:
    """The menu opens all the same."""
    assert paths_of(capture(bytes(range(256)))).found == ()
