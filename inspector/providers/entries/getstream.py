"""Stream signs what it sends before it compresses it."""

import zlib

from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.place import place
from inspector.providers.scheme import Scheme
from inspector.providers.subject import Subject

GZIP = b"\x1f\x8b"
"""How it begins."""

MOST = 4 * 1024 * 1024
"""Bytes that a compressed event may have; more is no event but a bomb."""

_CODING = place("header:Content-Encoding")
_SIGNATURE = place("header:X-Signature")


def uncompressed(subject: Subject) -> bytes | None:
    """The body without its gzip, itself where it has none; None where that is damaged or too large.

    As stream-chat 4.33.0 does it (webhook.py).
    """
    if not subject.body.startswith(GZIP):
        return subject.body
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = unpacking.decompress(subject.body, MOST)
    except zlib.error:
        return None
    return content if unpacking.eof else None


GETSTREAM_SCHEMES = (
    Scheme(
        id="getstream-sha256",
        algorithm="hmac-sha256",
        place=_SIGNATURE,
        layout=Single(),
        when=((_CODING, ""),),
    ),
    Scheme(
        id="getstream-sha256-gzip",
        algorithm="hmac-sha256",
        place=_SIGNATURE,
        layout=Single(),
        message=message("{uncompressed body}", computed={"uncompressed body": uncompressed}, covers_body=True),
        when=((_CODING, "gzip"),),
    ),
)
"""With and without compression."""
