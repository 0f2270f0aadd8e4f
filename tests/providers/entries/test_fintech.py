"""Banks, cards and accounts."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import timedelta

import jwt
import pytest

from inspector.providers.asymmetric import public_pem
from inspector.providers.samples.fintech import PLAID, REVOLUT
from tests.providers.made import judged, with_header
from tests.providers.samples.sent import NOW, PAIRS, SECRETS, arrived, changed


def test_plaids_token_holds_a_hash_of_the_body() -> None:
    """A body that was written anew has another one."""
    assert changed(PLAID, b"  ", b"").verdict.status == "invalid"
    assert judged(arrived(PLAID), SECRETS["plaid"]).verdict.covers_body is True


@pytest.mark.parametrize("seconds", [301, 86_400])
def test_plaids_token_grows_old(seconds: int) -> None:
    """After five minutes."""
    late = replace(arrived(PLAID), received_at=NOW + timedelta(seconds=seconds))

    assert judged(late, SECRETS["plaid"]).verdict.cause == "timestamp-stale"


def test_no_other_algorithm_counts() -> None:
    """A token that was signed with the public key as a shared secret, or with none, is refused."""
    made = arrived(PLAID)
    token = made.headers.get("Plaid-Verification") or ""
    claims = jwt.decode(token, options={"verify_signature": False})
    public = public_pem(PAIRS["p256"]).encode()
    head_and_claims = jwt.encode(claims, "s" * 32, algorithm="HS256").rpartition(".")[0]
    digest = hmac.digest(public, head_and_claims.encode(), "sha256")
    for forged in (
        f"{head_and_claims}.{urlsafe_b64encode(digest).rstrip(b'=').decode()}",
        jwt.encode(claims, "", algorithm="none"),
        jwt.encode(claims, PAIRS["rsa"], algorithm="RS256"),
    ):
        verdict = judged(
            with_header(made, "Plaid-Verification", forged), replace(SECRETS["plaid"], value=public)
        ).verdict
        assert verdict.matches is not True


def test_revoluts_signature_may_be_one_of_several() -> None:
    """While a secret is replaced."""
    made = arrived(REVOLUT)
    value = made.headers.get("Revolut-Signature")

    again = with_header(made, "Revolut-Signature", f"v1={'0' * 64},{value}")

    assert judged(again, SECRETS["revolut"]).verdict.status == "valid"
