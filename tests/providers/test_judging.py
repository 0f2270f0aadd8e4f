"""What is said of a request as it arrives."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.core.body import Body
from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.judging import AT_ONCE, assemble, judge
from tests.providers.made import (
    BODY,
    NOW,
    STRIPE,
    VALUES,
    basis,
    judged,
    request,
    secret,
    signed,
    vector_request,
    vectors,
    with_body,
    with_header,
)


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: f"{vector['provider']}-{vector['published']}")
def test_vectors_match(vector: dict[str, str | dict[str, str]]) -> None:
    """What the providers published, and what their libraries signed, matches."""
    provider = str(vector["provider"])
    judgement = judged(vector_request(vector), secret(provider, str(vector["secret"]).encode()))

    assert judgement.provider == provider
    assert judgement.verdict.matches is True


@pytest.mark.parametrize("provider", sorted(VALUES))
def test_one_changed_bit_is_noticed(provider: str) -> None:
    """A body that differs in its last bit, and a secret that does, are both invalid."""
    made = signed(provider)
    flipped = with_body(made, BODY[:-1] + bytes([BODY[-1] ^ 1]))
    other = VALUES[provider][:-1] + bytes([VALUES[provider][-1] ^ 8])

    assert judged(made, secret(provider)).verdict.status == "valid"
    assert judged(made, secret(provider, other)).verdict.status == "invalid"
    assert judged(flipped, secret(provider)).verdict.status == "invalid"


def test_a_token_does_not_cover_the_body() -> None:
    """GitLab's token is valid whatever the body says, and the verdict tells."""
    made = with_body(signed("gitlab", scheme="gitlab-token"), b"{}")
    judgement = judged(made, secret("gitlab"))

    assert (judgement.verdict.status, judgement.verdict.covers_body) == ("valid", False)
    assert judgement.sensitive == ("header:X-Gitlab-Token",)
    assert "does not protect the body" in judgement.verdict.explanation


def test_a_valid_verdict_is_whole() -> None:
    """Scheme, secret, age and the sentence of a valid Stripe event are those of the description."""
    verdict = judged(
        replace(signed("stripe"), received_at=NOW + timedelta(seconds=2)),
        secret("stripe", b"whsec_old", "old"),
        secret("stripe", name="staging"),
    ).verdict

    assert (verdict.status, verdict.scheme, verdict.secret) == ("valid", "stripe-v1", "staging")
    assert (verdict.matches, verdict.fresh, verdict.signed_at, verdict.covers_body) == (True, True, NOW, True)
    assert (verdict.cause, verdict.causes, verdict.tried, verdict.final) == (None, (), 2, True)
    assert verdict.explanation == 'HMAC-SHA256 of "{t}.{body}" matches; signed 2 s before it arrived.'


def test_without_secret_and_without_signature() -> None:
    """A signed request nobody can check is `no-secret`, one of a known sender without signature `unsigned`."""
    assert judged(signed("stripe")).verdict.status == "no-secret"
    assert judged(request({"X-GitHub-Event": "push"}), secret("github")).verdict.status == "unsigned"
    assert judged(request({"Stripe-Signature": " "}), secret("stripe")).verdict.status == "unsigned"
    assert judged(request({})).verdict.status == "unknown"


def test_several_signatures_any_of_which_counts() -> None:
    """While a secret is rolled there are two `v1=`; another version's is not looked at."""
    made = signed("stripe")
    value = made.headers.get("stripe-signature") or ""
    stamp, good = value.split(",v1=")
    rolled = with_header(made, "Stripe-Signature", f"{stamp},v1={'0' * 64},v1={good},v0=1")
    outdated = with_header(made, "Stripe-Signature", f"{stamp},v0={good}")

    assert judged(rolled, secret("stripe")).verdict.status == "valid"
    assert judged(outdated, secret("stripe")).verdict.status == "invalid"


def test_sha256_decides_where_github_sends_both() -> None:
    """The old SHA-1 counts only alone."""
    both = with_header(signed("github"), "X-Hub-Signature", "sha1=" + "0" * 40)
    only = signed("github", scheme="github-sha1", headers={"X-GitHub-Event": "push"})
    wrong = with_header(only, "X-Hub-Signature-256", "sha256=" + "0" * 64)

    assert judged(both, secret("github")).verdict.scheme == "github-sha256"
    assert judged(both, secret("github")).verdict.status == "valid"
    assert judged(only, secret("github")).verdict.scheme == "github-sha1"
    assert judged(only, secret("github")).verdict.status == "valid"
    assert judged(wrong, secret("github")).verdict.status == "invalid"


