"""Signatures read the way a person would read them, where the provider's own library is stricter."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from inspector.core.headers import Headers
from inspector.core.verdict import Cause
from inspector.providers.digests import SIZES, Encoding, decode, decode_base64, decode_base64url, decode_hex, encode
from inspector.providers.layout import Single
from inspector.providers.reading import Reading

MOST_READ = 32
"""Signatures of one request that are looked at leniently."""

VALUE_LIMIT = 65_536
_FIELD = r"(?:^|[,;&\s\"'])%s\s*[=:]\s*[\"']?([^\"',;&\s]+)"
_SPLIT = re.compile(rb"[\s,;&]+")
_WRITTEN: dict[Encoding, str] = {
    "hex": "hexadecimal",
    "base64": "base64",
    "base64url": "base64 for URLs",
    "plain": "plain text",
}


class Signature(NamedTuple):
    """The bytes of a signature, and what had to be overlooked to read them: causes, and words that follow "when"."""

    raw: bytes
    causes: tuple[Cause, ...]
    words: tuple[str, ...]


def strict_signatures(reading: Reading) -> list[Signature]:
    """The signatures that the provider's library would have read."""
    encoding = reading.scheme.encoding
    found: list[Signature] = []
    for text in reading.found.signatures:
        raw = decode(text.encode("latin-1"), encoding)
        if raw is not None and encode(raw, encoding) == text.encode("latin-1"):
            found.append(Signature(raw, (), ()))
        if len(found) >= MOST_READ:
            break
    return found


def lenient_signatures(reading: Reading, headers: Headers) -> list[Signature]:
    """Further signatures that can be made out in the header, and in its repeats."""
    found: dict[bytes, Signature] = {signature.raw: signature for signature in strict_signatures(reading)}
    strict = len(found)
    for signature in (*_other_encodings(reading), *_tokens(reading, headers)):
        found.setdefault(signature.raw, signature)
        if len(found) >= strict + MOST_READ:
            break
    return list(found.values())[strict:]


def lenient_field(reading: Reading, name: str) -> bytes | None:
    """A named value of the header, with white space, quotes and other separators overlooked."""
    pattern = re.compile((_FIELD % re.escape(name)).encode("latin-1"), re.IGNORECASE)
    match = pattern.search(reading.value[:VALUE_LIMIT])
    return match.group(1) if match else None


def _decoders(text: bytes) -> dict[Encoding, bytes]:
    raws: tuple[tuple[Encoding, bytes | None], ...] = (
        ("plain", text),
        ("hex", decode_hex(text)),
        ("base64", decode_base64url(text) or decode_base64(text)),
    )
    return {encoding: raw for encoding, raw in raws if raw is not None}


def _other_encodings(reading: Reading) -> Iterator[Signature]:
    scheme = reading.scheme
    for text in reading.found.signatures[:MOST_READ]:
        for encoding, raw in _decoders(text.encode("latin-1")).items():
            if len(raw) not in SIZES.values() or encoding == "plain":
                continue
            if encoding == scheme.encoding:
                words = f"the digest is written {_spelling(text, encoding)}"
            else:
                words = f"the digest is written as {_WRITTEN[encoding]}, not as {_WRITTEN[scheme.encoding]}"
            yield Signature(raw, ("algorithm-mismatch",), (words,))


def _spelling(text: str, encoding: Encoding) -> str:
    """How a digest is spelt that libraries do not take for the same."""
    if encoding == "hex":
        return "in capitals" if text == text.upper() else "in other letters, capital or small, than the provider's"
    if "-" in text or "_" in text:
        return "as base64 for URLs"
    return "as base64 without “=” at its end" if len(text) % 4 else f"as {_WRITTEN[encoding]} in another spelling"


def _tokens(reading: Reading, headers: Headers) -> Iterator[Signature]:
    """Everything in the header, and in further headers of its name, that has the size of a digest."""
    scheme = reading.scheme
    values = [value for name, value in headers if name.lower() == scheme.place.key] or [reading.value]
    for number, value in enumerate(values, 1):
        where = scheme.place.name if number == 1 else f"header {number} of the name {scheme.place.name}"
        if scheme.algorithm == "token":
            raw = value.strip().strip(b"\"'")
            yield Signature(raw, ("header-malformed",), (f"white space and quotes in {where} are overlooked",))
            continue
        for token in _SPLIT.split(value[:VALUE_LIMIT]):
            bare = token.strip(b"\"'()<>")
            for text in (bare, bare.partition(b"=")[2], bare.partition(b":")[2]):
                if len(text) < 20:
                    continue
                for encoding, raw in _decoders(text).items():
                    if encoding != "plain" and len(raw) in SIZES.values():
                        yield Signature(raw, ("header-malformed",), (_how(reading, where, number),))


def _how(reading: Reading, where: str, number: int) -> str:
    layout = reading.scheme.layout
    if number > 1:
        return f"{where} is read instead of the first"
    if isinstance(layout, Single) and layout.prefix and not reading.value.decode("latin-1").startswith(layout.prefix):
        return f"{where} is read as if it began with “{layout.prefix}”"
    return f"{where} is read as if it had the right form"
