"""Keys that a secret may have meant, and what was changed to get them."""

import html
import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from inspector.core.secret import Secret
from inspector.core.verdict import Cause
from inspector.providers.digests import HASHES, KEYS, decode_base64, decode_base64url, decode_hex
from inspector.providers.registry import find
from inspector.providers.scheme import Scheme

QUOTES = ((b'"', b'"'), (b"'", b"'"), (b"`", b"`"), ("“".encode(), "”".encode()), (b"<", b">"))
PREFIXES = (b"whsec", b"whpk", b"whsk", b"shpss", b"sk", b"pk")
"""Beginnings that say nothing of the secret behind them; of others a verdict shows not a character."""

SEVERAL = re.compile(rb"\s*\|\s*|[\s;]+|(?<!v1),\s*")
"""What stands between several secrets; a comma behind `v1` belongs to one."""
MOST_PARTS = 8

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00a0"
NAMES = {
    b"\n": "a line break",
    b"\r\n": "a carriage return and a line break",
    b"\r": "a carriage return",
    b" ": "a blank",
    b"\t": "a tab",
    b"\\n": "“\\n”",
    b",": "a comma",
    b";": "a semicolon",
}


class KeyVariant(NamedTuple):
    """A key, the secret it came from, what had to be changed, and words that follow "when the secret is used"."""

    secret: Secret
    key: bytes
    causes: tuple[Cause, ...]
    words: tuple[str, ...]
    value: bytes = b""
    """What would have to be kept as the secret to get this key; empty where that is not known."""


def plain_keys(secrets: Iterable[Secret], scheme: Scheme) -> list[KeyVariant]:
    """The keys as the scheme makes them."""
    return [KeyVariant(secret, key, (), ()) for secret in secrets for key in _keys(secret.value, scheme)]


def key_variants(secrets: Iterable[Secret], others: Iterable[Secret], scheme: Scheme) -> list[KeyVariant]:
    """All other keys, those with one change before those with two; no key twice."""
    own = list(secrets)
    foreign = list(others)
    seen = {variant.key for variant in plain_keys(own, scheme)}
    found: list[KeyVariant] = []
    for variant in (*_single(own, foreign, scheme), *_double(own, foreign, scheme)):
        if variant.key and variant.key not in seen:
            seen.add(variant.key)
            found.append(variant)
    return sorted(found, key=lambda variant: len(variant.causes))


def _keys(value: bytes, scheme: Scheme) -> Iterator[bytes]:
    for form in scheme.keys:
        key = KEYS[form](value)
        if key is not None:
            yield key


def _single(own: list[Secret], foreign: list[Secret], scheme: Scheme) -> Iterator[KeyVariant]:
    for secret in own:
        for words, value in (*trimmed(secret.value), *apart(secret.value), *_begun(secret, scheme)):
            for key in _keys(value, scheme):
                yield KeyVariant(secret, key, ("secret-whitespace",), (words,), value)
    for secret in own:
        if scheme.algorithm in HASHES:
            for words, key in _decoded(secret.value):
                yield KeyVariant(secret, key, ("secret-encoding",), (words,), value_for(key, scheme))
    for secret in foreign:
        for key in _keys(secret.value, scheme):
            yield KeyVariant(secret, key, ("other-provider-secret",), (), secret.value)


def _double(own: list[Secret], foreign: list[Secret], scheme: Scheme) -> Iterator[KeyVariant]:
    for secret in own:
        if scheme.algorithm in HASHES:
            for first, value in (*trimmed(secret.value), *apart(secret.value)):
                for second, key in _decoded(value):
                    yield KeyVariant(
                        secret, key, ("secret-whitespace", "secret-encoding"), (first, second), value_for(key, scheme)
                    )
    for secret in foreign:
        for words, value in trimmed(secret.value):
            for key in _keys(value, scheme):
                yield KeyVariant(secret, key, ("other-provider-secret", "secret-whitespace"), (words,), value)


def value_for(key: bytes, scheme: Scheme) -> bytes:
    """A text that the scheme makes this key from; empty where there is none that a person could type."""
    try:
        typed = key.decode().isprintable()
    except UnicodeDecodeError:
        typed = False
    encoded = b64encode(key)
    candidates = [key] * typed + [b"whsec_" + encoded, b"v1,whsec_" + encoded, encoded, key.hex().encode()]
    return next((one for one in candidates if any(KEYS[form](one) == key for form in scheme.keys)), b"")


