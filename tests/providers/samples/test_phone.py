"""Samples of calls and messages."""

import pytest

from inspector.providers.samples.phone import PHONE
from inspector.providers.samples.sample import Sample
from inspector.providers.web_token import sign_claims
from tests.providers.made import judged, request, secret
from tests.providers.samples.sent import arrived, check


@pytest.mark.parametrize("sample", PHONE, ids=lambda sample: sample.provider)
def test_each_is_known_as_what_it_is(sample: Sample) -> None:
    """Recognised and verified as its own provider's, with a gist and ids that are new at each sending."""
    gists = check(sample.provider)

    assert gists[sample.event]
    assert arrived(sample).body.read() != arrived(sample).body.read()
    assert b"${" not in arrived(sample).body.read() + arrived(sample).head


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