@pytest.mark.parametrize(("seconds", "status"), [(300, "valid"), (300.5, "invalid"), (-3000, "valid")])
def test_stripe_lets_the_future_pass(seconds: float, status: str) -> None:
    """Stripe's library refuses what is older than five minutes, and nothing else."""
    verdict = judged(replace(signed("stripe"), received_at=NOW + timedelta(seconds=seconds)), secret("stripe")).verdict

    assert (verdict.status, verdict.matches, verdict.final) == (status, True, True)
    assert verdict.cause == (None if status == "valid" else "timestamp-stale")


@pytest.mark.parametrize("provider", ["slack", "standard-webhooks", "svix", "openai", "gitlab"])
@pytest.mark.parametrize(
    ("seconds", "cause"), [(300, None), (301, "timestamp-stale"), (-300, None), (-301, "timestamp-future")]
)
def test_others_refuse_both_ways(provider: str, seconds: int, cause: str | None) -> None:
    """Too old and too early are refused at once, with the cause named, while the signature matches."""
    verdict = judged(replace(signed(provider), received_at=NOW + timedelta(seconds=seconds)), secret(provider)).verdict

    assert (verdict.matches, verdict.final, verdict.cause) == (True, True, cause)
    assert (verdict.status, verdict.fresh) == (("valid", True) if cause is None else ("invalid", False))


def test_event_delivery_and_deadline_are_read() -> None:
    """Where they stand differs from provider to provider."""
    github = judged(request({"X-GitHub-Event": "ping", "X-GitHub-Delivery": "72d3162e"}, b'{"zen":"Keep it"}'))
    shopify = judged(
        request({"X-Shopify-Topic": "orders/paid", "X-Shopify-Webhook-Id": "w", "X-Shopify-Event-Id": "e"})
    )
    slack = judged(request({"X-Slack-Signature": "v0=1"}, b'{"type":"url_verification","challenge":"x","token":"t"}'))

    assert (github.event, github.delivery_id, github.handshake) == ("ping", "72d3162e", "ping")
    assert (github.deadline_s, github.retries) == (10.0, False)
    assert (shopify.event, shopify.delivery_id, shopify.event_key) == ("orders/paid", "w", "orders/paid e")
    assert (slack.event, slack.handshake, slack.deadline_s) == ("url_verification", "url_verification", 3.0)
    assert slack.sensitive == ("json:token",)


def test_forms_are_read_and_signed_as_they_came() -> None:
    """GitHub's and Slack's form bodies are checked raw; event and gist come from inside."""
    push = (
        b"payload=%7B%22ref%22%3A%22refs%2Fheads%2Fmain%22%2C%22repository%22%3A%7B%22full_name%22%3A%22o%2Fr%22%7D%7D"
    )
    form = "application/x-www-form-urlencoded"
    github = judged(signed("github", push, headers={"X-GitHub-Event": "push"}, content_type=form), secret("github"))
    action = b"payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22username%22%3A%22bob%22%7D%7D&token=t"
    slack = judged(signed("slack", action, content_type=form), secret("slack"))

    assert (github.verdict.status, github.gist) == ("valid", "o/r · main")
    assert (slack.verdict.status, slack.event, slack.gist) == ("valid", "block_actions", "bob")
    assert slack.sensitive == ("form:token",)


def test_large_and_compressed_bodies_are_left_for_later(tmp_path: Path) -> None:
    """Nothing holds up the senders: a large body is neither hashed nor parsed on arrival, a packed one not unpacked."""
    large = with_body(signed("stripe"), b'{"type":"x"}' + b" " * AT_ONCE)
    (tmp_path / "body").write_bytes(b"x")
    filed = replace(large, body=Body(size=AT_ONCE * 9, sha256="", content=None, path=tmp_path / "body"))
    packed = with_header(signed("stripe"), "Content-Encoding", "gzip")
    document = with_body(signed("stripe"), b'{"type":"x","ids":[' + b"1," * 100_000 + b"1]}")

    for made in (large, filed, document):
        judgement = judged(made, secret("stripe"))
        assert (judgement.provider, judgement.event, judgement.verdict.final) == ("stripe", None, False)
    assert judged(packed, secret("stripe")).verdict.status == "valid"
    assert judged(packed, secret("stripe")).verdict.final is False


def test_a_malformed_request_is_not_judged_but_its_secrets_are_marked() -> None:
    """Bytes that are no request have no sender; a cookie among them is still one."""
    made = replace(with_header(signed("stripe"), "Cookie", "a=b"), malformed="no colon")
    judgement = judged(made, secret("stripe"))

    assert (judgement.provider, judgement.verdict.status) == (None, "unknown")
    assert judgement.sensitive == ("header:Cookie",)


