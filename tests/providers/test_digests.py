"""Digests, encodings and keys."""

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.body import Body
from inspector.providers.digests import (
    KEYS,
    KeyForm,
    decode_base64,
    decode_base64url,
    decode_hex,
    digest_of,
    encode,
)


def test_digests_of_memory_and_files_agree(tmp_path: Path) -> None:
    """RFC 4231, test case 2, whether the body is in memory or read in pieces; SHA-1 as RFC 2202 has it."""
    (tmp_path / "body").write_bytes(b"do ya want for ")
    filed = replace(Body.of(b"do ya want for "), content=None, path=tmp_path / "body")
    expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"

    assert digest_of("hmac-sha256", b"Jefe", b"what ", b"do ya want for ", b"nothing?").hex() == expected
    assert digest_of("hmac-sha256", b"Jefe", b"what ", filed, b"nothing?").hex() == expected
    assert digest_of("hmac-sha1", b"Jefe", b"", b"what do ya want for nothing?", b"").hex().startswith("effcdf6ae5eb")


def test_encodings() -> None:
    """Written and read back."""
    assert encode(b"\xfb\xff", "hex") == b"fbff"
    assert encode(b"\xfb\xff", "base64") == b"+/8="
    assert encode(b"x", "plain") == b"x"
    assert decode_base64(b"+/8") == decode_base64(b"+/8=") == decode_base64url(b"-_8") == b"\xfb\xff"
    assert decode_hex(b"FBff") == b"\xfb\xff"
    assert [decode_base64(b"a"), decode_base64(b"a b="), decode_base64url(b"aaaa"), decode_hex(b"f f")] == [None] * 4
    assert decode_hex(b"f\xff") is None


@pytest.mark.parametrize(
    ("form", "secret", "key"),
    [
        ("utf-8", b"whsec_aGk", b"whsec_aGk"),
        ("utf-8", b"", None),
        ("whsec", b"whsec_aGk=", b"hi"),
        ("whsec", b"aGk", b"hi"),
        ("whsec", b"whsec_aGk\n", None),
        ("whsec", b"whsec_", None),
        ("whsec or utf-8", b"aGk", b"aGk"),
        ("whsec or utf-8", b"whsec_aGk", b"hi"),
        ("v1,whsec", b"v1,whsec_aGk=", b"hi"),
        ("v1,whsec", b"whsec_aGk", b"hi"),
        ("v1,whsec", b"v1,", None),
        ("whpk", b"whpk_" + base64.b64encode(b"k" * 32), b"whpk_" + b"k" * 32),
        ("whpk", b"whsk_" + base64.b64encode(b"k" * 64), b"whsk_" + b"k" * 32),
        ("whpk", b"whpk_" + base64.b64encode(b"k" * 31), None),
        ("whpk", b"whsec_aGk", None),
    ],
)
def test_keys(form: KeyForm, secret: bytes, key: bytes | None) -> None:
    """How a secret becomes a key, and when it cannot."""
    assert KEYS[form](secret) == key
