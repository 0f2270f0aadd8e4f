"""Signatures that are bad on purpose."""

import json
from dataclasses import replace

import pytest

from inspector.core.body import Body
from inspector.core.errors import UsageError
from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.breaking import Signer, base_of, is_refused, judged, shown_schemes, sign_badly, sign_now
from inspector.providers.judging import judge
from inspector.providers.registry import BY_ID
from tests.providers.made import NOW, VALUES, request, signed, with_header

URL = "http://localhost:3000/hooks"
TIMED = ("gitlab", "stripe", "slack", "openai", "svix", "standard-webhooks")


def signer(provider: str, value: bytes | None = None) -> Signer:
    """Signs with a good secret of a provider."""
    secret = Secret(provider=provider, name="mine", value=VALUES[provider] if value is None else value)
    shown = shown_schemes(BY_ID[provider], signed(provider), secret, None)
    return Signer(provider=BY_ID[provider], secret=secret, schemes=shown)


@pytest.mark.parametrize("provider", VALUES)
def test_signed_now_only_signature_and_time_are_new(provider: str) -> None:
    """Order, case and every other byte stay as they came, the delivery id too."""
    old = signed(provider, at=NOW.replace(year=2022))
    old = replace(old, head=old.head.replace(b"POST /hooks ", b"POST /h\xc3\xa4oks "))
    new = sign_now(signer(provider), old, NOW, URL)
    before, after = dict(old.headers), dict(new.headers)

    assert [name for name, _ in new.headers] == [name for name, _ in old.headers]
    assert new.head.startswith(b"POST /h\xc3\xa4oks HTTP/1.1\r\n")
    assert new.body == old.body
    verdict = judge(new, Basis(secrets={provider: (signer(provider).secret,)})).verdict
    assert (verdict.status, verdict.secret) == ("valid", "mine")
    changed = {name for name in after if after[name] != before[name]}
    assert bool(changed) is (provider in TIMED)
    assert all(b"signature" in name.lower() or b"timestamp" in name.lower() for name in changed)


@pytest.mark.parametrize("provider", VALUES)
@pytest.mark.parametrize("how", ["tampered", "wrong-secret"])
def test_what_was_changed_or_signed_by_another_is_refused(provider: str, how: str) -> None:
    """It is still known as what it is, and still JSON; the signature alone is bad."""
    good = sign_now(signer(provider), signed(provider), NOW, URL)
    bad = sign_badly(signer(provider), good, NOW, URL, how)
    judgement = judged(signer(provider), bad, NOW, URL)

    assert (judgement.provider, judgement.verdict.status, judgement.verdict.matches) == (provider, "invalid", False)
    assert judgement.event == judged(signer(provider), good, NOW, URL).event
    if how == "tampered":
        assert sum(a != b for a, b in zip(bad.body.read(), good.body.read(), strict=True)) == 1
        assert json.loads(bad.body.read()) != json.loads(good.body.read())


def test_a_token_in_a_chosen_field_is_made_bad_there() -> None:
    """The field that held the good one gets another; the field of somebody else stays as it is."""
    token = Secret(provider="assemblyai", name="mine", value=b"hush-hush")
    made = request({"X-Trace": "abc", "X-Mine": "hush-hush"}, b'{"transcript_id":"5","status":"completed"}')
    shown = shown_schemes(BY_ID["assemblyai"], made, token, "assemblyai-token")
    one = Signer(provider=BY_ID["assemblyai"], secret=token, schemes=shown)
    bad = sign_badly(one, made, NOW, URL, "wrong-secret")

    assert bad.headers.get("X-Trace") == "abc"
    assert bad.headers.get("X-Mine") not in (None, "hush-hush")
    assert judged(one, bad, NOW, URL).verdict.status == "invalid"


def test_what_is_called_bad_was_refused() -> None:
    """Where a second signature stays good, another secret for the first changes nothing: that is said."""
    secret = Secret(provider="hookdeck", name="mine", value=b"hush-hush")
    one = Signer(provider=BY_ID["hookdeck"], secret=secret)
    good = sign_now(one, request({}), NOW, URL)
    both = with_header(good, "x-hookdeck-signature-2", good.headers.get("x-hookdeck-signature") or "")

    with pytest.raises(UsageError, match=r"Hookdeck.* would accept"):
        sign_badly(one, both, NOW, URL, "wrong-secret")


@pytest.mark.parametrize("provider", TIMED)
def test_stale_is_signed_well_but_too_old(provider: str) -> None:
    """Whoever looks at the signature alone takes it."""
    verdict = judged(
        signer(provider), sign_badly(signer(provider), signed(provider), NOW, URL, "stale"), NOW, URL
    ).verdict

    assert (verdict.matches, verdict.fresh, verdict.cause) == (True, False, "timestamp-stale")


def test_future_is_signed_well_but_too_early() -> None:
    """Where the library refuses it; Stripe's does not look, so there it is no reason to refuse."""
    slack = sign_badly(signer("slack"), signed("slack"), NOW, URL, "future")
    stripe = sign_badly(signer("stripe"), signed("stripe"), NOW, URL, "future")

    assert judged(signer("slack"), slack, NOW, URL).verdict.cause == "timestamp-future"
    assert is_refused(signer("slack"), slack, NOW, URL)
    assert not is_refused(signer("stripe"), stripe, NOW, URL)


@pytest.mark.parametrize("how", ["stale", "future"])
def test_no_time_cannot_be_wrong(how: str) -> None:
    """The sentence says so."""
    with pytest.raises(UsageError, match="GitHub signs no time"):
        sign_badly(signer("github"), signed("github"), NOW, URL, how)


def test_a_token_beside_a_signature_stays() -> None:
    """It is a secret of its own; only with another secret is it made bad too."""
    both = signed("gitlab", headers={"X-Gitlab-Event": "Push Hook", "X-Gitlab-Token": "a-token"})
    again = sign_now(signer("gitlab"), both, NOW.replace(year=2024), URL)
    bad = sign_badly(signer("gitlab"), both, NOW, URL, "wrong-secret")

    assert again.headers.get("X-Gitlab-Token") == "a-token"
    assert again.headers.get("webhook-signature") != both.headers.get("webhook-signature")
    assert bad.headers.get("X-Gitlab-Token") != "a-token"


def test_a_token_covers_nothing() -> None:
    """So nothing that is changed makes it bad."""
    token = Signer(provider=BY_ID["gitlab"], secret=Secret(provider="gitlab", name="mine", value=b"a-token"))

    with pytest.raises(UsageError, match="GitLab signs nothing"):
        sign_badly(token, request({"X-Gitlab-Event": "Push Hook"}), NOW, URL, "tampered")


def test_a_public_key_signs_nothing() -> None:
    """The sentence names what does."""
    public = signer("svix", b"whpk_" + b"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")

    with pytest.raises(UsageError, match=r"“mine” is a public key of Svix.*trigger svix"):
        sign_now(public, signed("svix"), NOW, URL)


def test_a_body_without_a_letter_or_digit_breaks_in_a_header() -> None:
    """Then another signed value is changed."""
    empty = replace(signed("slack"), body=Body.of(b""))
    bad = sign_badly(signer("slack"), empty, NOW, URL, "tampered")

    assert bad.body.size == 0
    assert is_refused(signer("slack"), bad, NOW, URL)


@pytest.mark.parametrize(
    ("url", "base"),
    [("http://a:1/b?c", "http://a:1"), ("https://a", "https://a"), ("http://[::1]:3?x", "http://[::1]:3")],
)
def test_the_base_of_a_url(url: str, base: str) -> None:
    """Path and query are left out."""
    assert base_of(url) == base
