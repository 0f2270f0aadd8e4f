"""Sentences that a person understands."""

from inspector.providers.registry import BY_ID, SCHEMES
from inspector.providers.wording import (
    formula,
    matched,
    names_of,
    quoted,
    time_place,
    unexplained,
    unsigned,
)
from tests.providers.made import secret


def test_names() -> None:
    """Quoted, joined, and not more than five."""
    assert quoted(["a"]) == "“a”"
    assert quoted(["a", "b", "c"]) == "“a”, “b” or “c”"
    assert names_of([secret("stripe", name=str(n)) for n in range(7)]).endswith("“4” and 2 more")


def test_matches() -> None:
    """With and without a time, before and after the arrival, and a token."""
    stripe = SCHEMES["stripe-v1"]

    assert matched(stripe, stripe, "x", None) == 'HMAC-SHA256 of "{t}.{body}" matches.'
    assert matched(stripe, stripe, "x", -5) == 'HMAC-SHA256 of "{t}.{body}" matches; its time is 5 s after it arrived.'
    token = SCHEMES["gitlab-token"]
    assert matched(token, token, "x", None).startswith("X-Gitlab-Token equals the secret “x”.")
    assert formula(SCHEMES["github-sha1"]) == 'HMAC-SHA1 of "{body}"'


def test_what_is_missing() -> None:
    """The headers that would hold a signature are named once each."""
    assert unsigned(BY_ID["svix"]).startswith("From Svix, but not signed: svix-signature is missing or empty.")
    assert time_place(SCHEMES["stripe-v1"]) == "t= of Stripe-Signature"
    assert time_place(SCHEMES["slack-v0"]) == "X-Slack-Request-Timestamp"
    assert time_place(SCHEMES["github-sha1"]) == ""
    assert SCHEMES["github-sha1"].place.words == "X-Hub-Signature"
    assert BY_ID["aws-sns"].schemes[0].place.words == "“Signature” of the payload"


def test_nothing_matched() -> None:
    """What was seen comes first; without it, what is left to suspect comes last."""
    own = [secret("stripe", name="a")]

    assert unexplained(own, ["It is cut."], 0, stopped=False, body_counts=True) == "It is cut."
    assert unexplained(own, [], 1234, stopped=True, body_counts=True) == (
        "1,234 variants of secret, body, time and digest were tried with “a”; none matches, and there was no time for "
        "more. What is left: the sender has another secret, or the body was changed on its way."
    )
    assert unexplained(own, [], 1, stopped=True, body_counts=False).startswith("1 variant of the secret was tried")
    assert "body" not in unexplained(own, [], 6, stopped=False, body_counts=False)
