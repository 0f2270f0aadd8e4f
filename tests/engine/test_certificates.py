"""What a fetched certificate has to show."""

from datetime import UTC, datetime, timedelta

from inspector.engine.certificates import objection
from inspector.providers.registry import BY_ID
from tests.engine.provider_site import authority, certificate, vouched
from tests.providers.samples.sent import PAIRS

SNS, PAYPAL, GEMINI = BY_ID["aws-sns"], BY_ID["paypal"], BY_ID["gemini"]
NOW = datetime.now(UTC)
DAY = timedelta(days=1)
AUTHORITY, STRANGER = authority("Good"), authority("Other")


def test_names() -> None:
    """It is for Amazon SNS itself, and nobody whose name only looks like it."""
    assert objection(SNS, certificate(PAIRS["rsa"], "sns.amazonaws.com"), NOW) is None
    assert objection(SNS, certificate(PAIRS["rsa"], "sns.eu-central-1.amazonaws.com"), NOW) is None
    for name in ("amazonaws.com", "sns.amazonaws.com.evil.example", "xsns.amazonaws.com", "sns.a.b.amazonaws.com"):
        assert "not for sns.amazonaws.com" in (objection(SNS, certificate(PAIRS["rsa"], name), NOW) or "")


def test_dates() -> None:
    """Neither before its time nor after it."""
    early = certificate(PAIRS["rsa"], "sns.amazonaws.com", begins=DAY)
    late = certificate(PAIRS["rsa"], "sns.amazonaws.com", ends=-DAY)

    assert (objection(SNS, early, NOW) or "").startswith("its certificate counts from")
    assert (objection(SNS, late, NOW) or "").startswith("its certificate ended on")


def test_what_is_no_certificate() -> None:
    """A page, a bare key where a certificate is wanted; a bare key is enough where keys are published so."""
    jwks = b'{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}'

    assert objection(SNS, b"<html>Sign in</html>", NOW) == "it holds no public key"
    assert objection(SNS, jwks, NOW) == "it is no certificate"
    assert objection(GEMINI, jwks, NOW) is None
    assert objection(GEMINI, b"{}", NOW) == "it holds no public key"


def test_who_vouches_for_it() -> None:
    """PayPal's certificates lead to an authority that this machine trusts."""
    chain = vouched(AUTHORITY, PAIRS["rsa"], "messageverificationcerts.paypal.com")
    own = certificate(PAIRS["rsa"], "messageverificationcerts.paypal.com")
    refused = "no authority that this machine trusts vouches for its certificate"

    assert objection(PAYPAL, chain, NOW, [STRANGER.der, AUTHORITY.der]) is None
    assert objection(PAYPAL, chain, NOW, [STRANGER.der]) == refused
    assert objection(PAYPAL, chain, NOW, [b"no certificate"]) == refused
    assert objection(PAYPAL, own, NOW, [AUTHORITY.der]) == refused
    assert "not for" in (objection(PAYPAL, vouched(AUTHORITY, PAIRS["rsa"], "paypal.example"), NOW) or "")