def trimmed(value: bytes) -> Iterator[tuple[str, bytes]]:
    """A secret without what does not belong to it, or with what the sender's copy may have: words and value."""
    candidates = [value.rstrip(b"\r\n"), value.rstrip(), value.lstrip(), value.strip(), _visible(value)]
    bare = value.strip()
    for opening, closing in QUOTES:
        if bare.startswith(opening) and bare.endswith(closing) and len(bare) > len(opening) + len(closing):
            inner = bare[len(opening) : -len(closing)]
            candidates += [inner, inner.strip()]
        candidates += [bare.removeprefix(opening), bare.removesuffix(closing)]
    candidates += [bare.removesuffix(ending) for ending in (b"\\n", b"\\r\\n", b",", b";")]
    for candidate in candidates:
        if candidate and candidate != value:
            yield describe(value, candidate), candidate
    for word in (b"Bearer ", b"bearer "):
        if bare.startswith(word):
            yield "without “Bearer” before it", bare.removeprefix(word)
    name, assigned, rest = bare.partition(b"=")
    if assigned and rest.strip(b"=") and name.replace(b"_", b"").replace(b"export ", b"").isalnum():
        yield "without the name and the “=” before it", rest.strip(b"\"' ")
    yield "with a line break behind it", value + b"\n"
    yield "with a carriage return and a line break behind it", value + b"\r\n"
    yield "with a blank behind it", value + b" "
    yield "in quotation marks", b'"' + value + b'"'


def apart(value: bytes) -> Iterator[tuple[str, bytes]]:
    """What else may have been kept with a secret: a version, a name, other secrets, line breaks; words and value."""
    bare = value.strip()
    if bare.startswith(b"v1,"):
        yield "without “v1,” before it", bare.removeprefix(b"v1,")
    if len(bare.split()) > 1:
        yield "without the white space inside it", b"".join(bare.split())
    parts = list(filter(None, SEVERAL.split(bare)))
    if not 1 < len(parts) <= MOST_PARTS:
        return
    for number, part in enumerate(parts, 1):
        words = f"without what stands beside it: it is part {number} of {len(parts)}"
        yield words, part
        if part.startswith(b"v1,"):
            yield words, part.removeprefix(b"v1,")


def _begun(secret: Secret, scheme: Scheme) -> Iterator[tuple[str, bytes]]:
    """A secret with the beginning that its provider writes before every one: words and value."""
    provider = find(secret.provider)
    for start in dict.fromkeys((*scheme.secret_starts, *(provider.secret_forms if provider else ()))):
        if not secret.value.startswith(start.encode()):
            yield f"with “{start}” before it", start.encode() + secret.value.strip()


def describe(value: bytes, part: bytes) -> str:
    """What is left out of a secret to get a part of it: `without its last character, a line break`."""
    start = value.find(part)
    if start < 0:
        return "without the invisible characters in it"
    before, after = value[:start], value[start + len(part) :]
    if before and after:
        return f"without the {_around(before + after)} around it"
    left, side = (before, "first") if before else (after, "last")
    name = NAMES.get(left) or _one_of(left)
    if len(left.decode("utf-8", "replace")) == 1:
        return f"without its {side} character, {name}"
    return f"without its {side} {len(left.decode('utf-8', 'replace'))} characters, {name}"


def _around(left: bytes) -> str:
    """What a secret was wrapped in, in words."""
    text = left.decode("utf-8", "replace")
    bare = "".join(text.split())
    if not bare.strip(INVISIBLE):
        return "invisible characters" if bare else "white space"
    marks = "angle brackets" if set(bare) <= {"<", ">"} else "quotation marks"
    return marks if bare == text else f"{marks} and white space"


def _one_of(left: bytes) -> str:
    """What stands before or behind a secret, in words."""
    text = left.decode("utf-8", "replace")
    if not text.strip():
        return "a no-break space" if text == "\u00a0" else "white space"
    if not text.strip(INVISIBLE):
        return "which is invisible" if len(text) == 1 else "which are invisible"
    return "an angle bracket" if text in ("<", ">") else "a quotation mark"


def _visible(value: bytes) -> bytes:
    text = value.decode("utf-8", "surrogateescape")
    for character in INVISIBLE:
        text = text.replace(character, "")
    return text.strip().encode("utf-8", "surrogateescape")


def _decoded(value: bytes) -> Iterator[tuple[str, bytes]]:
    """A secret read as something else than what the scheme reads it as: words and key."""
    texts = [("", value)]
    if value.startswith(b"v1,"):
        texts.append(("from “whsec_” on, ", value.removeprefix(b"v1,")))
    for whole, text in list(texts):
        prefix, underscore, rest = text.partition(b"_")
        if underscore and rest and prefix.isalnum() and len(prefix) <= 12:
            name = f"“{prefix.decode()}_”" if prefix in PREFIXES else "its first underscore"
            texts.append((f"{whole}behind {name}, ", rest))
    for where, text in texts:
        yield f"{where}as plain text", text
        for name, key in (
            ("decoded as base64", decode_base64(text)),
            ("decoded as base64 for URLs", decode_base64url(text)),
            ("decoded as hexadecimal", decode_hex(text)),
        ):
            if key:
                yield where + name, key
        yield f"{where}written as base64", b64encode(text)
        yield f"{where}written as hexadecimal", text.hex().encode()
        yield f"{where}with its %XX decoded", unquote_to_bytes(text)
        readable = text.decode("utf-8", "replace")
        yield f"{where}with its HTML entities decoded", html.unescape(readable).encode()
        yield f"{where}normalised to NFKD", unicodedata.normalize("NFKD", readable).encode()
        yield f"{where}normalised to NFC", unicodedata.normalize("NFC", readable).encode()