def test_judging_never_raises(caplog: pytest.LogCaptureFixture) -> None:
    """A bug of ours costs nobody a capture; it is logged."""
    broken: tuple[Secret, ...] = (None,)  # type: ignore[assignment]
    with caplog.at_level(logging.ERROR):
        judgement = judge(signed("stripe"), Basis(secrets={"stripe": broken}))

    assert judgement.verdict.final
    assert "judging failed" in caplog.text


def test_assembling_reads_what_it_may() -> None:
    """The body that is read for event and gist may differ from the one that was signed."""
    made = with_body(signed("stripe", b"packed"), b"packed")
    judgement = assemble(made, basis(secret("stripe", STRIPE)), b'{"type":"inner"}', b"packed")

    assert (judgement.event, judgement.verdict.status) == ("inner", "valid")


def test_events_that_no_single_place_names() -> None:
    """Joined from several places, or named by the provider's own rule; what lacks a part falls back to one place."""
    webex = {"X-Spark-Signature": "ab"}

    assert judged(request(webex, b'{"resource":"messages","event":"created"}')).event == "messages.created"
    assert judged(request(webex, b'{"event":"created"}')).event == "created"
    assert judged(request({"X-Signature-Ed25519": "ab"}, b'{"type":2}')).event == "APPLICATION_COMMAND"
    assert judged(request({"x-twitter-webhooks-signature": "ab"}, b'{"for_user_id":"7"}')).event == "7"


@pytest.mark.parametrize(
    ("headers", "body", "id"),
    [
        ({}, b'{"notificationItems":[{"NotificationRequestItem":{"pspReference":"9","eventCode":"CHARGEBACK"}}]}', "9"),
        ({"X-Cal-Signature-256": "x"}, b'{"triggerEvent":"BOOKING_CANCELLED","payload":{"uid":"b4"}}', "b4"),
        ({"Calendly-Webhook-Signature": "x"}, b'{"event":"invitee.canceled","payload":{"uri":"u/1"}}', "u/1"),
        ({"X-DocuSign-Signature-1": "x"}, b'{"event":"envelope-sent","data":{"envelopeId":"e1"}}', "e1"),
        ({"ElevenLabs-Signature": "x"}, b'{"type":"post_call_audio","data":{"conversation_id":"c1"}}', "c1"),
        ({}, b'{"RecordType":"Open","MessageStream":"outbound","MessageID":"m1"}', "m1"),
    ],
)
def test_what_shares_an_id_is_told_apart_by_the_event(headers: dict[str, str], body: bytes, id: str) -> None:
    """Two events about one payment, booking, envelope, call or mail are no repeats of each other."""
    judgement = judged(request(headers, body))

    assert judgement.delivery_id == id
    assert judgement.shares_id
    assert judgement.event_key == f"{judgement.event} {id}"


def test_recipients_of_an_envelope_are_told_apart() -> None:
    """Each of them has events of its own under the id of the envelope."""
    bodies = (b'{"event":"recipient-sent","data":{"envelopeId":"e1","recipientId":"%d"}}' % one for one in (7, 8))
    first, second = (judged(request({"X-DocuSign-Signature-1": "x"}, body)) for body in bodies)

    assert first.delivery_id == second.delivery_id == "e1"
    assert first.event_key != second.event_key


def test_an_id_of_several_parts() -> None:
    """A ping of Airtable is told by its webhook and its time; with one of them alone it has none."""
    ping = b'{"base":{"id":"app0"},"webhook":{"id":"ach0"},"timestamp":"2022-02-01T21:25:05.663Z"}'
    timeless = b'{"base":{"id":"app0"},"webhook":{"id":"ach0"}}'

    assert judged(request({"X-Airtable-Content-MAC": "x"}, ping)).delivery_id == "ach0 2022-02-01T21:25:05.663Z"
    assert judged(request({"X-Airtable-Content-MAC": "x"}, timeless)).delivery_id is None


class OnDemand(dict[str, Secret]):
    """Secrets of samples that are read one by one: counting or listing them would read the files of all key pairs."""

    def __len__(self) -> int:
        raise AssertionError("counted")

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("listed")


def test_no_sample_secret_but_the_own_is_read(caplog: pytest.LogCaptureFixture) -> None:
    """This is done for every request that arrives."""
    made = signed("stripe")

    with caplog.at_level("ERROR"):
        assert judge(made, Basis(samples=OnDemand(stripe=secret("stripe")))).verdict.status == "valid"
    assert not caplog.records
