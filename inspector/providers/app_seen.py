"""What a user's app saw, as they give it: the line that our line of code printed, a digest, a length, or the body."""

import re
from dataclasses import dataclass, field

from inspector.core.errors import UsageError
from inspector.providers.digests import decode_base64

NAME = "webhook-inspector"
"""The word that our line of code prints before length and SHA-256."""

MOST_TEXT = 4096
"""Characters up to which a text may be anything but a body."""

SIZES = {16: "md5", 20: "sha1", 32: "sha256", 48: "sha384", 64: "sha512"}
"""Bytes of a digest, and the hash that makes so many."""

_PRINTED = re.compile(NAME + r"\W{1,4}(\d{1,15})\W{1,4}([0-9a-fA-F]{64})\b")
_LENGTH = re.compile(r"(\d[\d,._' ]{0,20})\s*(?:bytes?)?", re.IGNORECASE)
_SIGNATURE = re.compile(r"[\w-]{1,24}[=,:]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is known of the app's bytes; at least one of the three."""

    size: int | None = None
    """Bytes that the app saw."""
    digest: bytes | None = None
    is_sha256: bool = False
    """The digest is known to be the SHA-256 of the bytes; else it may be any hash or an HMAC."""
    content: bytes | None = field(default=None, repr=False)
    pasted: bool = False
    """The content came through a text field, which keeps neither carriage returns nor bytes that are no text."""


def read_seen(text: str) -> Seen:
    """Read what was pasted: anything that is no printed line, digest or length is taken for the body itself."""
    short = text.strip()
    if len(short) <= MOST_TEXT and (found := _read_short(short)) is not None:
        return found
    printed = _PRINTED.findall(text[-64 * MOST_TEXT :])
    if printed:
        return _printed(*printed[-1])
    return Seen(size=len(content := text.encode("utf-8", "surrogateescape")), content=content, pasted=True)


def read_digest(text: str) -> Seen:
    """Read what is said to be a digest or a printed line. Raises UsageError where it is neither."""
    found = _read_short(text.strip())
    if found is None or found.digest is None:
        raise UsageError("This is no digest: expected hexadecimal or base64 of 16, 20, 32, 48 or 64 bytes.")
    return found


def body_seen(content: bytes) -> Seen:
    """The body itself, byte for byte, as a file holds it."""
    return Seen(size=len(content), content=content)


def digest_in(text: str) -> bytes | None:
    """The digest that a text writes in hexadecimal or base64, with or without a prefix as `sha256=`."""
    for part in (text, _SIGNATURE.sub("", text, count=1)):
        part = part.strip("\"'` ")
        try:
            raw = bytes.fromhex(part) if part.isalnum() else b""
        except ValueError:
            raw = b""
        if len(raw) in SIZES:
            return raw
        # The alphabet for URLs means the same bytes.
        plain = part.replace("-", "+").replace("_", "/").encode("ascii", "replace")
        raw = decode_base64(plain) or b""
        if len(raw) in SIZES and len(plain.rstrip(b"=")) == -(-len(raw) * 4 // 3):
            return raw
    return None


def _read_short(text: str) -> Seen | None:
    printed = _PRINTED.findall(text)
    if printed:
        return _printed(*printed[-1])
    digest = digest_in(text)
    if digest is not None:
        return Seen(digest=digest)
    length = _LENGTH.fullmatch(text)
    if length is not None:
        return Seen(size=int(re.sub(r"\D", "", length[1])))
    return None


def _printed(size: str, digest: str) -> Seen:
    return Seen(size=int(size), digest=bytes.fromhex(digest), is_sha256=True)
