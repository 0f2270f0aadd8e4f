"""From signatures to verdicts."""

from inspector.providers.payload import Payload
from inspector.providers.registry import BY_ID
from inspector.providers.verdicts import verdict_of
from tests.providers.made import BODY, judged, request, secret, signed, with_headers


def test_a_body_that_is_not_to_be_read_now() -> None:
    """Not final; without secret there is nothing to wait for."""
    payload = Payload(signed("stripe"), None)
    waiting = verdict_of(BY_ID["stripe"], payload, None, [secret("stripe")])
    hopeless = verdict_of(BY_ID["stripe"], payload, None, [])

    assert (waiting.final, waiting.scheme, waiting.covers_body) == (False, "stripe-v1", True)
    assert (hopeless.final, hopeless.status) == (True, "no-secret")


def test_equal_requests_get_equal_verdicts() -> None:
    """Judged again, days later, a verdict is the same."""
    first, second = judged(signed("github"), secret("github")), judged(signed("github"), secret("github"))

    assert first == second
    assert first.verdict.signed_at is None
    assert first.verdict.fresh is None


def test_two_mechanisms_at_once() -> None:
    """GitLab may send a token and a signature: either that matches counts, the signature first."""
    both = with_headers(signed("gitlab"), signed("gitlab", scheme="gitlab-token").headers)
    signing = secret("gitlab", name="token")

    assert judged(both, signing).verdict.scheme == "gitlab-v1"
    altered = with_headers(both, request({"webhook-signature": "v1,AAAA"}).headers)
    assert judged(altered, signing).verdict.scheme == "gitlab-token"
    assert judged(altered, secret("gitlab", b"x")).verdict.tried > 1


def test_a_time_is_told_where_nothing_is_checked() -> None:
    """When it was signed can be read without a secret."""
    verdict = judged(signed("slack")).verdict

    assert (verdict.status, verdict.fresh, verdict.signed_at is not None) == ("no-secret", True, True)
    assert verdict.explanation == "Signed in X-Slack-Signature, but there is no secret of Slack to check it with."
    assert BODY
