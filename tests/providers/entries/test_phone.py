"""Tokens of those who carry calls and messages."""

import pytest

from inspector.providers.web_token import sign_claims
from tests.providers.made import judged, request, secret


@pytest.mark.parametrize(
    ("claims", "body", "status", "covers", "words"),
    [
        ({}, b'{"a":1}', "valid", False, "(HS256) matches. It does not protect the body"),
        ({}, b"", "valid", True, "(HS256) matches."),
        ({"payload_hash": "0" * 64}, b'{"a":1}', "invalid", True, "does not match"),
    ],
)
def test_vonages_token_may_tell_no_hash(
    claims: dict[str, object], body: bytes, status: str, covers: bool, words: str
) -> None:
    """Its library looks at the token alone, so that one without a hash is good and does not protect the body."""
    key = b"a signature secret of 32 bytes or more"
    token = sign_claims(key, ("HS256",), {"iss": "Vonage", "jti": "j", **claims}).decode()
    verdict = judged(request({"Authorization": f"Bearer {token}"}, body), secret("vonage", key)).verdict

    assert (verdict.status, verdict.covers_body) == (status, covers)
    assert words in verdict.explanation
