"""What a user pastes is read for what it is."""

from base64 import b64encode
from hashlib import sha1, sha256, sha512

import pytest

from inspector.core.errors import UsageError
from inspector.providers.app_seen import body_seen, digest_in, read_digest, read_seen

HASH = sha256(b"body").hexdigest()


@pytest.mark.parametrize(
    "text",
    [
        f"webhook-inspector 4 {HASH}",
        f"127.0.0.1 - - POST /\nINFO webhook-inspector 4 {HASH.upper()}\nmore",
        f"'webhook-inspector', 4, '{HASH}'",
    ],
)
def test_the_printed_line(text: str) -> None:
    """The line is found among others, in either case, with its length and its SHA-256."""
    seen = read_seen(text)

    assert (seen.size, seen.digest, seen.is_sha256, seen.content) == (4, sha256(b"body").digest(), True, None)


def test_the_last_line_counts() -> None:
    """A log of several deliveries ends with the one that was just looked at."""
    seen = read_seen(f"webhook-inspector 9 {'0' * 64}\nwebhook-inspector 4 {HASH}\n")

    assert (seen.size, seen.digest) == (4, sha256(b"body").digest())


@pytest.mark.parametrize("raw", [sha1(b"x").digest(), sha256(b"x").digest(), sha512(b"x").digest()])
def test_a_digest_in_each_writing(raw: bytes) -> None:
    """Hexadecimal, base64 and its alphabet for URLs, with and without a prefix, mean the same bytes."""
    written = [raw.hex(), raw.hex().upper(), b64encode(raw).decode(), b64encode(raw, b"-_").decode().rstrip("=")]
    for text in [*written, f"sha256={raw.hex()}", f"v1={raw.hex()}", f"v1,{b64encode(raw).decode()}", f'"{raw.hex()}"']:
        assert digest_in(text) == raw, text
        assert read_seen(f" {text}\n").digest == raw
        assert not read_seen(text).is_sha256


@pytest.mark.parametrize(("text", "size"), [("7398", 7398), ("7,398 bytes", 7398), ("1 byte", 1)])
def test_a_length(text: str, size: int) -> None:
    """A number alone is a length."""
    seen = read_seen(text)

    assert (seen.size, seen.digest, seen.content) == (size, None, None)


@pytest.mark.parametrize("text", ['{"a": 1}', "abc", "deadbeef", "a=1&b=2", ""])
def test_anything_else_is_the_body(text: str) -> None:
    """What is no line, digest or length is the body, as pasted."""
    seen = read_seen(text)

    assert (seen.content, seen.pasted, seen.digest) == (text.encode(), True, None)


def test_what_is_said_to_be_a_digest_must_be_one() -> None:
    """A length or a body in its place is refused with what was expected."""
    assert read_digest(f"webhook-inspector 4 {HASH}").size == 4
    for wrong in ("12", "abc", ""):
        with pytest.raises(UsageError, match="hexadecimal or base64"):
            read_digest(wrong)


def test_a_file_is_the_bytes_themselves() -> None:
    """Of a file every byte counts, and nothing is taken for pasted."""
    seen = body_seen(b"\xff\r\n")

    assert (seen.content, seen.size, seen.pasted) == (b"\xff\r\n", 3, False)
