"""`hub.challenge`: what is sent back, and when."""

import pytest

from inspector.core.secret import Secret
from inspector.providers.handshakes.handshake import Answered, Refused
from inspector.providers.handshakes.subscriptions import compared, is_verify_token, subscription, told
from tests.providers.handshakes.asking import Asking, asked

TARGET = "/?hub.mode=subscribe&hub.challenge=99&hub.verify_token=happy"


def asking(provider: str, *secrets: tuple[str, str]) -> Asking:
    """A subscription with the token `happy`."""
    return Asking(provider=provider, method="GET", target=TARGET, secrets=secrets)


def test_which_secrets_are_verify_tokens() -> None:
    """Those of Strava, which has no other; of others those that are called so."""
    secrets = (("meta", "default"), ("meta", "Verify token"), ("strava", "default"))

    assert [is_verify_token(Secret(provider=p, name=n, value=b"x")) for p, n in secrets] == [False, True, True]


@pytest.mark.parametrize(
    ("secrets", "provider", "stored"),
    [
        ((), "", False),
        ((("app secret", "happy"),), "", False),
        ((("verify", "happy"),), "meta", True),
        ((("verify", " happy\n"),), "meta", True),
        ((("verify", "other"), ("verify 2", "happy")), "meta", True),
        ((("verify", "Happy"),), "", True),
    ],
)
def test_the_token_is_compared(secrets: tuple[tuple[str, str], ...], provider: str, stored: bool) -> None:
    """With every one that is stored."""
    assert compared(asked(asking("meta", *secrets))) == (provider, stored)


def test_only_the_stored_token_is_answered() -> None:
    """With none stored the challenge goes back, and that is said."""
    wrong = subscription("")(asked(asking("meta", ("verify", "other")), "99"))
    right = subscription("")(asked(asking("meta", ("verify", "happy")), "99"))
    none = subscription("")(asked(asking("meta"), "99"))

    assert isinstance(wrong, Refused)
    assert isinstance(right, Answered)
    assert isinstance(none, Answered)
    assert (right.provider, none.provider) == ("meta", "")
    assert "is the one that is stored" in right.why
    assert "not compared" in none.why
    assert "happy" not in right.why + none.why + wrong.why


@pytest.mark.parametrize(
    ("challenge", "more", "provider"),
    [("0f" * 16, "", "strava"), ("12" * 16, "", ""), ("0F" * 16, "", ""), ("0f" * 16, "&hub.topic=https://a.b/c", "")],
)
def test_strava_is_known_by_the_form_of_its_challenge(challenge: str, more: str, provider: str) -> None:
    """Meta's is a decimal number, and a WebSub hub names its topic."""
    answer = subscription("")(asked(Asking(provider="", method="GET", target=TARGET + more), challenge))

    assert isinstance(answer, Answered)
    assert answer.provider == provider


def test_strava_wants_json() -> None:
    """The others plain text."""
    assert told("strava", "9").body == b'{"hub.challenge":"9"}'
    assert told("", "9").body == told("meta", "9").body == b"9"
