"""Words in the bytes of a request. The store asks the very same functions where SQL alone cannot tell."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from inspector.core.body import CHUNK, Body
from inspector.core.headers import Headers

Decode: TypeAlias = Callable[[bytes, str], bytes]
"""Undoes the content encoding named by the second argument: `gzip`, `br, gzip`. Never raises."""

SEARCHED = 64 * 1024 * 1024
"""Bytes at the beginning of a body in which words are looked for."""


def needle(word: str) -> bytes:
    """The bytes to look for: UTF-8, ASCII letters in lower case."""
    return word.encode().lower()


def contains(content: bytes, wanted: bytes) -> bool:
    """Whether the bytes hold the needle, ASCII letters in any case."""
    return wanted in content.lower()


def content_encoding(headers: Headers) -> str:
    """All Content-Encoding fields as one value, or empty."""
    return ", ".join(headers.all("content-encoding"))


def body_contains(body: Body, headers: Headers, wanted: bytes, decode: Decode | None) -> bool:
    """Whether the body holds the needle, as it came or decoded. A body whose file is gone holds nothing."""
    try:
        if contains(body.read(SEARCHED), wanted) if body.path is None else _file_contains(body.path, wanted):
            return True
        encoding = content_encoding(headers)
        return bool(encoding) and decode is not None and contains(decode(body.read(SEARCHED), encoding), wanted)
    except OSError:
        return False


def _file_contains(path: Path, wanted: bytes) -> bool:
    """Read in pieces that overlap by the needle's length, so that the body is never whole in memory."""
    kept = b""
    left = SEARCHED
    with path.open("rb") as file:
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            if contains(kept + chunk, wanted):
                return True
            kept = (kept + chunk)[-(len(wanted) - 1) :] if len(wanted) > 1 else b""
    return False
